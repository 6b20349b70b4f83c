#include "event/dating.h"

#include <algorithm>

namespace tarikh::event {
namespace {

constexpr std::uint32_t kReach = 45;         // tokens between an expression and its predicate
constexpr std::uint32_t kRegionReach = 25;   // tokens of a bracketed or comma-fenced aside
constexpr std::uint32_t kOccasionReach = 25;
constexpr std::uint32_t kPassage = 8;        // sentences that a gathering stays the scene for
constexpr std::uint32_t kLeadSentences = 3;
constexpr date::days kFreshDays{10};         // statements reported later than that are told as history

// Costs in tokens: what stands between an expression and a predicate makes it that much farther.
constexpr int kVerbCost = 8;
constexpr int kRelativeCost = 6;
constexpr int kSubordinateCost = 5;
constexpr int kPunctuationCost = 5;
constexpr int kCommaCost = 3;
constexpr int kEventNounCost = 2;
constexpr int kFrontedCost = 1;
constexpr int kAheadCost = 6;
constexpr int kNounCost = 2;
constexpr int kDefiniteNounCost = 6;
constexpr int kTenseCost = 12;
constexpr int kStaleCost = 8;

bool is_quote(std::uint32_t mark) {
  return mark == U'"' || mark == U'«' || mark == U'»' || mark == U'“' || mark == U'”' || mark == U'\'';
}
bool is_comma(std::uint32_t mark) { return mark == U',' || mark == U'،'; }
bool is_dash(std::uint32_t mark) { return mark == U'-' || mark == U'–' || mark == U'—'; }

bool gathering(const Draft& draft) { return draft.rule->occasion && draft.rule->type != "statement"; }

const Draft& canonical(const std::vector<Draft>& drafts, std::uint32_t index) {
  return drafts[drafts[index].same_as == kNoIndex ? index : drafts[index].same_as];
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

}  // namespace

bool Dater::datable(std::uint32_t timex) const {
  const Timex& x = structure_.timexes()[timex];
  if (!x.date || (x.type != TimexType::date && x.type != TimexType::time)) return false;
  const std::uint32_t begin = structure_.timex_begin(timex);
  if (begin == 0) return true;
  // "since 2014", "until May" bound a state; they do not date the happening.
  const std::uint64_t before = structure_.info(begin - 1).marks;
  if ((before & bit(Mark::time_since)) != 0) return false;
  if ((before & bit(Mark::time_until)) != 0) return timex > 0 && range_between(timex - 1, timex);
  return true;
}

void Dater::collect_predicates(const text::Sentence& sentence, std::span<const Draft> drafts) {
  predicates_.clear();
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    for (const std::uint32_t anchor : drafts[d].anchors) predicates_.push_back({.token = anchor, .draft = d});
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (structure_.is_finite(t)) predicates_.push_back({.token = t, .draft = kNoIndex});
  }
  std::ranges::stable_sort(predicates_, [](const Predicate& a, const Predicate& b) { return a.token < b.token; });
  const auto same = std::ranges::unique(predicates_, [](const Predicate& a, const Predicate& b) { return a.token == b.token; });
  predicates_.erase(same.begin(), same.end());  // drafts were put in first, so they stay
}

std::uint32_t Dater::predicate_at(std::uint32_t token) const {
  const auto found = std::ranges::lower_bound(predicates_, token, {}, &Predicate::token);
  return found != predicates_.end() && found->token == token ? static_cast<std::uint32_t>(found - predicates_.begin()) : kNoIndex;
}

int Dater::crossing(std::uint32_t token) const {
  const text::Token& t = structure_.tokens().tokens[token];
  const TokenInfo& info = structure_.info(token);
  if (t.kind == text::TokenKind::punctuation) {
    if (is_quote(t.value)) return 2;
    return is_comma(t.value) ? kCommaCost : kPunctuationCost;
  }
  if (info.inside_phrase || info.timex >= 0) return 0;
  if (info.mention >= 0) return token == structure_.mentions()[static_cast<std::size_t>(info.mention)].first ? 1 : 0;
  if ((info.marks & (bit(Mark::relative) | bit(Mark::clause_link) | bit(Mark::complementizer))) != 0 &&
      (info.marks & (bit(Mark::preposition) | bit(Mark::time_until))) == 0) {
    return kRelativeCost;
  }
  if ((info.marks & (bit(Mark::after) | bit(Mark::before))) != 0) return kSubordinateCost;
  if (const std::uint32_t p = predicate_at(token); p != kNoIndex) return structure_.is_finite(token) ? kVerbCost : kEventNounCost;
  return 1;
}

// A closed aside: brackets, dashes, or commas around a relative clause. Gives its first token, or `closing`.
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
      return (structure_.info(t + 1).marks & bit(Mark::relative)) != 0 ? t : closing;
    }
  }
  return closing;
}

void Dater::consider(std::uint32_t predicate, std::uint32_t timex, int cost, std::span<const Draft> drafts,
                     std::optional<date::sys_days> dct, Attachment& best) const {
  const Predicate& p = predicates_[predicate];
  const Date& when = *structure_.timexes()[timex].date;
  const bool verb = structure_.is_finite(p.token);
  if (!verb) {
    const bool occasion = p.draft != kNoIndex && drafts[p.draft].rule->occasion;
    const bool definite = structure_.grammar().arabic()
                              ? (structure_.proclitics(p.token) & text::kAl) != 0
                              : p.token > 0 && structure_.tokens().words(structure_.tokens().tokens[p.token - 1].span) == "the";
    cost += definite && !occasion ? kDefiniteNounCost : kNounCost;
  }
  if (dct && p.draft != kNoIndex) {
    const Draft& draft = drafts[p.draft];
    const bool past = verb && (draft.sense.features.tense == rules::Tense::perfect || draft.sense.features.tense == rules::Tense::past);
    if (past && draft.factuality == Factuality::actual && !when.open_start && when.first > *dct) cost += kTenseCost;
    if (draft.factuality == Factuality::planned && !when.open_end && when.last < *dct) cost += kTenseCost;
    if (draft.rule->type == "statement" && !when.open_end && when.last + kFreshDays < *dct) cost += kStaleCost;
    if (draft.rule->type == "statement" && !when.open_start && when.first > *dct) cost += kTenseCost;
  }
  if (best.predicate == kNoIndex || cost < best.cost) best = {.predicate = predicate, .timex = timex, .cost = cost};
}

void Dater::walk_left(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts,
                      std::optional<date::sys_days> dct, Attachment& best) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t first = std::max(sentence.first, begin > kReach ? begin - kReach : 0U);
  int cost = 0;
  for (std::uint32_t t = begin; t-- > first;) {
    if (const std::uint32_t start = region_start(sentence, t); start != t && start >= first) {
      t = start;
      ++cost;
      continue;
    }
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) consider(p, timex, cost, drafts, dct, best);
    cost += crossing(t);
  }
}

void Dater::walk_right(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts,
                       std::optional<date::sys_days> dct, Attachment& best) const {
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  // Fronted: only function words between it and the start of its clause.
  bool fronted = true;
  for (std::uint32_t t = begin; t-- > sentence.first;) {
    const text::Token& token = structure_.tokens().tokens[t];
    if (token.kind == text::TokenKind::punctuation) {
      fronted = !is_dash(token.value);
      break;
    }
    if (structure_.info(t).timex >= 0) continue;
    if ((structure_.info(t).marks & (bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::relative))) != 0) break;
    if (structure_.info(t).marks == 0 || structure_.is_finite(t)) {
      fronted = false;
      break;
    }
  }
  int cost = fronted ? kFrontedCost : kAheadCost;
  const std::uint32_t last = std::min(sentence.last, end + kReach);
  bool first_comma = fronted;
  for (std::uint32_t t = end; t < last; ++t) {
    if (const std::uint32_t p = predicate_at(t); p != kNoIndex) consider(p, timex, cost, drafts, dct, best);
    const text::Token& token = structure_.tokens().tokens[t];
    if (first_comma && token.kind == text::TokenKind::punctuation && is_comma(token.value)) {
      first_comma = false;
      continue;
    }
    cost += crossing(t);
  }
}

bool Dater::range_between(std::uint32_t a, std::uint32_t b) const {
  const std::uint32_t from = structure_.timex_end(a);
  const std::uint32_t to = structure_.timex_begin(b);
  if (to < from || to - from > 2) return false;
  if (to == from) return (structure_.proclitics(to) & text::kWa) != 0;
  for (std::uint32_t t = from; t < to; ++t) {
    const text::Token& token = structure_.tokens().tokens[t];
    const bool dash = token.kind == text::TokenKind::punctuation && is_dash(token.value);
    if (!dash && (structure_.info(t).marks & bit(Mark::time_range)) == 0 && structure_.tokens().words(token.span) != "و") return false;
  }
  return true;
}

// Ranges become intervals; of several expressions of one day the narrowest counts; of disjoint ones the nearest.
void Dater::date_from_own(Draft& draft, std::vector<Attachment>& own) const {
  std::ranges::sort(own, [](const Attachment& a, const Attachment& b) { return a.timex < b.timex; });
  for (std::size_t i = 0; i + 1 < own.size(); ++i) {
    if (own[i + 1].timex != own[i].timex + 1 || !range_between(own[i].timex, own[i + 1].timex)) continue;
    const Date& a = *structure_.timexes()[own[i].timex].date;
    const Date& b = *structure_.timexes()[own[i + 1].timex].date;
    if (b.last < a.first || a.granularity != b.granularity) continue;
    draft.own = {own[i].timex, own[i + 1].timex};
    draft.dating = {.basis = DateBasis::relative, .date = spanning(a, b), .timexes = draft.own, .occasion = kNoIndex};
    const bool stated = structure_.timexes()[own[i].timex].resolution == Resolution::explicit_ ||
                        structure_.timexes()[own[i + 1].timex].resolution == Resolution::explicit_;
    if (stated) draft.dating.basis = DateBasis::explicit_;
    return;
  }
  const Attachment nearest = *std::ranges::min_element(own, {}, &Attachment::cost);
  Date date = *structure_.timexes()[nearest.timex].date;
  bool stated = structure_.timexes()[nearest.timex].resolution == Resolution::explicit_;
  draft.own = {nearest.timex};
  for (const Attachment& other : own) {
    if (other.timex == nearest.timex) continue;
    const Date& second = *structure_.timexes()[other.timex].date;
    if (!overlaps(date, second)) continue;
    draft.own.push_back(other.timex);
    stated = stated || structure_.timexes()[other.timex].resolution == Resolution::explicit_;
    if (length(second) < length(date)) date = second;
  }
  std::ranges::sort(draft.own);
  const std::uint32_t begin = structure_.timex_begin(nearest.timex);
  if (begin > 0 && (structure_.info(begin - 1).marks & bit(Mark::time_before)) != 0 && !date.open_start) {
    // "before May", "by 2030": some day up to then.
    date.open_start = true;
    date.end_granularity = date.granularity;
    date.granularity = Granularity::interval;
  }
  draft.dating = {.basis = stated ? DateBasis::explicit_ : DateBasis::relative, .date = date, .timexes = draft.own, .occasion = kNoIndex};
}

void Dater::attach(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) {
  if (drafts.empty()) return;
  const auto& timexes = structure_.timexes();
  const auto begin = std::ranges::lower_bound(timexes, sentence.span.begin, {}, [](const Timex& x) { return x.span.begin; });
  collect_predicates(sentence, drafts);
  attachments_.clear();
  for (auto x = static_cast<std::uint32_t>(begin - timexes.begin()); x < timexes.size() && timexes[x].span.begin < sentence.span.end; ++x) {
    if (!datable(x)) continue;
    Attachment best;
    walk_left(sentence, x, drafts, dct, best);
    walk_right(sentence, x, drafts, dct, best);
    // The second half of a range goes where the first went.
    if (!attachments_.empty() && attachments_.back().timex + 1 == x && range_between(x - 1, x)) {
      best = {.predicate = attachments_.back().predicate, .timex = x, .cost = attachments_.back().cost};
    }
    if (best.predicate != kNoIndex) attachments_.push_back(best);
  }
  std::vector<Attachment> own;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    own.clear();
    for (const Attachment& a : attachments_) {
      if (predicates_[a.predicate].draft == d) own.push_back(a);
    }
    if (own.empty() && !drafts[d].verbal && !drafts[d].background) {
      // "held on Thursday … talks": the date of the verb that brings the noun in.
      const std::uint32_t verb = relations_.governing_verb(sentence, drafts[d].token);
      for (const Attachment& a : attachments_) {
        const Predicate& p = predicates_[a.predicate];
        if (p.draft == kNoIndex && p.token == verb) own.push_back(a);
      }
    }
    if (!own.empty()) date_from_own(drafts[d], own);
  }
  share_in_sentence(sentence, drafts);
}

// "arrived on Thursday and met X": a coordinated verb goes on with the date.
void Dater::share_in_sentence(const text::Sentence& sentence, std::span<Draft> drafts) const {
  for (std::size_t d = 1; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const Draft& before = drafts[d - 1];
    if (draft.dating.date || !before.dating.date || !draft.verbal || !before.verbal || draft.factuality != before.factuality) continue;
    if (draft.token <= sentence.first) continue;
    const bool joined = structure_.grammar().arabic()
                            ? (structure_.proclitics(draft.token) & (text::kWa | text::kFa)) != 0
                            : structure_.has(draft.token - 1, Mark::conjunction);
    bool linked = joined;
    for (std::uint32_t t = before.token_end; t < draft.token && linked; ++t) {
      linked = (structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer))) == 0 &&
               !structure_.tokens().is(t, U'؛') && !structure_.tokens().is(t, U';');
    }
    if (linked) {
      draft.dating = before.dating;
      draft.own = before.own;
    }
  }
}

// The gathering that the words place the draft at: "during the summit", "at the meeting", "following talks".
std::uint32_t Dater::occasion_of(const std::vector<Draft>& drafts, std::uint32_t draft) const {
  const Draft& self = drafts[draft];
  const bool statement = self.rule->type == "statement";
  std::uint32_t best = kNoIndex;
  std::uint32_t best_distance = kOccasionReach + 1;
  const auto visit = [&](std::uint32_t d) {
    const Draft& other = drafts[d];
    if (!gathering(other) || canonical(drafts, d).factuality == Factuality::denied) return;
    const std::uint32_t distance = other.token > self.token ? other.token - self.token : self.token - other.token;
    if (distance >= best_distance) return;
    for (std::uint32_t t = other.token, steps = 0; t-- > 0 && steps < 4; ++steps) {
      const std::uint64_t marks = structure_.info(t).marks;
      if (structure_.is_finite(t) || structure_.tokens().tokens[t].kind == text::TokenKind::punctuation) break;
      if (structure_.info(t).inside_phrase) continue;
      const std::string_view word = structure_.tokens().words(structure_.tokens().tokens[t].span);
      const bool at = (marks & bit(Mark::occasion)) != 0 || word == "في" || word == "at" || word == "in" ||
                      (statement && (marks & bit(Mark::after)) != 0 && (marks & bit(Mark::time_since)) == 0);
      if (at) {
        best = d;
        best_distance = distance;
        break;
      }
      if ((marks & bit(Mark::preposition)) != 0) break;
    }
  };
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].sentence == self.sentence;) visit(d);
  for (std::uint32_t d = draft + 1; d < drafts.size() && drafts[d].sentence == self.sentence; ++d) visit(d);
  return best;
}

bool Dater::is_lead(const Draft& draft) const { return draft.sentence < kLeadSentences; }

void Dater::inherit(std::vector<Draft>& drafts, std::optional<date::sys_days> dct) {
  std::uint32_t scene = kNoIndex;  // the last dated gathering of the passage
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    if (draft.same_as != kNoIndex && drafts[draft.same_as].dating.date) {
      if (gathering(draft)) scene = draft.same_as;
      continue;
    }
    const bool happens = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    if (!draft.dating.date && happens && !draft.background) {
      std::uint32_t occasion = occasion_of(drafts, d);
      if (occasion != kNoIndex && drafts[occasion].same_as != kNoIndex) occasion = drafts[occasion].same_as;
      const bool statement = draft.rule->type == "statement";
      if (occasion == kNoIndex && statement && scene != kNoIndex && draft.sentence - drafts[scene].sentence <= kPassage &&
          draft.factuality == Factuality::actual) {
        occasion = scene;
      }
      if (occasion != kNoIndex && occasion != d && drafts[occasion].dating.date) {
        draft.dating = {.basis = DateBasis::inherited,
                        .date = drafts[occasion].dating.date,
                        .timexes = drafts[occasion].dating.timexes,
                        .occasion = occasion};
      } else if (dct && draft.verbal && draft.factuality == Factuality::actual && (statement || is_lead(draft))) {
        Date today;
        today.first = today.last = *dct;
        today.known = Known::inferred;
        draft.dating = {.basis = DateBasis::dct, .date = today, .timexes = {}, .occasion = kNoIndex};
      }
    }
    if (gathering(draft) && draft.factuality == Factuality::actual && draft.dating.date &&
        draft.dating.date->granularity >= Granularity::day && !draft.background) {
      scene = d;
    }
  }
}

}  // namespace tarikh::event
