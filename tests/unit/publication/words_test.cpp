#include "publication/words.h"

#include <gtest/gtest.h>

#include "unit/publication/days.h"

namespace tarikh::publication {
namespace {

std::string found(std::string_view name) {
  const auto day = day_in_name(name);
  return day ? to_iso(*day) : "none";
}

TEST(Words, ADayInAName) {
  EXPECT_EQ(found("report-2024-07-04-final"), "2024-07-04");
  EXPECT_EQ(found("report20240704"), "2024-07-04");
  EXPECT_EQ(found("https://example.org/news/2024/07/04/summit"), "2024-07-04");
  EXPECT_EQ(found("a_2024_07_04"), "2024-07-04");
  EXPECT_EQ(found("12345/2024.07.04.html"), "2024-07-04");
}

TEST(Words, WhatIsNoDayInAName) {
  for (const std::string_view name : {"", "2024", "2024-07", "2024-02-31", "2024-07/04", "article-202407041", "120240704", "20241304",
                                      "3024-07-04", "2024--07-04"}) {
    EXPECT_EQ(found(name), "none") << name;
  }
}

TEST(Words, HowADatelineGoesOn) {
  EXPECT_TRUE(goes_on_as_dateline(" (Agency) - The"));
  EXPECT_TRUE(goes_on_as_dateline("/وكالة/ قال"));
  EXPECT_TRUE(goes_on_as_dateline(" – قال"));
  EXPECT_FALSE(goes_on_as_dateline(" the president"));
  EXPECT_FALSE(goes_on_as_dateline(""));
}

TEST(Words, WhatIsStillToCome) {
  EXPECT_TRUE(speaks_of_the_future("Kazan will host the summit in October 2024."));
  EXPECT_TRUE(speaks_of_the_future("وستستضيف قازان القمة في أكتوبر 2024."));
  EXPECT_TRUE(speaks_of_the_future("تستضيف قازان القمة المقبلة في أكتوبر 2024."));
  EXPECT_FALSE(speaks_of_the_future("Kazan hosted the summit in October 2024."));
  EXPECT_FALSE(speaks_of_the_future("استضافت قازان القمة في أكتوبر 2024."));
}

TEST(Words, WhoRules) {
  EXPECT_TRUE(tells_of_rule(" الذي يحكم البلاد منذ "));
  EXPECT_TRUE(tells_of_rule(", who has been in power for "));
  EXPECT_FALSE(tells_of_rule(", who has been married for "));
  EXPECT_TRUE(in_one_sentence(", who rules No.2"));
  EXPECT_FALSE(in_one_sentence(" spoke. The war"));
}

}  // namespace
}  // namespace tarikh::publication
