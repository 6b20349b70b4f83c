// Why an expression was read as it was: what its words leave out and who supplied it, and the days it might have
// been.
#include <utility>

#include <fmt/format.h>

#include <array>

#include "calendar/units.h"
#include "timex/resolver.h"

namespace tarikh::timex {

using namespace calendar;  // units of days

namespace {

constexpr std::array<std::string_view, 8> kWeekdays{"",         "Monday", "Tuesday",  "Wednesday",
                                                    "Thursday", "Friday", "Saturday", "Sunday"};

std::uint8_t of_unit(int unit) {
  switch (unit) {
    case kMillennium:
    case kCentury:
    case kDecade:
      return kCenturyLeftOut;
    case kYear:
      return kYearLeftOut;
    case kMonth:
    case kQuarter:
    case kHalf:
    case kSeason:
      return kYearLeftOut | kMonthLeftOut;
    case kWeek:
    case kWeekend:
      return kWeekLeftOut;
    default:
      return kDayLeftOut;
  }
}

std::uint8_t left_out(const Frame& f) {
  if (f.kind == Kind::unit || f.kind == Kind::shift) return of_unit(f.get(Field::unit, kDay));
  if (f.kind != Kind::date) return 0;
  if (f.has(Field::shift)) return kDayLeftOut;
  const std::uint8_t month = f.has(Field::month_ref) || f.has(Field::day_ref) ? kMonthLeftOut : 0;
  if (f.has(Field::year)) return month;
  if (f.has(Field::century_ref)) return kCenturyLeftOut;
  if (f.has(Field::decade) || f.has(Field::century)) return 0;
  const bool part_of_year = f.has(Field::month) || f.has(Field::season) || f.has(Field::quarter) ||
                            f.has(Field::half) || f.has(Field::holiday);
  if (part_of_year || f.has(Field::year_ref)) return kYearLeftOut | month;
  if (month != 0 || f.has(Field::day)) return kYearLeftOut | kMonthLeftOut;
  if (f.has(Field::weekday)) return kWeekLeftOut;
  return f.has(Field::part) || f.has(Field::hour) || f.has(Field::midnight) ? kDayLeftOut : 0;
}

bool names_part_of_year(const Frame& f) {
  return !f.has(Field::year) && !f.has(Field::year_ref) && !f.has(Field::month_ref) && !f.has(Field::day_ref) &&
         (f.has(Field::month) || f.has(Field::season) || f.has(Field::quarter) || f.has(Field::half) ||
          f.has(Field::holiday));
}

bool is_bare_weekday(const Frame& f) {
  return f.has(Field::weekday) && !f.has(Field::day) && !f.has(Field::nth) && !f.has(Field::week_ref) &&
         !f.has(Field::shift) && left_out(f) == kWeekLeftOut;
}

}  // namespace

// "the clause is past (أصبحت)"
std::string Resolver::clause_reason(const Found& found) const {
  const TenseReader::Reading reading = tense_.at(found.first, found.last);
  const std::string cue =
      reading.cue == kNoIndex ? "" : fmt::format(" ({})", tokens_->word(reading.cue));
  if (reading.until && found.place == Place::alone) return "it is a day to come up to which something lasts" + cue;
  switch (reading.tense) {
    case ClauseTense::past:
      return reading.cue == kNoIndex ? "nothing beside it tells of what is to come" : "the clause is past" + cue;
    case ClauseTense::present:
      return opens_line(found.first) ? "a chronicle tells in the present" + cue
                                     : "the clause is of now and of what is planned" + cue;
    case ClauseTense::future:
      return "the clause is of what is to come" + cue;
    case ClauseTense::near:
      return "the clause is of what was to come" + cue;
  }
  return {};
}

std::string Resolver::day_reason(const Found& found, const Date& chosen, const Date& other) const {
  const Frame& f = found.frame;
  if (f.has(Field::weekday) && f.has(Field::day) && other.granularity == Granularity::day &&
      weekday_number(other.first) != f.get(Field::weekday) &&
      weekday_number(chosen.first) == f.get(Field::weekday)) {
    return fmt::format("that one is a {}", kWeekdays[static_cast<std::size_t>(weekday_number(other.first))]);
  }
  if (f.get(Field::ref, kRefThis) != kRefThis) return "the words say which one is meant";
  if (range_start_ && found.place == Place::range_end)
    return fmt::format("it ends what begins on {}", to_iso(range_start_->first));
  if (chosen.first <= *dct_ && *dct_ <= chosen.last) return "this one has the publication day";
  const bool ahead = chosen.first > *dct_;
  if (ahead == is_future(found)) return clause_reason(found);
  return ahead ? "it is near, and no verb beside it says that it is over" : "the one that is over is nearer";
}

// The same weekday, or the same part of another year, on the other side of the publication day.
void Resolver::other_days(const Found& found, const Timex& timex, std::vector<Rejected>& rejected) {
  if (timex.resolution != Resolution::dct || !timex.date || !dct_) return;
  const Frame& f = found.frame;
  const Date chosen = *timex.date;
  const bool ahead = chosen.first > *dct_;
  const std::string_view side = ahead ? "last" : "next";
  if (is_bare_weekday(f)) {
    const Date other = day_date(chosen.first + date::days{ahead ? -7 : 7});
    const std::string_view name = kWeekdays[static_cast<std::size_t>(weekday_number(other.first))];
    const std::string what =
        other.first == *dct_ ? "the publication day itself" : fmt::format("the {} {}", side, name);
    rejected.push_back({timex.span, kNoRule, to_timex3(other), what, day_reason(found, chosen, other)});
    return;
  }
  if (!names_part_of_year(f)) return;
  constexpr int kLeap = 8;  // 29 February is in one of eight years
  Found elsewhere = found;
  elsewhere.frame.clear(Field::ref);
  for (int step = 1; step <= kLeap; ++step) {
    elsewhere.frame.set(Field::year, year_number(chosen.first) + (ahead ? -step : step));
    const Meaning other = resolve_date(elsewhere);
    if (!other.date) continue;
    rejected.push_back({timex.span, kNoRule, other.value.empty() ? to_timex3(*other.date) : other.value,
                        fmt::format("the {} one", side), day_reason(found, chosen, *other.date)});
    return;
  }
}

// The reading without the dates before it.
void Resolver::without_anchor(const Found& found, const Timex& timex, std::vector<Rejected>& rejected) {
  if (timex.resolution != Resolution::anchor || timex.anchor >= out_->size()) return;
  const Position at = std::exchange(at_, {});
  const Anchor chronicle = std::exchange(chronicle_, {});
  const Timex alone = to_timex(found);
  at_ = at;
  chronicle_ = chronicle;
  if (!alone.date || alone.value == timex.value) return;
  rejected.push_back({timex.span, kNoRule, alone.value, "counted from the publication day",
                      fmt::format("the text is at \"{}\"", tokens_->words((*out_)[timex.anchor].span))});
}

Derivation Resolver::derive(const std::vector<Found>& found, std::size_t index, const Frame& said,
                            const Timex& timex) {
  Derivation derivation;
  const Found& own = found[index];
  const bool supplied = timex.resolution == Resolution::dct || timex.resolution == Resolution::anchor;
  if (supplied && timex.date) derivation.left_out = left_out(own.frame);
  if (own.place != Place::alone) {
    derivation.from_partner = static_cast<std::uint8_t>(left_out(said) & ~left_out(own.frame));
    const bool with_next = own.place == Place::range_start ||
                           (own.place == Place::list_item && index + 1 < found.size() &&
                            found[index + 1].place == Place::list_item);
    const std::size_t partner = with_next ? index + 1 : index - 1;
    if (derivation.from_partner != 0 && partner < found.size()) derivation.partner = found[partner].span;
  }
  const bool day = timex.type == TimexType::date || timex.type == TimexType::time;
  if (day && !timex.date && timex.note.empty() && own.frame.kind != Kind::reference) {
    if (own.frame.get(Field::open) == 9) {
      derivation.unresolved = "it comes again and again";
    } else if (own.frame.has(Field::vague)) {
      derivation.unresolved = "the words do not say how many";
    } else if (!dct_ && left_out(own.frame) != 0) {
      derivation.unresolved = "the publication day, which it is counted from, is unknown";
    }
  }
  other_days(own, timex, derivation.rejected);
  without_anchor(own, timex, derivation.rejected);
  return derivation;
}

}  // namespace tarikh::timex
