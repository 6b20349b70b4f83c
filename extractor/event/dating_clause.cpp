// Which verb of its sentence a date belongs to where the nearest one is not it: over asides, participles, messages, decrees, relative clauses.
#include "event/dating.h"

#include <algorithm>

#include "text/punctuation.h"

namespace tarikh::event {

namespace {

// Where a search to the left over so many tokens ends.
std::uint32_t start_of(const text::Sentence& sentence, std::uint32_t token, std::uint32_t reach) {
  return std::max(sentence.first, token > reach ? token - reach : 0U);
}

}  // namespace

bool Dater::is_participle(std::uint32_t token) const {
  const auto hits = structure_.cache().hits(structure_.tokens().tokens[token].analysis);
  return std::ranges::any_of(hits, [](const rules::Hit& hit) { return hit.sense.features.tense == rules::Tense::past_participle; });
}

// "results released on Monday from a referendum", ", broken off in 1981, and": the date is that of the participle.
bool Dater::participle_before(const text::Sentence& sentence, std::uint32_t token) const {
  if (structure_.grammar().arabic() || token < sentence.first + 2) return false;
  if (structure_.has(token - 1, Mark::preposition)) --token;
  if (token == sentence.first || !structure_.is_word(token - 1) || structure_.is_finite(token - 1)) return false;
  if (token > sentence.first + 2 && (structure_.word(token - 1) == "off" || structure_.word(token - 1) == "up" || structure_.word(token - 1) == "out")) return structure_.is_comma(token - 3) && (is_participle(token - 2) || structure_.word(token - 2).ends_with("en"));
  return structure_.info(token - 1).mention < 0 && structure_.word(token - 1).ends_with("ed");
}

// "demanded the pull-out in a resolution of 19 March", "In a decree issued on Sunday, Saied dismissed": the date of what the words stand in is
// that of the words.
std::uint32_t Dater::verb_of_message(const text::Sentence& sentence, std::uint32_t timex) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (structure_.grammar().arabic() || begin < sentence.first + 3) return kNoIndex;
  constexpr std::uint32_t kPhrase = 4;
  std::uint32_t noun = begin - 1;
  if (structure_.has(noun, Mark::preposition)) --noun;
  const std::uint32_t words = noun > sentence.first + 1 && structure_.phrase_of(noun - 1, message_given_) == 2 ? 2 : structure_.is_of(noun, message_given_) ? 1 : 0;
  const bool given = words > 0;
  noun -= words;
  if (!structure_.is_of(noun, message_) || (!given && noun + 1 == begin)) return kNoIndex;
  std::uint32_t t = noun;
  for (std::uint32_t steps = 0; steps < kPhrase && t > sentence.first && structure_.info(t).mention < 0; ++steps) {
    --t;
    if (structure_.has(t, Mark::preposition)) break;
  }
  if (!structure_.has(t, Mark::preposition)) return kNoIndex;
  for (std::uint32_t p = static_cast<std::uint32_t>(predicates_.size()); p-- > 0;) {
    if (predicates_[p].token < t && structure_.is_finite(predicates_[p].token)) return p;
  }
  if (!given || t != sentence.first) return kNoIndex;
  const std::uint32_t end = structure_.timex_end(timex);
  for (std::uint32_t p = 0; p < predicates_.size(); ++p) {
    if (predicates_[p].token >= end && structure_.is_finite(predicates_[p].token)) return p;
  }
  return kNoIndex;
}

// The event that the paper itself is: "in a joint communique released on Monday".
std::uint32_t Dater::message_before(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kPhrase = 4;
  const std::uint32_t begin = structure_.timex_begin(timex);
  for (std::uint32_t t = begin, steps = 0; t > sentence.first && steps < kPhrase; ++steps) {
    --t;
    if (structure_.is_of(t, message_)) {
      const std::uint32_t p = predicate_at(t);
      return p != kNoIndex && predicates_[p].draft != kNoIndex ? p : kNoIndex;
    }
  }
  return kNoIndex;
}

// "وأوضح الناطق، الذي كان يتحدث في مؤتمر صحفي في 3 مارس، أن": who speaks then says it then.
std::uint32_t Dater::said_in_aside(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts) const {
  constexpr std::uint32_t kAside = 20;
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t open = structure_.tokens().comma_before(begin, start_of(sentence, begin, kAside), [](std::uint32_t) { return false; });
  if (open == kNoIndex || !structure_.has(open + 1, Mark::relative)) return kNoIndex;
  bool speaks = false;
  for (std::uint32_t t = open + 1; t < begin; ++t) speaks = speaks || structure_.is_of(t, speaks_);
  if (!speaks) return kNoIndex;
  const auto says = [&](const Predicate& p) { return p.draft != kNoIndex && drafts[p.draft].rule->type == "statement" && drafts[p.draft].verbal; };
  if (structure_.grammar().arabic()) {
    for (std::uint32_t p = static_cast<std::uint32_t>(predicates_.size()); p-- > 0;) {
      if (predicates_[p].token < open && structure_.is_finite(predicates_[p].token)) return says(predicates_[p]) ? p : kNoIndex;
    }
    return kNoIndex;
  }
  const auto next = std::ranges::find_if(predicates_, [&](const Predicate& p) { return p.token >= structure_.timex_end(timex) && structure_.is_finite(p.token); });
  return next != predicates_.end() && says(*next) ? static_cast<std::uint32_t>(next - predicates_.begin()) : kNoIndex;
}

// "Pellegrini, who was prime minister from 2018 to 2020, said …": an aside without an event of its own.
bool Dater::in_bare_aside(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kLongest = 20;
  const text::Tokens& tokens = structure_.tokens();
  const auto tells = [&](std::uint32_t t) { return predicate_at(t) != kNoIndex; };
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  const std::uint32_t open = tokens.comma_before(begin, start_of(sentence, begin, kLongest), tells);
  return open != kNoIndex && structure_.has(open + 1, Mark::relative) && tokens.comma_behind(end, std::min(sentence.last, end + kLongest), tells) != kNoIndex;
}

// "استقال الرئيس، المنتخب في أكتوبر 2019، في 6 مايو": a definite participle or adjective between commas.
bool Dater::in_participle_aside(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kPhrase = 4;
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (!structure_.grammar().arabic() || end >= sentence.last || !structure_.is_comma(end)) return false;
  const std::uint32_t open = structure_.tokens().comma_before(begin, start_of(sentence, begin, kPhrase), [&](std::uint32_t t) { return structure_.is_finite(t); });
  if (open == kNoIndex || open <= sentence.first || open + 1 == begin) return false;
  return structure_.is_word(open + 1) && structure_.has_article(open + 1) && structure_.info(open + 1).mention < 0 && structure_.has_article(open - 1);
}

// "أصدر أمرا بتمديد الطوارئ، وذلك يوم 30 يناير": of the main verb.
std::uint32_t Dater::told_apart(const text::Sentence& sentence, std::uint32_t timex) const {
  std::uint32_t t = structure_.timex_begin(timex);
  if (!structure_.grammar().arabic() || t < sentence.first + 3) return kNoIndex;
  if (structure_.has(t - 1, Mark::preposition)) --t;
  if (structure_.word(t - 1) != "وذلك") return kNoIndex;
  const auto main = std::ranges::find_if(predicates_, [&](const Predicate& p) { return p.draft != kNoIndex && structure_.is_finite(p.token); });
  return main == predicates_.end() || main->token > t ? kNoIndex : static_cast<std::uint32_t>(main - predicates_.begin());
}

// "أقر القانون الذي يجرم التطبيع في 22 أبريل 2021", "signed the law that bans strikes on Monday": what a relative clause tells in the present
// has no day that is past; the verb above it has.
std::uint32_t Dater::above_relative(const text::Sentence& sentence, const Attachment& best, std::span<const Draft> drafts, std::optional<date::sys_days> dct) const {
  constexpr std::uint32_t kClause = 12;
  const Date& when = *structure_.timexes()[best.timex].date;
  const std::uint32_t begin = structure_.timex_begin(best.timex);
  const std::uint32_t told = predicates_[best.predicate].token;
  if (!dct || when.open_end || when.last > *dct || told > begin || is_deadline(best.timex)) return best.predicate;
  const auto tells_present = [&](std::uint32_t t) {
    if (structure_.grammar().arabic()) return structure_.is_imperfect(t);
    const auto hits = structure_.cache().hits(structure_.tokens().tokens[t].analysis);
    return std::ranges::any_of(hits, [](const rules::Hit& hit) { return hit.sense.features.tense == rules::Tense::present_s; });
  };
  for (std::uint32_t t = begin; t-- > sentence.first + 1 && begin - t < kClause;) {
    if (structure_.is_punctuation(t) || structure_.info(t).timex >= 0) return best.predicate;
    if (!structure_.is_finite(t)) continue;
    if (!structure_.has(t - 1, Mark::relative) || !tells_present(t)) return best.predicate;
    for (std::uint32_t p = static_cast<std::uint32_t>(predicates_.size()); p-- > 0;) {
      const Predicate& main = predicates_[p];
      if (main.token >= t - 1 || !structure_.is_finite(main.token)) continue;
      const bool happened = main.draft != kNoIndex && drafts[main.draft].factuality == Factuality::actual && !tells_present(main.token);
      return happened ? p : best.predicate;
    }
    return best.predicate;
  }
  return best.predicate;
}

// "Iran hanged a man convicted of spying on Monday": a participle right behind a noun; a day of these weeks is the news.
std::uint32_t Dater::above_participle(const Attachment& best, std::span<const Draft> drafts, std::optional<date::sys_days> dct) const {
  const Predicate& p = predicates_[best.predicate];
  const Date& when = *structure_.timexes()[best.timex].date;
  if (structure_.grammar().arabic() || !dct || p.draft != kNoIndex || best.predicate == 0 || p.token > structure_.timex_begin(best.timex)) return best.predicate;
  if (when.granularity != Granularity::day || when.last > *dct || when.last + kFreshDays < *dct || !is_participle(p.token)) return best.predicate;
  const TokenInfo& noun = structure_.info(p.token - 1);
  if (!structure_.is_word(p.token - 1) || structure_.is_finite(p.token - 1) || (noun.mention < 0 && noun.marks != 0)) return best.predicate;
  const Predicate& main = predicates_[best.predicate - 1];
  if (main.draft == kNoIndex || !drafts[main.draft].verbal || drafts[main.draft].factuality != Factuality::actual) return best.predicate;
  constexpr std::uint64_t kBorder = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before) | bit(Mark::conjunction);
  for (std::uint32_t t = main.token + 1; t < p.token; ++t) {
    if (structure_.is_punctuation(t) || structure_.info(t).timex >= 0 || (structure_.info(t).marks & kBorder) != 0) return best.predicate;
  }
  return best.predicate - 1;
}

// "In April 2018 protests forced the prime minister to resign", "voted on Monday to ratify": what the verb brings about is of its day.
std::uint32_t Dater::brought_about(const text::Sentence& sentence, const Attachment& best, std::span<const Draft> drafts) const {
  constexpr std::uint32_t kObject = 10;
  const Predicate& cause = predicates_[best.predicate];
  if (structure_.grammar().arabic() || cause.draft != kNoIndex || !structure_.is_of(cause.token, brings_about_)) return kNoIndex;
  for (std::uint32_t t = cause.token + 1; t + 1 < std::min(sentence.last, cause.token + kObject); ++t) {
    if (structure_.is_punctuation(t)) return kNoIndex;
    const std::uint32_t p = predicate_at(t + 1);
    if (structure_.word(t) == "to" && p != kNoIndex) {
      return predicates_[p].draft != kNoIndex && drafts[predicates_[p].draft].factuality == Factuality::actual ? p : kNoIndex;
    }
    if (predicate_at(t) != kNoIndex) return kNoIndex;
  }
  return kNoIndex;
}

// "بمرسوم صدر", «بموجب قرار»: the paper by which a deed is done, told at the token or one adjective before it.
bool Dater::is_document(const text::Sentence& sentence, std::uint32_t token) const {
  if (!structure_.grammar().arabic() || token <= sentence.first || !structure_.is_of(token, document_)) return false;
  const std::string_view before = structure_.word(token - 1);
  return structure_.may_begin_with(token, text::kBi) || before == "بموجب" || before == "بمقتضى";
}

// "عين المحافظ بمرسوم صدر الاثنين": the day of the paper is that of the deed, and the paper is no happening of its own.
void Dater::give_to_deed(const text::Sentence& sentence, std::span<Draft> drafts) {
  if (!structure_.is_present(document_)) return;
  for (std::uint32_t d = 1; d < drafts.size(); ++d) {
    const auto paper = std::ranges::find_if(drafts[d].anchors, [&](std::uint32_t anchor) { return is_document(sentence, anchor); });
    if (drafts[d].rule->type != "decision" || paper == drafts[d].anchors.end()) continue;
    for (std::uint32_t deed = d; deed-- > 0;) {
      if (!drafts[deed].verbal || drafts[deed].token > *paper) continue;
      const auto own = std::ranges::find_if(predicates_, [&](const Predicate& p) { return p.draft == deed; });
      if (own == predicates_.end()) break;
      for (Attachment& a : attachments_) {
        if (predicates_[a.predicate].draft == d) a.predicate = static_cast<std::uint32_t>(own - predicates_.begin());
      }
      drafts[d].weak = true;
      break;
    }
  }
}

// The comma that closes ", two days after the coup," or ", shortly before the vote,", which the comma opens; or that comma.
std::uint32_t Dater::counted_aside_end(const text::Sentence& sentence, std::uint32_t comma) const {
  constexpr std::uint32_t kAside = 14, kQuantity = 5;
  std::uint32_t t = comma + 1;
  while (t < std::min(sentence.last, comma + kQuantity) && (structure_.info(t).timex >= 0 || structure_.has(t, Mark::adverb))) ++t;
  if (t == comma + 1 || t >= sentence.last || (structure_.info(t).marks & (bit(Mark::after) | bit(Mark::before))) == 0) return comma;
  const std::uint32_t closing = structure_.tokens().comma_behind(t, std::min(sentence.last, comma + kAside), [](std::uint32_t) { return false; });
  return closing == kNoIndex ? comma : closing;
}

// "Two days after the coup, on Tuesday, the union suspended Niger": the day between commas is not what it is counted from.
bool Dater::behind_counted(const text::Sentence& sentence, std::uint32_t timex) const {
  std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (begin > sentence.first && structure_.has(begin - 1, Mark::preposition)) --begin;
  if (begin <= sentence.first + 2 || end >= sentence.last || !structure_.is_comma(begin - 1) || !structure_.is_comma(end)) return false;
  std::uint32_t t = sentence.first;
  while (t < begin && structure_.info(t).timex >= 0) ++t;
  return t > sentence.first && t < begin && (structure_.info(t).marks & (bit(Mark::after) | bit(Mark::before))) != 0;
}

// "and the ministry, two days later, urged": between a subject and its verb.
std::uint32_t Dater::verb_behind_aside(const text::Sentence& sentence, std::uint32_t timex) const {
  std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (begin < sentence.first + 2 || end + 1 >= sentence.last || !structure_.is_comma(end) || !structure_.is_clause_verb(end + 1)) return kNoIndex;
  if (structure_.grammar().arabic() && (structure_.proclitics(end + 1) & (text::kWa | text::kFa)) != 0) return kNoIndex;
  if (structure_.has(begin - 1, Mark::preposition)) --begin;
  if (begin > sentence.first + 2 && structure_.has(begin - 1, Mark::adverb)) --begin;  // "وقبيل المؤتمر، وتحديدا في 31 أكتوبر، استقال"
  if (begin < sentence.first + 2 || !structure_.is_comma(begin - 1) || structure_.is_finite(begin - 2)) return kNoIndex;
  return predicate_at(end + 1);
}

// "had on Monday rejected", "threatened on 30 November to impose": a date inside the words of a verb is that of the verb.
std::uint32_t Dater::verb_around(const text::Sentence& sentence, std::uint32_t timex) const {
  std::uint32_t before = structure_.timex_begin(timex);
  std::uint32_t behind = structure_.timex_end(timex);
  if (structure_.grammar().arabic() || before < sentence.first + 2 || behind + 1 >= sentence.last) return kNoIndex;
  if (structure_.has(before - 1, Mark::preposition)) --before;
  const std::uint32_t verb = before - 1;
  if (verb < sentence.first || !structure_.is_word(behind)) return kNoIndex;
  constexpr std::uint64_t kAuxiliary = bit(Mark::have) | bit(Mark::be) | bit(Mark::future);
  if ((structure_.info(verb).marks & kAuxiliary) != 0) {
    if (structure_.has(behind, Mark::adverb)) ++behind;
    return behind < sentence.last ? predicate_at(behind) : kNoIndex;
  }
  const bool infinitive = structure_.word(behind) == "to" && structure_.is_finite(behind + 1);
  return infinitive && structure_.is_finite(verb) ? predicate_at(verb) : kNoIndex;
}

// "خسر الانتخابات التي نظمت الأحد", "الإعصار الذي ضرب الجزر الثلاثاء", "سيول جارفة اجتاحت صعدة": what a relative clause tells of the
// course of an event dates it. Behind an indefinite noun it has no pronoun.
std::uint32_t Dater::antecedent(const text::Sentence& sentence, std::uint32_t verb) const {
  constexpr std::uint32_t kPhrase = 7, kBare = 3;  // the noun with its adjectives, or with the place where
  if (!structure_.is_of(verb, takes_place_) || verb < sentence.first + 2) return kNoIndex;
  const bool relative = structure_.has(verb - 1, Mark::relative);
  if (!relative && (structure_.proclitics(verb) & (text::kWa | text::kFa)) != 0) return kNoIndex;
  const std::uint32_t start = relative ? verb - 1 : verb;
  const std::uint32_t reach = relative ? kPhrase : kBare;
  for (std::uint32_t t = start, first = std::max(sentence.first, t > reach ? t - reach : 0U); t-- > first;) {
    if (!relative && (structure_.proclitics(t) & text::kAl) != 0) return kNoIndex;
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) return predicates_[p].draft != kNoIndex && !structure_.is_finite(t) ? p : kNoIndex;
    if (structure_.is_comma(t)) return kNoIndex;
  }
  return kNoIndex;
}

// "كمين نصبه متمردون": a verb right behind an indefinite event noun tells of that noun, and so does its date.
// "قال في رسالة تليت الثلاثاء": what is told of the message dates what it says.
std::uint32_t Dater::described(const text::Sentence& sentence, std::uint32_t predicate, std::span<const Draft> drafts) const {
  const Predicate& p = predicates_[predicate];
  if (!structure_.grammar().arabic() || p.draft != kNoIndex || p.token <= sentence.first) return predicate;
  if (const std::uint32_t event = antecedent(sentence, p.token); event != kNoIndex) return event;
  // "قتل خمسة جنود، وفق ما أعلن الجيش الأحد": news of the day that it is reported on.
  const bool reported = (p.token > sentence.first + 1 && structure_.phrase_of(p.token - 2, as_said_) == 2) || structure_.phrase_of(p.token - 1, as_said_) == 1;
  // "حل البرلمان بموجب مرسوم رئاسي وقع الاثنين"
  const bool document = reported || is_document(sentence, p.token - 1) || (p.token > sentence.first + 1 && is_document(sentence, p.token - 2));
  for (std::uint32_t before = predicate; document && before-- > 0;) {
    const std::uint32_t d = predicates_[before].draft;
    if (d != kNoIndex && std::ranges::any_of(drafts[d].anchors, [&](std::uint32_t anchor) { return structure_.is_finite(anchor); })) return before;
  }
  const std::uint32_t noun = p.token - 1;
  if ((structure_.proclitics(noun) & text::kAl) != 0 || structure_.is_finite(noun)) return predicate;
  if (const std::uint32_t event = predicate_at(noun); event != kNoIndex && predicates_[event].draft != kNoIndex) return event;
  if (!structure_.is_of(noun, message_)) return predicate;
  for (std::uint32_t before = predicate; before-- > 0;) {
    const std::uint32_t d = predicates_[before].draft;
    if (d != kNoIndex && drafts[d].verbal) return drafts[d].rule->type == "statement" ? before : predicate;
  }
  return predicate;
}

// "وفي اليوم ذاته أبدت الرياض …", "blocked the road, and on Friday the minister resigned": a joined date before its subject or verb
// belongs to no clause told before it.
bool Dater::opens_clause(const text::Sentence& sentence, std::uint32_t timex) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (end >= sentence.last || begin <= sentence.first) return false;
  if (!structure_.grammar().arabic()) return is_joined(begin) && subject_follows(sentence, end);
  if (!structure_.is_finite(end)) return false;
  const std::uint8_t joined = text::kWa | text::kFa;
  if ((structure_.proclitics(begin) & joined) != 0) return true;
  return structure_.has(begin - 1, Mark::preposition) && (structure_.proclitics(begin - 1) & joined) != 0;
}

// "and on", "but in": what stands before a token that goes on with another clause.
bool Dater::is_joined(std::uint32_t token) const {
  if (token > 0 && structure_.has(token - 1, Mark::preposition)) --token;
  return token > 0 && (structure_.info(token - 1).marks & (bit(Mark::conjunction) | bit(Mark::clause_link))) != 0;
}

// A noun phrase and its verb.
bool Dater::subject_follows(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kSubject = 14;
  const TokenInfo& head = structure_.info(token);
  if (!structure_.is_word(token) || structure_.is_finite(token) || (head.mention < 0 && (head.marks & kFunctionWord) != 0)) return false;
  for (std::uint32_t t = token; t < std::min(sentence.last, token + kSubject); ++t) {
    if (structure_.is_finite(t)) return true;
    if (structure_.info(t).timex >= 0 || structure_.has(t, Mark::conjunction)) return false;
  }
  return false;
}

// "The gathering, held on Thursday, …", "the resignation of the minister, announced on Sunday": the participle that goes on from the noun.
std::uint32_t Dater::apposed_verb(const text::Sentence& sentence, const Draft& draft) const {
  constexpr std::uint32_t kComplement = 6;
  for (std::uint32_t t = draft.token_end; t + 1 < std::min(sentence.last, draft.token_end + kComplement); ++t) {
    if (structure_.is(t, U',')) return t == draft.token_end || is_participle(t + 1) ? t + 1 : kNoIndex;
    if (structure_.is_punctuation(t) || structure_.info(t).timex >= 0 || predicate_at(t) != kNoIndex) return kNoIndex;
    if ((structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::conjunction))) != 0) return kNoIndex;
  }
  return kNoIndex;
}

// ", winner of the peace prize in 2006, was sworn in": the year of who is told of.
bool Dater::in_apposition(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kPhrase = 12, kFewest = 4;
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (structure_.grammar().arabic() || end + 1 >= sentence.last || !structure_.is(end, U',') || structure_.timexes()[timex].date->granularity != Granularity::year) return false;
  if (!structure_.is_clause_verb(end + 1) && (structure_.info(end + 1).marks & (bit(Mark::be) | bit(Mark::have))) == 0) return false;
  const auto tells = [&](std::uint32_t t) { return predicate_at(t) != kNoIndex || structure_.is_punctuation(t); };
  const std::uint32_t open = structure_.tokens().comma_before(begin, start_of(sentence, begin, kPhrase), tells);
  return open != kNoIndex && begin - open >= kFewest && open > sentence.first && structure_.info(open - 1).mention >= 0;
}

// The comma that closes ", put off twice," or ", the first in 23 years,", which has no verb of its own; or the token.
std::uint32_t Dater::bare_aside_end(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kAside = 12;
  if (structure_.grammar().arabic() || !structure_.is(token, U',') || token + 2 >= sentence.last || structure_.has(token + 1, Mark::relative)) return token;
  const auto tells = [&](std::uint32_t t) {
    const std::int32_t timex = structure_.info(t).timex;
    const bool dated = timex >= 0 && structure_.timexes()[static_cast<std::size_t>(timex)].date;
    return dated || (t > token + 1 && structure_.is_clause_verb(t)) || structure_.is_punctuation(t);
  };
  const std::uint32_t closing = structure_.tokens().comma_behind(token + 1, std::min(sentence.last, token + kAside), tells);
  return closing == kNoIndex ? token : closing;
}

// The finite verb behind a noun in subject position, with no other event between them.
std::uint32_t Dater::verb_of_subject(const text::Sentence& sentence, const Draft& draft) const {
  constexpr std::uint32_t kSubjectReach = 10;
  for (std::uint32_t t = draft.token_end, end = draft.token_end + kSubjectReach; t < std::min(sentence.last, end); ++t) {
    const bool relative = !structure_.grammar().arabic() && structure_.is(t, U',');  // "the conference, which runs until Saturday, opened"
    if (const std::uint32_t closing = std::max(bare_aside_end(sentence, t), relative ? aside_end(sentence, t) : t); closing > t) {
      end = closing + kSubjectReach;
      t = closing;
      continue;
    }
    if (structure_.is_finite(t)) return predicate_at(t) != kNoIndex && predicates_[predicate_at(t)].draft == kNoIndex ? t : kNoIndex;
    const bool own = std::ranges::find(draft.anchors, t) != draft.anchors.end();  // "سريان وقف إطلاق النار بدأ السبت"
    const bool border = structure_.is_punctuation(t) && !text::is_quote(structure_.tokens().tokens[t].value);
    if ((predicate_at(t) != kNoIndex && !own) || border) return kNoIndex;
    if ((structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after))) != 0) return kNoIndex;
  }
  return kNoIndex;
}

}  // namespace tarikh::event
