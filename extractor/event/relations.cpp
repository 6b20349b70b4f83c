#include "event/relations.h"

#include <algorithm>

#include "text/punctuation.h"

namespace tarikh::event {

using entity::EntityMention;
using rules::Gender;
using rules::Sense;
using rules::Tense;

namespace {

constexpr std::uint32_t kReach = 24;        // tokens that a verb's arguments may stand away
constexpr std::uint32_t kGovernorReach = 14;
constexpr std::uint32_t kSurroundings = 60;  // tokens around a trigger that the loosest slots look at

constexpr std::uint64_t kPrepositional =
    bit(Mark::preposition) | bit(Mark::occasion) | bit(Mark::after) | bit(Mark::before) | bit(Mark::agent);
constexpr std::uint64_t kSkippable = bit(Mark::adverb) | bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::be) | bit(Mark::have) |
                                     bit(Mark::future) | bit(Mark::pluperfect) | bit(Mark::planned);

}  // namespace

Relations::Relations(const Structure& structure)
    : structure_(structure),
      titles_{structure.lexicon().find_class("office"), structure.lexicon().find_class("office_f"), structure.lexicon().find_class("title_noun")},
      numbers_{structure.lexicon().find_class("num_unit"), structure.lexicon().find_class("num_ten"), structure.lexicon().find_class("num_hundred"),
               structure.lexicon().find_class("quantity")},
      speech_(structure.lexicon().class_count()),
      rules_over_(structure.lexicon().find_class("rules_over")),
      wants_object_(structure.lexicon().find_class("wants_object")),
      takes_deed_(structure.lexicon().find_class("takes_deed")),
      stands_for_(structure.lexicon().find_class("stands_for")),
      never_acts_(structure.lexicon().find_class("never_acts")),
      determiner_(structure.lexicon().find_class("determiner")),
      person_noun_(structure.lexicon().find_class("person_noun")),
      honorific_(structure.lexicon().find_class("honorific")),
      there_(structure.lexicon().find_class("there")),
      here_(structure.lexicon().find_class("here")),
      takes_place_(structure.lexicon().find_class("takes_place")),
      company_(structure.lexicon().find_class("company")) {
  for (rules::ClassId cls = 0; cls < speech_.size(); ++cls) speech_[cls] = structure.lexicon().class_name(cls).starts_with("statement");
}

std::uint16_t Relations::distance(std::uint32_t mention, std::uint32_t token) const {
  const EntityMention& m = structure_.mentions()[mention];
  const std::uint32_t d = m.first > token ? m.first - token : m.last <= token ? token - m.last + 1 : 0;
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(d, UINT16_MAX));
}

void Relations::add_chain(std::uint32_t mention, Slot slot, text::WordId preposition, std::uint32_t token,
                          std::vector<Filler>& out, bool implied) {
  scratch_.clear();
  structure_.chain(mention, scratch_);
  for (const std::uint32_t m : scratch_) {
    if (m < mention && !implied) continue;
    out.push_back({.mention = m, .slot = slot, .preposition = preposition, .distance = distance(mention, token), .implied = implied});
  }
}

void Relations::add_discourse(Slot slot, const Sense* sense, std::uint32_t token, const Discourse& discourse,
                              std::vector<Filler>& out) {
  for (const std::uint32_t m : discourse.subjects) {
    const EntityMention& mention = structure_.mentions()[m];
    if (sense != nullptr && mention.kind == EntityKind::person && discourse.subjects.size() == 1) {
      const Gender verb = sense->features.gender;
      if (verb != Gender::any && mention.gender != Gender::any && verb != mention.gender) continue;
      if (sense->features.number == rules::Number::plural && structure_.grammar().arabic()) continue;
    }
    out.push_back({.mention = m, .slot = slot, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
  }
}

void Relations::find(const text::Sentence& sentence, std::uint32_t token, const Sense& sense, bool verbal,
                     const Discourse& discourse, std::vector<Filler>& out) {
  out.clear();
  if (structure_.grammar().arabic()) {
    verbal ? arabic_verb(sentence, token, sense, discourse, out) : arabic_noun(sentence, token, discourse, out);
  } else {
    verbal ? english_verb(sentence, token, sense, discourse, out) : english_noun(sentence, token, discourse, out);
  }
  prepositions(sentence, token, verbal, out);
  topic(token, out);
}

bool Relations::is_title(std::uint32_t token) const {
  return std::ranges::any_of(titles_, [&](rules::ClassId cls) { return structure_.is_of(token, cls); });
}

// "قال رئيس المؤتمر سلطان الجابر", "طالبت زوجته يوليا", "قالت الناشطة مالالا": the person whose title begins at the token. The
// title is complete: "مستشار ترامب" is not Trump.
std::uint32_t Relations::person_of_title(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 7;
  const std::uint32_t end = std::min(sentence.last, token + kLongest);
  const bool title = is_title(token);
  bool complete = false;
  for (std::uint32_t t = token; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      if (mention.kind == EntityKind::person) return complete && mention.proclitics == 0 ? m : kNoIndex;
      if (!title || mention.proclitics != 0) return kNoIndex;
      complete = true;
      t = mention.last - 1;
      continue;
    }
    if (structure_.is(t, U'«') || structure_.is(t, U'»') || structure_.is(t, U'"')) continue;  // "رئيس «فيفا» فلان"
    if (info.timex >= 0 || !structure_.is_word(t) || structure_.is_finite(t) || info.marks != 0 || info.inside_phrase) return kNoIndex;
    if (t > token && !title) return kNoIndex;
    if (t > token && (structure_.proclitics(t) & (text::kWa | text::kFa | text::kBi | text::kKa)) != 0) return kNoIndex;
    const std::string_view word = structure_.word(t);
    complete = word.starts_with("ال") || structure_.enclitic(t) != text::Enclitic::none;
    // An ordinary noun with the article may be a subject of its own: "اتهمت المعارضة فلانا".
    if (!title && structure_.enclitic(t) == text::Enclitic::none) return kNoIndex;
  }
  return kNoIndex;
}

// "دائرة السجون أوضحت", "وكان المتهم قد قال": a noun that is no known name stands as the subject left of the verb.
bool Relations::unknown_subject_before(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 6;
  constexpr std::uint64_t kParticles = bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::future) | bit(Mark::adverb);
  std::uint32_t words = 0;
  for (std::uint32_t t = token; t > sentence.first && words < kLongest;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.mention >= 0 || info.timex >= 0) return false;
    if ((info.marks & bit(Mark::pluperfect)) != 0 || (info.marks & (bit(Mark::complementizer) | bit(Mark::clause_link))) != 0) return words > 0;
    if (!structure_.is_word(t)) {
      const bool closing = structure_.is(t, U')') || structure_.is(t, U'»') || structure_.is(t, U'"');
      return words > 0 && !closing;
    }
    if (words == 0 && (info.marks & kParticles) != 0) continue;
    if (info.marks != 0 || info.inside_phrase || (structure_.proclitics(t) & (text::kBi | text::kLi | text::kKa)) != 0) return false;
    const std::string_view word = structure_.word(t);
    if (word.ends_with("هو") || word.ends_with("هي") || word.ends_with("ذلك")) return false;
    ++words;
  }
  return words > 0 && words < kLongest;
}

// "ندد بهجوم استهدف كنيسة", "إثر غارة أصابت": a noun without the article behind a preposition does what the verb right behind it tells.
bool Relations::describes_noun(const text::Sentence& sentence, std::uint32_t token) const {
  if (token <= sentence.first + 1 || !structure_.is_of(token, takes_place_) || structure_.enclitic(token) != text::Enclitic::none || structure_.proclitics(token) != 0) return false;
  if (token + 1 < sentence.last && structure_.word(token + 1).starts_with("في")) return false;  // "في بيان دعا فيه"
  constexpr std::uint32_t kNouns = 2;  // "في ضحايا هجوم استهدف"
  for (std::uint32_t noun = token - 1; noun > sentence.first && token - noun <= kNouns; --noun) {
    const TokenInfo& info = structure_.info(noun);
    if (!structure_.is_word(noun) || info.mention >= 0 || info.timex >= 0 || info.marks != 0 || structure_.is_finite(noun) || structure_.has_article(noun)) return false;
    if (structure_.may_begin_with(noun, text::kBi) || structure_.may_begin_with(noun, text::kLi) || (structure_.info(noun - 1).marks & kPrepositional) != 0) return true;
  }
  return false;
}

// "وكان المتهم قد قال": whether the subject between كان and the verb is unknown.
bool Relations::unknown_topic(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 6;
  std::uint32_t t = token;
  if (t == sentence.first || structure_.word(t - 1) != "قد") return false;
  --t;
  std::uint32_t words = 0;
  while (t > sentence.first && words < kLongest) {
    --t;
    if ((structure_.info(t).marks & bit(Mark::pluperfect)) != 0) return words > 0;
    if (structure_.info(t).mention >= 0 || structure_.info(t).timex >= 0 || structure_.info(t).marks != 0 || !structure_.is_word(t)) return false;
    ++words;
  }
  return false;
}

// "الحوثيين": a plural in the oblique case is no subject.
bool Relations::is_oblique(std::uint32_t mention) const {
  const EntityMention& m = structure_.mentions()[mention];
  if (m.last != m.first + 1 || m.kind == EntityKind::person) return false;
  const std::string_view word = structure_.tokens().words(m.span);
  return word.starts_with("ال") && word.ends_with("يين");
}

bool Relations::is_number(std::uint32_t token) const {
  return std::ranges::any_of(numbers_, [&](rules::ClassId cls) { return structure_.is_of(token, cls); });
}

// "وألقى خطابا", "ألقى كلمة": a known noun in the accusative, or a feminine one behind a masculine verb, is the object.
bool Relations::is_object_form(std::uint32_t verb, std::uint32_t noun) const {
  const std::string_view word = structure_.word(noun);
  if (structure_.enclitic(verb) != text::Enclitic::none) return false;  // "يؤيده تسعة": the pronoun is the object
  // "وأيد الرواية": neither does a feminine one with the article; but "القادة" are men.
  const auto plural = [](const rules::Hit& hit) { return hit.sense.features.number == rules::Number::plural; };
  if (word.starts_with("ال") && word.ends_with("ية") && (structure_.proclitics(verb) & text::kWa) != 0 &&
      std::ranges::none_of(structure_.cache().hits(structure_.tokens().tokens[noun].analysis), plural)) {
    std::string_view form = structure_.word(verb);
    form.remove_prefix(std::string_view("و").size());
    if (!form.ends_with("ت") && !form.starts_with("ت") && !form.starts_with("ست")) return true;
  }
  if (word.starts_with("ال") || structure_.cache().hits(structure_.tokens().tokens[noun].analysis).empty()) return false;
  if (is_number(noun)) return false;  // "قتل ستة من المتهمين"
  if (word.ends_with("ا") || word.ends_with("اً")) return true;
  // "قبل أن تعلن عودتهم", "ثم رفضت تمديدها": somebody's deed behind a verb that is about deeds.
  const auto deed = [](const rules::Hit& hit) { return hit.sense.features.tense == Tense::masdar; };
  if (structure_.enclitic(noun) != text::Enclitic::none && structure_.is_of(verb, takes_deed_) &&
      std::ranges::any_of(structure_.cache().hits(structure_.tokens().tokens[noun].analysis), deed)) {
    return true;
  }
  std::string_view form = structure_.word(verb);
  if (form.starts_with("و") || form.starts_with("ف")) form.remove_prefix(std::string_view("و").size());
  if (form.starts_with("س")) form.remove_prefix(std::string_view("س").size());
  return word.ends_with("ة") && !form.ends_with("ت") && !form.starts_with("ت");
}

// The first bare mention right of the verb, over adverbs, dates and prepositional phrases.
std::uint32_t Relations::arabic_right_subject(const text::Sentence& sentence, std::uint32_t token, bool& unknown_noun) const {
  const std::uint32_t end = std::min(sentence.last, token + kReach);
  for (std::uint32_t t = token + 1; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const MentionRole& role = structure_.role(m);
      if (role.governor == Governor::none && structure_.mentions()[m].form != MentionForm::nisba) return m;
      if (role.governor == Governor::noun) return kNoIndex;
      t = structure_.mentions()[m].last - 1;
      continue;
    }
    if (info.inside_phrase || (info.marks & kSkippable) != 0) continue;
    constexpr std::uint8_t kFused = text::kBi | text::kLi | text::kKa;
    const std::string_view written = structure_.word(t);
    const bool fused = (structure_.proclitics(t) & kFused) != 0 || structure_.may_begin_with(t, text::kBi);
    const bool definite = written.starts_with("بال") || written.starts_with("لل");  // "بالقرار", whatever else the word marks
    if (structure_.is_word(t) && (definite || (info.marks == 0 && fused))) {
      // "للمرة الأولى", "بشدة": a prepositional phrase, with the article words that go with it.
      while (t + 1 < end && structure_.info(t + 1).mention < 0 && structure_.info(t + 1).timex < 0 && structure_.info(t + 1).marks == 0 &&
             structure_.is_word(t + 1) && (structure_.proclitics(t + 1) & text::kAl) != 0) {
        ++t;
      }
      continue;
    }
    if ((info.marks & bit(Mark::preposition)) != 0) {
      // Over a prepositional phrase of one known name ("في أستانا"), not further.
      if (t + 1 < end && (structure_.info(t + 1).mention >= 0 || structure_.info(t + 1).timex >= 0)) continue;
      return kNoIndex;
    }
    const text::Token& word = structure_.tokens().tokens[t];
    if (word.kind == text::TokenKind::punctuation) {
      if (word.value == U'،' || word.value == U',' || word.value == U'«' || word.value == U'"') {
        // "قال «حزب الله» إن", but in "وقال: «روسيا قوية»" the quotation begins.
        if ((word.value == U'«' || word.value == U'"') && t + 1 < end && structure_.info(t + 1).mention >= 0) {
          const std::uint32_t closing = structure_.mentions()[static_cast<std::size_t>(structure_.info(t + 1).mention)].last;
          if (closing < end && structure_.is_word(closing)) return kNoIndex;
        }
        if (t == token + 1 || structure_.info(t + 1 < end ? t + 1 : t).timex >= 0) continue;
        // Behind "in 2002," another clause goes on; only a name right there is still the subject.
        if (structure_.info(t - 1).timex >= 0 && t + 1 < end && structure_.info(t + 1).mention >= 0) continue;
      }
      return kNoIndex;
    }
    if (structure_.is_of(t, honorific_)) continue;
    // "رفضته المعارضة": a verbal noun with the article is no modal verb.
    constexpr std::uint64_t kModal = bit(Mark::refusal) | bit(Mark::wishing) | bit(Mark::planning) | bit(Mark::negated_noun);
    const bool noun = info.marks == 0 || ((info.marks & ~kModal) == 0 && structure_.tokens().words(word.span).starts_with("ال"));
    if (structure_.is_each_of(t) && t + 2 < end && structure_.info(t + 2).mention >= 0) return static_cast<std::uint32_t>(structure_.info(t + 2).mention);
    if (word.kind == text::TokenKind::number || is_number(t)) {
      // "طالبت 17 كتلة", "قتل 18 شخصا": who is counted may be an actor.
      const bool some_of = t + 2 < end && structure_.word(t + 1) == "من";  // "آلاف من أنصار الانقلاب"
      const std::int32_t behind = some_of ? structure_.info(t + 2).mention : t + 1 < end ? structure_.info(t + 1).mention : -1;
      if (behind >= 0) {
        const auto counted = static_cast<std::uint32_t>(behind);
        const EntityMention& m = structure_.mentions()[counted];
        if ((m.common || m.number == rules::Number::plural) && m.form != MentionForm::nisba) {
          if (some_of || structure_.role(counted).governor == Governor::noun) return counted;  // "مئات المزارعين"
          continue;
        }
      }
      unknown_noun = word.kind == text::TokenKind::number;
    }
    if (noun && word.kind == text::TokenKind::word) {
      // "أعادت حكومة فلانة العلاقات": who heads it acts.
      if (structure_.is_of(t, stands_for_) && t + 1 < end && structure_.info(t + 1).mention >= 0) {
        const auto head = static_cast<std::uint32_t>(structure_.info(t + 1).mention);
        const EntityMention& mention = structure_.mentions()[head];
        if (mention.kind == EntityKind::person && mention.first == t + 1 && mention.proclitics == 0) return head;
      }
      if (const std::uint32_t person = person_of_title(sentence, t); person != kNoIndex) return person;
      // "منظمة «هيومن رايتس ووتش»", "حركة «حماس»": the name is in the quotation marks.
      const bool opens = t + 2 < end && (structure_.is(t + 1, U'«') || structure_.is(t + 1, U'"'));
      if (opens && structure_.info(t + 2).mention >= 0) {
        const auto named = static_cast<std::uint32_t>(structure_.info(t + 2).mention);
        if (structure_.mentions()[named].kind == EntityKind::organisation && structure_.mentions()[named].first == t + 2) return named;
      }
      // "ووقع الاتفاق الرئيس الصومالي": what is signed, opened or attended does not do so.
      if (structure_.is_of(t, never_acts_) && structure_.has_article(t) && t + 1 < end && structure_.info(t + 1).mention >= 0) {
        const EntityMention& behind = structure_.mentions()[static_cast<std::size_t>(structure_.info(t + 1).mention)];
        if (behind.first == t + 1 && (behind.kind == EntityKind::person || behind.kind == EntityKind::office)) continue;
      }
      unknown_noun = !is_object_form(token, t);
    }
    return kNoIndex;
  }
  return kNoIndex;
}

// "نتنياهو، الذي كشف ما وصفه بأرشيف سري، أشاد": over what stands between commas; the token itself if nothing does.
std::uint32_t Relations::before_aside(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kAside = 25;
  if (token <= sentence.first + 2 || !structure_.is_comma(token - 1)) return token;
  const std::uint32_t closing = token - 1;
  const std::uint32_t first = std::max(sentence.first, closing > kAside ? closing - kAside : 0U);
  const std::uint32_t open = structure_.tokens().comma_before(closing, first, [](std::uint32_t) { return false; });
  return open != kNoIndex && structure_.has(open + 1, Mark::relative) ? open : token;
}

// The mention left of the verb that it agrees with: right before it, before a relative pronoun, or the topic
// of the clause.
std::uint32_t Relations::arabic_left_subject(const text::Sentence& sentence, std::uint32_t token) const {
  std::uint32_t topic = kNoIndex;
  bool relative = false;
  int depth = 0;
  for (std::uint32_t t = before_aside(sentence, token); t > sentence.first;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    const text::Token& word = structure_.tokens().tokens[t];
    if (word.kind == text::TokenKind::punctuation) {
      if (word.value == U')' || word.value == U'–' || word.value == U'—') depth = depth == 0 ? 1 : 0;
      else if (word.value == U'(') depth = 0;
      else if (word.value == U'؛' || word.value == U':') break;
      continue;
    }
    if (depth != 0 || info.inside_phrase) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      t = structure_.mentions()[m].first;
      if (structure_.mentions()[m].form == MentionForm::nisba) continue;
      if (relative) return m;  // the antecedent, whatever governs it
      if (structure_.role(m).governor == Governor::none) topic = structure_.role(m).chain_head;
      continue;
    }
    if ((info.marks & bit(Mark::relative)) != 0) {
      if (topic != kNoIndex) break;
      relative = true;
      continue;
    }
    if ((info.marks & (bit(Mark::complementizer) | bit(Mark::clause_link))) != 0) break;
    if (structure_.is_finite(t) && t + 1 < token) break;
  }
  return topic;
}

// "أما ترامب فانتقد الصفقة": the mention behind أما is the subject of the verb with ف.
std::uint32_t Relations::arabic_topic(const text::Sentence& sentence, std::uint32_t token) const {
  // "فرأى" may be "fled" too: any reading with ف will do.
  const std::uint32_t analysis = structure_.tokens().tokens[token].analysis;
  const auto readings = structure_.analyzer().readings(analysis);
  const auto begins = [&](const rules::Hit& hit) { return (readings[hit.reading].proclitics & text::kFa) != 0; };
  if (std::ranges::none_of(structure_.cache().hits(analysis), begins)) return kNoIndex;
  for (std::uint32_t t = token, first = std::max(sentence.first, token > kReach ? token - kReach : 0U); t > first;) {
    --t;
    // "أما شي، الذي وصل الأربعاء، فاجتمع": what is told of it in between is told of it.
    if (structure_.is_finite(t) && !(t > first && structure_.has(t - 1, Mark::relative))) return kNoIndex;
    const std::string_view word = structure_.word(t);
    if (word != "أما" && word != "وأما" && word != "اما" && word != "واما") continue;
    for (std::uint32_t m = structure_.first_mention(t); m < structure_.mentions().size() && structure_.mentions()[m].first < token; ++m) {
      if (structure_.mentions()[m].form == MentionForm::nisba) continue;
      return structure_.role(m).governor == Governor::preposition ? kNoIndex : m;
    }
    return kNoIndex;
  }
  return kNoIndex;
}

// Whether a clause begins at the token: "الجيش يعلن", "إن السلطات المحلية نفت", "لكن الحكومة رفضت", "كان المجلس قد أبطل".
bool Relations::opens_clause(const text::Sentence& sentence, std::uint32_t token) const {
  if (token == sentence.first || structure_.is_punctuation(token)) return true;
  if ((structure_.info(token - 1).marks & (bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::pluperfect))) != 0) return true;
  return structure_.is_punctuation(token - 1);
}

// "السلطات المحلية في كيرالا تعلن", "المدعي العام في باريس يطلب": the mention that the clause begins with, where only what belongs to it
// stands between: adjectives, prepositional phrases, dates.
std::uint32_t Relations::arabic_clause_head(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 10;
  bool phrase = false;  // a noun without the article, to be explained by a preposition before it
  for (std::uint32_t t = token, first = std::max(sentence.first, token > kLongest ? token - kLongest : 0U); t > first;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0 || info.inside_phrase) continue;
    if (structure_.is_finite(t) || structure_.is_punctuation(t)) return kNoIndex;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      t = mention.first;
      if (mention.form == MentionForm::nisba || structure_.role(m).governor != Governor::none) continue;
      return !phrase && opens_clause(sentence, mention.first) ? structure_.role(m).chain_head : kNoIndex;
    }
    if ((info.marks & kPrepositional) != 0) {
      phrase = false;
      continue;
    }
    if ((info.marks & ~kSkippable) != 0) return kNoIndex;
    if (info.marks != 0 || structure_.has_article(t) || structure_.word(t).starts_with("ال")) continue;
    phrase = (structure_.proclitics(t) & (text::kBi | text::kLi)) == 0;
  }
  return kNoIndex;
}

// Subject-verb-object: a bare mention that ends right before the verb, over particles of tense and negation, is its
// subject. A verb with a conjunction before it begins a clause of its own.
std::uint32_t Relations::arabic_adjacent_subject(const text::Sentence& sentence, std::uint32_t token) const {
  if (const std::uint32_t topic = arabic_topic(sentence, token); topic != kNoIndex) return topic;
  if ((structure_.proclitics(token) & (text::kWa | text::kFa)) != 0) return kNoIndex;
  constexpr std::uint64_t kParticles = bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::future) | bit(Mark::pluperfect) | bit(Mark::adverb);
  std::uint32_t t = token;
  while (t > sentence.first && token - t < 4 && structure_.info(t - 1).mention < 0 && (structure_.info(t - 1).marks & kParticles) != 0) --t;
  if (t == sentence.first) return kNoIndex;
  // "سبق لباريس أن طردت": what is governed before "أن" is the subject behind it.
  if (t >= sentence.first + 2 && structure_.has(t - 1, Mark::complementizer) && structure_.info(t - 2).mention >= 0) {
    const auto m = static_cast<std::uint32_t>(structure_.info(t - 2).mention);
    return (structure_.mentions()[m].proclitics & text::kLi) != 0 ? m : kNoIndex;
  }
  if (structure_.info(t - 1).mention < 0) return arabic_clause_head(sentence, t);
  const auto m = static_cast<std::uint32_t>(structure_.info(t - 1).mention);
  const EntityMention& mention = structure_.mentions()[m];
  if (mention.form == MentionForm::nisba || structure_.role(m).governor != Governor::none) return arabic_clause_head(sentence, t);
  if (mention.actor.id.empty() && !opens_clause(sentence, mention.first)) return kNoIndex;
  // "التقى بوتين شي وقال": what follows its own verb is that verb's.
  for (std::uint32_t v = structure_.mentions()[structure_.role(m).chain_head].first; v > sentence.first;) {
    --v;
    const TokenInfo& info = structure_.info(v);
    if (structure_.is_punctuation(v)) break;
    if ((info.marks & (bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::relative))) != 0) break;
    if (structure_.is_finite(v)) return kNoIndex;
  }
  return structure_.role(m).chain_head;
}

// "أقيل الوزير": what stands right of it is what it happened to; who did it is said by "من قبل", if at all.
void Relations::arabic_passive(const text::Sentence& sentence, std::uint32_t token, std::vector<Filler>& out) {
  bool unknown_noun = false;
  std::uint32_t patient = arabic_right_subject(sentence, token, unknown_noun);
  if (patient == kNoIndex && !unknown_noun) patient = arabic_adjacent_subject(sentence, token);
  if (patient == kNoIndex && !unknown_noun) patient = arabic_left_subject(sentence, token);
  if (patient != kNoIndex) add_chain(patient, Slot::patient, text::kNoWord, token, out);
  const auto& mentions = structure_.mentions();
  for (std::uint32_t m = structure_.first_mention(token); m < mentions.size() && mentions[m].first < std::min(sentence.last, token + kReach); ++m) {
    const MentionRole& role = structure_.role(m);
    if (role.governor != Governor::preposition || !structure_.has(role.token, Mark::agent)) continue;
    return add_chain(m, Slot::agent, text::kNoWord, token, out);
  }
}

// الذي is of no feminine, التي of no man.
bool Relations::may_be_relative_of(std::uint32_t relative, std::uint32_t mention) const {
  const text::Tokens& tokens = structure_.tokens();
  const std::string_view pronoun = tokens.word(relative);
  const EntityMention& m = structure_.mentions()[mention];
  const bool feminine = m.gender == Gender::feminine || (m.gender == Gender::any && tokens.word(m.first).ends_with("ة"));
  if (pronoun.ends_with("الذي")) return !feminine;
  return !(pronoun.ends_with("التي") && m.kind == EntityKind::person && m.gender == Gender::masculine);
}

// "روسيا التي نشرت ألفي جندي", "الوثيقة التي وقعتها الصين": the antecedent is the subject, unless another one follows
// the verb; an antecedent that is no mention is nobody we know.
void Relations::arabic_relative(const text::Sentence& sentence, std::uint32_t token, std::vector<Filler>& out) {
  bool unknown_noun = false;
  const std::uint32_t right = arabic_right_subject(sentence, token, unknown_noun);
  const std::uint32_t before = token - 1;
  std::uint32_t antecedent = kNoIndex;
  bool another = false;  // the nearest does not agree: "الرئيس فلان، رئيس المجموعة، الذي"
  int depth = 0;
  for (std::uint32_t t = before; t > sentence.first && before - t < 30;) {
    --t;
    const text::Token& word = structure_.tokens().tokens[t];
    if (word.kind == text::TokenKind::punctuation) {
      if (word.value == U')') depth = 1;
      if (word.value == U'(') depth = 0;
      if (word.value == U'.' || word.value == U'؛') break;
      continue;
    }
    if (depth != 0) continue;
    if (structure_.info(t).mention >= 0) {
      const auto m = static_cast<std::uint32_t>(structure_.info(t).mention);
      const bool nisba = structure_.mentions()[m].form == MentionForm::nisba;
      if (!nisba && !may_be_relative_of(before, m)) {
        another = true;
        t = structure_.mentions()[m].first;
        continue;
      }
      if (!nisba) antecedent = m;
      if (another && nisba) continue;
    } else if (another && !structure_.is_finite(t)) {
      continue;
    }
    break;
  }
  const bool pronoun = structure_.enclitic(token) != text::Enclitic::none;  // "وقعتها": the antecedent is the object
  if (antecedent != kNoIndex && !pronoun) add_chain(antecedent, Slot::agent, text::kNoWord, token, out, true);
  if (antecedent != kNoIndex && (pronoun || right == kNoIndex)) add_chain(antecedent, Slot::patient, text::kNoWord, token, out, true);
  if (right != kNoIndex) add_chain(right, pronoun || antecedent == kNoIndex ? Slot::agent : Slot::patient, text::kNoWord, token, out);
  if (right != kNoIndex && antecedent == kNoIndex && !pronoun) add_chain(right, Slot::patient, text::kNoWord, token, out);
}

// The subject of the nearest verb to the left in the sentence, of a chain of verbs its first one's. Behind a comma the main clause goes on:
// "استقبل فلان نظيره الذي وصل أمس، وأعرب".
std::uint32_t Relations::arabic_shared_subject(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr int kVerbs = 3;
  const bool main = token > sentence.first && structure_.is_comma(token - 1);
  std::uint32_t t = token;
  for (int verbs = 0; verbs < kVerbs; ++verbs) {
    bool found = false;
    while (t > sentence.first && !found) {
      --t;
      if ((structure_.info(t).marks & bit(Mark::complementizer)) != 0) return kNoIndex;
      const bool relative = main && t > sentence.first && structure_.has(t - 1, Mark::relative);
      found = structure_.is_finite(t) && !relative;
    }
    if (!found) return kNoIndex;
    std::uint32_t subject = arabic_adjacent_subject(sentence, t);
    bool unknown_noun = false;
    if (subject == kNoIndex) subject = arabic_right_subject(sentence, t, unknown_noun);
    if (subject != kNoIndex && structure_.mentions()[subject].first < token) return subject;
    if (unknown_noun || (structure_.proclitics(t) & (text::kWa | text::kFa)) == 0) return arabic_left_subject(sentence, t);
  }
  return kNoIndex;
}

// "وصل X إلى Y والتقى Z", "ثم اعتقل", "ألقى خطابا دعا فيه": coordinated verbs share their subject, and so does one that
// describes the object of the other.
bool Relations::goes_on(const text::Sentence& sentence, std::uint32_t verb) const {
  if ((structure_.proclitics(verb) & (text::kWa | text::kFa)) != 0) return true;
  if (verb == sentence.first) return false;
  // "نشر مقطعا الأربعاء أكد فيه": a date may stand between.
  std::uint32_t left = verb - 1;
  while (left > sentence.first && structure_.info(left).timex >= 0) --left;
  const TokenInfo& before = structure_.info(left);
  const std::string_view word = structure_.word(left);
  if (word == "ثم") return true;
  const bool plain = structure_.is_word(left) && before.marks == 0 && before.mention < 0 && before.timex < 0;
  return plain && word.ends_with("ا") && !word.starts_with("ال");
}

// "قال ترامب إنه سيزور", "تلتقي بيلوسي … قبل أن تتوجه": the subject of the verb that the clause depends on.
std::uint32_t Relations::arabic_main_subject(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint64_t kParticles = bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::future) | bit(Mark::adverb);
  std::uint32_t t = token;
  while (t > sentence.first && token - t < 4 && structure_.info(t - 1).mention < 0 && (structure_.info(t - 1).marks & kParticles) != 0) --t;
  if (t < sentence.first + 2 || (structure_.info(t - 1).marks & bit(Mark::complementizer)) == 0) return kNoIndex;
  const std::string_view word = structure_.word(t - 1);
  const bool pronoun = word.ends_with("ه") || word.ends_with("ها") || word.ends_with("هم") || word.ends_with("هما");
  if (!pronoun && (structure_.info(t - 2).marks & (bit(Mark::before) | bit(Mark::after))) == 0) return kNoIndex;
  for (std::uint32_t v = t - 1, first = std::max(sentence.first, t > kReach ? t - kReach : 0U); v > first;) {
    --v;
    if (!structure_.is_finite(v)) continue;
    bool unknown_noun = false;
    std::uint32_t subject = arabic_adjacent_subject(sentence, v);
    if (subject == kNoIndex) subject = arabic_right_subject({.first = sentence.first, .last = t - 1, .span = sentence.span}, v, unknown_noun);
    if (subject == kNoIndex && !unknown_noun) subject = arabic_left_subject(sentence, v);
    return subject;
  }
  return kNoIndex;
}

// Whether the clause of the verb may begin with it. One that stands right behind a common noun has its subject there.
bool Relations::begins_clause(const text::Sentence& sentence, std::uint32_t token) const {
  if (token == sentence.first || (structure_.proclitics(token) & (text::kWa | text::kFa)) != 0) return true;
  const TokenInfo& before = structure_.info(token - 1);
  if (structure_.word(token).starts_with("ف")) return true;
  return !structure_.is_word(token - 1) || before.timex >= 0 || before.mention >= 0 || before.marks != 0 || before.inside_phrase;
}

// Whether nothing that could be the object follows the mention and what is joined to it.
bool Relations::stands_alone(const text::Sentence& sentence, std::uint32_t mention) {
  scratch_.clear();
  structure_.chain(mention, scratch_);
  const std::uint32_t behind = structure_.mentions()[scratch_.back()].last;
  if (behind >= sentence.last || !structure_.is_word(behind)) return true;
  const TokenInfo& info = structure_.info(behind);
  return info.mention < 0 && (info.timex >= 0 || info.marks != 0);
}

// Whether the one name behind the verb leaves no subject but a single person whom the text told of in the sentence before: of an office above the one named.
bool Relations::acts_as_told(const text::Sentence& sentence, std::uint32_t token, std::uint32_t named, const Discourse& discourse) {
  if (discourse.subjects.size() != 1 || !stands_alone(sentence, named)) return false;
  const std::uint32_t told = discourse.subjects.front();
  const auto& mentions = structure_.mentions();
  if (mentions[told].kind != EntityKind::person || mentions[told].actor.id.empty() || mentions[told].actor.id == mentions[named].actor.id) return false;
  if (mentions[told].first >= sentence.first) return false;
  const EntityMention& m = mentions[named];
  if (m.kind == EntityKind::country || m.kind == EntityKind::place) return false;
  // "وأقال الرئيس": who rules is whom the verb has for its subject.
  const std::string_view head = structure_.word(m.first);
  return head != "الرئيس" && head != "الملك" && head != "الأمير" && begins_clause(sentence, token);
}

// "التقى الوزير، اليوم الخميس بالرباط، نظيره": the comma that closes an aside of when and where, which the comma at the token opens; or the token.
std::uint32_t Relations::plain_aside_end(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kAside = 10;
  if (!structure_.is_comma(token) || token + 2 >= sentence.last) return token;
  const bool opens = structure_.info(token + 1).timex >= 0 || structure_.has(token + 1, Mark::preposition) || (structure_.proclitics(token + 1) & text::kBi) != 0;
  constexpr std::uint64_t kClause = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link);
  const auto tells = [&](std::uint32_t t) { return structure_.is_finite(t) || structure_.is_punctuation(t) || (structure_.info(t).marks & kClause) != 0; };
  const std::uint32_t closing = opens ? structure_.tokens().comma_behind(token + 1, std::min(sentence.last, token + kAside), tells) : kNoIndex;
  return closing == kNoIndex ? token : closing;
}

void Relations::arabic_verb(const text::Sentence& sentence, std::uint32_t token, const Sense& sense, const Discourse& discourse,
                            std::vector<Filler>& out) {
  bool unknown_noun = false;
  if (token > sentence.first && (structure_.info(token - 1).marks & bit(Mark::relative)) != 0) return arabic_relative(sentence, token, out);
  if (sense.features.passive_only) return arabic_passive(sentence, token, out);
  const std::uint32_t adjacent = arabic_adjacent_subject(sentence, token);
  std::uint32_t subject = arabic_right_subject(sentence, token, unknown_noun);
  if (adjacent != kNoIndex) {
    add_chain(adjacent, Slot::agent, text::kNoWord, token, out);
    if (subject != kNoIndex && !unknown_noun) add_chain(subject, Slot::patient, text::kNoWord, token, out);
    // Unvocalised, a passive looks active.
    if (subject == kNoIndex) add_chain(adjacent, Slot::patient, text::kNoWord, token, out);
    return;
  }
  bool right = subject != kNoIndex;
  if (goes_on(sentence, token)) {
    const std::uint32_t shared = arabic_shared_subject(sentence, token);
    if (shared != kNoIndex && !right && !unknown_noun) {
      add_chain(shared, Slot::agent, text::kNoWord, token, out, true);
      return add_chain(shared, Slot::patient, text::kNoWord, token, out, true);
    }
    // "وصل X إلى Y والتقى Z": whoever met somebody met the one that is named.
    if (shared != kNoIndex && right && structure_.is_of(token, wants_object_) && stands_alone(sentence, subject)) {
      add_chain(shared, Slot::agent, text::kNoWord, token, out, true);
      return add_chain(subject, Slot::patient, text::kNoWord, token, out);
    }
  }
  // "انتخب سعيد … وفي 25 يوليو جمد البرلمان وأعفى رئيس الحكومة": one name behind a verb of power is whom it is done to, by whom the text told of.
  if (right && rules_over_ != rules::kNoClass && structure_.is_of(token, rules_over_) && acts_as_told(sentence, token, subject, discourse)) {
    add_discourse(Slot::agent, &sense, token, discourse, out);
    return add_chain(subject, Slot::patient, text::kNoWord, token, out);
  }
  if (right) {
    const EntityMention& m = structure_.mentions()[subject];
    // "التقته فلانة", "واستدعت السفير": a man after a verb in the feminine is its object.
    const bool one_man = m.gender == Gender::masculine && m.number == rules::Number::singular && (m.kind == EntityKind::person || m.kind == EntityKind::office);
    if (one_man && sense.features.gender == Gender::feminine) right = false;
    // "تولى إدارة المتحف", "غادر الحكومة": nor has a masculine one beside it a body that is feminine.
    const bool feminine = m.kind == EntityKind::organisation && m.first == token + 1 && m.last > m.first && structure_.word(m.first).ends_with("ة");
    if (feminine && sense.features.gender == Gender::masculine && sense.features.number != rules::Number::plural && structure_.enclitic(token) == text::Enclitic::none) right = false;
    if (is_oblique(subject)) right = false;
    // "كان سمو الأمير قد استقبل الرئيس".
    if (right && (structure_.proclitics(token) & (text::kWa | text::kFa)) == 0 && unknown_topic(sentence, token)) {
      right = false;
      unknown_noun = true;
    }
  }
  std::uint32_t object = right ? kNoIndex : subject;
  unknown_noun = unknown_noun || (!right && (unknown_subject_before(sentence, token) || describes_noun(sentence, token)));
  if (!right) subject = unknown_noun ? kNoIndex : arabic_main_subject(sentence, token);
  if (!right && subject == kNoIndex && !unknown_noun) subject = arabic_left_subject(sentence, token);
  unknown_noun = unknown_noun || (subject == kNoIndex && !begins_clause(sentence, token));
  if (subject != kNoIndex) {
    add_chain(subject, Slot::agent, text::kNoWord, token, out);
  } else if (!unknown_noun) {
    add_discourse(Slot::agent, &sense, token, discourse, out);
  }
  if (right) {
    // The object: the next bare mention after the subject's chain, before another verb.
    scratch_.clear();
    structure_.chain(subject, scratch_);
    std::uint32_t t = structure_.mentions()[scratch_.back()].last;
    const std::uint32_t end = std::min(sentence.last, t + kReach / 2);
    for (; t < end && !structure_.is_finite(t); ++t) {
      const TokenInfo& info = structure_.info(t);
      if ((info.marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before))) != 0) break;
      if (const std::uint32_t closing = plain_aside_end(sentence, t); closing > t) {
        t = closing;
        continue;
      }
      if (structure_.is_punctuation(t)) break;
      if (info.mention < 0) continue;
      const auto m = static_cast<std::uint32_t>(info.mention);
      if (structure_.mentions()[m].form != MentionForm::nisba && structure_.role(m).governor == Governor::none) {
        object = m;
        break;
      }
      t = structure_.mentions()[m].last - 1;
    }
    // Unvocalised, a passive looks active: its only bare mention is what it happened to.
    if (object == kNoIndex) object = subject;
  } else if (object == kNoIndex && !unknown_noun) {
    // Likewise "ثم اعتقل لدى عودته": whom the text is about.
    if (subject != kNoIndex) object = subject;
    else add_discourse(Slot::patient, &sense, token, discourse, out);
  }
  if (object != kNoIndex) add_chain(object, Slot::patient, text::kNoWord, token, out);
}

std::uint32_t Relations::governing_verb(const text::Sentence& sentence, std::uint32_t token) const {
  const std::uint32_t first = token > sentence.first + kGovernorReach ? token - kGovernorReach : sentence.first;
  for (std::uint32_t t = token; t > first;) {
    --t;
    if (structure_.is_finite(t)) return t;
    const TokenInfo& info = structure_.info(t);
    if ((info.marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) |
                       bit(Mark::before))) != 0 && !info.inside_phrase) {
      return kNoIndex;
    }
    const text::Token& word = structure_.tokens().tokens[t];
    if (word.kind == text::TokenKind::punctuation && (word.value == U'.' || word.value == U';' || word.value == U'؛' || word.value == U':')) {
      return kNoIndex;
    }
  }
  return kNoIndex;
}

bool Relations::is_object(std::uint32_t verb, std::uint32_t noun) const {
  constexpr std::uint32_t kObject = 10;
  if (noun <= verb || noun > verb + kObject) return false;
  for (std::uint32_t t = verb + 1; t < noun; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.mention >= 0 || info.timex >= 0 || text::is_possessive(structure_.word(t))) continue;
    if ((info.marks & kFunctionWord) != 0 || structure_.is_punctuation(t)) return false;
  }
  return true;
}

// "تم توقيع اتفاق", "جرت محادثات": the event itself is the subject of the verb.
bool Relations::happens(std::uint32_t verb) const {
  std::string_view word = structure_.word(verb);
  if (word.starts_with("و") || word.starts_with("ف")) word.remove_prefix(std::string_view("و").size());
  constexpr std::array<std::string_view, 8> kHappen = {"تم", "تمت", "يتم", "تتم", "جرى", "جرت", "يجري", "تجري"};
  return std::ranges::find(kHappen, word) != kHappen.end();
}

void Relations::arabic_noun(const text::Sentence& sentence, std::uint32_t token, const Discourse& discourse, std::vector<Filler>& out) {
  const std::uint32_t end = std::min(sentence.last, token + 8);
  for (std::uint32_t t = token + 1; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      if (mention.form == MentionForm::nisba) {
        out.push_back({.mention = m, .slot = Slot::nisba, .preposition = text::kNoWord, .distance = distance(m, token), .implied = false});
      } else if (structure_.role(m).governor != Governor::preposition && structure_.possessor(token) == text::Enclitic::none) {
        // "زار الوزير أنقرة": a noun with the article has no genitive; only who holds the title may stand beside it.
        const bool beside = !structure_.has_article(token) || mention.kind == EntityKind::person || mention.first <= token;
        if (beside && (mention.first <= token + 2 || structure_.role(m).token == token)) add_chain(m, Slot::genitive, text::kNoWord, token, out);
        break;
      } else {
        break;
      }
      t = mention.last - 1;
      continue;
    }
    if (structure_.is_finite(t) || (info.marks & kPrepositional) != 0) break;
    if (structure_.is_punctuation(t)) break;
  }
  if (structure_.possessor(token) != text::Enclitic::none) arabic_possessor(sentence, token, discourse, out);
  if (const std::uint32_t verb = governing_verb(sentence, token); verb != kNoIndex) {
    // The noun itself is no subject: look between it and the verb only, then left of the verb.
    bool unknown_noun = false;
    std::uint32_t subject = arabic_adjacent_subject(sentence, verb);
    if (subject == kNoIndex) subject = arabic_right_subject({.first = sentence.first, .last = token, .span = sentence.span}, verb, unknown_noun);
    if (subject == kNoIndex && !unknown_noun && goes_on(sentence, verb)) subject = arabic_shared_subject(sentence, verb);
    if (subject == kNoIndex && !unknown_noun) subject = arabic_left_subject(sentence, verb);
    if (subject != kNoIndex) {
      add_chain(subject, Slot::governor, text::kNoWord, token, out);
    } else if (!unknown_noun && !happens(verb)) {
      add_discourse(Slot::governor, nullptr, token, discourse, out);
    }
  }
}

// "أعلنت السويد انضمامها": the pronoun on a noun is the subject of its clause, else the nearest mention before it.
void Relations::arabic_possessor(const text::Sentence& sentence, std::uint32_t token, const Discourse& discourse, std::vector<Filler>& out) {
  if (const std::uint32_t verb = governing_verb(sentence, token); verb != kNoIndex) {
    bool unknown_noun = false;
    std::uint32_t subject = arabic_adjacent_subject(sentence, verb);
    if (subject == kNoIndex) subject = arabic_right_subject(sentence, verb, unknown_noun);
    if (subject != kNoIndex && structure_.mentions()[subject].first < token) return add_chain(subject, Slot::genitive, text::kNoWord, token, out);
  }
  const text::Enclitic pronoun = structure_.possessor(token);
  std::uint32_t nearest = kNoIndex;
  for (std::uint32_t m = structure_.first_mention(token); m-- > 0 && structure_.mentions()[m].first >= sentence.first;) {
    const EntityMention& mention = structure_.mentions()[m];
    if (mention.form == MentionForm::nisba || mention.kind == EntityKind::place) continue;
    if (nearest == kNoIndex) nearest = m;
    // "وصل سلام إلى بيروت غداة تكليفه", "ألقى كلمة أمام القادة بعد وصوله": one man; most countries are feminine.
    const bool one_man = mention.kind != EntityKind::country && mention.number == rules::Number::singular && mention.gender != rules::Gender::feminine;
    if (pronoun == text::Enclitic::hu && !one_man) continue;
    nearest = m;
    break;
  }
  if (nearest != kNoIndex) return add_chain(structure_.role(nearest).chain_head, Slot::genitive, text::kNoWord, token, out);
  // "خلال محادثاتهما، قال مودي لبوتين": a dual or plural pronoun at the head of the sentence looks ahead.
  if (pronoun == text::Enclitic::huma || pronoun == text::Enclitic::hum) {
    constexpr std::uint32_t kAhead = 16;
    std::uint32_t found = 0;
    for (std::uint32_t m = structure_.first_mention(token); m < structure_.mentions().size() && structure_.mentions()[m].first < std::min(sentence.last, token + kAhead) && found < 2; ++m) {
      if (structure_.mentions()[m].kind != EntityKind::person && structure_.mentions()[m].kind != EntityKind::country) continue;
      if (structure_.mentions()[m].form == MentionForm::nisba) continue;
      out.push_back({.mention = m, .slot = Slot::genitive, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
      ++found;
    }
    if (found > 0) return;
  }
  add_discourse(Slot::genitive, nullptr, token, discourse, out);
}

// "moved on Goma and held talks there", "إلى حقل كاريش، ثم إطلاق ثلاث مسيّرات نحوه": the place named last before the trigger.
void Relations::add_place_meant(std::uint32_t token, std::vector<Filler>& out) const {
  constexpr std::uint32_t kBack = 40;
  const auto& mentions = structure_.mentions();
  for (std::uint32_t m = structure_.first_mention(token); m-- > 0 && mentions[m].first + kBack > token;) {
    if (mentions[m].kind != EntityKind::place) continue;
    out.push_back({.mention = m, .slot = Slot::prep, .preposition = structure_.grammar().in, .distance = distance(m, token), .implied = true});
    return;
  }
}

// "KAMPALA, May 14 – The president arrived here": the place that the text begins with.
void Relations::add_dateline(std::uint32_t token, std::vector<Filler>& out) const {
  const auto& mentions = structure_.mentions();
  if (mentions.empty() || mentions.front().first != 0 || mentions.front().last >= token || mentions.front().place.id.empty()) return;
  out.push_back({.mention = 0, .slot = Slot::prep, .preposition = structure_.grammar().in, .distance = distance(0, token), .implied = true});
}

void Relations::prepositions(const text::Sentence& sentence, std::uint32_t token, bool verbal, std::vector<Filler>& out) {
  const std::uint32_t end = std::min(sentence.last, token + kReach);
  int verbs = 0;
  bool infinitive = false;
  for (std::uint32_t t = token + 1; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (structure_.is_finite(t)) {
      if (++verbs > 1) break;
      infinitive = structure_.word(t - 1) == "to";
    }
    const bool comma = structure_.is_comma(t);
    // "met to hand in the papers, with the envoy looking on": behind the comma the main verb goes on.
    if (verbal && infinitive && comma && t + 1 < end && structure_.is_of(t + 1, company_)) verbs = 0;
    // But not "there were".
    if (verbs == 0 && structure_.is_of(t, there_) && (t + 1 == end || !structure_.has(t + 1, Mark::be))) add_place_meant(token, out);
    if (verbs == 0 && structure_.is_of(t, here_)) add_dateline(token, out);
    if ((info.marks & (bit(Mark::complementizer) | bit(Mark::clause_link))) != 0 && !info.inside_phrase) break;
    if (structure_.is(t, U'؛') || structure_.is(t, U';')) break;
    // What stands behind a comma does not belong to a noun any more.
    if (!verbal && comma) {
      // Unless an aside ends there: "accession of Iran, which is under sanctions, to the SCO".
      const bool goes_on = t + 2 < end && (structure_.info(t + 1).marks & bit(Mark::preposition)) != 0 && structure_.info(t + 2).mention >= 0;
      if (!goes_on) break;
    }
    if (info.mention < 0) continue;
    const auto m = static_cast<std::uint32_t>(info.mention);
    const EntityMention& mention = structure_.mentions()[m];
    const MentionRole& role = structure_.role(m);
    if (role.governor == Governor::preposition && role.chain_head == m && verbs == 0) {
      add_chain(m, Slot::prep, role.preposition, token, out);
    }
    t = mention.last - 1;
  }
}

// "Russia acceded in 1996", in an article about the Council of Europe.
void Relations::topic(std::uint32_t token, std::vector<Filler>& out) const {
  const std::uint32_t m = structure_.topic();
  if (m == kNoIndex) return;
  out.push_back({.mention = m, .slot = Slot::topic, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
}

void Relations::surroundings(const text::Sentence& sentence, std::uint32_t token, std::vector<Filler>& out) const {
  out.clear();
  const auto& mentions = structure_.mentions();
  const std::uint32_t from = std::max(sentence.first, token > kSurroundings ? token - kSurroundings : 0U);
  const std::uint32_t to = std::min(sentence.last, token + kSurroundings);
  for (std::uint32_t m = structure_.first_mention(from); m < mentions.size() && mentions[m].first < to; ++m) {
    if (mentions[m].form == MentionForm::nisba) continue;
    const bool bare = structure_.role(m).governor == Governor::none;
    const bool left = mentions[m].last <= token;
    if (bare) {
      out.push_back({.mention = m, .slot = left ? Slot::before : Slot::after, .preposition = text::kNoWord, .distance = distance(m, token), .implied = false});
    }
    out.push_back({.mention = m, .slot = Slot::sentence, .preposition = structure_.role(m).preposition, .distance = distance(m, token), .implied = false});
  }
  // Nearest first, but a coordination in its own order.
  const auto rank = [&](const Filler& filler) { return distance(structure_.role(filler.mention).chain_head, token); };
  std::ranges::stable_sort(out, [&](const Filler& a, const Filler& b) { return rank(a) < rank(b); });
}

}  // namespace tarikh::event
