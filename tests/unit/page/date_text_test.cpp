// A date is written exactly as precise as its EDTF, in both languages.
#include "page/date_text.h"

#include <gtest/gtest.h>

#include "page/theme.h"

namespace tarikh::page {
namespace {

struct Row {
  std::string_view edtf, arabic, english;
  Precision precision;
  std::string_view machine;
};

constexpr Row kRows[] = {
    {"2024-07-04", "4 يوليو 2024", "4 July 2024", Precision::day, "2024-07-04"},
    {"2024-07", "يوليو 2024", "July 2024", Precision::month, "2024-07"},
    {"2001", "2001", "2001", Precision::year, "2001"},
    {"2024-22", "صيف 2024", "summer 2024", Precision::month, ""},
    {"199X", "تسعينيات القرن العشرين", "1990s", Precision::year, ""},
    {"14XX", "القرن الخامس عشر", "15th century", Precision::year, ""},
    {"19XX", "القرن العشرين", "20th century", Precision::year, ""},
    {"2024-07-03/2024-07-04", "3–4 يوليو 2024", "3–4 July 2024", Precision::range, ""},
    {"2024-06-30/2024-07-02", "30 يونيو – 2 يوليو 2024", "30 June – 2 July 2024", Precision::range, ""},
    {"2001/2005", "2001 – 2005", "2001 – 2005", Precision::range, ""},
    {"2023-12-31/2024-01-01", "31 ديسمبر 2023 – 1 يناير 2024", "31 December 2023 – 1 January 2024", Precision::range,
     ""},
    {"2020/..", "منذ 2020", "since 2020", Precision::open, ""},
    {"../2020-05", "حتى مايو 2020", "until May 2020", Precision::open, ""},
    {"2024-05~", "نحو مايو 2024", "c. May 2024", Precision::month, "2024-05"},
    {"[2001,2011]", "2001 أو 2011", "2001 or 2011", Precision::set, ""},
    {"-0042", "43 ق.م.", "43 BC", Precision::year, ""},
};

TEST(DateText, SaysNoMoreThanTheDate) {
  const Result<Theme> theme = Theme::load({});
  ASSERT_TRUE(theme) << theme.error().to_string();
  for (const Row& row : kRows) {
    const DateText arabic = date_text(row.edtf, theme->strings("ar"));
    EXPECT_EQ(arabic.text, row.arabic) << row.edtf;
    EXPECT_EQ(date_text(row.edtf, theme->strings("en")).text, row.english) << row.edtf;
    EXPECT_EQ(arabic.precision, row.precision) << row.edtf;
    EXPECT_EQ(arabic.machine, row.machine) << row.edtf;
  }
}

TEST(DateText, WhatIsNoDateIsShownAsItIs) {
  const Result<Theme> theme = Theme::load({});
  for (const std::string_view text :
       {"soon", "2024-99", "2024-07-4", "[", "[[2001],2]", "/", "99999999999999999999", "<b>"}) {
    EXPECT_FALSE(date_text(text, theme->strings("en")).text.empty()) << text;
    EXPECT_EQ(date_text(text, theme->strings("en")).machine, "") << text;
  }
  EXPECT_EQ(date_text("soon", theme->strings("en")).text, "soon");
}

TEST(Strings, ArabicPlurals) {
  const Result<Theme> theme = Theme::load({});
  const std::pair<std::size_t, std::string_view> rows[] = {{0, "لا أحداث"},   {1, "حدث واحد"}, {2, "حدثان"},
                                                           {3, "3 أحداث"},    {11, "11 حدثًا"}, {100, "100 حدث"},
                                                           {103, "103 أحداث"}};
  for (const auto& [n, text] : rows) EXPECT_EQ(theme->strings("ar").count("events", n), text);
}

TEST(Strings, BothLanguagesHaveTheSameWords) {
  const Result<Theme> theme = Theme::load({});
  for (const auto& [key, text] : theme->strings("en").all()) EXPECT_TRUE(theme->strings("ar").has(key)) << key;
}

}  // namespace
TEST(HijriText, IsAsPreciseAsTheGregorianDate) {
  const auto theme = Theme::load({});
  ASSERT_TRUE(theme);
  const Strings& english = theme->strings("en");
  EXPECT_EQ(hijri_text("2024-07-04", "2024-07-04", "day", english), "28 Dhu al-Hijja 1445 AH");
  EXPECT_EQ(hijri_text("2024-07-01", "2024-07-31", "month", english), "Dhu al-Hijja 1445 – Muharram 1446 AH");
  EXPECT_EQ(hijri_text("2024-01-01", "2024-12-31", "year", english), "1445 – 1446 AH");
  EXPECT_EQ(hijri_text("2024-07-04", "", "interval", english), "");
}

TEST(Taste, NamesOfMonthsAndDigits) {
  auto theme = Theme::load({});
  ASSERT_TRUE(theme);
  PageOptions options;
  options.month_names = "maghreb";
  options.arabic_digits = true;
  theme->choose(options);
  EXPECT_EQ(date_text("2024-07-04", theme->strings("ar")).text, "٤ جويلية ٢٠٢٤");
  EXPECT_EQ(date_text("2024-07-04", theme->strings("en")).text, "4 July 2024");
}

}  // namespace tarikh::page
