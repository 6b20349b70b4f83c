// Day numbers by a calendar of the installed ICU, to hold our own calendars against.
#pragma once

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <cmath>
#include <memory>

namespace tarikh::calendar {

class IcuCalendar {
 public:
  explicit IcuCalendar(const char* locale) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZone> utc(icu::TimeZone::createTimeZone("UTC"));
    calendar_.reset(icu::Calendar::createInstance(*utc, icu::Locale(locale), error));
  }

  /// Days since 1970-01-01.
  int day_number(int year, int month, int day) {
    UErrorCode error = U_ZERO_ERROR;
    calendar_->clear();
    calendar_->set(UCAL_EXTENDED_YEAR, year);
    calendar_->set(UCAL_MONTH, month - 1);
    calendar_->set(UCAL_DATE, day);
    return static_cast<int>(std::floor(calendar_->getTime(error) / 86'400'000.0));
  }

 private:
  std::unique_ptr<icu::Calendar> calendar_;
};

}  // namespace tarikh::calendar
