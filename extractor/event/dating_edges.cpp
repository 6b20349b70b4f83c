// Gatherings of several days: which end of one the words tell of, and how long it lasts.
#include "event/dating.h"

#include <algorithm>

namespace tarikh::event {

// "closed its biggest summit on Monday", "a summit that had opened on Tuesday", "في ختام القمة".
Edge Dater::edge_of(const text::Sentence& sentence, const Draft& draft) const {
  for (const std::uint32_t anchor : draft.anchors) {
    if (const Edge found = edge_at(anchor); found != Edge::none) return found;
  }
  if (const Edge found = edge_before(sentence, draft); found != Edge::none) return found;
  constexpr std::uint32_t kBehind = 8;
  for (std::uint32_t t = draft.token_end; t < std::min(sentence.last, draft.token_end + kBehind); ++t) {
    if (structure_.is_punctuation(t)) break;
    if (structure_.is_finite(t)) return edge_at(t);
  }
  return Edge::none;
}

Edge Dater::edge_at(std::uint32_t token) const {
  if (!tells_edges_ || !structure_.is_word(token)) return Edge::none;
  return structure_.phrase_of(token, opens_) != 0 ? Edge::start : structure_.phrase_of(token, closes_) != 0 ? Edge::end : Edge::none;
}

Edge Dater::edge_before(const text::Sentence& sentence, const Draft& draft) const {
  constexpr std::uint32_t kBefore = 5;
  for (std::uint32_t t = draft.token, first = std::max(sentence.first, t > kBefore ? t - kBefore : 0U); t-- > first;) {
    if (structure_.is_punctuation(t) && structure_.info(t).timex < 0) break;  // not "three-day"
    if (const Edge found = edge_at(t); found != Edge::none) return found;
    if (structure_.is_finite(t)) break;
  }
  return Edge::none;
}

// "took the chair at the close", "قال في الجلسة الافتتاحية", "بيانا ختاميا": which end of the gathering it is placed at.
Edge Dater::edge_behind(const text::Sentence& sentence, const Draft& draft) const {
  constexpr std::uint32_t kBehind = 10, kPhrase = 3;
  for (const std::uint32_t anchor : draft.anchors) {
    if (const Edge found = edge_at(anchor); found != Edge::none && !structure_.is_finite(anchor) && anchor != draft.token) return found;
  }
  for (std::uint32_t t = draft.token_end; t < std::min(sentence.last, draft.token_end + kBehind); ++t) {
    if (structure_.is_punctuation(t) || structure_.is_finite(t)) return Edge::none;
    const Edge found = edge_at(t);
    if (found == Edge::none || structure_.info(t).timex >= 0) continue;
    if (t == draft.token_end) return found;
    for (std::uint32_t before = t, steps = 0; before-- > draft.token_end && steps < kPhrase; ++steps) {
      const std::string_view word = structure_.word(before);
      if (structure_.has(before, Mark::occasion) || word == "at" || word == "in" || word == "في") return found;
    }
    return structure_.has(t, Mark::occasion) ? found : Edge::none;
  }
  return Edge::none;
}

// "on the first day of the summit": no day of the calendar, but an end of what is held.
bool Dater::is_lead_day(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts) const {
  constexpr std::uint32_t kOccasion = 6;
  const std::uint32_t begin = structure_.timex_begin(timex);
  const std::uint32_t end = structure_.timex_end(timex);
  if (end >= sentence.last || end - begin < 2 || (edge_at(begin) == Edge::none && edge_at(begin + 1) == Edge::none)) return false;
  const std::string_view word = structure_.word(end);
  if (word != "of" && word != "من") return false;
  return std::ranges::any_of(drafts, [&](const Draft& draft) { return draft.rule->occasion && draft.token > end && draft.token <= end + kOccasion; });
}

// "a two-day summit", "قمة استمرت يومين", "opened on Sunday and lasts until Tuesday".
void Dater::measure_gathering(const text::Sentence& sentence, std::span<const Draft> drafts, Draft& draft) const {
  constexpr std::uint32_t kReachOfLength = 14, kLengthAhead = 2, kOwner = 3;
  draft.edge = edge_of(sentence, draft);
  const Edge placed = edge_before(sentence, draft);
  draft.placed = placed == Edge::none ? draft.edge : placed;
  std::uint32_t first_day = kNoIndex;
  const auto& timexes = structure_.timexes();
  const auto begin = std::ranges::lower_bound(timexes, sentence.span.begin, {}, [](const Timex& x) { return x.span.begin; });
  for (auto x = static_cast<std::uint32_t>(begin - timexes.begin()); x < timexes.size() && timexes[x].span.begin < sentence.span.end; ++x) {
    const std::uint32_t from = structure_.timex_begin(x);
    const bool ahead = from < draft.token;
    const std::uint32_t distance = ahead ? draft.token - structure_.timex_end(x) : from - draft.token_end;
    if (distance > (ahead ? kOwner : kReachOfLength)) continue;
    const std::string_view value = timexes[x].value;
    // "said at the summit that the truce broke down after seven days": not how long the summit lasts.
    const bool counted_from = from > 0 && (structure_.has(from - 1, Mark::after) || structure_.has(from - 1, Mark::before));
    if (!counted_from && timexes[x].type == TimexType::duration && (!ahead || distance <= kLengthAhead) && value.size() == 3 && value.starts_with('P') && value.ends_with('D') && value[1] >= '2' && value[1] <= '9') {
      draft.days = value[1] - '0';
    }
    const bool until = from > 0 && structure_.has(from - 1, Mark::time_until);
    // "on the first day of their summit, which lasts until Tuesday": the day is that of another event, and where the gathering starts.
    if (ahead && timexes[x].date && structure_.word(structure_.timex_end(x)) == "of") first_day = x;
    const std::uint32_t start = draft.dating.date && draft.own.size() == 1 ? draft.own.front() : draft.dating.date ? kNoIndex : first_day;
    if (ahead || !until || !timexes[x].date || start == kNoIndex) continue;
    const bool others = std::ranges::any_of(drafts, [&](const Draft& other) { return other.token > draft.token && other.token < from && !other.weak; });
    if (others) continue;
    if (const auto whole = from_edges(*timexes[start].date, Edge::start, *timexes[x].date, Edge::end)) {
      draft.own = {start, x};
      draft.dating = {.basis = draft.dating.date ? draft.dating.basis : DateBasis::relative, .date = whole, .timexes = draft.own, .occasion = kNoIndex};
      draft.edge = Edge::none;
    }
  }
}

}  // namespace tarikh::event
