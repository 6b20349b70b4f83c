#include "reader/metadata_day.h"

#include <fmt/format.h>

#include <array>

namespace tarikh::reader {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Part {
  std::string_view text;
  bool number = false;
};

// The first runs of digits and of letters; punctuation between them does not matter.
struct Parts {
  std::array<Part, 5> parts;
  std::size_t count = 0;

  explicit Parts(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && count < parts.size();) {
      const bool number = is_digit(text[i]);
      if (!number && !is_letter(text[i])) {
        ++i;
        continue;
      }
      const std::size_t begin = i;
      while (i < text.size() && (number ? is_digit(text[i]) : is_letter(text[i]))) ++i;
      parts[count++] = {text.substr(begin, i - begin), number};
    }
  }

  // 0 if part `i` is no number of that length.
  [[nodiscard]] int number(std::size_t i, std::size_t least, std::size_t most) const {
    if (i >= count || !parts[i].number || parts[i].text.size() < least || parts[i].text.size() > most) return 0;
    int value = 0;
    for (const char c : parts[i].text) value = value * 10 + (c - '0');
    return value;
  }

  // 1 to 12 for an English month name or its abbreviation.
  [[nodiscard]] int month(std::size_t i) const {
    static constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
    if (i >= count || parts[i].number || parts[i].text.size() < 3) return 0;
    for (std::size_t m = 0; m < kMonths.size(); ++m) {
      bool same = true;
      for (std::size_t k = 0; same && k < parts[i].text.size(); ++k)
        same = k < kMonths[m].size() && lower(parts[i].text[k]) == kMonths[m][k];
      if (same) return static_cast<int>(m) + 1;
    }
    return 0;
  }
};

Result<date::sys_days> existing_day(int year, int month, int day) {
  const date::year_month_day ymd =
      date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
  if (ymd.ok()) return date::sys_days{ymd};
  return Error{fmt::format("the day {:04}-{:02}-{:02} does not exist", year, month, day)};
}

}  // namespace

std::optional<Result<date::sys_days>> metadata_day(std::string_view text) {
  const Parts parts(text);
  if (const int compact = parts.number(0, 8, 8); compact > 10000000) {
    return existing_day(compact / 10000, compact / 100 % 100, compact % 100);
  }
  if (const int year = parts.number(0, 4, 4); year > 0) {
    if (parts.count < 3 || !parts.parts[1].number || !parts.parts[2].number) return std::nullopt;
    if (parts.parts[1].text.size() > 2 || parts.parts[2].text.size() > 2) return std::nullopt;
    return existing_day(year, parts.number(1, 1, 2), parts.number(2, 1, 2));
  }
  // A weekday may come first.
  const std::size_t at = parts.count > 0 && !parts.parts[0].number && parts.month(0) == 0 ? 1 : 0;
  const int year = parts.number(at + 2, 4, 4);
  if (year == 0) return std::nullopt;
  if (const int month = parts.month(at + 1); month > 0 && parts.number(at, 1, 2) > 0)
    return existing_day(year, month, parts.number(at, 1, 2));
  if (const int month = parts.month(at); month > 0 && parts.number(at + 1, 1, 2) > 0)
    return existing_day(year, month, parts.number(at + 1, 1, 2));
  return std::nullopt;
}

}  // namespace tarikh::reader
