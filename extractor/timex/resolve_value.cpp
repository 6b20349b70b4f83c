// Values that are no calendar date: durations and sets, parts of day and clock times, and what stays open
// without a DCT (XXXX-WXX-4).
#include <array>

#include <fmt/format.h>

#include "calendar/units.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

constexpr std::array<std::string_view, 6> kParts{"", "TMO", "TMI", "TAF", "TEV", "TNI"};
constexpr std::array<std::string_view, 5> kSeasons{"", "SP", "SU", "FA", "WI"};

std::string_view unit_letter(int unit) {
  switch (unit) {
    case kSecond:
      return "S";
    case kMinute:
      return "M";
    case kHour:
      return "H";
    case kDay:
      return "D";
    case kNight:
      return "D";
    case kWeek:
      return "W";
    case kMonth:
      return "M";
    case kYear:
      return "Y";
    case kSeason:
      return "Y";
    case kDecade:
      return "DE";
    case kCentury:
      return "CE";
    case kMillennium:
      return "ML";
    case kQuarter:
      return "Q";
    case kWeekend:
      return "WE";
    default:
      return "D";
  }
}

bool clock_unit(int unit) { return unit == kSecond || unit == kMinute || unit == kHour; }

// A fraction in sixtieths of the unit, in the next smaller unit: half a year is 6 months.
std::string fraction_value(int unit, int sixtieths) {
  switch (unit) {
    case kYear:
      return fmt::format("{}M", 12 * sixtieths / 60);
    case kMonth:
      return fmt::format("{}D", 30 * sixtieths / 60);
    case kDay:
      return fmt::format("T{}H", 24 * sixtieths / 60);
    case kHour:
      return fmt::format("{}M", sixtieths);
    case kMinute:
      return fmt::format("{}S", sixtieths);
    case kDecade:
      return fmt::format("{}Y", 10 * sixtieths / 60);
    case kCentury:
      return fmt::format("{}Y", 100 * sixtieths / 60);
    default:
      return {};
  }
}

std::string piece(int n, int unit) {
  if (unit == kMillennium) return fmt::format("{}Y", n * 1000);
  return fmt::format("{}{}", n, unit_letter(unit));
}

}  // namespace

Modifier Resolver::modifier(const Frame& f) {
  const int mod = f.get(Field::mod);
  return mod >= 1 && mod <= 7 ? static_cast<Modifier>(mod) : Modifier::none;
}

std::string Resolver::duration_value(const Frame& f) {
  const int unit = f.get(Field::unit, kDay);
  const bool clock = clock_unit(unit);
  std::string value = clock ? "PT" : "P";
  if (f.has(Field::vague)) return value + "X" + std::string(unit_letter(unit));
  const int n = f.get(Field::n, f.has(Field::fraction) ? 0 : 1);
  if (n != 0 || !f.has(Field::fraction)) value += piece(n, unit);
  if (f.has(Field::fraction)) value += fraction_value(unit, f.get(Field::fraction));
  if (f.has(Field::unit2)) {
    const int second = f.get(Field::unit2);
    if (clock_unit(second) && !clock) value += "T";
    value += piece(f.get(Field::n2, 1), second);
  }
  return value;
}

// Begin and end where the text says which side of now the stretch lies on.
void Resolver::duration_points(const Found& found, Timex& timex) const {
  const Frame& f = found.frame;
  if (!dct_ || !f.has(Field::open) || f.has(Field::vague)) return;
  const int unit = f.get(Field::unit, kDay);
  if (clock_unit(unit)) return;
  const int n = f.get(Field::n, 1);
  const int open = f.get(Field::open);
  if (open >= 4) {  // "the last two weeks": whole units before the one of the DCT; "the next …": after it
    const Meaning near = unit_around(*dct_, unit, open == 4 ? -1 : 1);
    const Meaning far = unit_around(*dct_, unit, open == 4 ? -n : n);
    if (!near.date || !far.date) return;
    const Date& first = open == 4 ? *far.date : *near.date;
    const Date& last = open == 4 ? *near.date : *far.date;
    timex.begin_point = to_timex3(first);
    timex.end_point = to_timex3(last);
    timex.date = make_date(first.first, last.last, Granularity::interval);
    timex.date->known = Known::inferred;
    return;
  }
  const bool back = open == 1;
  const Meaning other = shifted(*dct_, unit, back ? -n : n, true);
  if (!other.date) return;
  const std::string point = to_timex3(*other.date);
  timex.begin_point = back ? point : to_iso(*dct_);
  timex.end_point = back ? to_iso(*dct_) : point;
}

void Resolver::add_time(const Found& found, Meaning& meaning) const {
  const Frame& f = found.frame;
  std::string time;
  if (f.has(Field::midnight)) {
    time = "T24:00";
  } else if (f.has(Field::hour)) {
    int hour = f.get(Field::hour);
    const int meridiem = f.get(Field::meridiem);
    const int part = f.get(Field::part);
    if ((meridiem == 2 || (meridiem == 0 && part >= kAfternoon)) && hour < 12) hour += 12;
    if (meridiem == 1 && hour == 12) hour = 0;
    const int minute = hour >= 100 ? hour % 100 : f.get(Field::minute);  // 1800 GMT
    if (hour >= 100) hour /= 100;
    time = fmt::format("T{:02}:{:02}", hour, minute);
    if (f.has(Field::second)) time += fmt::format(":{:02}", f.get(Field::second));
    if (f.has(Field::utc)) time += "Z";
  } else if (f.has(Field::part)) {
    time = kParts[static_cast<std::size_t>(std::clamp(f.get(Field::part), 0, 5))];
  }
  if (time.empty()) return;
  if (meaning.date && meaning.date->granularity == Granularity::day) {
    meaning.value = to_timex3(*meaning.date) + time;
  } else if (!meaning.date) {
    meaning.value = (meaning.value.empty() ? underspecified(f) : meaning.value) + time;
    if (meaning.value.starts_with("XXXX-XX-XXT") && f.has(Field::hour)) {
      meaning.value = time;
      meaning.resolution = Resolution::none;
    }
  }
}

std::string Resolver::underspecified(const Frame& f) {
  if (f.get(Field::month) >= 100) return f.has(Field::day) ? "XXXX-XX-XX" : "XXXX-XX";  // of another calendar
  const std::string year = f.has(Field::year) ? fmt::format("{:04}", f.get(Field::year)) : "XXXX";
  if (f.has(Field::month) && f.has(Field::day))
    return fmt::format("{}-{:02}-{:02}", year, f.get(Field::month), f.get(Field::day));
  if (f.has(Field::month)) return fmt::format("{}-{:02}", year, f.get(Field::month));
  if (f.has(Field::weekday)) return fmt::format("XXXX-WXX-{}", f.get(Field::weekday));
  if (f.has(Field::day)) return fmt::format("{}-XX-{:02}", year, f.get(Field::day));
  if (f.has(Field::season))
    return fmt::format("{}-{}", year, kSeasons[static_cast<std::size_t>(std::clamp(f.get(Field::season), 0, 4))]);
  if (f.has(Field::quarter)) return fmt::format("{}-Q{}", year, f.get(Field::quarter));
  if (f.has(Field::half)) return fmt::format("{}-H{}", year, f.get(Field::half));
  if (f.has(Field::decade)) return fmt::format("XX{}", f.get(Field::decade) / 10);
  switch (f.get(Field::unit, kDay)) {
    case kWeek:
      return "XXXX-WXX";
    case kWeekend:
      return "XXXX-WXX-WE";
    case kMonth:
      return "XXXX-XX";
    case kYear:
      return f.kind == Kind::date ? year : "XXXX";
    case kDecade:
      return "XXX";
    case kCentury:
      return "XX";
    case kQuarter:
      return "XXXX-QX";
    default:
      return "XXXX-XX-XX";
  }
}

}  // namespace tarikh::timex
