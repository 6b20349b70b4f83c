#include "score/timelines.h"

#include <gtest/gtest.h>

namespace tarikh::score {
namespace {

constexpr std::string_view kGold =
    "date_edtf,type,title_en,participants_en,participants_ar,sources,conflict,optional\n"
    "\"[2001,2011]\",founding,Founding,SCO,,a:e1 b:e2,yes,\n"
    "2022,visit,Visit,Xi,,a:e2,,\n"
    "2023-04-04,membership,Accession,Finland; NATO,,a:e3 c:e1,,\n"
    "2024,other,Something,,,a:e4,,yes\n";

TEST(Timelines, GoldAgainstItself) {
  const auto rows = read_timeline_table(kGold);
  ASSERT_EQ(4U, rows.size());
  EXPECT_EQ((std::set<std::string>{"finland", "nato"}), rows[2].parties);
  const TimelineCounts counts = score_timeline(rows, rows);
  EXPECT_EQ(3U, counts.gold);
  EXPECT_EQ(1, counts.rows.f1());
  EXPECT_EQ(1, counts.conflicts.f1());
  EXPECT_EQ(2U, counts.merged_right);
  EXPECT_EQ(2U, counts.merged_system_right);
  EXPECT_EQ(1, counts.kendall_tau);
}

TEST(Timelines, WhatIsNotMerged) {
  const auto system = read_timeline_table(
      "date_edtf,type,participants_en,sources,conflict\n"
      "2023-04,membership,finland,c:e1,\n"
      "2011,founding,SCO,a:e1,\n"
      "2001,founding,SCO,b:e2,\n"
      "2022,visit,Putin,a:e2,\n"
      "2024,other,,a:e4,\n");
  const TimelineCounts counts = score_timeline(read_timeline_table(kGold), system);
  EXPECT_EQ(2U, counts.rows.tp);
  EXPECT_EQ(2U, counts.rows.fp);  // the second founding, and another visitor
  EXPECT_EQ(1U, counts.rows.fn);
  EXPECT_EQ(0U, counts.exact_dates);
  EXPECT_EQ(0U, counts.merged_right);
  EXPECT_EQ(1U, counts.conflicts.fn);
  EXPECT_EQ(-1, counts.kendall_tau);
}

}  // namespace
}  // namespace tarikh::score
