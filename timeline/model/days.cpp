#include "model/days.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "tarikh/date.h"

namespace tarikh::model {
namespace {

// Like parse_iso_day, but also of the years that to_iso writes with a sign.
std::optional<std::int32_t> parse_day(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  if (text.size() == 10 && text.front() != '-') {
    const auto day = parse_iso_day(text);
    return day ? std::optional(static_cast<std::int32_t>(day->time_since_epoch().count())) : std::nullopt;
  }
  const std::size_t split = text.size() - 6;  // "-MM-DD"
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + split, year);
  if (error != std::errc{} || end != text.data() + split || year < -32767 || year > 32767) return std::nullopt;
  // Month and day do not depend on the year but in February: 2000 is a leap year.
  const auto in_leap_year = parse_iso_day("2000" + std::string(text.substr(split)));
  if (!in_leap_year) return std::nullopt;
  const date::year_month_day parts{*in_leap_year};
  const date::year_month_day day{date::year{year}, parts.month(), parts.day()};
  if (!day.ok()) return std::nullopt;
  return static_cast<std::int32_t>(date::sys_days{day}.time_since_epoch().count());
}

}  // namespace

Days parse_days(std::string_view first, std::string_view last) {
  Days days;
  if (const auto day = parse_day(first)) days.first = *day;
  if (const auto day = parse_day(last)) days.last = *day;
  days.last = std::max(days.first, days.last);
  return days;
}

Days days_between(const std::optional<date::sys_days>& first, const std::optional<date::sys_days>& last) {
  Days days;
  if (first) days.first = static_cast<std::int32_t>(first->time_since_epoch().count());
  if (last) days.last = static_cast<std::int32_t>(last->time_since_epoch().count());
  return days;
}

bool is_qualified(std::string_view edtf) {
  return !edtf.empty() && std::string_view("~?%").find(edtf.back()) != std::string_view::npos;
}

}  // namespace tarikh::model
