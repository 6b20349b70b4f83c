// TIMEX3 values of every unit.
#include <gtest/gtest.h>

#include "calendar/hijri.h"
#include "calendar/units.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using namespace calendar;

TEST(Timex3, Values) {
  const std::pair<Date, const char*> rows[] = {
      {day_date(*parse_iso_day("2024-07-04")), "2024-07-04"},
      {month_date(2022, 2), "2022-02"},
      {year_date(2023), "2023"},
      {year_date(-43), "BC0044"},
      {year_date(0), "BC0001"},
      {quarter_date(2025, 3), "2025-Q3"},
      {half_date(2025, 1), "2025-H1"},
      {half_date(2025, 2), "2025-H2"},
      {season_date(2021, 1), "2021-SP"},
      {season_date(2021, 2), "2021-SU"},
      {season_date(2021, 3), "2021-FA"},
      {season_date(2021, 4), "2021-WI"},
      {week_date(*parse_iso_day("2024-03-07")), "2024-W10"},
      {week_date(*parse_iso_day("2024-12-31")), "2025-W01"},
      {week_date(*parse_iso_day("2021-01-03")), "2020-W53"},
      {decade_date(1970), "197"},
      {century_date(2000), "20"},
      {century_date(900), "09"},
      {*hijri_month_date(1439, 9), "2018-05-16/2018-06-14"},
      {interval_date(year_date(2001), year_date(2005)), "2001/2005"},
      {*parse_edtf("../2001"), "../2001"},
  };
  for (const auto& [date, value] : rows) EXPECT_EQ(to_timex3(date), value);
}

}  // namespace
}  // namespace tarikh
