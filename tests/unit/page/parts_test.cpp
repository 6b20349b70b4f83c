// Parts of a long timeline: nothing is lost or told twice, and cuts fall at the turn of a year or month.
#include "page/parts.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

std::vector<Place> places(std::initializer_list<std::pair<Place, int>> runs) {
  std::vector<Place> all;
  for (const auto& [place, count] : runs) all.insert(all.end(), static_cast<std::size_t>(count), place);
  return all;
}

std::string shape(const std::vector<Place>& all, std::size_t most) {
  std::string text;
  std::size_t at = 0;
  for (const Part& part : split(all, most)) {
    EXPECT_EQ(part.begin, at);
    at = part.end;
    text += (text.empty() ? "" : " ") + part.stem + ":" + std::to_string(part.end - part.begin);
  }
  EXPECT_EQ(at, all.size());
  return text;
}

TEST(Parts, AShortTimelineIsOne) {
  EXPECT_EQ(shape({}, 10), "");
  EXPECT_EQ(shape(places({{{1990, 1}, 4}, {{2024, 7}, 6}}), 10), "y1990:10");
}

TEST(Parts, YearsStayWhole) {
  EXPECT_EQ(shape(places({{{1990, 1}, 4}, {{1991, 2}, 3}, {{1991, 5}, 4}, {{1992, 1}, 3}}), 10), "y1990:4 y1991:10");
}

TEST(Parts, AFullYearIsCutByMonth) {
  EXPECT_EQ(shape(places({{{2022, 3}, 2},
                          {{2023, 0}, 1},
                          {{2023, 1}, 6},
                          {{2023, 2}, 6},
                          {{2023, 9}, 15},
                          {{2023, 10}, 1},
                          {{2024, 1}, 2}}),
                  10),
            "y2022:2 y2023-0:7 y2023-2:6 y2023-9:15 y2023-10:1 y2024:2");
}

TEST(Parts, FilesDiffer) {
  EXPECT_EQ(shape(places({{{2023, 1}, 6}, {{2023, 0}, 6}, {{2023, 1}, 6}}), 10), "y2023-1:6 y2023-0:6 y2023-1-2:6");
}

}  // namespace
}  // namespace tarikh::page
