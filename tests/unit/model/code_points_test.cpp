#include "model/code_points.h"

#include <gtest/gtest.h>

namespace tarikh::model {
namespace {

TEST(CodePoints, CountOverBlocks) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "aق";  // three bytes, two code points
  const CodePoints points(text);
  for (std::uint32_t i = 0; i <= 500; ++i) EXPECT_EQ(2 * i, points.at(3 * i));
  EXPECT_EQ(1U, points.at(1));
  EXPECT_EQ(1000U, points.at(1U << 30U));
}

TEST(CodePoints, Quotes) {
  const CodePoints points("قمة SCO 😀.");
  EXPECT_EQ((Quote{"SCO", 4, 7}), points.quote({7, 10}));
  EXPECT_EQ((Quote{"😀", 8, 9}), points.quote({11, 15}));
  EXPECT_EQ((Quote{"", 10, 10}), points.quote({99, 12}));
  EXPECT_EQ((Quote{"", 0, 0}), CodePoints("").quote({0, 5}));
}

}  // namespace
}  // namespace tarikh::model
