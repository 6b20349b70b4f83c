#include "score/table.h"

#include <gtest/gtest.h>

namespace tarikh::score {
namespace {

TEST(Table, CellsByName) {
  const auto rows = read_table("\xEF\xBB\xBF" "a,b,c\r\n1,\"x, \"\"y\"\"\r\nz\",3\r\n\r\n4\n");
  ASSERT_EQ(2U, rows.size());
  EXPECT_EQ((TableRow{{"a", "1"}, {"b", "x, \"y\"\r\nz"}, {"c", "3"}}), rows[0]);
  EXPECT_EQ((TableRow{{"a", "4"}}), rows[1]);
  EXPECT_TRUE(read_table("").empty());
}

}  // namespace
}  // namespace tarikh::score
