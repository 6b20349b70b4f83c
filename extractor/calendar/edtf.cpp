// EDTF (ISO 8601-2:2019, Library of Congress profile): levels 0 and 1 without years of more than four digits, and
// the one-of set of level 2 for dates that sources disagree on. Quarters and halves are intervals of months,
// weeks intervals of days: level 1 has no notation of theirs, and the finer one would claim too much.
#include <fmt/format.h>

#include <algorithm>

#include "calendar/notation.h"
#include "calendar/units.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using namespace calendar;

constexpr std::string_view kQualifiers = "~?%";  // in the order of Qualifier, after none
constexpr int kFirstSeason = 21;

std::string qualifier_text(Qualifier qualifier) {
  return qualifier == Qualifier::none ? std::string()
                                      : std::string(1, kQualifiers[static_cast<std::size_t>(qualifier) - 1]);
}

Qualifier join(Qualifier a, Qualifier b) {
  if (a == Qualifier::none || a == b) return b;
  return b == Qualifier::none ? a : Qualifier::both;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 40;
  return fmt::format("\"{}{}\"", text.substr(0, kShown), text.size() > kShown ? "…" : "");
}

// One date without '/': the grammar is small enough to be read from left to right.
class PointReader {
 public:
  PointReader(std::string_view whole, std::string_view text) : whole_(whole), text_(text) {}

  Result<Date> read() {
    if (text_.empty()) return fail("a date is missing");
    if (!text_.empty() && kQualifiers.find(text_.back()) != std::string_view::npos) {
      qualifier_ = static_cast<Qualifier>(kQualifiers.find(text_.back()) + 1);
      text_.remove_suffix(1);
    }
    Result<Date> date = read_year();
    if (!date) return date;
    if (at_ < text_.size()) return not_understood();
    if (date->last > last_of_month(9999, 12)) return fail("it reaches beyond the year 9999");
    date->qualifier = qualifier_;
    return date;
  }

 private:
  Result<Date> read_year() {
    const bool negative = text_.starts_with('-');
    if (negative) ++at_;
    const std::size_t begin = at_;
    const int digits = read_digits(4);
    const auto unknown = static_cast<std::size_t>(std::ranges::count(text_.substr(at_, begin + 4 - at_), 'X'));
    if (unknown > 0 && !negative && at_ + unknown == begin + 4 && unknown <= 2) {
      at_ += unknown;
      return unknown == 1 ? decade_date(digits * 10) : century_date(digits * 100);
    }
    if (at_ != begin + 4) return not_understood();
    const int year = negative ? -digits : digits;
    return at_ < text_.size() ? read_month(year) : year_date(year);
  }

  Result<Date> read_month(int year) {
    int month = 0;
    if (!read_part(month)) return not_understood();
    if (month >= kFirstSeason && month < kFirstSeason + 4) return season_date(year, month - kFirstSeason + 1);
    if (month < 1 || month > 12) return fail(fmt::format("there is no month or season {:02}", month));
    if (at_ == text_.size()) return month_date(year, month);
    int day = 0;
    if (!read_part(day)) return not_understood();
    const date::sys_days date = first_of_month(year, month) + date::days{day - 1};
    if (day < 1 || date > last_of_month(year, month)) {
      return fail(fmt::format("{}-{:02} has no day {:02}", year_text(year), month, day));
    }
    return day_date(date);
  }

  // "-07"
  bool read_part(int& value) {
    if (at_ >= text_.size() || text_[at_] != '-') return false;
    const std::size_t begin = ++at_;
    value = read_digits(2);
    return at_ == begin + 2;
  }

  int read_digits(std::size_t at_most) {
    int value = 0;
    for (const std::size_t end = std::min(text_.size(), at_ + at_most); at_ < end; ++at_) {
      if (text_[at_] < '0' || text_[at_] > '9') break;
      value = value * 10 + (text_[at_] - '0');
    }
    return value;
  }

  Error not_understood() const {
    if (at_ >= text_.size()) return fail("it ends too early");
    const auto offset = static_cast<std::size_t>(text_.data() - whole_.data()) + at_ + 1;
    const char c = text_[at_];
    const std::string shown =
        c > ' ' && c < 0x7F ? fmt::format("'{}'", c) : fmt::format("byte {:#04x}", static_cast<unsigned char>(c));
    return fail(fmt::format("{} at position {} is not understood", shown, offset));
  }

  Error fail(const std::string& reason) const { return Error{fmt::format("date {}: {}", quoted(whole_), reason)}; }

  std::string_view whole_, text_;
  std::size_t at_ = 0;
  Qualifier qualifier_ = Qualifier::none;
};

Result<Date> read_interval(std::string_view whole, std::size_t slash) {
  const std::string_view from = whole.substr(0, slash), to = whole.substr(slash + 1);
  if (from == ".." && to == "..") return Error{fmt::format("date {}: it has neither start nor end", quoted(whole))};
  Result<Date> first = PointReader(whole, from == ".." ? to : from).read();
  if (!first) return first;
  Result<Date> last = PointReader(whole, to == ".." ? from : to).read();
  if (!last) return last;
  if (first->first > last->last) return Error{fmt::format("date {}: it ends before it begins", quoted(whole))};
  Date made = interval_date(*first, *last);
  made.qualifier = join(first->qualifier, last->qualifier);
  made.open_start = from == "..";
  made.open_end = to == "..";
  if (made.open_start) made.first = {};
  if (made.open_end) made.last = {};
  return made;
}

// "[2001,2011]": one of them, which for the days it may be is the stretch from the first to the last.
Result<Date> read_set(std::string_view whole) {
  std::string_view rest = whole.substr(1, whole.size() - 2);
  std::optional<Date> all;
  while (true) {
    const std::size_t comma = rest.find(',');
    Result<Date> member = PointReader(whole, rest.substr(0, comma)).read();
    if (!member) return member;
    if (!all) {
      all = interval_date(*member, *member);
      all->qualifier = member->qualifier;
    } else {
      Date wider = interval_date(*all, *member);
      wider.first = std::min(all->first, member->first);
      wider.last = std::max(all->last, member->last);
      wider.qualifier = join(all->qualifier, member->qualifier);
      all = wider;
    }
    if (comma == std::string_view::npos) return *all;
    rest.remove_prefix(comma + 1);
  }
}

std::string season_text(const Date& d, const std::string& qualifier) {
  const int season = season_number(d);
  if (season == 0) return interval_text(d, Granularity::month, qualifier);
  return fmt::format("{}-{}{}", year_text(year_number(d.first)), kFirstSeason + season - 1, qualifier);
}

}  // namespace

std::string to_edtf(const Date& d) {
  const std::string qualifier = qualifier_text(d.qualifier);
  if (d.open_start || d.open_end) return interval_text(d, d.end_granularity, qualifier);
  const int year = year_number(d.first);
  switch (d.granularity) {
    case Granularity::century:
      if (!begins_with_round_year(d, 100)) return interval_text(d, Granularity::year, qualifier);
      return fmt::format("{:02}XX{}", year / 100, qualifier);
    case Granularity::decade:
      if (!begins_with_round_year(d, 10)) return interval_text(d, Granularity::year, qualifier);
      return fmt::format("{:03}X{}", year / 10, qualifier);
    case Granularity::year:
      return year_text(year) + qualifier;
    case Granularity::half:
    case Granularity::quarter:
      return interval_text(d, Granularity::month, qualifier);
    case Granularity::season:
      return season_text(d, qualifier);
    case Granularity::month:
      return fmt::format("{}-{:02}{}", year_text(year), month_number(d.first), qualifier);
    case Granularity::week:
      return interval_text(d, Granularity::day, qualifier);
    case Granularity::day:
      return to_iso(d.first) + qualifier;
    case Granularity::interval:
      break;
  }
  return interval_text(d, d.end_granularity, qualifier);
}

Result<Date> parse_edtf(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) return read_set(text);
  const std::size_t slash = text.find('/');
  return slash == std::string_view::npos ? PointReader(text, text).read() : read_interval(text, slash);
}

}  // namespace tarikh
