#include "score/days.h"

#include <array>
#include <string>

#include "model/names.h"

namespace tarikh::score {
namespace {

using date::day;
using date::month;
using date::sys_days;
using date::year;

constexpr sys_days kFirstDay{date::year_month_day{year{1}, month{1}, day{1}}};
constexpr sys_days kLastDay{date::year_month_day{year{9999}, month{12}, day{31}}};

// The number in `digits` characters from `at`; none unless all of them are digits.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Whole months; months 13 and 14 are those of the next year (a winter).
std::optional<DaySpan> months(int y, int from, int to) {
  if (y < 1 || y > 9999) return std::nullopt;
  const auto at = [&](int m) { return date::year_month{year{y}, month{1}} + date::months{m - 1}; };
  return DaySpan{sys_days{at(from) / day{1}}, sys_days{at(to) / date::last}};
}

std::optional<DaySpan> decade(int tens) {
  if (tens < 1) return std::nullopt;
  return DaySpan{sys_days{year{tens * 10} / 1 / 1}, sys_days{year{tens * 10 + 9} / 12 / 31}};
}

std::optional<DaySpan> iso_week(int y, int week) {
  // Week 1 holds 4 January.
  const sys_days fourth{year{y} / 1 / 4}, next{year{y + 1} / 1 / 4};
  const auto monday = [](sys_days d) { return d - (date::weekday{d} - date::Monday); };
  const sys_days first = monday(fourth) + date::days{7 * (week - 1)};
  if (y < 1 || week < 1 || first >= monday(next)) return std::nullopt;
  return DaySpan{first, first + date::days{6}};
}

std::optional<DaySpan> season(int y, std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"SP", "SU", "FA", "WI", "21", "22", "23", "24"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const int from = 3 + 3 * static_cast<int>(i % 4);
    if (name == kNames[i]) return months(y, from, from + 2);
  }
  return std::nullopt;
}

// What stands after "YYYY-": 07-04, 07, W10, Q3, H1, SU, 22.
std::optional<DaySpan> part_of_year(int y, std::string_view part) {
  const auto two = number(part, 0, 2);
  if (part.size() == 5 && two && part[2] == '-') {
    const auto d = number(part, 3, 2);
    if (!d || y < 1) return std::nullopt;
    const auto ymd = year{y} / month{static_cast<unsigned>(*two)} / day{static_cast<unsigned>(*d)};
    return ymd.ok() ? std::optional(DaySpan{ymd, ymd}) : std::nullopt;
  }
  if (part.size() == 3 && part[0] == 'W') {
    const auto week = number(part, 1, 2);
    return week ? iso_week(y, *week) : std::nullopt;
  }
  if (part.size() != 2) return std::nullopt;
  if (const auto found = season(y, part)) return found;
  if (two) return *two >= 1 && *two <= 12 ? months(y, *two, *two) : std::nullopt;
  const int which = part[1] - '0';
  if (part[0] == 'Q' && which >= 1 && which <= 4) return months(y, which * 3 - 2, which * 3);
  if (part[0] == 'H' && which >= 1 && which <= 2) return months(y, which * 6 - 5, which * 6);
  return std::nullopt;
}

std::optional<DaySpan> between(std::string_view from, std::string_view to) {
  const auto first = from == ".." ? DaySpan{kFirstDay, kFirstDay} : days_of(from);
  const auto last = to == ".." ? DaySpan{kLastDay, kLastDay} : days_of(to);
  if (!first || !last) return std::nullopt;
  return DaySpan{first->first, last->last};
}

// "T18:30:00" -> "T18:30", all of them.
std::string without_seconds(std::string_view value) {
  std::string text(model::trim(value));
  for (std::size_t at = text.find('T'); at != std::string::npos; at = text.find('T', at + 1)) {
    const bool clock = number(text, at + 1, 2) && text.compare(at + 3, 1, ":") == 0 && number(text, at + 4, 2);
    if (clock && text.compare(at + 6, 3, ":00") == 0) text.erase(at + 6, 3);
  }
  return text;
}

}  // namespace

std::optional<DaySpan> days_of(std::string_view date) {
  if (date.empty() || date.front() == 'P' || date.ends_with("_REF")) return std::nullopt;
  date = date.substr(0, date.find('T'));
  while (!date.empty() && std::string_view("~?%").find(date.back()) != std::string_view::npos) date.remove_suffix(1);
  if (const std::size_t slash = date.find('/'); slash != std::string_view::npos) {
    return between(date.substr(0, slash), date.substr(slash + 1));
  }
  if (date.starts_with('[') && date.ends_with(']')) {
    const std::string_view list = date.substr(1, date.size() - 2);
    const std::size_t first = list.find(','), last = list.rfind(',');
    if (first == std::string_view::npos) return std::nullopt;
    return between(list.substr(0, first), list.substr(last + 1));
  }
  if (const auto y = number(date, 0, 4)) {
    if (date.size() == 4) return months(*y, 1, 12);
    return date[4] == '-' ? part_of_year(*y, date.substr(5)) : std::nullopt;
  }
  const bool decades = date.size() == 3 || (date.size() == 4 && date[3] == 'X');
  const auto tens = number(date, 0, 3);
  return decades && tens ? decade(*tens) : std::nullopt;
}

bool same_date(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto x = days_of(a), y = days_of(b);
  return x && y && *x == *y;
}

bool overlap(std::string_view a, std::string_view b) {
  const auto x = days_of(a), y = days_of(b);
  return x && y && x->first <= y->last && y->first <= x->last;
}

std::optional<std::int64_t> start_distance(std::string_view a, std::string_view b) {
  const auto x = days_of(a), y = days_of(b);
  if (!x || !y) return std::nullopt;
  const bool open_start = x->first == kFirstDay || y->first == kFirstDay;
  const sys_days from = open_start ? x->last : x->first, to = open_start ? y->last : y->first;
  if (from == kLastDay || to == kLastDay) return std::nullopt;
  return date::abs(from - to).count();
}

bool same_value(std::string_view a, std::string_view b) {
  const std::string x = without_seconds(a), y = without_seconds(b);
  if (x == y) return true;
  return x.find('T') == std::string::npos && y.find('T') == std::string::npos && same_date(x, y);
}

}  // namespace tarikh::score
