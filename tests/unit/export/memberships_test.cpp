#include <gtest/gtest.h>

#include "tarikh/writer.h"
#include "unit/merge/events.h"

namespace tarikh {
namespace {

TEST(MembershipsCsv, OneRowPerStretch) {
  const Timeline timeline =
      merge(std::vector{testing::document("a", "2024-07-05",
                                          {{"e1", "membership", "effective", "2023", {"ir"}, {}, {"sco"}},
                                           {"e2", "suspension", "imposed", "2024-07", {}, {"ir"}, {"sco"}},
                                           {"e3", "membership", "effective", "2024-07-04", {"by"}, {}, {"sco"}}})},
            {});
  std::string csv;
  const WriteReport report = find_writer("memberships")->write(timeline, {}, [&](std::string_view bytes) {
    csv += bytes;
    return true;
  });
  EXPECT_EQ(2U, report.rows);
  EXPECT_TRUE(csv.starts_with("organisation_id,organisation_ar,organisation_en,member_id,"));
  EXPECT_NE(std::string::npos, csv.find("sco,الsco,The sco,by,الby,The by,2024-07-04,2024-07-04,,,,ev-")) << csv;
  EXPECT_NE(std::string::npos, csv.find(",The ir,2023-01-01,2023-12-31,,,2024-07-01..2024-07-31 / ..,ev-")) << csv;
}

}  // namespace
}  // namespace tarikh
