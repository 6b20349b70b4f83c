#include "tarikh/changes.h"

#include <gtest/gtest.h>

#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;

std::string summary(const std::vector<Change>& changes) {
  std::string lines;
  for (const Change& change : changes) {
    lines += std::string(to_string(change.kind)) + " " + (change.after != nullptr ? change.after : change.before)->date_edtf;
    for (const FieldChange& field : change.fields) lines += ", " + field.field + ": " + field.before + " -> " + field.after;
    for (const std::string& reason : change.reasons) lines += "; " + reason;
    lines += "\n";
  }
  return lines;
}

TEST(Changes, BetweenTwoStates) {
  const DocumentRecord coarse = document("a", "", {{"e1", "membership", "effective", "2023", {"finland"}, {}, {"nato"}}});
  const DocumentRecord fine = document("b", "", {{"e1", "membership", "effective", "2023-04-04", {"finland"}, {}, {"nato"}}});
  const DocumentRecord other = document("c", "", {{"e1", "visit", "", "2022", {"xi"}, {}, {}, "astana"}});
  const Timeline first = merge(std::vector{coarse, other}, {}), second = merge(std::vector{coarse, fine}, {});
  EXPECT_EQ("", summary(compare(first, first)));
  EXPECT_EQ("added 2022; article c tells it\nadded 2023; article a tells it\n", summary(compare({}, first)));
  EXPECT_EQ(
      "gone 2022; article c no longer tells it\n"
      "changed 2023-04-04, date_edtf: 2023 -> 2023-04-04; article b tells it\n",
      summary(compare(first, second)));
}

TEST(Changes, ByAnotherRuleAndId) {
  DocumentRecord record = document("a", "", {{"e1", "visit", "", "2022-05-01", {"xi"}, {}, {}, "astana"}});
  const Timeline before = merge(std::vector{record}, {});
  record.events[0].id = "f7";
  record.events[0].rule = "en/events/visit.rules:9 visit/arrive";
  record.events[0].date_edtf = record.events[0].first = record.events[0].last = "2022-05-02";
  const Timeline after = merge(std::vector{record}, {});
  EXPECT_EQ(
      "changed 2022-05-02, date_edtf: 2022-05-01 -> 2022-05-02; a:f7 is found by "
      "en/events/visit.rules:9 visit/arrive, not by en/events/test.rules:1 test\n",
      summary(compare(before, after)));
}

}  // namespace
}  // namespace tarikh
