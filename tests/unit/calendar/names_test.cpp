// Names in records: what is written is read back, what is unknown is nothing.
#include <gtest/gtest.h>

#include "tarikh/extraction.h"

namespace tarikh {
namespace {

TEST(Names, AsTheRecordsHaveThem) {
  EXPECT_EQ(to_string(TimexType::duration), "DURATION");
  EXPECT_EQ(to_string(Resolution::explicit_), "explicit");
  EXPECT_EQ(to_string(Modifier::equal_or_more), "EQUAL_OR_MORE");
  EXPECT_EQ(to_string(Modifier::none), "");
  EXPECT_EQ(to_string(Granularity::interval), "interval");
  EXPECT_EQ(to_string(Granularity::century), "century");
  EXPECT_EQ(to_string(Calendar::hijri), "islamic-umalqura");
}

template <class Enum, class Parse>
void round_trip(int count, Parse parse) {
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_FALSE(to_string(value).empty());
    EXPECT_EQ(parse(to_string(value)), value) << to_string(value);
  }
  EXPECT_FALSE(parse("nonsense"));
  EXPECT_FALSE(parse(""));
}

TEST(Names, BothWays) {
  round_trip<TimexType>(4, parse_timex_type);
  round_trip<Role>(3, parse_role);
  round_trip<Factuality>(5, parse_factuality);
  round_trip<DateBasis>(6, parse_date_basis);
  round_trip<DctBasis>(5, parse_dct_basis);
}

}  // namespace
}  // namespace tarikh
