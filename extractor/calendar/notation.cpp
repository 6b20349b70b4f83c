#include "calendar/notation.h"

#include <fmt/format.h>

#include "calendar/units.h"

namespace tarikh {
namespace calendar {
namespace {

// Digits by hand: time expressions come by the million, and a format string costs more than all the rest of them.
void put(char* at, int digits, int value) {
  for (int i = digits; i-- > 0; value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

bool four_digits(int year) { return year >= 0 && year <= 9999; }

std::string end_text(date::sys_days day, Granularity unit) {
  switch (unit) {
    case Granularity::century:
    case Granularity::decade:
    case Granularity::year:
      return year_text(year_number(day));
    case Granularity::half:
    case Granularity::quarter:
    case Granularity::season:
    case Granularity::month:
      return month_text(year_number(day), month_number(day));
    case Granularity::week:
    case Granularity::day:
    case Granularity::interval:
      break;
  }
  return to_iso(day);
}

}  // namespace

std::string year_text(int year) {
  if (!four_digits(year)) return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
  std::string text(4, '0');
  put(text.data(), 4, year);
  return text;
}

std::string month_text(int year, int month) {
  if (!four_digits(year)) return fmt::format("{}-{:02}", year_text(year), month);
  std::string text(7, '-');
  put(text.data(), 4, year);
  put(text.data() + 5, 2, month);
  return text;
}

std::string interval_text(const Date& date, Granularity unit, const std::string& qualifier) {
  return fmt::format("{}/{}", date.open_start ? ".." : end_text(date.first, unit) + qualifier,
                     date.open_end ? ".." : end_text(date.last, unit) + qualifier);
}

int season_number(const Date& date) {
  const int month = month_number(date.first);
  return month % 3 == 0 ? month / 3 : 0;
}

bool begins_with_round_year(const Date& date, int years) {
  const int year = year_number(date.first);
  return year >= 0 && year % years == 0;
}

}  // namespace calendar

std::string to_iso(date::sys_days day) {
  const date::year_month_day ymd{day};
  const int year = static_cast<int>(ymd.year());
  const auto month = static_cast<unsigned>(ymd.month()), number = static_cast<unsigned>(ymd.day());
  if (!calendar::four_digits(year)) return fmt::format("{}-{:02}-{:02}", calendar::year_text(year), month, number);
  std::string text(10, '-');
  calendar::put(text.data(), 4, year);
  calendar::put(text.data() + 5, 2, static_cast<int>(month));
  calendar::put(text.data() + 8, 2, static_cast<int>(number));
  return text;
}

std::optional<date::sys_days> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const date::year_month_day ymd =
      date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
  return ymd.ok() ? std::optional<date::sys_days>{ymd} : std::nullopt;
}

bool overlaps(const Date& a, const Date& b) {
  const auto starts_in_time = [](const Date& x, const Date& y) {
    return x.open_start || y.open_end || x.first <= y.last;
  };
  return starts_in_time(a, b) && starts_in_time(b, a);
}

}  // namespace tarikh
