// Invariants of tagging: spelling, digits and marks change nothing; memory of one text does not colour the next;
// any bytes go in.
#include <gtest/gtest.h>

#include "unit/timex/time_fixture.h"

namespace tarikh::timex {
namespace {

struct Row {
  const char* text;
  const char* want;
};

TEST(TimeTagging, DigitsOfAnyScriptReadAlike) {
  for (const char* text : {"في 4 يوليو 2024", "في ٤ يوليو ٢٠٢٤", "في ۴ يوليو ۲۰۲۴"}) {
    const std::vector<Timex> found = arabic().tag(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].value, "2024-07-04");
  }
}

TEST(TimeTagging, VowelsTatweelAndDirectionMarksChangeNothing) {
  const char* texts[] = {"في الرابع من تموز 2024", "في الرَّابعِ من تَمُّوزَ 2024", "في الرابـع من تمــوز 2024",
                         "في الرابع من تموز\xE2\x80\x8F 2024", "في الرابع من \xE2\x80\x8Eتموز 2024"};
  for (const char* text : texts) {
    const std::vector<Timex> found = arabic().tag(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].value, "2024-07-04") << text;
  }
}

TEST(TimeTagging, MonthNamesOfEveryRegion) {
  const Row rows[] = {{"في 3 كانون الثاني 2021", "2021-01-03"}, {"في 3 جانفي 2021", "2021-01-03"},
                      {"في 3 غشت 2021", "2021-08-03"},          {"في 3 أوت 2021", "2021-08-03"},
                      {"في 3 آب 2021", "2021-08-03"},            {"في 3 شتنبر 2021", "2021-09-03"},
                      {"في 3 دجمبر 2021", "2021-12-03"},         {"في 3 تشرين الأول/أكتوبر 2021", "2021-10-03"},
                      {"في 3 أكتوبر (تشرين الأول) 2021", "2021-10-03"}, {"في 3 الفاتح 2009", "2009-09-03"}};
  for (const Row& row : rows) {
    const std::vector<Timex> found = arabic().tag(row.text);
    ASSERT_EQ(found.size(), 1U) << row.text;
    EXPECT_EQ(found[0].value, row.want) << row.text;
  }
}

TEST(TimeTagging, ProcliticsStayOutsideTheArticleInside) {
  const Row rows[] = {{"وبتموز 2006", "تموز 2006=2006-07"},
                      {"للعام 2011", "للعام 2011=2011"},
                      {"بالأمس", "الأمس=2024-07-03"},
                      {"فيوم الخميس", "يوم الخميس=2024-07-04"}};
  for (const Row& row : rows) EXPECT_EQ(arabic().read(row.text, "2024-07-04"), row.want) << row.text;
}

TEST(TimeTagging, LookAlikesAreLeftAlone) {
  for (const char* text : {"قال الأمين العام للمنظمة", "شارع 26 يوليو", "هزمه بنتيجة 4-7", "القرار رقم 2231", "1500 جندي",
                           "رجب طيب أردوغان", "ظهر صدع", "صحيفة «اليوم»", "بنسبة 2.5 في المئة", "أهل السنة"}) {
    EXPECT_EQ(arabic().read(text, "2024-07-04"), "") << text;
  }
  for (const char* text : {"Theresa May said", "they may march", "2000 troops", "Article 51", "a score of 4-7", "April Jones sat",
                           "the 20-year-old", "version 2.5", "Group of 7", "the Arab Spring"}) {
    EXPECT_EQ(english().read(text, "2024-07-04"), "") << text;
  }
}

TEST(TimeTagging, OneTextDoesNotColourTheNext) {
  const std::string first = english().read("It met on 3 May 1999. The next day it left.", "2024-07-04");
  const std::string alone = english().read("The next day it left.", "2024-07-04");
  EXPECT_EQ(first, "3 May 1999=1999-05-03; The next day=1999-05-04");
  EXPECT_EQ(alone, "The next day=XXXX-XX-XX");  // what is told as past was on no day after the publication
  EXPECT_EQ(english().read("It met on 3 May 1999. The next day it left.", "2024-07-04"), first);
}

TEST(TimeTagging, AnyBytesGoIn) {
  const std::string bytes[] = {"", "\xff\xfe 2024", std::string("\0in 2024\0", 9), "2024-", "4/7/", "/", "الـ", "و", "و4", "18:",
                               "2024-03-05T", "\xd9", std::string(5000, '1'), "from 3 to", "من 3 إلى"};
  for (const std::string& text : bytes) {
    for (Tagging* tagging : {&arabic(), &english()}) {
      for (const Timex& t : tagging->tag(text, "2024-07-04")) {
        EXPECT_LT(t.span.begin, t.span.end);
        EXPECT_LE(t.span.end, text.size());
      }
    }
  }
}

TEST(TimeTagging, SpansAreInOrderAndApart) {
  const std::string text = "من 3 إلى 5 أيلول 2022، ثم في 7 منه، وبعد يومين، ومساء أمس الأحد 4 أيلول، وعامي 1998 و1999";
  std::uint32_t end = 0;
  for (const Timex& t : arabic().tag(text, "2022-09-20")) {
    EXPECT_GE(t.span.begin, end);
    end = t.span.end;
  }
}

}  // namespace
}  // namespace tarikh::timex
