// The days that most clues allow, by a sweep over the borders of all ranges: between two borders nothing changes.
#include <fmt/format.h>

#include <algorithm>

#include "publication/day_ranges.h"

namespace tarikh {

using date::days;
using date::sys_days;

namespace {

constexpr days kTooWide{731};

std::vector<sys_days> borders(const std::vector<PublicationClue>& clues) {
  std::vector<sys_days> all{publication::kAnyDay.first, publication::kAnyDay.last + days{1}};
  for (const PublicationClue& clue : clues) {
    for (const DayRange& range : clue.days) {
      all.push_back(range.first);
      all.push_back(range.last + days{1});
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::string_view to_string(ClueKind kind) {
  switch (kind) {
    case ClueKind::weekday: return "weekday";
    case ClueKind::elsewhere: return "elsewhere";
    case ClueKind::office: return "office";
    case ClueKind::dateline: return "dateline";
    case ClueKind::name: return "name";
    case ClueKind::past: return "past";
  }
  return "";
}

std::string to_edtf(const DayRange& range) {
  Date date{.first = range.first, .last = range.last, .granularity = Granularity::interval};
  if (range.first == range.last) date.granularity = Granularity::day;
  else if (range == publication::whole_month(publication::month_of(range.first))) date.granularity = Granularity::month;
  else if (range == publication::whole_year(publication::year_of(range.first))) date.granularity = Granularity::year;
  return to_edtf(date);
}

std::optional<DayRange> PublicationDay::range() const {
  if (days.empty() || days.back().last - days.front().first > kTooWide) return std::nullopt;
  return DayRange{days.front().first, days.back().last};
}

std::optional<date::sys_days> PublicationDay::only_day() const {
  const bool one = days.size() == 1 && days.front().first == days.front().last && contradictions.empty();
  return one ? std::optional(days.front().first) : std::nullopt;
}

PublicationDay solve(std::vector<PublicationClue> clues) {
  PublicationDay answer;
  if (clues.empty()) return answer;
  const std::vector<sys_days> all = borders(clues);
  std::ptrdiff_t most = 0;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const auto allowed = std::ranges::count_if(clues, [&](const PublicationClue& clue) { return publication::contains(clue.days, all[i]); });
    if (allowed > most) answer.days.clear();
    most = std::max(most, allowed);
    if (most > 0 && allowed == most) answer.days.push_back({all[i], all[i + 1] - days{1}});
  }
  answer.days = publication::ordered(std::move(answer.days));
  for (PublicationClue& clue : clues) {
    const bool fits = std::ranges::any_of(answer.days, [&](const DayRange& range) { return publication::contains(clue.days, range.first); });
    (fits ? answer.clues : answer.contradictions).push_back(std::move(clue));
  }
  return answer;
}

}  // namespace tarikh
