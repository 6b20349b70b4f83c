#include "event/titles.h"

#include <algorithm>
#include <array>

namespace tarikh::event {
namespace {

constexpr std::size_t kContentBytes = 160;  // of a statement's words in its headline
constexpr std::size_t kMaxNames = 4;
constexpr std::uint32_t kFewestQuoted = 2;    // words of a quotation that make a headline

std::string_view name(const EntityRef& entity, std::string_view language) {
  const std::string& first = language == "ar" ? entity.name_ar : entity.name_en;
  return first.empty() ? (language == "ar" ? entity.name_en : entity.name_ar) : first;
}

// What stands between two holes; of "[joins|join]" the form that agrees with the names before it.
void add_words(std::string_view words, bool plural, std::string& out) {
  for (std::size_t open = words.find('['); open != std::string_view::npos; open = words.find('[')) {
    const std::size_t bar = words.find('|', open);
    const std::size_t close = words.find(']', open);
    out += words.substr(0, open);
    out += plural ? words.substr(bar + 1, close - bar - 1) : words.substr(open + 1, bar - open - 1);
    words.remove_prefix(close + 1);
  }
  out += words;
}

// "الحوثيون", "المتمردون السوريون"; but "التلفزيون" is one.
bool is_plural_ar(std::string_view name) {
  const std::string_view first = name.substr(0, name.find(' '));
  return first.starts_with("ال") && (first.ends_with("يون") || first == "المتمردون") && !first.ends_with("تلفزيون");
}

// "authorities", "French forces": what is called by a word of the language, in the plural.
bool is_plural_en(std::string_view name) {
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  return !last.empty() && last.front() >= 'a' && last.front() <= 'z' && last.ends_with("s") && !last.ends_with("ss");
}

// "سيطرة الحوثيين", "مقتل جنود أمريكيين": sound plurals, with their adjectives, where a noun or a preposition governs them.
std::string oblique(std::string_view name) {
  constexpr std::string_view kNominative = "ون";
  std::string out;
  bool noun = true;  // the first word, or one behind a plural
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, end);
    const bool plural = word.ends_with(kNominative) && (noun || (word.ends_with("يون") && !word.ends_with("مليون") && word != "ليون" && !word.ends_with("زيون")));
    out += plural ? word.substr(0, word.size() - kNominative.size()) : word;
    if (plural) out += "ين";
    if (end < name.size()) out += ' ';
    noun = plural;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return out;
}

// Whether the words before a hole govern it: not at the head of a headline or behind a colon, and behind "and" as before it.
bool governs(std::string_view words, bool before) {
  if (words == " و") return before;
  while (words.ends_with(" ")) words.remove_suffix(1);
  return !words.empty() && !words.ends_with(":");
}

// "انسحاب قوات القوات الفرنسية", "a delegation of Iranian delegation": a head that the name has itself is taken back.
void drop_doubled_head(std::size_t name, std::string& out) {
  struct Head {
    std::string_view words, noun;
  };
  constexpr std::array<Head, 5> kHeads = {
      {{"a delegation of ", " delegation"}, {"an envoy of ", " ambassador"}, {"an envoy of ", " envoy"}, {"Troops of ", " forces"}, {"Forces of ", " forces"}}};
  const std::string_view before(out.data(), name);
  const std::string_view after = std::string_view(out).substr(name);
  for (const Head& head : kHeads) {
    if (before.ends_with(head.words) && after.ends_with(head.noun)) {
      out.erase(name - head.words.size(), head.words.size());
      return;
    }
  }
  if (!before.ends_with(" ")) return;
  const std::size_t blank = before.substr(0, name - 1).rfind(' ');
  const std::size_t start = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view last = before.substr(start, name - 1 - start);
  const std::string_view first = after.substr(0, after.find(' '));
  if (!last.empty() && first.starts_with("ال") && first.substr(std::string_view("ال").size()) == last) out.erase(start, name - start);
}

}  // namespace

// The pattern with its "{field}" holes filled; false when one cannot be.
bool Titles::fill(const Draft& draft, const Title& title, std::string& out) const {
  out.clear();
  std::string_view pattern = title.pattern;
  bool plural = false;
  bool governed = false;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return false;
    add_words(pattern.substr(0, open), plural, out);
    const std::size_t before = out.size();
    const std::string_view key = pattern.substr(open + 1, close - open - 1);
    governed = governs(pattern.substr(0, open), governed);
    plural = field(draft, key, title.language, governed, out);
    if (out.size() == before) return false;
    if (parse_role(key)) drop_doubled_head(before, out);
    // "Ceasefire between Russia"
    const std::string_view words = std::string_view(out).substr(0, before);
    const bool alone = !plural && pattern.find('{', close) == std::string_view::npos;
    if (alone && (words.ends_with("between ") || words.ends_with("بين "))) return false;
    pattern.remove_prefix(close + 1);
  }
  add_words(pattern, plural, out);
  return !out.empty();
}

// True if they are several: two names, or "rebels"; not the United States.
bool Titles::names(const Draft& draft, Role role, std::string_view language, bool governed, std::string& out) const {
  std::array<std::string_view, kMaxNames> all;
  std::array<bool, kMaxNames> inflected{};
  std::size_t count = 0;
  bool more = false;
  bool people = false;
  for (const Fill& fill : draft.fills) {
    if (fill.role != role || fill.completed) continue;
    const entity::EntityMention& mention = structure_.mentions()[fill.mention];
    // "shelled Donetsk": a town is named though it acts for nobody.
    const bool town = role == Role::object && mention.actor.name_en.empty() && mention.actor.name_ar.empty() && mention.kind == EntityKind::place;
    const std::string_view text = name(town ? mention.place : mention.actor, language);
    if (text.empty() || std::find(all.begin(), all.begin() + count, text) != all.begin() + count) continue;
    const bool group = mention.kind == EntityKind::group;
    const bool plural_ar = is_plural_ar(mention.actor.name_ar);
    people = people || (group && mention.number == rules::Number::plural) || plural_ar || (!group && is_plural_en(text));
    more = count == kMaxNames;
    if (more) break;
    inflected[count] = language == "ar" && governed && (group || plural_ar);
    all[count++] = text;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count && !more;
    if (i > 0) out += language == "ar" ? " و" : last ? " and " : ", ";
    if (inflected[i]) out += oblique(all[i]);
    else out += all[i];
  }
  if (more) out += language == "ar" ? governed ? " وآخرين" : " وآخرون" : " and others";
  return count > 1 || people;
}

// "نفى أن تكون", "استبعد أن": the noun of a verb that does not hold its clause for true.
std::string_view Titles::denial(std::uint32_t token) const {
  constexpr std::array<std::string_view, 3> kNouns = {"نفي ", "استبعاد ", "رفض "};
  if (!structure_.is_of(token, denial_)) return {};
  for (const rules::Hit& hit : structure_.cache().hits(structure_.tokens().tokens[token].analysis)) {
    if (hit.sense.cls == denial_) return kNouns[static_cast<std::size_t>(std::clamp(hit.sense.value, 1, 3)) - 1];
  }
  return {};
}

// The mark that closes the quotation; the end of the sentence if none does.
std::uint32_t Titles::closing(std::uint32_t opening, std::uint32_t last) const {
  const text::Tokens& tokens = structure_.tokens();
  const char32_t open = tokens.tokens[opening].value;
  const char32_t close = open == U'«' ? U'»' : open == U'“' ? U'”' : open;
  std::uint32_t t = opening + 1;
  while (t < last && !tokens.is(t, close)) ++t;
  return t;
}

// "would reopen "when they are behind bars", and announced that …": where a quotation among the words is over.
std::uint32_t Titles::end_of_words(std::uint32_t from, std::uint32_t last) const {
  const text::Tokens& tokens = structure_.tokens();
  for (std::uint32_t t = from; t < last; ++t) {
    if (!tokens.is(t, U'"') && !tokens.is(t, U'“') && !tokens.is(t, U'«')) continue;
    const std::uint32_t close = closing(t, last);
    if (close + 1 < last && tokens.is_comma(close + 1)) return close + 1;
    t = close;
  }
  return last;
}

// "إن النتائج سليمة، لكن المعارضة تقول": up to the contrast with somebody else.
std::uint32_t Titles::before_next_speaker(std::uint32_t from, std::uint32_t last) const {
  for (std::uint32_t t = from + 1; t + 2 < last; ++t) {
    if (!structure_.is_comma(t) || !structure_.has(t + 1, Mark::clause_link)) continue;
    std::uint32_t next = t + 2;
    while (next < last && structure_.info(next).inside_phrase) ++next;
    if (next < last && structure_.info(next).mention >= 0) return t;
  }
  return last;
}

// What was said: the words after "that", a colon or an opening quote, to the end of the quotation or of the sentence.
void Titles::content(const Draft& draft, std::string& out) const {
  const text::Tokens& tokens = structure_.tokens();
  const text::Sentence& sentence = tokens.sentences[draft.sentence];
  const auto opens = [&](std::uint32_t t) { return tokens.is(t, U'"') || tokens.is(t, U'«') || tokens.is(t, U'“'); };
  // "نفى بوتين أن", but not "نفى بوتين ذلك مؤكدا أن": the clause is the verb's own.
  std::string_view denied = denial(draft.token);
  for (std::uint32_t t = draft.token_end; t < sentence.last; ++t) {
    // "أعلنت الحكومة فوزه، لكن المعارضة قالت إن": behind it somebody else speaks.
    if (tokens.is_comma(t) && t + 1 < sentence.last && structure_.has(t + 1, Mark::clause_link)) return;
    // "انتقدت المنظمة القرار، وقال الاتحاد إنه": and so there.
    if (tokens.is_comma(t) && t + 2 < sentence.last && structure_.grammar().arabic() && structure_.is_finite(t + 1) && structure_.info(t + 2).mention >= 0) return;
    if (structure_.is_finite(t) || structure_.is_of(t, continuation_)) denied = {};
    const bool mark = tokens.is(t, U':') || opens(t);
    if (!mark && !structure_.has(t, Mark::complementizer)) continue;
    std::uint32_t from = t + 1;
    while (from < sentence.last && tokens.is_punctuation(from)) ++from;
    if (from >= sentence.last) return;
    std::uint32_t last = sentence.last;
    if (!mark && !denied.empty() && tokens.word(t).starts_with("أن")) {
      from = t;
      for (std::uint32_t end = t + 1; end + 1 < last; ++end) {  // "نفى أن يكون، ووصف الجدل"
        if (tokens.is_comma(end) && structure_.is_finite(end + 1)) last = end;
      }
    } else if (opens(from - 1)) {
      const std::uint32_t close = closing(from - 1, sentence.last);
      // "رئيس «فيفا» فلان", "إن «حزب الله» سيرد": a name may stand in quotation marks.
      const std::int32_t named = structure_.info(from).mention;
      const bool name = named >= 0 && structure_.mentions()[static_cast<std::size_t>(named)].last >= close;
      if (name && opens(t)) {
        t = close;
        continue;
      }
      if (opens(t) && !denied.empty()) return;
      if (name || (close + 2 < last && opens(close + 2))) --from;  // '"bright" and "tough"'
      else last = close;
      if (last == close && last < from + kFewestQuoted) return;  // 'described him as "bright"': a judgement, and nothing that was said
    } else {
      denied = {};
    }
    if (last == sentence.last) last = end_of_words(from, last);
    last = before_next_speaker(from, last);
    std::uint32_t to = from;
    const std::uint32_t begin = tokens.tokens[from].span.begin;
    while (to < last && tokens.tokens[to].span.end - begin <= kContentBytes) ++to;
    const bool cut = to < last;
    const auto closes = [&](std::uint32_t end) {
      std::uint32_t open = from;
      while (open < end && !(opens(open) && closing(open, sentence.last) == end)) ++open;
      return open < end;
    };
    while (to > from + 1 && tokens.is_punctuation(to - 1) && !closes(to - 1)) --to;
    if (to == from) return;
    if (from == t) out += denied;
    out += tokens.words({begin, tokens.tokens[to - 1].span.end});
    if (cut) out += "…";
    return;
  }
}

bool Titles::field(const Draft& draft, std::string_view key, std::string_view language, bool governed, std::string& out) const {
  if (const std::optional<Role> role = parse_role(key)) return names(draft, *role, language, governed, out);
  if (key == "place" && draft.place != kNoIndex) {
    const EntityRef& place = structure_.mentions()[draft.place].place;
    out += language == "ar" ? place.name_ar : place.name_en;  // one that has no name in the language is left out
  }
  // Words of the article stay in the article's language.
  if (key == "content" && language == structure_.lexicon().language()) content(draft, out);
  return false;
}

std::string Titles::headline(const Draft& draft, const EventType& type, std::string_view language) const {
  std::string out;
  for (const Title& title : draft.rule->titles) {
    if (title.language == language && fill(draft, title, out)) return out;
  }
  out = language == "ar" ? type.label_ar : type.label_en;
  const std::size_t label = out.size();
  for (const Role role : {Role::subject, Role::object, Role::organisation}) {
    const std::size_t before = out.size();
    out += before == label ? ": " : language == "ar" ? "، " : ", ";
    const std::size_t separator = out.size();
    names(draft, role, language, false, out);
    if (out.size() == separator) out.resize(before);
  }
  // "Decision: Cairo" is the city's, and no decision in Cairo.
  if (out.size() > label || draft.place_completed) return out;
  out += ": ";
  field(draft, "place", language, false, out);
  if (out.size() == label + 2) out.resize(label);
  return out;
}

}  // namespace tarikh::event
