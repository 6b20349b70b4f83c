#include "event/factuality.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace tarikh::event {
namespace {

using rules::Hit;
using rules::Pos;
using rules::Tense;

constexpr std::uint32_t kCueReach = 7;       // tokens left of a verb where its modal cue may stand
constexpr std::uint32_t kNounReach = 4;      // tokens left of a noun
constexpr std::uint32_t kModifierReach = 4;  // "القمة … المقرر عقدها"
constexpr std::uint32_t kHabitReach = 10;
constexpr int kMaxDepth = 2;                 // "refused to allow talks": two verbs up

constexpr std::uint64_t kBackground = bit(Mark::after) | bit(Mark::before) | bit(Mark::occasion) | bit(Mark::time_since);

/// What a governing cue makes of what depends on it.
std::optional<Factuality> cue(std::uint64_t marks) {
  if ((marks & bit(Mark::counterfactual)) != 0) return Factuality::denied;
  if ((marks & (bit(Mark::refusal) | bit(Mark::negated_noun))) != 0) return Factuality::denied;
  if ((marks & (bit(Mark::planning) | bit(Mark::planned))) != 0) return Factuality::planned;
  if ((marks & (bit(Mark::hypothetical) | bit(Mark::wishing))) != 0) return Factuality::hypothetical;
  return std::nullopt;
}

/// Types of events that people speak against because they have happened.
bool is_suffered(std::string_view type) {
  return type == "military_action" || type == "clash" || type == "coup" || type == "sanction" || type == "disaster";
}

}  // namespace

// "أجل اجتماعه لتعارضه مع القمة", "رفض الحوار بسبب الحرب": what stands behind is not what was put off or refused.
bool FactualityJudge::is_circumstance(std::uint32_t token) const {
  constexpr std::array<std::string_view, 7> kWords = {"مع", "بسبب", "رغم", "نتيجة", "جراء", "بفضل", "مقابل"};
  return std::ranges::find(kWords, structure_.word(token)) != kWords.end();
}

bool FactualityJudge::ends_clause(std::uint32_t token) const {
  const text::Token& t = structure_.tokens().tokens[token];
  if (t.kind == text::TokenKind::punctuation) {
    return t.value != U'"' && t.value != U'«' && t.value != U'»' && t.value != U'-' && t.value != U'“' && t.value != U'”';
  }
  return !structure_.info(token).inside_phrase &&
         (structure_.info(token).marks & (bit(Mark::relative) | bit(Mark::clause_link))) != 0 &&
         (structure_.info(token).marks & (bit(Mark::complementizer) | bit(Mark::hypothetical))) == 0;
}

// ", who …," between a verb and what belongs to it: gives the closing comma, or the token itself.
std::uint32_t FactualityJudge::behind_aside(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kAside = 25;
  if (!structure_.is_comma(token) || token + 1 >= sentence.last || !structure_.has(token + 1, Mark::relative)) return token;
  for (std::uint32_t t = token + 2; t < std::min(sentence.last, token + kAside); ++t) {
    if (structure_.is_comma(t)) return t;
  }
  return token;
}

// Right behind "without" or «من دون».
bool FactualityJudge::stands_negated(const text::Sentence& sentence, std::uint32_t token) const {
  std::uint32_t t = token;
  while (t > sentence.first && structure_.info(t - 1).inside_phrase) --t;
  return t > sentence.first && structure_.has(t - 1, Mark::negated_noun);
}

bool FactualityJudge::habitual(const text::Sentence& sentence, std::uint32_t token) const {
  const std::uint32_t first = std::max(sentence.first, token > kHabitReach ? token - kHabitReach : 0U);
  // "كل أربعة أعوام", "every other year"
  const auto returns = [&](std::uint32_t t) {
    const std::int32_t timex = structure_.info(t).timex;
    return structure_.has(t, Mark::habitual) || (timex >= 0 && structure_.timexes()[static_cast<std::size_t>(timex)].type == TimexType::set);
  };
  for (std::uint32_t t = token; t-- > first;) {
    if (returns(t)) return true;
    if (ends_clause(t)) break;
  }
  std::uint32_t last = std::min(sentence.last, token + kHabitReach);
  for (std::uint32_t t = token + 1; t < last; ++t) {
    // "Accused him of having repeatedly broken the law", "said that it had often …": of another deed.
    const auto begins_another = [&] {
      return structure_.has(t, Mark::complementizer) || structure_.is_finite(t) || structure_.gerund(t) != Structure::Gerund::none ||
             structure_.word(t) == "having";
    };
    if (!structure_.grammar().arabic() && begins_another()) break;
    if (returns(t)) return true;
    if (const std::uint32_t behind = behind_aside(sentence, t); behind > t) {
      last = std::min(sentence.last, behind + kHabitReach);
      t = behind;
      continue;
    }
    if (ends_clause(t)) break;
  }
  return false;
}

Factuality FactualityJudge::of_governor(const text::Sentence& sentence, std::uint32_t token, int depth) const {
  const std::uint64_t marks = structure_.info(token).marks;
  const Factuality own = depth < kMaxDepth && structure_.is_finite(token) ? of_verb(sentence, token, depth + 1) : Factuality::actual;
  const Factuality given = cue(marks).value_or(Factuality::actual);
  if (own == Factuality::denied && given == Factuality::denied) return Factuality::hypothetical;  // "did not rule out talks"
  return given != Factuality::actual ? given : own;
}

Factuality FactualityJudge::of_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const {
  return structure_.grammar().arabic() ? of_arabic_verb(sentence, token, depth) : of_english_verb(sentence, token, depth);
}

// Whether كان stands before the قد at the token, in its clause.
bool FactualityJudge::told_as_over(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kSubject = 8;
  for (std::uint32_t t = token, steps = 0; t > sentence.first && steps < kSubject; ++steps) {
    --t;
    if (structure_.has(t, Mark::pluperfect)) return true;
    if (structure_.is_finite(t) || ends_clause(t)) return false;
  }
  return false;
}

Factuality FactualityJudge::of_arabic_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const {
  bool imperfect = false;
  bool perfect = false;
  for (const Hit& hit : structure_.cache().hits(structure_.tokens().tokens[token].analysis)) {
    // First persons are spelled like the past of derived verbs: "قد أعلن", "قد التقى".
    if (hit.sense.pos != Pos::verb || hit.sense.features.person == 1) continue;
    imperfect = imperfect || hit.sense.features.tense == Tense::imperfect;
    perfect = perfect || hit.sense.features.tense == Tense::perfect;
  }
  if (structure_.is_future(token)) return Factuality::planned;
  bool subordinate = imperfect && (structure_.proclitics(token) & text::kLi) != 0;
  bool indicative = false;
  const std::uint32_t first = std::max(sentence.first, token > kCueReach ? token - kCueReach : 0U);
  for (std::uint32_t t = token; t-- > first;) {
    const TokenInfo& info = structure_.info(t);
    const std::string_view word = structure_.word(t);
    if ((info.marks & bit(Mark::negation)) != 0 && !info.inside_phrase) {
      // A negation stands at its verb; "ما" is more often relative than negative.
      if (t + 1 == token && word != "ما" && word != "وما") return is_only(sentence, token) ? Factuality::actual : Factuality::denied;
      if (t + 1 != token && word.find("ليس") != std::string_view::npos) return Factuality::denied;
    }
    if (t + 1 == token && (info.marks & bit(Mark::future)) != 0) return Factuality::planned;
    // "قد تتولى" may be; "وقد تولى", "كان البلدان قد تقدما" is done, though spelled like what may be.
    const bool may_be = t + 1 == token && imperfect && (word == "قد" || word == "وقد" || word == "فقد");
    if (may_be && !(perfect && (word != "قد" || told_as_over(sentence, t)))) return Factuality::hypothetical;
    if (info.mention >= 0 || info.timex >= 0) continue;
    // "نفى أن تكون القوات قد قصفت المستشفى"
    if (!imperfect && (word == "يكون" || word == "تكون" || word == "يكونوا" || word == "تكونا")) {
      imperfect = true;
      perfect = false;
      continue;
    }
    if ((info.marks & bit(Mark::complementizer)) != 0 && (word == "أن" || word == "بأن" || word == "ان")) {
      if (t > first && (structure_.info(t - 1).marks & (bit(Mark::before) | bit(Mark::after))) != 0) return of_succession(sentence, t - 1, depth);
      subordinate = imperfect;
      if (!imperfect) return Factuality::actual;
      // "ذكرت أن الرئيس تلقى اتصالا": behind "that" and a noun what is spelled like the past is the past.
      indicative = perfect && t + 1 < token && !structure_.is_finite(t + 1);
      continue;
    }
    if ((info.marks & bit(Mark::complementizer)) != 0 || ends_clause(t)) break;
    if ((info.marks & bit(Mark::hypothetical)) != 0) return Factuality::hypothetical;
    if ((info.marks & (bit(Mark::planned) | bit(Mark::counterfactual))) != 0) return *cue(info.marks);
    if (subordinate && (structure_.is_finite(t) || cue(info.marks))) return of_governor(sentence, t, depth);
    if (structure_.is_finite(t)) break;
  }
  // A subjunctive without a known governor: said of something wanted, not of something done.
  if (subordinate && !indicative && (structure_.proclitics(token) & text::kLi) == 0) return Factuality::hypothetical;
  return imperfect && habitual(sentence, token) ? Factuality::habitual : Factuality::actual;
}

// "لم يفرج عنه إلا في 11 فبراير 1990": done, though not before; "إلا أن" is another clause.
bool FactualityJudge::is_only(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 12;
  for (std::uint32_t t = token + 1; t + 1 < std::min(sentence.last, token + kReach); ++t) {
    if (structure_.is_punctuation(t)) return false;
    const std::string_view word = structure_.word(t);
    if (word == "إلا" || word == "سوى") {
      if (structure_.info(t + 1).timex < 0 && (structure_.info(t + 1).marks & (bit(Mark::preposition) | bit(Mark::after))) == 0) return false;
      // "إلا بعد عامين": of some day that nobody says here.
      const auto dated = [&](std::uint32_t at) { return structure_.info(at).timex >= 0 && structure_.timexes()[static_cast<std::size_t>(structure_.info(at).timex)].date; };
      bool any = !structure_.has(t + 1, Mark::after);
      for (std::uint32_t at = t + 1; at < sentence.last && !any; ++at) any = dated(at) || structure_.info(at).mention >= 0;
      return any;
    }
    if (structure_.is_finite(t)) return false;
  }
  return false;
}

// "قبل أن تعود إليها": what came before or after something told is told as well; planned, if that is.
Factuality FactualityJudge::of_succession(const text::Sentence& sentence, std::uint32_t token, int depth) const {
  if (depth >= kMaxDepth) return Factuality::actual;
  const std::uint32_t verb = relations_.governing_verb(sentence, token);
  if (verb == kNoIndex) return Factuality::actual;
  return of_verb(sentence, verb, depth + 1) == Factuality::planned ? Factuality::planned : Factuality::actual;
}

Factuality FactualityJudge::of_english_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const {
  bool infinitive = false;
  bool having = false;  // "denied having violated the truce"
  const std::uint32_t first = std::max(sentence.first, token > kCueReach ? token - kCueReach : 0U);
  for (std::uint32_t t = token; t-- > first;) {
    const TokenInfo& info = structure_.info(t);
    const std::string_view word = structure_.word(t);
    if (info.mention >= 0 || info.timex >= 0) {
      if (info.mention >= 0 && infinitive && token - t <= 2) {
        // Headlines: "Xi to visit Moscow".
        bool verb_before = false;
        for (std::uint32_t v = sentence.first; v < t; ++v) verb_before = verb_before || structure_.is_finite(v);
        if (!verb_before) return Factuality::planned;
      }
      continue;
    }
    if ((info.marks & bit(Mark::negation)) != 0 && !info.inside_phrase) return until_day(sentence, token) ? Factuality::actual : Factuality::denied;
    if (word == "to" && t + 1 == token) {
      infinitive = true;
      if ((info.marks & bit(Mark::planned)) != 0) return Factuality::planned;
      if (is_owed(sentence, token)) return Factuality::hypothetical;
      continue;
    }
    if (having && structure_.is_finite(t)) return structure_.is_of(t, denial_) ? Factuality::denied : Factuality::actual;
    having = having || word == "having";
    if ((info.marks & bit(Mark::counterfactual)) != 0) return Factuality::denied;
    if ((info.marks & bit(Mark::hypothetical)) != 0) return word == "would" && is_reported_plan(sentence, t) ? Factuality::planned : Factuality::hypothetical;
    if ((info.marks & (bit(Mark::planned) | bit(Mark::future))) != 0 && (infinitive || word == "will" || word == "shall" || info.inside_phrase || token - t <= 3)) {
      return Factuality::planned;
    }
    if ((info.marks & bit(Mark::auxiliary)) != 0) continue;
    if (infinitive && (structure_.is_finite(t) || cue(info.marks))) return of_governor(sentence, t, depth);
    if ((info.marks & bit(Mark::complementizer)) != 0) {
      if (const std::optional<Factuality> told = of_content(sentence, t, token)) return *told;
      break;
    }
    if (structure_.is_finite(t) || ends_clause(t)) break;
  }
  return habitual(sentence, token) ? Factuality::habitual : Factuality::actual;
}

// "did not elect a president until 31 October": then it did.
bool FactualityJudge::until_day(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 12;
  for (std::uint32_t t = token + 1; t + 1 < std::min(sentence.last, token + kReach); ++t) {
    if (structure_.is_punctuation(t)) return false;
    const std::int32_t timex = structure_.info(t + 1).timex;
    if (structure_.has(t, Mark::time_until) && timex >= 0) return structure_.timexes()[static_cast<std::size_t>(timex)].date.has_value();
  }
  return false;
}

// "announced that the vote would be held on 3 March", "said it would lift the sanctions": on no condition.
bool FactualityJudge::is_reported_plan(const text::Sentence& sentence, std::uint32_t would) const {
  constexpr std::uint32_t kSubject = 14;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::string_view word = structure_.word(t);
    if (word == "if" || word == "If" || word == "unless" || word == "Unless" || word == "should" || word == "once") return false;
  }
  for (std::uint32_t t = would; t-- > sentence.first && would - t < kSubject;) {
    if ((structure_.info(t).marks & (bit(Mark::negation) | bit(Mark::wishing) | bit(Mark::opinion))) != 0) return false;
    if (structure_.is_finite(t)) return structure_.is_of(t, announces_);
    if ((structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::clause_link))) != 0 && (structure_.info(t).marks & bit(Mark::complementizer)) == 0) return false;
  }
  return false;
}

// "Denied that troops had entered", "rejected claims that it shelled": what is said not to have been. "Demanded that Israel withdraw":
// what is wished for, if the verb is bare.
std::optional<Factuality> FactualityJudge::of_content(const text::Sentence& sentence, std::uint32_t that, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 4;
  bool claim = false;
  for (std::uint32_t t = that; t > sentence.first && that - t < kReach;) {
    --t;
    if (ends_clause(t)) return std::nullopt;
    if (structure_.is_of(t, claim_)) claim = true;
    if (!structure_.is_finite(t) && !structure_.has(t, Mark::wishing)) continue;  // "a resolution demanding that …"
    if (structure_.is_of(t, denial_) || (claim && structure_.has(t, Mark::refusal))) return Factuality::denied;
    if (!structure_.has(t, Mark::wishing)) return std::nullopt;
    const auto hits = structure_.cache().hits(structure_.tokens().tokens[token].analysis);
    const auto of_tense = [&](Tense tense) { return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.sense.features.tense == tense; }); };
    return of_tense(Tense::base) && !of_tense(Tense::past) ? std::optional(Factuality::hypothetical) : std::nullopt;
  }
  return std::nullopt;
}

// "Refused to accept the result of Saturday's election", "declined to comment on the attack": what is refused is the deed beside the verb, and
// not what that is about; but who cancels the round of an election cancels it.
bool FactualityJudge::is_beside_refusal(const text::Sentence& sentence, std::uint32_t verb, std::uint32_t token, bool definite) const {
  constexpr std::array<std::string_view, 6> kAbout = {"of", "on", "over", "about", "against", "in"};
  if (structure_.grammar().arabic()) return false;
  std::uint32_t refusal = verb;
  if (verb >= sentence.first + 2 && structure_.word(verb - 1) == "to") refusal = verb - 2;
  if (!structure_.has(refusal, Mark::refusal) || structure_.is_of(refusal, calls_off_)) return false;
  for (std::uint32_t t = refusal + 1; t < token; ++t) {
    if (structure_.info(t).timex >= 0) return true;
    if (t > refusal + 1 && std::ranges::find(kAbout, structure_.word(t)) != kAbout.end()) return true;
    if (structure_.word(t) == "to" && (definite || t > refusal + 1)) return true;
  }
  return false;
}

// "Libya's election, due on 24 December, never happened": behind the aside the verb says no.
bool FactualityJudge::never_came(const text::Sentence& sentence, std::uint32_t planned) const {
  constexpr std::uint32_t kAside = 12, kVerb = 3;
  if (structure_.grammar().arabic() || planned == sentence.first || !structure_.has(planned, Mark::planned) || !structure_.is_comma(planned - 1)) return false;
  for (std::uint32_t t = planned + 1; t + 1 < std::min(sentence.last, planned + kAside); ++t) {
    if (!structure_.is_comma(t)) continue;
    for (std::uint32_t v = t + 1; v < std::min(sentence.last, t + 1 + kVerb); ++v) {
      if (structure_.has(v, Mark::negation)) return true;
    }
    return false;
  }
  return false;
}

// "has until Friday to pull back", "had 48 hours to leave"
bool FactualityJudge::is_owed(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kPhrase = 6;
  bool dated = false;
  for (std::uint32_t t = token - 1, steps = 0; t > sentence.first && steps < kPhrase; ++steps) {
    --t;
    if (structure_.info(t).timex >= 0) dated = true;
    else if ((structure_.info(t).marks & bit(Mark::have)) != 0) return dated;
    else if ((structure_.info(t).marks & (bit(Mark::time_until) | bit(Mark::preposition))) == 0) return false;
  }
  return false;
}

// "postponed elections planned for February"
bool FactualityJudge::is_called_off(const text::Sentence& sentence, std::uint32_t token) const {
  const std::uint32_t verb = relations_.governing_verb(sentence, token);
  return verb != kNoIndex && structure_.is_of(verb, calls_off_);
}

Factuality FactualityJudge::of_noun(const text::Sentence& sentence, const Draft& draft) const {
  const std::uint32_t token = draft.token;
  const std::uint32_t end = draft.token_end;
  const bool suffered = is_suffered(draft.rule->type);
  const bool definite = structure_.grammar().arabic() ? (structure_.proclitics(token) & text::kAl) != 0
                                                      : token > 0 && structure_.word(token - 1) == "the";
  const std::uint32_t last = std::min(sentence.last, end + kModifierReach);
  for (std::uint32_t t = end; t < last; ++t) {
    if (structure_.info(t).timex >= 0 || structure_.info(t).mention >= 0) continue;
    // "The trip may take place after Ramadan", "talks could resume in March": of what may have killed somebody nobody doubts.
    const bool may = (structure_.info(t).marks & bit(Mark::hypothetical)) != 0 && structure_.has(t, Mark::auxiliary);
    if (may && t + 1 < sentence.last && structure_.is_of(t + 1, held_)) return Factuality::hypothetical;
    // "تبادل السفراء سيتم قبل نهاية يوليو"
    if (structure_.is_finite(t) && structure_.is_of(t, takes_place_) && structure_.is_future(t)) return Factuality::planned;
    // "القمة التي ستعقد في الدوحة"
    if (t == end && structure_.has(t, Mark::relative) && t + 1 < sentence.last && structure_.is_finite(t + 1) && structure_.is_future(t + 1)) return Factuality::planned;
    if (t == end && t + 1 < sentence.last && never_came(sentence, t + 1)) return Factuality::denied;
    if (structure_.is_finite(t) || ends_clause(t)) break;
    if ((structure_.info(t).marks & bit(Mark::planned)) != 0) return is_called_off(sentence, token) ? Factuality::denied : Factuality::planned;
  }
  // "Rejected the constitution in a referendum": that was held.
  const bool vote_held_in = draft.rule->type == "election" && token > sentence.first && structure_.word(token - 1) == "في";
  const std::uint32_t first = std::max(sentence.first, token > kNounReach ? token - kNounReach : 0U);
  for (std::uint32_t t = token; t-- > first;) {
    const TokenInfo& info = structure_.info(t);
    if (info.mention >= 0 || info.timex >= 0) break;
    if ((info.marks & bit(Mark::planning)) != 0 && std::ranges::find(draft.anchors, t) != draft.anchors.end()) continue;  // "اتفاق وقعه الطرفان"
    if ((info.marks & kBackground) != 0 && (info.marks & bit(Mark::hypothetical)) == 0) return Factuality::actual;
    if (structure_.is_finite(t) || ends_clause(t)) break;
    if ((info.marks & bit(Mark::planned)) != 0 && structure_.grammar().arabic()) return Factuality::planned;
    if ((info.marks & bit(Mark::planned)) != 0 && t + 2 >= token) return Factuality::planned;
    if (const std::optional<Factuality> given = cue(info.marks); given && t + 3 >= token) return *given;
  }
  if (const std::uint32_t verb = relations_.governing_verb(sentence, token); verb != kNoIndex) {
    // "قررت قمة بريكس": who decides, not what is decided on.
    const bool decides = structure_.grammar().arabic() && verb + 1 == token && structure_.has(verb, Mark::planning);
    if (vote_held_in || decides) return of_verb(sentence, verb, 0);
    for (std::uint32_t t = verb + 1; t < token; ++t) {
      if ((structure_.info(t).marks & kBackground) != 0 || (definite && is_circumstance(t))) return Factuality::actual;
    }
    if (is_beside_refusal(sentence, verb, token, definite)) return Factuality::actual;
    const Factuality governed = of_governor(sentence, verb, 0);
    // What has been suffered exists whatever is thought of it: "rejected the invasion", "called for an end to the war".
    if (suffered && definite && (governed == Factuality::hypothetical || governed == Factuality::denied)) return Factuality::actual;
    return governed == Factuality::habitual && !habitual(sentence, token) ? Factuality::actual : governed;
  }
  return habitual(sentence, token) && (structure_.proclitics(token) & text::kAl) == 0 ? Factuality::habitual : Factuality::actual;
}

// "will leave after meeting X", "would become a member, joining Y": what goes with a deed is as real as that, but what did not happen
// is only the deed itself.
Factuality FactualityJudge::of_gerund(const text::Sentence& sentence, std::uint32_t token) const {
  for (std::uint32_t t = token; t-- > sentence.first;) {
    // "Denied having violated the truce"
    const bool beside = structure_.is_finite(t) && structure_.is_of(t, denial_) && token - t <= 3;
    if (beside) return Factuality::denied;
    if (!structure_.is_finite(t) || t + 1 >= token) continue;
    const Factuality main = of_verb(sentence, t, 0);
    return main == Factuality::denied ? Factuality::actual : main;
  }
  return Factuality::actual;
}

// "اتفاق لوقف إطلاق النار وتبادل الأسرى", "خطة تنص على فتح المعابر": what is agreed on or proposed has not been done with that.
bool FactualityJudge::is_agreed_on(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 9;
  bool linked = structure_.may_begin_with(token, text::kLi);
  for (std::uint32_t t = token, steps = 0; t > sentence.first && steps < kReach; ++steps) {
    --t;
    if (structure_.is_of(t, plan_noun_)) return linked;
    if (structure_.is_of(t, invitation_)) return structure_.may_begin_with(token, text::kLi);
    if (structure_.is_punctuation(t) || structure_.info(t).timex >= 0) return false;
    const std::string_view word = structure_.word(t);
    if (word == "على" || word == "بشأن" || word == "حول" || structure_.may_begin_with(t, text::kLi)) linked = true;
    // "مشروع قانون يفرض عقوبات": what a bill provides for.
    else if (structure_.is_finite(t) && !linked) linked = structure_.is_imperfect(t);
    if (structure_.is_finite(t) && !linked) return false;
  }
  return false;
}

Factuality FactualityJudge::judge(const text::Sentence& sentence, const Draft& draft) const {
  if (draft.rule->factuality) return *draft.rule->factuality;
  const Factuality told = of_words(sentence, draft);
  if (told != Factuality::actual || !structure_.grammar().arabic() || draft.rule->type == "agreement" || draft.rule->type == "declaration") return told;
  // "وتبادل الأسرى" is spelled like "and they exchanged".
  const auto masdar = [](const Hit& hit) { return hit.sense.features.tense == Tense::masdar || hit.sense.pos == Pos::noun; };
  const bool noun = !draft.verbal || std::ranges::any_of(structure_.cache().hits(structure_.tokens().tokens[draft.token].analysis), masdar);
  return noun && is_agreed_on(sentence, draft.token) ? Factuality::hypothetical : told;
}

Factuality FactualityJudge::of_words(const text::Sentence& sentence, const Draft& draft) const {
  const bool told_by_verb = draft.verbal && structure_.is_finite(draft.token) && structure_.gerund(draft.token) == Structure::Gerund::none;
  for (const std::uint32_t anchor : draft.anchors) {
    if (told_by_verb && anchor != draft.token) continue;  // "fighting could resume"
    const Structure::Gerund gerund = structure_.gerund(anchor);
    if (gerund != Structure::Gerund::none && gerund != Structure::Gerund::progressive) return of_gerund(sentence, anchor);
  }
  // The verb of a composite trigger carries the modality: "لم تصبح … عضوا".
  for (const std::uint32_t anchor : draft.anchors) {
    if (anchor == draft.token || !structure_.is_finite(anchor)) continue;
    if (draft.rule->type == "election" && never_came(sentence, anchor)) return Factuality::denied;
    if (!draft.verbal && structure_.has(anchor, Mark::planned) && is_called_off(sentence, draft.token)) return Factuality::denied;
    if (draft.rule->type == "declaration" && stands_negated(sentence, draft.token)) return Factuality::denied;  // "انتهى الاجتماع من دون بيان"
    const Factuality told = of_verb(sentence, anchor, 0);
    // "لن تشارك الجزائر في القمة": who stays away from what is told in passing does not call it off.
    if (told == Factuality::denied && draft.rule->background && !draft.verbal) break;
    return told;
  }
  return draft.verbal ? of_verb(sentence, draft.token, 0) : of_noun(sentence, draft);
}

}  // namespace tarikh::event
