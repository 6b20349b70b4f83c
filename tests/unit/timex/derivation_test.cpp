// What is told of an expression to who asks: what its words leave out, the readings that were not taken, the words
// that were left alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/timex/time_fixture.h"

namespace tarikh::timex {
namespace {

struct Told {
  std::vector<Timex> timexes;
  Derivations why;
};

Told derive(Tagging& tagging, std::string_view text, std::string_view dct = {}) {
  Told told;
  const std::vector<Timex> plain = tagging.tag(text, dct);
  tagging.tagger->tag(tagging.tokens, *tagging.analyzer, *tagging.cache, parse_iso_day(dct), told.timexes, &told.why);
  EXPECT_EQ(told.timexes.size(), told.why.expressions.size());
  EXPECT_EQ(told.timexes.size(), plain.size());
  for (std::size_t i = 0; i < plain.size() && i < told.timexes.size(); ++i) {
    EXPECT_EQ(told.timexes[i].value, plain[i].value) << "asking changes nothing";
    EXPECT_EQ(told.timexes[i].rule, plain[i].rule);
  }
  return told;
}

// "2024-07-11, the next Thursday: the clause is past (met)", or nothing.
std::string other_day(const Derivation& derivation) {
  for (const Rejected& other : derivation.rejected) {
    if (other.rule == kNoRule) return fmt::format("{}, {}: {}", other.value, other.what, other.why);
  }
  return {};
}

// "rule name|words|why" of the matches that lost.
std::vector<std::string> lost(Tagging& tagging, std::string_view text, const std::vector<Rejected>& rejected) {
  std::vector<std::string> all;
  for (const Rejected& other : rejected) {
    if (other.rule == kNoRule) continue;
    all.push_back(fmt::format("{}|{}", text.substr(other.span.begin, other.span.end - other.span.begin), other.why));
    EXPECT_FALSE(tagging.table.describe(other.rule).empty());
  }
  return all;
}

struct DayRow {
  const char* text;
  const char* dct;
  const char* value;
  const char* other;
};

TEST(Derivation, TheDayOnTheOtherSideAndWhyNot) {
  const DayRow rows[] = {
      {"The ministers met on Thursday.", "2024-07-05", "2024-07-04",
       "2024-07-11, the next Thursday: the clause is past (met)"},
      {"The ministers will meet on Thursday.", "2024-07-05", "2024-07-11",
       "2024-07-04, the last Thursday: the clause is of what is to come (will)"},
      {"The ministers will meet next Thursday.", "2024-07-05", "2024-07-11",
       "2024-07-04, the last Thursday: the words say which one is meant"},
      {"A quiet Thursday.", "2024-07-05", "2024-07-04",
       "2024-07-11, the next Thursday: nothing beside it tells of what is to come"},
      {"It was signed on 3 March.", "2024-07-05", "2024-03-03",
       "2025-03-03, the next one: the clause is past (signed)"},
      {"It will open on 3 March.", "2024-07-05", "2025-03-03",
       "2024-03-03, the last one: the clause is of what is to come (will)"},
      {"It opened on 29 February.", "2025-07-05", "2024-02-29",
       "2028-02-29, the next one: the clause is past (opened)"}};
  for (const DayRow& row : rows) {
    const Told told = derive(english(), row.text, row.dct);
    ASSERT_EQ(told.timexes.size(), 1U) << row.text;
    EXPECT_EQ(told.timexes[0].value, row.value) << row.text;
    EXPECT_EQ(other_day(told.why.expressions[0]), row.other) << row.text;
  }
}

TEST(Derivation, TheCueOfAnArabicClauseIsNamed) {
  const Told past = derive(arabic(), "أصبحت السويد عضوا في الحلف الخميس", "2024-07-05");
  ASSERT_EQ(past.timexes.size(), 1U);
  EXPECT_EQ(other_day(past.why.expressions[0]).substr(0, 28), "2024-07-11, the next Thursda");
  const Told future = derive(arabic(), "سيجتمع الوزراء في 3 آذار", "2024-07-05");
  ASSERT_EQ(future.timexes.size(), 1U);
  EXPECT_EQ(other_day(future.why.expressions[0]),
            "2024-03-03, the last one: the clause is of what is to come (سيجتمع)");
}

struct FieldRow {
  const char* text;
  unsigned left_out;
};

TEST(Derivation, WhatTheWordsLeaveOut) {
  const FieldRow rows[] = {{"It met on Thursday.", kWeekLeftOut},
                           {"It met on 3 March.", kYearLeftOut},
                           {"It met in March.", kYearLeftOut},
                           {"It met yesterday.", kDayLeftOut},
                           {"It met last month.", kYearLeftOut | kMonthLeftOut},
                           {"It met last year.", kYearLeftOut},
                           {"It met three days ago.", kDayLeftOut},
                           {"It met on 3 March 2021.", 0}};
  for (const FieldRow& row : rows) {
    const Told told = derive(english(), row.text, "2024-07-05");
    ASSERT_EQ(told.timexes.size(), 1U) << row.text;
    EXPECT_EQ(told.why.expressions[0].left_out, row.left_out) << row.text;
  }
}

TEST(Derivation, WhatAPartnerSupplies) {
  const std::string text = "It lasted from 3 to 5 March 2021.";
  const Told told = derive(english(), text, "2024-07-05");
  ASSERT_EQ(told.timexes.size(), 2U);
  EXPECT_EQ(told.why.expressions[0].from_partner, kYearLeftOut | kMonthLeftOut);
  EXPECT_EQ(told.why.expressions[0].partner.begin, told.timexes[1].span.begin);
  EXPECT_EQ(told.why.expressions[1].from_partner, 0);
}

TEST(Derivation, AStretchThatLooksAheadHasNoPartner) {
  const Told told = derive(english(), "They built it in two weeks.", "2024-07-05");
  ASSERT_EQ(told.timexes.size(), 1U);
  EXPECT_EQ(told.timexes[0].value, "P2W");
  EXPECT_EQ(told.why.expressions[0].from_partner, 0);
}

TEST(Derivation, ANarrativeIsNotCountedFromThePublicationDay) {
  const Told told = derive(english(), "It met on 3 May 1999. The day before, it had left.", "2024-07-05");
  ASSERT_EQ(told.timexes.size(), 2U);
  EXPECT_EQ(told.timexes[1].value, "1999-05-02");
  EXPECT_EQ(other_day(told.why.expressions[1]),
            "2024-07-04, counted from the publication day: the text is at \"3 May 1999\"");
}

TEST(Derivation, WhyThereIsNoDay) {
  const Told unknown = derive(english(), "It met on Thursday.");
  ASSERT_EQ(unknown.timexes.size(), 1U);
  EXPECT_EQ(unknown.why.expressions[0].unresolved, "the publication day, which it is counted from, is unknown");
  const Told february = derive(english(), "It met on 30 February.", "2024-07-05");
  ASSERT_EQ(february.timexes.size(), 1U);
  EXPECT_EQ(february.timexes[0].note, "there is no 02-30 in any year");
  const Told safar = derive(arabic(), "في 30 صفر 1433 هـ", "2024-07-05");
  ASSERT_EQ(safar.timexes.size(), 1U);
  EXPECT_EQ(safar.timexes[0].note, "there is no 1433-02-30 of the Hijri calendar, where that month has 29 days");
}

TEST(Derivation, TheMatchThatLost) {
  const std::string text = "It met on Thursday 4 July.";
  const Told told = derive(english(), text, "2024-07-05");
  ASSERT_EQ(told.timexes.size(), 1U);
  const std::vector<std::string> matches = lost(english(), text, told.why.expressions[0].rejected);
  EXPECT_TRUE(std::ranges::find(matches, "Thursday|a longer match is taken") != matches.end())
      << ::testing::PrintToString(matches);
}

TEST(Derivation, WordsThatAreNoTimeAreTold) {
  const std::string text = "قال الأمين العام للمنظمة";
  const Told told = derive(arabic(), text, "2024-07-05");
  ASSERT_EQ(told.why.left_alone.size(), 1U);
  EXPECT_EQ(arabic().tokens.words(told.why.left_alone[0].span), "الأمين العام");
  EXPECT_NE(told.why.left_alone[0].rule, kNoRule);
}

}  // namespace
}  // namespace tarikh::timex
