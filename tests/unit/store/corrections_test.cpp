#include "tarikh/corrections.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/merge/events.h"

namespace tarikh {
namespace {

using testing::document;
using testing::summary;

constexpr std::string_view kHeader = "target\tfield\tvalue\twho\twhy\twas\n";

Corrections parse(const std::string& lines) { return parse_corrections(std::string(kHeader) + lines, builtin_rules()); }

std::vector<DocumentRecord> pile() {
  return {document("a", "2024-01-01", {{"e1", "summit", "", "2023-05-01", {}, {}, {"sco"}},
                                       {"e2", "statement", "", "2023-05-01", {"CN"}, {}, {}, "", Factuality::actual, DateBasis::inherited, "e1"}}),
          document("b", "2024-01-02", {{"e1", "summit", "", "2023-07-04", {}, {}, {"sco"}}})};
}

std::string corrected(const std::string& lines) { return summary(merge(pile(), builtin_rules(), parse(lines)).timeline); }

TEST(Corrections, ColumnsInAnyOrderCommentsAndSpreadsheetsLineEnds) {
  const Corrections table = parse_corrections("\xEF\xBB\xBF# mine\r\nwhy\tfield\tnote\twho\tvalue\ttarget\r\n\r\nit is\tdate\t-\tme\t2024\ta%3Ab:e1\r\n", builtin_rules());
  ASSERT_EQ(table.lines.size(), 1U);
  EXPECT_EQ(table.lines[0].target.doc, "a:b");
  EXPECT_EQ(table.lines[0].value, "2024");
  EXPECT_EQ(table.lines[0].line, 4);
  EXPECT_TRUE(table.problems.empty());
}

TEST(Corrections, AnyBytesAreEitherLinesOrProblems) {
  for (const std::string_view text : {"", "\n\n", "\t\t\t", "target\tfield\tvalue\twho\twhy\n\t\t\t\t\n:\tdate\t\tx\ty\n%:%\tadd\t\t\t", "\xFF\xFE\x00"}) {
    const Corrections table = parse_corrections(text, builtin_rules());
    EXPECT_TRUE(table.lines.empty());
  }
}

TEST(Corrections, WhatTheEventDatesIsCorrectedWithIt) {
  EXPECT_EQ(corrected("a:e1\tdate\t2023-05\tme\tx\n"), "2023-05 summit a:e1\n2023-05 statement a:e2\n2023-07-04 summit b:e1\n");
}

TEST(Corrections, AMentionMovesToTheEntryOfAnother) {
  EXPECT_EQ(corrected("b:e1\tmerge\ta:e1\tme\tx\n"),
            "[2023-05-01,2023-07-04] summit a:e1 b:e1 !2023-05-01=a !2023-07-04=b\n2023-05-01 statement a:e2\n");
}

TEST(Corrections, MovesFollowEachOther) {
  // Together, then apart again: what is left is as before.
  EXPECT_EQ(corrected("b:e1\tmerge\ta:e1\tme\tx\nb:e1\tsplit\t\tme\tx\n"), corrected(""));
  const CorrectedTimeline twice = merge(pile(), builtin_rules(), parse("b:e1\tmerge\ta:e1\tme\tx\nb:e1\tmerge\ta:e1\tme\tx\n"));
  ASSERT_EQ(twice.problems.size(), 1U);
  EXPECT_EQ(twice.problems[0].line, 3);
}

TEST(Corrections, AnUndatedEventCanBeDated) {
  std::vector<DocumentRecord> records = {document("a", "", {{"e1", "summit", "", "", {}, {}, {"sco"}}})};
  EXPECT_EQ(summary(merge(records, builtin_rules(), parse("")).timeline), "");
  EXPECT_EQ(summary(merge(records, builtin_rules(), parse("a:e1\tdate\t2024\tme\tx\n")).timeline), "2024 summit a:e1\n");
}

TEST(Corrections, OrderOfRecordsChangesNothing) {
  const std::string lines = "b:e1\tmerge\ta:e1\tme\tx\na:e2\ttype\tdecision\tme\ty\ncorrections:n\tadd\tvisit\tme\tz\ncorrections:n\tdate\t2022\tme\tz\n";
  std::vector<DocumentRecord> reversed = pile();
  std::ranges::reverse(reversed);
  const auto lines_of = [&](std::vector<DocumentRecord> records) {
    std::string text;
    for (const Entry& entry : merge(std::move(records), builtin_rules(), parse(lines)).timeline.entries) text += to_json(entry) + "\n";
    return text;
  };
  EXPECT_EQ(lines_of(pile()), lines_of(reversed));
}

TEST(Corrections, WithoutLinesItIsMerge) {
  const std::vector<DocumentRecord> records = pile();
  EXPECT_EQ(corrected(""), summary(merge(records, builtin_rules().event_types())));
}

}  // namespace
}  // namespace tarikh
