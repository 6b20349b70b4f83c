#include "page/date_text.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <vector>

#include "tarikh/date.h"
#include "tarikh/hijri.h"

namespace tarikh::page {
namespace {

// One end of a date: as many fields as were said.
struct Part {
  std::string_view source;  // without qualifier
  char qualifier = 0;
  bool open = false;
  int year = 0, month = 0, day = 0;  // month 21 to 24 is a season
  int unit = 1;                      // 10: a decade, 100: a century
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<int> parse_year(std::string_view text, int& unit) {
  unit = 1;
  std::string digits(text);
  for (auto c = digits.rbegin(); c != digits.rend() && *c == 'X'; ++c) {
    *c = '0';
    unit *= 10;
  }
  if (unit > 100 || digits.size() < 4) return std::nullopt;
  return number(digits);
}

std::optional<Part> parse_part(std::string_view text) {
  Part part;
  if (text == ".." || text.empty()) {
    part.open = true;
    return part;
  }
  if (std::string_view("~?%").find(text.back()) != std::string_view::npos) {
    part.qualifier = text.back();
    text.remove_suffix(1);
  }
  part.source = text;
  const std::size_t year_end = text.find('-', 1);
  const auto year = parse_year(text.substr(0, year_end), part.unit);
  if (!year) return std::nullopt;
  part.year = *year;
  if (year_end == std::string_view::npos) return part;
  const std::string_view rest = text.substr(year_end + 1);
  const auto month = number(rest.substr(0, 2));
  if (!month || *month < 1 || (*month > 12 && (*month < 21 || *month > 24))) return std::nullopt;
  part.month = *month;
  if (rest.size() == 2) return part;
  const auto day = rest.size() == 5 && rest[2] == '-' && *month <= 12 ? number(rest.substr(3)) : std::nullopt;
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  part.day = *day;
  return part;
}

std::string decade_text(int year, const Strings& strings) {
  const std::string century = fmt::format("century_{}", year / 100 + 1);
  const std::string decade = fmt::format("decade_{}", year % 100 / 10);
  if (strings.has(decade) && strings.has(century))
    return fmt::format("{} {}", strings.get(decade), strings.get(century));
  return strings.fill("decade", {strings.number(year)});
}

std::string century_text(int year, const Strings& strings) {
  const int number = year / 100 + 1;
  const std::string key = fmt::format("century_{}", number);
  return strings.has(key) ? std::string(strings.get(key)) : strings.fill("century", {strings.number(number)});
}

std::string_view month_name(int month, const Strings& strings) {
  return strings.get(fmt::format("{}_{}", month > 12 ? "season" : "month", month));
}

// Fields that the other end of a range says already are left out.
std::string part_text(const Part& part, const Strings& strings, bool with_year = true, bool with_month = true) {
  if (part.unit == 10) return decade_text(part.year, strings);
  if (part.unit == 100) return century_text(part.year, strings);
  const std::string year = year_text(part.year, strings);
  if (part.month == 0) return year;
  if (part.day != 0 && !with_month) return strings.number(part.day);
  std::string text(month_name(part.month, strings));
  if (part.day != 0) text = fmt::format("{} {}", strings.number(part.day), text);
  return with_year ? fmt::format("{} {}", text, year) : text;
}

Precision precision_of(const Part& part) {
  if (part.day != 0) return Precision::day;
  return part.month != 0 ? Precision::month : Precision::year;
}

std::string qualified(std::string text, char qualifier, const Strings& strings) {
  switch (qualifier) {
    case '~':
      return strings.fill("date_approximate", {text});
    case '?':
      return strings.fill("date_uncertain", {text});
    case '%':
      return strings.fill("date_both", {text});
    default:
      return text;
  }
}

std::string range_text(const Part& from, const Part& to, const Strings& strings) {
  if (from.open && to.open) return std::string(strings.get("date_unknown"));
  if (from.open) return strings.fill("date_until", {part_text(to, strings)});
  if (to.open) return strings.fill("date_since", {part_text(from, strings)});
  const bool same_year = from.year == to.year && from.unit == to.unit && from.month != 0 && to.month != 0;
  const bool same_month = same_year && from.month == to.month && from.day != 0 && to.day != 0;
  return fmt::format("{}{}{}", part_text(from, strings, !same_year, !same_month),
                     strings.get(same_month ? "date_dash" : "date_dash_wide"), part_text(to, strings));
}

DateText set_text(std::string_view edtf, const Strings& strings) {
  DateText result;
  result.precision = Precision::set;
  edtf = edtf.substr(1, edtf.size() - 2);
  while (true) {
    const std::size_t comma = edtf.find(',');
    if (!result.text.empty()) result.text += strings.get("date_or");
    result.text += date_text(edtf.substr(0, comma), strings).text;
    if (comma == std::string_view::npos) return result;
    edtf.remove_prefix(comma + 1);
  }
}

}  // namespace

std::string_view to_string(Precision precision) {
  switch (precision) {
    case Precision::day:
      return "day";
    case Precision::month:
      return "month";
    case Precision::year:
      return "year";
    case Precision::range:
      return "range";
    case Precision::open:
      return "open";
    case Precision::set:
      return "set";
  }
  return "";
}

DateText date_text(std::string_view edtf, const Strings& strings) {
  if (edtf.size() > 2 && edtf.front() == '[' && edtf.back() == ']' && edtf.find('[', 1) == std::string_view::npos) {
    return set_text(edtf, strings);
  }
  DateText result;
  const std::size_t slash = edtf.find('/');
  const auto from = parse_part(edtf.substr(0, slash));
  const auto to = slash == std::string_view::npos ? from : parse_part(edtf.substr(slash + 1));
  if (!from || !to || (slash == std::string_view::npos && from->open)) {
    result.text = edtf.empty() ? std::string(strings.get("date_unknown")) : std::string(edtf);
    return result;
  }
  const char qualifier = from->qualifier != 0 ? from->qualifier : to->qualifier;
  result.qualified = qualifier != 0;
  if (slash == std::string_view::npos) {
    result.text = qualified(part_text(*from, strings), qualifier, strings);
    result.precision = precision_of(*from);
    const bool in_html = from->unit == 1 && from->month <= 12 && from->year > 0 && from->year <= 9999;
    if (in_html) result.machine = from->source;
  } else {
    result.text = qualified(range_text(*from, *to, strings), qualifier, strings);
    result.precision = from->open || to->open ? Precision::open : Precision::range;
  }
  return result;
}

std::string year_text(int year, const Strings& strings) {
  return year > 0 ? strings.number(year) : strings.fill("year_bc", {strings.number(1 - year)});
}

std::string hijri_text(std::string_view first, std::string_view last, std::string_view granularity,
                       const Strings& strings) {
  const std::optional<date::sys_days> from_day = parse_iso_day(first), to_day = parse_iso_day(last);
  if (!from_day || !to_day) return {};
  const std::optional<HijriDay> from = to_hijri(*from_day), to = to_hijri(*to_day);
  if (!from || !to) return {};
  const bool months = granularity == "month", days = granularity == "day" || granularity == "interval";
  const auto text = [&](const HijriDay& day, bool with_year) {
    std::string words;
    if (days) words = strings.number(day.day) + " ";
    if (days || months) words += std::string(strings.get(fmt::format("hijri_{}", day.month))) + " ";
    if (with_year || words.empty()) words += strings.number(day.year);
    if (words.back() == ' ') words.pop_back();
    return words;
  };
  const bool same_year = (days || months) && from->year == to->year;
  const std::string begin = text(*from, !same_year), end = text(*to, true);
  const bool one = days ? *from == *to : same_year && from->month == to->month;
  return strings.fill("hijri", {one ? end : fmt::format("{}{}{}", begin, strings.get("date_dash_wide"), end)});
}

}  // namespace tarikh::page
