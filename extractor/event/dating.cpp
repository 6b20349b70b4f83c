#include "event/dating.h"

#include <algorithm>
#include <array>

#include "text/punctuation.h"

namespace tarikh::event {

using text::is_comma;
using text::is_dash;
using text::is_quote;

namespace {

constexpr std::uint32_t kReach = 45;         // tokens between an expression and its predicate
constexpr std::uint32_t kRegionReach = 25;   // tokens of a bracketed or comma-fenced aside

// Costs in tokens: what stands between an expression and a predicate makes it that much farther.
constexpr int kVerbCost = 8;
constexpr int kRelativeCost = 6;
constexpr int kSubordinateCost = 5;
constexpr int kSinceCost = 15;
constexpr int kPunctuationCost = 5;
constexpr int kClauseCost = 10;  // a semicolon or colon
constexpr int kCommaCost = 3;
constexpr int kEventNounCost = 2;
constexpr int kFrontedCost = 1;
constexpr int kAheadCost = 6;
constexpr int kAheadOfVerbCost = 4;
constexpr int kNounCost = 2;
constexpr int kDefiniteNounCost = 6;
constexpr int kTenseCost = 12;
constexpr int kStaleCost = 8;
constexpr int kPurposeCost = 12;
constexpr int kWeakCost = 6;  // a noun that may turn out to be no event of its own

bool is_colon(const text::Token& token) {
  return token.kind == text::TokenKind::punctuation && (token.value == U':' || token.value == U';' || token.value == U'؛');
}

/// The interval from the start of one date to the end of another.
Date spanning(const Date& a, const Date& b) {
  Date out = a;
  out.first = std::min(a.first, b.first);
  out.last = std::max(a.last, b.last);
  out.granularity = Granularity::interval;
  out.end_granularity = a.granularity == b.granularity ? a.granularity : Granularity::day;
  return out;
}

date::days length(const Date& date) {
  return date.open_start || date.open_end ? date::days::max() : date.last - date.first;
}

// What is done by saying so; when it is to take place is another matter.
bool is_word_only(const EventRule& rule) { return rule.type == "decision" || rule.phase == "invited" || rule.phase == "applied"; }

}  // namespace

std::optional<Date> from_edges(const Date& a, Edge edge_a, const Date& b, Edge edge_b) {
  constexpr date::days kLongest{14};
  if (edge_a == Edge::none || edge_b == Edge::none || edge_a == edge_b) return std::nullopt;
  if (edge_a == Edge::end) return from_edges(b, edge_b, a, edge_a);
  if (a.granularity != Granularity::day || b.granularity != Granularity::day || b.first <= a.first || b.first > a.first + kLongest) return std::nullopt;
  return spanning(a, b);
}

Dater::Dater(const Structure& structure, const Relations& relations)
    : structure_(structure),
      relations_(relations),
      opens_(structure.lexicon().find_class("gathering_opens")),
      closes_(structure.lexicon().find_class("gathering_closes")),
      determiner_(structure.lexicon().find_class("determiner")),
      happening_(structure.lexicon().find_class("happening")),
      message_(structure.lexicon().find_class("message")),
      message_given_(structure.lexicon().find_class("message_given")),
      speaks_(structure.lexicon().find_class("speaks")),
      as_said_(structure.lexicon().find_class("as_said")),
      number_(structure.lexicon().find_class("num_unit")),
      tells_(structure.lexicon().find_class("tells_whom")),
      document_(structure.lexicon().find_class("document")),
      brings_about_(structure.lexicon().find_class("brings_about")),
      day_before_(structure.lexicon().find_class("day_before")),
      day_after_(structure.lexicon().find_class("day_after")),
      comes_(structure.lexicon().find_class("tense_coming")),
      takes_place_(structure.lexicon().find_class("takes_place")) {}

// "did not elect a president until 31 October", "it was not until July that": then it was done.
bool Dater::not_until(std::uint32_t until) const {
  constexpr std::uint32_t kClause = 14;
  if (structure_.grammar().arabic()) return false;
  for (std::uint32_t t = until, steps = 0; t > 0 && steps < kClause; ++steps) {
    --t;
    if (structure_.has(t, Mark::negation)) return true;
    if (structure_.is_punctuation(t) || structure_.tokens().tokens[t].line_start) return false;
  }
  return false;
}

bool Dater::datable(std::uint32_t timex) const {
  const Timex& x = structure_.timexes()[timex];
  if (!x.date || (x.type != TimexType::date && x.type != TimexType::time)) return false;
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (begin == 0) return true;
  if (structure_.grammar().arabic() && (structure_.proclitics(begin) & text::kLi) != 0) return false;  // "سوق لعيد الميلاد"
  // "since 2014", "until May" bound a state; they do not date the happening.
  const std::uint64_t before = structure_.info(begin - 1).marks;
  if ((before & bit(Mark::time_since)) != 0) return false;
  if ((before & bit(Mark::time_until)) != 0 && not_until(begin - 1)) return true;
  if ((before & bit(Mark::time_until)) != 0) return timex > 0 && range_between(timex - 1, timex);
  return true;
}

// "suspended since December 2016", "المغلقة منذ 1993": the state began with the event that the participle names.
std::uint32_t Dater::begun(std::uint32_t timex, std::span<const Draft> drafts) const {
  const Timex& x = structure_.timexes()[timex];
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (!x.date || x.type != TimexType::date || begin < 2 || !structure_.has(begin - 1, Mark::time_since)) return kNoIndex;
  // "عضو في الاتحاد منذ 1981": the rule reads the preposition itself.
  if (const std::uint32_t p = predicate_at(begin - 1); p != kNoIndex && predicates_[p].draft != kNoIndex) return p;
  constexpr std::uint32_t kPhrase = 6;  // "suspended from the bloc since 2016"
  for (std::uint32_t t = begin - 1, first = t > kPhrase ? t - kPhrase : 0U; t-- > first;) {
    if (structure_.is_punctuation(t)) return kNoIndex;
    const std::uint32_t p = predicate_at(t);
    if (p == kNoIndex) continue;
    if (predicates_[p].draft == kNoIndex) return kNoIndex;
    const Draft& draft = drafts[predicates_[p].draft];
    // "أعادت فتح سفارتها المغلقة منذ 2012": since then it was so, and no longer is.
    const auto hits = structure_.cache().hits(structure_.tokens().tokens[begin - 2].analysis);
    const bool was = t != begin - 2 && std::ranges::any_of(hits, [](const rules::Hit& hit) { return hit.sense.features.tense == rules::Tense::passive_participle; });
    const std::string_view state = structure_.word(begin - 2);
    if (was || state == "place" || state == "force" || state == "effect") return kNoIndex;  // "sanctions in place since 2016"
    const rules::Tense tense = draft.sense.features.tense;
    const bool participle = tense == rules::Tense::past_participle || tense == rules::Tense::passive_participle ||
                            (tense == rules::Tense::past && t > 0 && structure_.is(t - 1, U','));  // "Khan, jailed since August 2023"
    // "أغلقت السلطات المعبر منذ الخميس", "has suspended Mali since 2021": deeds that last.
    constexpr std::array<std::string_view, 5> kLasting = {"diplomatic_ties", "suspension", "sanction", "membership", "withdrawal"};
    const bool lasting = draft.verbal && std::ranges::find(kLasting, draft.rule->type) != kLasting.end();
    return lasting || (participle && draft.token == t && draft.rule->type != "statement") ? p : kNoIndex;
  }
  return kNoIndex;
}

void Dater::collect_predicates(const text::Sentence& sentence, std::span<const Draft> drafts) {
  predicates_.clear();
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    for (const std::uint32_t anchor : drafts[d].anchors) {
      if (!structure_.is_of(anchor, determiner_)) predicates_.push_back({.token = anchor, .draft = d});  // "the" of "the coup" is no place to date
    }
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    // "voted to apply on Monday": the infinitive has no date beside that of its verb.
    const bool infinitive = !structure_.grammar().arabic() && t > sentence.first && structure_.word(t - 1) == "to";
    if (structure_.is_finite(t) && !infinitive && !is_auxiliary(sentence, t) && !describes_noun(sentence, t, drafts)) predicates_.push_back({.token = t, .draft = kNoIndex});
  }
  std::ranges::stable_sort(predicates_, [](const Predicate& a, const Predicate& b) { return a.token < b.token; });
  const auto same = std::unique(predicates_.begin(), predicates_.end(), [](const Predicate& a, const Predicate& b) { return a.token == b.token; });
  predicates_.erase(same, predicates_.end());  // drafts were put in first, so they stay
}

// "غرق قارب يحمل مئات المهاجرين الأربعاء": an imperfect right behind an indefinite noun tells what it is like, not when.
bool Dater::describes_noun(const text::Sentence& sentence, std::uint32_t token, std::span<const Draft> drafts) const {
  if (!structure_.grammar().arabic() || token <= sentence.first + 1 || structure_.proclitics(token) != 0) return false;
  const TokenInfo& noun = structure_.info(token - 1);
  const bool bare = structure_.is_word(token - 1) && noun.marks == 0 && noun.timex < 0 && noun.mention < 0 && (structure_.proclitics(token - 1) & text::kAl) == 0;
  if (!bare || !structure_.is_imperfect(token)) return false;
  for (std::uint32_t t = token - 1; t-- > sentence.first;) {
    if (structure_.is_punctuation(t)) return false;
    if ((structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link))) != 0) return false;
    if (std::ranges::any_of(drafts, [&](const Draft& draft) { return draft.token == t && draft.verbal; })) return !structure_.is_imperfect(t);
  }
  return false;
}

// "had voted", "Not until March did Estonia ratify": the verb is the one behind.
bool Dater::is_auxiliary(const text::Sentence& sentence, std::uint32_t token) const {
  if (structure_.grammar().arabic() || !structure_.has(token, Mark::auxiliary)) return false;
  if (token > sentence.first && structure_.info(token - 1).timex >= 0 && structure_.word(token) == "did") return true;
  for (++token; token < sentence.last && (structure_.info(token).marks & (bit(Mark::adverb) | bit(Mark::negation) | bit(Mark::auxiliary))) != 0; ++token) {
  }
  return token < sentence.last && structure_.is_finite(token);
}

std::uint32_t Dater::predicate_at(std::uint32_t token) const {
  const auto found = std::ranges::lower_bound(predicates_, token, {}, &Predicate::token);
  return found != predicates_.end() && found->token == token ? static_cast<std::uint32_t>(found - predicates_.begin()) : kNoIndex;
}

// "the 2015 accord", "their March 27 meeting", "last month's takeover", "دورة 2034": the date is the noun's, nobody else's.
bool Dater::is_attributive(const text::Sentence& sentence, std::uint32_t timex) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (structure_.grammar().arabic()) {
    // A year without a word for it, right behind a noun.
    if (begin == sentence.first || end != begin + 1 || structure_.is_word(begin) || structure_.timexes()[timex].date->granularity != Granularity::year) return false;
    if (begin > 1 && structure_.info(begin - 2).timex >= 0) return false;  // "سنة 1973 ثم 1988"
    const TokenInfo& noun = structure_.info(begin - 1);
    return structure_.is_word(begin - 1) && (noun.marks & ~bit(Mark::finite_verb)) == 0 && noun.timex < 0 && noun.mention < 0 && !structure_.is_finite(begin - 1);
  }
  if (end >= sentence.last || !structure_.is_word(end) || structure_.is_finite(end)) return false;
  if (text::is_possessive(structure_.word(end))) return true;
  if (begin == sentence.first) return false;
  const TokenInfo& next = structure_.info(end);
  if (next.marks != 0 || next.timex >= 0) return false;
  return structure_.is_of(begin - 1, determiner_) || structure_.word(begin - 1) == "as";
}

// The event noun that an attributive date stands before, in Arabic behind.
std::uint32_t Dater::described_noun(const text::Sentence& sentence, std::uint32_t timex) const {
  const bool arabic = structure_.grammar().arabic();
  const std::uint32_t reach = arabic ? 3 : 6;  // "Sunday's upper house election"
  std::uint32_t t = arabic ? structure_.timex_begin(timex) : structure_.timex_end(timex);
  for (std::uint32_t steps = 0; steps < reach; ++steps) {
    if (arabic ? t == sentence.first : t == sentence.last) return kNoIndex;
    if (arabic) --t;
    if (structure_.is_finite(t)) return kNoIndex;
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) return p;
    if (!arabic) ++t;
  }
  return kNoIndex;
}

// "tore up its 2018 accord in January 2023": the noun is what the event is done to, and older than it.
bool Dater::names_what_is_acted_on(const Predicate& p, std::span<const Draft> drafts) const {
  if (p.draft == kNoIndex || drafts[p.draft].rule->occasion) return false;
  const Draft& draft = drafts[p.draft];
  const std::string& type = draft.rule->type;
  if (type == "agreement" || type == "declaration" || type == "election") return false;
  // "killed in last week's attack": the verb tells what the noun did.
  const std::uint32_t first = std::ranges::min(draft.anchors);
  for (std::uint32_t t = p.token; t > first; --t) {
    if (structure_.has(t - 1, Mark::occasion) || structure_.word(t - 1) == "in") return false;
  }
  return std::ranges::any_of(draft.anchors, [&](std::uint32_t anchor) { return anchor != p.token && structure_.is_finite(anchor); });
}

int Dater::crossing(std::uint32_t token) const {
  const text::Token& t = structure_.tokens().tokens[token];
  const TokenInfo& info = structure_.info(token);
  if (t.kind == text::TokenKind::punctuation) {
    if (is_quote(t.value)) return 2;
    if (t.value == U'-' && !t.space_before) return 0;  // "a 29-year-old man"
    if (is_colon(t)) return kClauseCost;
    return is_comma(t.value) ? kCommaCost : kPunctuationCost;
  }
  if (info.inside_phrase || info.timex >= 0) return 0;
  if (info.mention >= 0) return token == structure_.mentions()[static_cast<std::size_t>(info.mention)].first ? 1 : 0;
  if ((info.marks & (bit(Mark::relative) | bit(Mark::clause_link) | bit(Mark::complementizer))) != 0 &&
      (info.marks & (bit(Mark::preposition) | bit(Mark::time_until))) == 0) {
    return kRelativeCost;
  }
  // "the first since he took office in 2014": that year is not the main clause's.
  if ((info.marks & bit(Mark::time_since)) != 0) return kSinceCost;
  if ((info.marks & (bit(Mark::after) | bit(Mark::before))) != 0) return kSubordinateCost;
  if (const std::uint32_t p = predicate_at(token); p != kNoIndex) return structure_.is_finite(token) ? kVerbCost : kEventNounCost;
  return 1;
}

// A closed aside: brackets, dashes, or commas around a relative clause or "وهو …". Gives its first token, or `closing`.
std::uint32_t Dater::region_start(const text::Sentence& sentence, std::uint32_t closing) const {
  const text::Token& close = structure_.tokens().tokens[closing];
  if (close.kind != text::TokenKind::punctuation) return closing;
  const std::uint32_t first = std::max(sentence.first, closing > kRegionReach ? closing - kRegionReach : 0U);
  for (std::uint32_t t = closing; t-- > first;) {
    const text::Token& open = structure_.tokens().tokens[t];
    if (open.kind != text::TokenKind::punctuation) continue;
    if (close.value == U')' && open.value == U'(') return t;
    if (is_dash(close.value) && is_dash(open.value) && close.space_before && open.space_before) return t;
    if (is_comma(close.value) && is_comma(open.value)) {
      constexpr std::uint64_t kNoObject = bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::after) | bit(Mark::time_since) | bit(Mark::time_until);
      const bool participle = !structure_.grammar().arabic() && t + 2 < closing && is_participle(t + 1) && (structure_.info(t + 2).marks & kNoObject) != 0;  // ", closed since 2012,"
      return structure_.behind_aside(t, closing + 1) == closing || structure_.has(t + 1, Mark::relative) || participle ? t : closing;
    }
  }
  return closing;
}

// "in Nairobi, the Kenyan capital, on Monday": the comma that opens what a name is besides, right before the date; or that of another aside.
std::uint32_t Dater::apposition_start(const text::Sentence& sentence, std::uint32_t closing) const {
  constexpr std::uint32_t kApposition = 7;
  if (!structure_.is_comma(closing)) return region_start(sentence, closing);
  const auto stops = [&](std::uint32_t t) { return predicate_at(t) != kNoIndex || structure_.info(t).timex >= 0 || structure_.is_punctuation(t) || structure_.has(t, Mark::conjunction); };
  const std::uint32_t first = std::max(sentence.first, closing > kApposition ? closing - kApposition : 0U);
  const std::uint32_t open = structure_.tokens().comma_before(closing, first, stops);
  const bool named = open != kNoIndex && open > sentence.first && open + 1 < closing && structure_.info(open - 1).mention >= 0;
  return named ? open : region_start(sentence, closing);
}

// "awarded them the 2034 World Cup", "pledged to hold a vote in May": what has been done was done by the publication day. The noun of a
// verb may be planned ("reached the run-off due on 19 November"), and a full date rather says that the publication day is wrong.
bool Dater::is_too_late(const Draft& draft, std::uint32_t token, const Date& when, date::sys_days dct) const {
  if (draft.factuality != Factuality::actual || when.open_start || when.first <= dct) return false;
  if (when.known == Known::stated && when.granularity > Granularity::year) return false;
  const auto is_past = [](const rules::Sense& sense) { return sense.features.tense == rules::Tense::perfect || sense.features.tense == rules::Tense::past; };
  return (draft.verbal || structure_.is_finite(token)) && std::ranges::any_of(draft.senses, is_past);
}

// "condemned the coup on Tuesday", «أدان الاتحاد الانقلاب»: the object of a verb of judgement, whose own day is another matter.
bool Dater::is_spoken_of(std::uint32_t predicate, std::span<const Draft> drafts) const {
  if (predicate == 0) return false;
  const Predicate& says = predicates_[predicate - 1];
  return says.draft != kNoIndex && drafts[says.draft].rule->of_others && structure_.is_finite(says.token) && relations_.is_object(says.token, predicates_[predicate].token);
}

void Dater::consider(std::uint32_t predicate, std::uint32_t timex, int cost, std::span<const Draft> drafts,
                     std::optional<date::sys_days> dct, Attachment& best) const {
  const Predicate& p = predicates_[predicate];
  const Date& when = *structure_.timexes()[timex].date;
  // "promised a cabinet by the weekend", "invited them to join as of January": not the saying.
  if (p.draft != kNoIndex && is_deadline(timex) && drafts[p.draft].rule->type == "statement") return;
  if (p.draft != kNoIndex && (marks_before(timex) & (bit(Mark::time_before) | bit(Mark::time_until))) != 0 && is_word_only(*drafts[p.draft].rule)) return;
  bool verb = structure_.is_finite(p.token);
  if (p.draft != kNoIndex) {
    // "became … the tenth member": the noun is the verb's.
    for (const std::uint32_t anchor : drafts[p.draft].anchors) verb = verb || structure_.is_finite(anchor);
  }
  if (!verb) {
    const bool occasion = p.draft != kNoIndex && drafts[p.draft].rule->occasion;
    const bool definite = structure_.grammar().arabic()
                              ? (structure_.proclitics(p.token) & text::kAl) != 0 || structure_.enclitic(p.token) != text::Enclitic::none
                              : p.token > 0 && structure_.word(p.token - 1) == "the";
    cost += (definite && !occasion) || (when.granularity >= Granularity::day && is_spoken_of(predicate, drafts)) ? kDefiniteNounCost : kNounCost;
  }
  // "closed the summit on Monday by adopting …": a gerund behind the date is not what it was given for.
  const auto is_gerund = [&](std::uint32_t anchor) { return anchor > structure_.timex_begin(timex) && structure_.gerund(anchor) != Structure::Gerund::none; };
  if (!verb && p.draft != kNoIndex && std::ranges::any_of(drafts[p.draft].anchors, [&](std::uint32_t anchor) { return structure_.gerund(anchor) != Structure::Gerund::none; })) {
    if (dct && drafts[p.draft].factuality == Factuality::actual && !when.open_start && when.first > *dct) return;
    if (std::ranges::any_of(drafts[p.draft].anchors, is_gerund)) cost += kAheadCost;
  }
  if (p.draft != kNoIndex && drafts[p.draft].weak) cost += kWeakCost;
  // "شن هجوما لاستعادة المدينة في 26 سبتمبر": what a deed is for has no day of its own.
  const bool purpose = !verb && p.draft != kNoIndex && structure_.grammar().arabic() && !drafts[p.draft].rule->occasion && drafts[p.draft].rule->type != "election" &&
                       (structure_.proclitics(drafts[p.draft].token) & text::kLi) != 0;
  if (purpose) cost += kPurposeCost;
  if (dct && p.draft != kNoIndex) {
    const Draft& draft = drafts[p.draft];
    if (is_too_late(draft, p.token, when, *dct)) return;
    const bool past = verb && (draft.sense.features.tense == rules::Tense::perfect || draft.sense.features.tense == rules::Tense::past);
    if (past && draft.factuality == Factuality::actual && !when.open_start && when.first > *dct) cost += kTenseCost;
    if (draft.factuality == Factuality::planned && !when.open_end && when.last < *dct) cost += kTenseCost;
    if (draft.rule->type == "statement" && !when.open_end && when.last + kFreshDays < *dct) cost += kStaleCost;
    // "invited Zelensky on 3 February to a visit": nor has what is only wished for a day that is past.
    if (draft.factuality == Factuality::hypothetical && !draft.verbal && !when.open_end && when.last < *dct) cost += kTenseCost;
    if (draft.rule->type == "statement" && draft.factuality != Factuality::planned && !when.open_start && when.first > *dct) cost += kTenseCost;
  }
  if (best.predicate == kNoIndex || cost < best.cost) best = {.predicate = predicate, .timex = timex, .cost = cost};
}

void Dater::walk_left(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts,
                      std::optional<date::sys_days> dct, Attachment& best) const {
  const std::uint32_t begin = counted_start(sentence, timex);
  const std::uint32_t first = std::max(sentence.first, begin > kReach ? begin - kReach : 0U);
  // "The thaw did not last: two months ago …": the date opens a clause of its own.
  if (begin > sentence.first && is_colon(structure_.tokens().tokens[begin - 1]) && timex != heading_) return;
  int cost = 0;
  constexpr std::uint32_t kPreposition = 2;
  bool reported = false;  // behind "that": a date of what was said is none of the saying
  for (std::uint32_t t = begin; t-- > first;) {
    const std::uint32_t start = begin - t <= kPreposition ? apposition_start(sentence, t) : region_start(sentence, t);
    if (start != t && start >= first) {
      t = start;
      ++cost;
      continue;
    }
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) {
      const std::uint32_t d = predicates_[p].draft;
      if (!reported || d == kNoIndex || drafts[d].rule->type != "statement") consider(p, timex, cost, drafts, dct, best);
    }
    const std::uint64_t marks = structure_.info(t).marks;
    reported = reported || ((marks & bit(Mark::complementizer)) != 0 && (marks & bit(Mark::relative)) == 0 && !structure_.info(t).inside_phrase);
    cost += crossing(t);
  }
}

// Whether the token stands in a phrase with "after" or "before" that opens the sentence.
bool Dater::in_fronted_phrase(const text::Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t kPhrase = 20;
  if (token - sentence.first > kPhrase) return false;
  return (structure_.info(sentence.first).marks & (bit(Mark::after) | bit(Mark::before))) != 0;
}

// ", when", "حين": a clause of what happened at the time that is told before the token.
bool Dater::opens_when(std::uint32_t token) const {
  const auto& tokens = structure_.tokens().tokens;
  if (token < tokens.size() && structure_.is_comma(token)) ++token;
  if (token >= tokens.size()) return false;
  const std::string_view link = structure_.word(token);
  return link == "when" || link == "عندما" || link == "حين" || link == "حينما" || link == "يوم";
}

// "born on 16 September 2023, when the charter was signed", "sour since 1 January, when he signed a memorandum": the verb of that clause.
std::uint32_t Dater::told_when(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kSubject = 14;
  const std::uint32_t end = structure_.timex_end(timex);
  if (!structure_.timexes()[timex].date || structure_.timexes()[timex].type == TimexType::duration || !opens_when(end)) return kNoIndex;
  for (std::uint32_t t = end + 1; t < std::min(sentence.last, end + kSubject); ++t) {
    if (structure_.info(t).timex >= 0) return kNoIndex;
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex && structure_.is_finite(t)) return p;
  }
  return kNoIndex;
}

void Dater::walk_right(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts,
                       std::optional<date::sys_days> dct, Attachment& best) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (participle_before(sentence, begin) && !opens_when(end)) return;
  // Fronted: only function words between it and the start of its clause.
  bool fronted = true;
  for (std::uint32_t t = begin; t-- > sentence.first;) {
    const text::Token& token = structure_.tokens().tokens[t];
    if (token.kind == text::TokenKind::punctuation && is_quote(token.value)) continue;  // "مجلس «فيفا» في 4 أكتوبر"
    if (token.kind == text::TokenKind::punctuation) {
      // ", on Monday," behind a clause is an aside of that clause.
      const bool aside = is_comma(token.value) && end < sentence.last && structure_.is_comma(end) && best.predicate != kNoIndex;
      // "met in Geneva, in the old town, on Monday and signed", "sacked its head, Mr Keller, on Monday after …": of the clause before.
      constexpr std::uint64_t kNextClause = bit(Mark::conjunction) | bit(Mark::after) | bit(Mark::before);
      const bool closes = is_comma(token.value) && end < sentence.last && (structure_.info(end).marks & kNextClause) != 0 && best.predicate != kNoIndex;
      if (closes) return;
      fronted = !is_dash(token.value) && !aside;
      break;
    }
    if (structure_.info(t).timex >= 0) continue;
    if ((structure_.info(t).marks & (bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::relative))) != 0) break;
    if (structure_.info(t).marks == 0 || structure_.is_finite(t)) {
      fronted = false;
      break;
    }
  }
  // "بعد الغزو الروسي لأوكرانيا في فبراير 2022 ارتفعت الأسعار": what is long past is the date of the phrase, not of what came after.
  const bool own = structure_.grammar().arabic() && !fronted && best.predicate != kNoIndex && predicates_[best.predicate].draft != kNoIndex &&
                   in_fronted_phrase(sentence, begin) && dct && !structure_.timexes()[timex].date->open_end &&
                   structure_.timexes()[timex].date->last + kFreshDays < *dct;
  if (own) return;
  int cost = fronted ? kFrontedCost : kAheadCost;
  const std::uint32_t last = std::min(sentence.last, end + kReach);
  bool first_comma = fronted;
  const bool english = !structure_.grammar().arabic();
  std::uint32_t from = end;
  constexpr int kNear = 12;
  const bool told = best.predicate != kNoIndex && best.cost <= kNear && predicates_[best.predicate].draft != kNoIndex;  // "broke out on 25 June when …"
  // "The bombing on August 7 killed …": inside a subject the date is the noun's.
  if (!structure_.grammar().arabic() && !fronted && from < last && (structure_.is_finite(from) || (structure_.info(from).marks & (bit(Mark::be) | bit(Mark::have))) != 0) && (told || dates_subject(best))) return;
  if (!told && opens_when(end)) {
    best = {};
    cost = kFrontedCost;
    from = end + (structure_.is_word(end) ? 1 : 2);
  }
  for (std::uint32_t t = from; t < last; ++t) {
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) consider(p, timex, cost, drafts, dct, best);
    if (structure_.is_comma(t)) {
      // "On Tuesday, two days after the coup, the union suspended Niger": the day is the main clause's.
      // "On 20 December, after the army pushed the rebels back, Chad asked": nor is it the other clause's.
      const std::uint32_t clause = t == end && fronted ? clause_aside_end(sentence, t) : t;
      if (const std::uint32_t closing = t == end ? std::max(clause, counted_aside_end(sentence, t)) : t; closing > t) {
        t = closing;
        ++cost;
        continue;
      }
      // "had done so two days earlier, and its government …": a clause of its own.
      if (english && !fronted && t == end && t + 1 < last && structure_.has(t + 1, Mark::conjunction)) return;
      // "On Sunday Emmanuel Macron, who had flown in, praised …": the date is none of the aside's.
      if (const std::uint32_t closing = english && fronted ? aside_end(sentence, t) : t; closing > t) {
        t = closing;
        ++cost;
        continue;
      }
      if (first_comma) {
        first_comma = false;
        continue;
      }
      // "After the accession of Iran last year, Belarus became …": the date stays in its phrase.
      if (best.predicate != kNoIndex && predicates_[best.predicate].token < begin && in_fronted_phrase(sentence, begin)) return;
    }
    cost += crossing(t);
  }
}

// The comma that closes the clause with "after", "when" or "as" that the comma opens, where the main clause follows; or that comma.
std::uint32_t Dater::clause_aside_end(const text::Sentence& sentence, std::uint32_t comma) const {
  constexpr std::uint64_t kOpens = bit(Mark::after) | bit(Mark::before) | bit(Mark::clause_link);
  if (comma + 2 >= sentence.last || (structure_.info(comma + 1).marks & kOpens) == 0) return comma;
  const std::uint32_t last = std::min(sentence.last, comma + kRegionReach);
  const std::uint32_t closing = structure_.tokens().comma_behind(comma + 2, last, [](std::uint32_t) { return false; });
  if (closing == kNoIndex || closing + 1 >= sentence.last) return comma;
  const bool goes_on = structure_.grammar().arabic() ? structure_.is_finite(closing + 1) : subject_follows(sentence, closing + 1);
  return goes_on ? closing : comma;
}

// The comma that closes the relative clause or the apposition ("Sam Odinga, a spokesman for groups that had pulled out, told") which the comma at
// the token opens, where the main verb goes on behind it; or the token.
std::uint32_t Dater::aside_end(const text::Sentence& sentence, std::uint32_t token) const {
  if (token + 1 >= sentence.last || token == sentence.first || structure_.info(token - 1).mention < 0) return token;
  if (!structure_.has(token + 1, Mark::relative) && !structure_.is_of(token + 1, determiner_)) return token;
  for (std::uint32_t t = token + 2; t + 1 < std::min(sentence.last, token + kRegionReach); ++t) {
    if (structure_.is_comma(t) && structure_.is_finite(t + 1)) return t;
  }
  return token;
}

// "The founding of the bank in June 1945 ended …": the date between an event noun's phrase and the verb is in that phrase.
bool Dater::dates_subject(const Attachment& best) const {
  constexpr int kPhrase = 14;
  return best.predicate != kNoIndex && best.cost <= kPhrase && predicates_[best.predicate].draft != kNoIndex &&
         !structure_.is_finite(predicates_[best.predicate].token);
}

bool Dater::range_between(std::uint32_t a, std::uint32_t b) const {
  const std::uint32_t from = structure_.timex_end(a);
  const std::uint32_t to = structure_.timex_begin(b);
  if (to < from || to - from > 2) return false;
  // "and" makes a range behind "between" only; else it lists.
  const std::uint32_t begin = structure_.timex_begin(a);
  const bool between = begin > 0 && structure_.has(begin - 1, Mark::time_between);
  if (to == from) return between && (structure_.proclitics(to) & text::kWa) != 0;
  for (std::uint32_t t = from; t < to; ++t) {
    const text::Token& token = structure_.tokens().tokens[t];
    const bool dash = token.kind == text::TokenKind::punctuation && is_dash(token.value);
    const bool conjunction = structure_.has(t, Mark::conjunction) || structure_.tokens().words(token.span) == "و";
    if (!dash && (structure_.info(t).marks & bit(Mark::time_range)) == 0 && !(between && conjunction)) return false;
  }
  return true;
}

// "by 2030", "قبل نهاية مايو"; but "before dawn on Monday" is Monday.
bool Dater::is_deadline(std::uint32_t timex) const {
  return (marks_before(timex) & bit(Mark::time_before)) != 0 && structure_.timexes()[timex].type != TimexType::time;
}

// Marks of the word or phrase right before it: "by", «اعتبارا من».
std::uint64_t Dater::marks_before(std::uint32_t timex) const {
  std::uint32_t t = structure_.timex_begin(timex);
  if (t == 0) return 0;
  for (--t; t > 0 && structure_.info(t).inside_phrase; --t) {}
  return structure_.info(t).marks;
}

// Ranges become intervals; of several expressions of one day the narrowest counts; of disjoint ones the nearest.
void Dater::date_from_own(Draft& draft, std::vector<Attachment>& own) const {
  std::ranges::sort(own, [](const Attachment& a, const Attachment& b) { return a.timex < b.timex; });
  for (std::size_t i = 0; i + 1 < own.size(); ++i) {
    const Date& a = *structure_.timexes()[own[i].timex].date;
    const Date& b = *structure_.timexes()[own[i + 1].timex].date;
    const bool both_days = own.size() == 2 && a.granularity == Granularity::day &&
                           structure_.timex_begin(own[i + 1].timex) - structure_.timex_end(own[i].timex) <= 1 &&
                           b.granularity == Granularity::day && b.first == a.last + date::days{1};
    if (own[i + 1].timex != own[i].timex + 1 || (!both_days && !range_between(own[i].timex, own[i + 1].timex))) continue;
    if (b.last < a.first || a.granularity != b.granularity) continue;
    draft.own = {own[i].timex, own[i + 1].timex};
    draft.dating = {.basis = DateBasis::relative, .date = spanning(a, b), .timexes = draft.own, .occasion = kNoIndex};
    const bool stated = structure_.timexes()[own[i].timex].resolution == Resolution::explicit_ ||
                        structure_.timexes()[own[i + 1].timex].resolution == Resolution::explicit_;
    if (stated) draft.dating.basis = DateBasis::explicit_;
    return;
  }
  // "The embargo of October 1973 was lifted in March 1974": a noun before the verb of the event says when rather of itself.
  const auto verb = std::ranges::find_if(draft.anchors, [&](std::uint32_t anchor) { return structure_.is_finite(anchor); });
  const Attachment nearest = *std::ranges::min_element(own, {}, [&](const Attachment& a) {
    return a.cost + (verb != draft.anchors.end() && predicates_[a.predicate].token < *verb ? kAheadOfVerbCost : 0);
  });
  Date date = *structure_.timexes()[nearest.timex].date;
  bool stated = structure_.timexes()[nearest.timex].resolution == Resolution::explicit_;
  draft.own = {nearest.timex};
  for (const Attachment& other : own) {
    if (other.timex == nearest.timex) continue;
    const Date& second = *structure_.timexes()[other.timex].date;
    if (!overlaps(date, second)) continue;
    draft.own.push_back(other.timex);
    stated = stated || structure_.timexes()[other.timex].resolution == Resolution::explicit_;
    // The civil date beside a Hijri one is the exact one to print, whatever days the months have in common.
    const bool civil = date.written_in == Calendar::hijri && second.written_in == Calendar::gregorian && second.granularity >= Granularity::month;
    const bool hijri = date.written_in == Calendar::gregorian && date.granularity >= Granularity::month && second.written_in == Calendar::hijri;
    if (civil || (!hijri && length(second) < length(date))) date = second;
  }
  std::ranges::sort(draft.own);
  // "needs members by 16 July, when the assembly meets": what that day brings is on that day.
  const bool behind = draft.token > structure_.timex_end(nearest.timex) && opens_when(structure_.timex_end(nearest.timex));
  if (is_deadline(nearest.timex) && !date.open_start && !behind) {
    // "before May", "by 2030": some day up to then.
    date.open_start = true;
    date.end_granularity = date.granularity;
    date.granularity = Granularity::interval;
  }
  draft.dating = {.basis = stated ? DateBasis::explicit_ : DateBasis::relative, .date = date, .timexes = draft.own, .occasion = kNoIndex};
}

// "approved it a fortnight later", «وقع في الأيام الأخيرة», "a million have fled since 6 May": what has a day that nobody can tell, or goes on since
// one, is none of the publication day.
void Dater::note_unplaced(std::uint32_t timex, std::span<Draft> drafts) const {
  const Timex& x = structure_.timexes()[timex];
  if (x.type != TimexType::date || predicates_.empty()) return;
  const std::uint32_t begin = structure_.timex_begin(timex);
  const bool since = x.date && begin > 0 && structure_.has(begin - 1, Mark::time_since);
  if (!since && (x.date || (!x.value.starts_with("XXXX") && x.value != "PAST_REF"))) return;
  const auto behind = std::ranges::lower_bound(predicates_, begin, {}, &Predicate::token);
  const Predicate& nearest = behind != predicates_.begin() ? *(behind - 1) : *behind;
  if (nearest.draft != kNoIndex && drafts[nearest.draft].rule->type != "statement") drafts[nearest.draft].counts = true;
}

void Dater::attach(const text::Sentence& sentence, std::vector<Draft>& all, std::size_t first_draft, std::optional<date::sys_days> dct) {
  const std::span<Draft> drafts = std::span(all).subspan(first_draft);
  if (drafts.empty()) {
    if (sentence.line_start) date_from_heading(sentence, drafts);
    return;
  }
  const auto& timexes = structure_.timexes();
  const auto begin = std::ranges::lower_bound(timexes, sentence.span.begin, {}, [](const Timex& x) { return x.span.begin; });
  collect_predicates(sentence, drafts);
  tells_edges_ = structure_.is_present(opens_) || structure_.is_present(closes_);
  attachments_.clear();
  for (auto x = static_cast<std::uint32_t>(begin - timexes.begin()); x < timexes.size() && timexes[x].span.begin < sentence.span.end; ++x) {
    note_unplaced(x, drafts);
    if (!datable(x)) {
      if (const std::uint32_t p = begun(x, drafts); p != kNoIndex) attachments_.push_back({.predicate = p, .timex = x, .cost = 0});
      else if (const std::uint32_t then = told_when(sentence, x); then != kNoIndex) attachments_.push_back({.predicate = then, .timex = x, .cost = 0});
      continue;
    }
    if (timexes[x].put_off) continue;  // "agreed to postpone the election to 20 July": that dates nothing told
    if (const std::uint32_t says = said_in_aside(sentence, x, drafts); says != kNoIndex) {
      attachments_.push_back({.predicate = says, .timex = x, .cost = 0});
      continue;
    }
    if (is_lead_day(sentence, x, drafts) || is_dateline(sentence, x) || in_bare_aside(sentence, x) || in_participle_aside(sentence, x) || in_apposition(sentence, x)) continue;
    Attachment best;
    if (is_attributive(sentence, x)) {
      best = {.predicate = described_noun(sentence, x), .timex = x, .cost = 0};
      if (best.predicate != kNoIndex && names_what_is_acted_on(predicates_[best.predicate], drafts)) continue;
    } else if (const std::uint32_t verb = verb_of_message(sentence, x); verb != kNoIndex) {
      best = {.predicate = verb, .timex = x, .cost = 0};
      if (const std::uint32_t paper = message_before(sentence, x); paper != kNoIndex && paper != verb) attachments_.push_back({.predicate = paper, .timex = x, .cost = 0});
    } else if (const std::uint32_t main = told_apart(sentence, x); main != kNoIndex) {
      best = {.predicate = main, .timex = x, .cost = 0};
    } else if (const std::uint32_t told = verb_behind_aside(sentence, x); told != kNoIndex) {
      best = {.predicate = told, .timex = x, .cost = 0};
    } else if (const std::uint32_t around = verb_around(sentence, x); around != kNoIndex) {
      best = {.predicate = around, .timex = x, .cost = 0};
    } else {
      if (!opens_clause(sentence, x) && !behind_counted(sentence, x)) walk_left(sentence, x, drafts, dct, best);
      walk_right(sentence, x, drafts, dct, best);
    }
    // The second half of a range goes where the first went.
    if (!attachments_.empty() && attachments_.back().timex + 1 == x && range_between(x - 1, x)) {
      best = {.predicate = attachments_.back().predicate, .timex = x, .cost = attachments_.back().cost};
    }
    if (best.predicate != kNoIndex && dct && predicates_[best.predicate].draft != kNoIndex &&
        is_too_late(drafts[predicates_[best.predicate].draft], predicates_[best.predicate].token, *timexes[x].date, *dct)) {
      continue;
    }
    if (best.predicate != kNoIndex) {
      best.predicate = described(sentence, best.predicate, drafts);
      best.predicate = above_relative(sentence, best, drafts, dct);
      best.predicate = above_participle(best, drafts, dct);
      attachments_.push_back(best);
      if (const std::uint32_t deed = brought_about(sentence, best, drafts); deed != kNoIndex) attachments_.push_back({.predicate = deed, .timex = x, .cost = best.cost});
      const std::uint32_t then = told_when(sentence, x);
      if (then != kNoIndex && then != best.predicate) attachments_.push_back({.predicate = then, .timex = x, .cost = best.cost});
    }
  }
  give_to_deed(sentence, drafts);
  std::vector<Attachment> own;
  std::vector<Draft> more;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    own.clear();
    for (const Attachment& a : attachments_) {
      if (predicates_[a.predicate].draft == d) own.push_back(a);
    }
    if (own.empty() && !drafts[d].verbal) {
      // "held on Thursday … talks", "the conference ended on Friday": the date of the verb that the noun belongs to.
      const std::uint32_t governor = relations_.governing_verb(sentence, drafts[d].token);
      const std::uint32_t predicate = verb_of_subject(sentence, drafts[d]);
      const std::uint32_t apposed = apposed_verb(sentence, drafts[d]);
      for (const Attachment& a : attachments_) {
        const Predicate& p = predicates_[a.predicate];
        if (p.draft != kNoIndex || (p.token != governor && p.token != predicate && p.token != apposed)) continue;
        // "بدأ الغزو في 24 فبراير": what is told in passing elsewhere has the date of its own course only.
        const bool course = !drafts[d].background || structure_.phrase_of(p.token, happening_) != 0 || structure_.is_of(p.token, opens_) || structure_.is_of(p.token, takes_place_);
        if (course || p.token == apposed) own.push_back(a);
      }
    }
    if (own.size() > 1) one_for_each_date(drafts[d], own, more);
    if (!own.empty()) date_from_own(drafts[d], own);
  }
  claim_left_over(drafts);
  for (Draft& draft : drafts) {
    if (draft.rule->occasion && !draft.verbal) {
      measure_gathering(sentence, drafts, draft);
    } else if (tells_edges_) {
      draft.placed = edge_behind(sentence, draft);
    }
  }
  share_in_sentence(sentence, drafts, dct);
  date_from_heading(sentence, drafts);
  find_anchored(sentence, all, first_draft, dct);
  for (Draft& draft : more) all.push_back(std::move(draft));
}

// "سحبت الفلبين توقيعها من نظام روما في 17 مارس 2018، ودخل القرار حيز النفاذ بعد سنة": a date that another event has named a nearer one for
// is that of the verb before it.
void Dater::claim_left_over(std::span<Draft> drafts) const {
  for (const Attachment& a : attachments_) {
    const std::uint32_t d = predicates_[a.predicate].draft;
    if (d == kNoIndex || drafts[d].own.empty() || std::ranges::find(drafts[d].own, a.timex) != drafts[d].own.end()) continue;
    const std::uint32_t begin = structure_.timex_begin(a.timex);
    if (structure_.timex_begin(drafts[d].own.front()) < begin || structure_.timexes()[a.timex].type != TimexType::date) continue;
    Draft* verb = nullptr;
    for (Draft& draft : drafts) {
      if (draft.token >= begin || !std::ranges::any_of(draft.anchors, [&](std::uint32_t t) { return structure_.is_finite(t); })) continue;
      if (verb == nullptr || draft.token > verb->token) verb = &draft;
    }
    if (verb == nullptr || verb == &drafts[d] || verb->dating.date || verb->background || verb->factuality != Factuality::actual) continue;
    std::vector<Attachment> own{a};
    date_from_own(*verb, own);
  }
}

// "BUDAPEST, April 4 (AFP) - …": when it was written.
bool Dater::is_dateline(const text::Sentence& sentence, std::uint32_t timex) const {
  constexpr std::uint32_t kPlace = 8, kAgency = 6;
  const auto& tokens = structure_.tokens().tokens;
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (!sentence.line_start || begin == sentence.first || begin > sentence.first + kPlace || tokens[begin - 1].kind != text::TokenKind::punctuation) return false;
  if (structure_.timex_end(timex) == begin + 1) return false;  // "ADANA, Monday — …" is the day of the news
  std::uint32_t t = structure_.timex_end(timex);
  if (t < sentence.last && structure_.is(t, U'(')) {
    for (const std::uint32_t last = std::min(sentence.last, t + kAgency); t < last && !structure_.is(t, U')'); ++t) {}
    ++t;
  }
  return t < sentence.last && tokens[t].kind == text::TokenKind::punctuation && is_dash(tokens[t].value);
}

}  // namespace tarikh::event
