#include <gtest/gtest.h>

#include "unit/publication/days.h"

namespace tarikh {
namespace {

using testing::range;
using testing::text;

PublicationClue clue(std::string name, std::vector<DayRange> days) { return {ClueKind::past, std::move(name), "", std::move(days)}; }

std::string names(const std::vector<PublicationClue>& clues) {
  std::string all;
  for (const PublicationClue& one : clues) all += one.text;
  return all;
}

TEST(Solve, WhatAllCluesAllow) {
  const PublicationDay answer = solve({clue("a", {range("2024-01-01", "2024-12-31")}), clue("b", {range("2023-07-20", "2024-07-19")}),
                                       clue("c", {range("2022-02-24", "2100-12-31")})});
  EXPECT_EQ(text(answer.days), "2024-01-01/2024-07-19");
  EXPECT_EQ(names(answer.clues), "abc");
  EXPECT_TRUE(answer.contradictions.empty());
  ASSERT_TRUE(answer.range());
  EXPECT_EQ(to_edtf(*answer.range()), "2024-01-01/2024-07-19");
}

TEST(Solve, SeveralStretchesBecomeOneBySomethingElse) {
  const std::vector<DayRange> thursdays = {range("2013-07-04", "2013-07-04"), range("2019-07-04", "2019-07-04"), range("2024-07-04", "2024-07-04")};
  EXPECT_FALSE(solve({clue("a", thursdays)}).range());
  const PublicationDay answer = solve({clue("a", thursdays), clue("b", {range("2022-02-24", "2100-12-31")})});
  EXPECT_EQ(text(answer.days), "2024-07-04");
}

TEST(Solve, TheMostCluesWinAndTheOthersAreContradictions) {
  const PublicationDay answer = solve({clue("a", {range("2024-01-01", "2024-12-31")}), clue("b", {range("2024-07-01", "2024-07-31")}),
                                       clue("c", {range("2019-01-01", "2019-12-31")}), clue("d", {})});
  EXPECT_EQ(text(answer.days), "2024-07");
  EXPECT_EQ(names(answer.clues), "ab");
  EXPECT_EQ(names(answer.contradictions), "cd");
}

TEST(Solve, TwoAgainstEachOtherLeaveBoth) {
  const PublicationDay answer = solve({clue("a", {range("2024-01-01", "2024-12-31")}), clue("b", {range("2019-01-01", "2019-12-31")})});
  EXPECT_EQ(text(answer.days), "2019 2024");
  EXPECT_FALSE(answer.range());
}

TEST(Solve, OneDayOnlyIfNothingIsAgainstIt) {
  const auto day = [](const char* iso) { return *parse_iso_day(iso); };
  const auto on = [&](const char* first, const char* last) {
    return PublicationClue{ClueKind::name, "", "", {{day(first), day(last)}}};
  };
  EXPECT_EQ(day("2024-07-04"), solve({on("2024-07-04", "2024-07-04"), on("2024-07-01", "2100-01-01")}).only_day());
  EXPECT_FALSE(solve({on("2024-07-01", "2024-07-04")}).only_day());
  EXPECT_FALSE(solve({on("2024-07-04", "2024-07-04"), on("2024-07-05", "2024-07-05")}).only_day());
  EXPECT_FALSE(solve({on("2024-07-04", "2024-07-04"), on("2024-07-01", "2024-07-05"), on("2024-08-01", "2024-08-05")}).only_day());
  EXPECT_FALSE(solve({}).only_day());
}

TEST(Solve, NothingComesOfNothing) {
  EXPECT_TRUE(solve({}).days.empty());
  EXPECT_FALSE(solve({}).range());
  EXPECT_TRUE(solve({clue("a", {})}).days.empty());
  EXPECT_FALSE(solve({clue("a", {range("2022-02-24", "2100-12-31")})}).range());  // a bound says too little
}

}  // namespace
}  // namespace tarikh
