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

}  // namespace

// The pattern with its "{field}" holes filled; false when one cannot be.
bool Titles::fill(const Draft& draft, const Title& title, std::string& out) const {
  out.clear();
  std::string_view pattern = title.pattern;
  bool plural = false;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return false;
    add_words(pattern.substr(0, open), plural, out);
    const std::size_t before = out.size();
    const std::string_view key = pattern.substr(open + 1, close - open - 1);
    plural = field(draft, key, title.language, out);
    if (out.size() == before) return false;
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
bool Titles::names(const Draft& draft, Role role, std::string_view language, std::string& out) const {
  std::array<std::string_view, kMaxNames> all;
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
    people = people || (mention.kind == EntityKind::group && mention.number == rules::Number::plural);
    more = count == kMaxNames;
    if (more) break;
    all[count++] = text;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count && !more;
    if (i > 0) out += language == "ar" ? " و" : last ? " and " : ", ";
    out += all[i];
  }
  if (more) out += language == "ar" ? " وآخرون" : " and others";
  return count > 1 || people;
}

// Where what was said ends: of a quotation at its closing mark, of words without one where a quotation in them is over.
std::uint32_t Titles::end_of_words(const text::Sentence& sentence, std::uint32_t from, bool quoted) const {
  const auto& tokens = structure_.tokens().tokens;
  bool open = quoted;
  for (std::uint32_t t = from; t < sentence.last; ++t) {
    if (tokens[t].kind != text::TokenKind::punctuation) continue;
    const std::uint32_t mark = tokens[t].value;
    if (mark != U'"' && mark != U'“' && mark != U'”' && mark != U'«' && mark != U'»') continue;
    const bool closes = mark == U'”' || mark == U'»' || (mark == U'"' && open);
    if (closes && quoted) return t;
    // "would reopen "when they are behind bars", and announced that …"
    if (closes && t + 1 < sentence.last && structure_.tokens().is_comma(t + 1)) return t + 1;
    open = !closes;
  }
  return sentence.last;
}

// What was said: the words after "that", a colon or an opening quote, to the end of the sentence.
void Titles::content(const Draft& draft, std::string& out) const {
  const text::Tokens& tokens = structure_.tokens();
  const text::Sentence& sentence = tokens.sentences[draft.sentence];
  for (std::uint32_t t = draft.token_end; t < sentence.last; ++t) {
    const text::Token& token = tokens.tokens[t];
    const bool mark = token.kind == text::TokenKind::punctuation &&
                      (token.value == U':' || token.value == U'"' || token.value == U'«' || token.value == U'“');
    if (!mark && !structure_.has(t, Mark::complementizer)) continue;
    std::uint32_t from = t + 1;
    const auto is_mark = [&](std::uint32_t at) { return tokens.tokens[at].kind == text::TokenKind::punctuation; };
    const auto is_opening = [&](std::uint32_t at) { return is_mark(at) && (tokens.tokens[at].value == U'"' || tokens.tokens[at].value == U'«' || tokens.tokens[at].value == U'“'); };
    bool quoted = is_opening(t);
    for (; from < sentence.last && is_mark(from); ++from) quoted = quoted || is_opening(from);
    if (from >= sentence.last) return;
    // "منظمة «هيومن رايتس ووتش»": the marks are around the name of the speaker.
    const std::int32_t speaker = structure_.info(from).mention;
    if (quoted && std::ranges::any_of(draft.fills, [&](const Fill& x) { return static_cast<std::int32_t>(x.mention) == speaker; })) return;
    const std::uint32_t last = end_of_words(sentence, from, quoted);
    // "described him as "bright" and "tough"": words of a judgement, and nothing that was said.
    if (quoted && last < from + kFewestQuoted) return;
    std::uint32_t to = from;
    const std::uint32_t begin = tokens.tokens[from].span.begin;
    while (to < last && tokens.tokens[to].span.end - begin <= kContentBytes) ++to;
    const bool cut = to < last;
    const auto is_closing = [&](std::uint32_t at) { return tokens.tokens[at].value == U'"' || tokens.tokens[at].value == U'”' || tokens.tokens[at].value == U'»'; };
    const auto ends_inner = [&](std::uint32_t at) {
      for (std::uint32_t inner = from; !quoted && is_closing(at) && inner < at; ++inner) {
        if (is_opening(inner)) return true;
      }
      return false;
    };
    while (to > from + 1 && is_mark(to - 1) && !ends_inner(to - 1)) --to;
    if (to == from) return;
    out += tokens.words({begin, tokens.tokens[to - 1].span.end});
    if (cut) out += "…";
    return;
  }
}

bool Titles::field(const Draft& draft, std::string_view key, std::string_view language, std::string& out) const {
  if (const std::optional<Role> role = parse_role(key)) return names(draft, *role, language, out);
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
    names(draft, role, language, out);
    if (out.size() == separator) out.resize(before);
  }
  // "Decision: Cairo" is the city's, and no decision in Cairo.
  if (out.size() > label || draft.place_completed) return out;
  out += ": ";
  field(draft, "place", language, out);
  if (out.size() == label + 2) out.resize(label);
  return out;
}

}  // namespace tarikh::event
