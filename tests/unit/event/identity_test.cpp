// What is told twice is one event, what only looks alike is two.
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

std::ptrdiff_t count(std::string_view type, std::string_view text, std::string_view language = "ar") {
  Document document;
  document.language = language;
  document.text = text;
  document.dct = parse_iso_day("2025-05-08");
  const Extraction found = Extractor(builtin_rules()).extract(document);
  return std::ranges::count_if(found.events, [&](const Event& event) { return event.type == type; });
}

TEST(Identity, OneBlowToldTwiceInASentenceIsOneEvent) {
  EXPECT_EQ(count("coup", "شهدت مالي انقلابا عسكريا في 18 أغسطس 2020 أطاح بالرئيس إبراهيم بوبكر كيتا."), 1);
  EXPECT_EQ(count("clash", "دوت انفجارات عنيفة في بورتسودان فجر الخميس بعد هجوم بطائرات مسيرة."), 1);
}

TEST(Identity, TwoBlowsAreTwo) {
  EXPECT_EQ(count("coup", "شهدت مالي انقلابا في 18 أغسطس 2020. وشهدت مالي انقلابا ثانيا في 24 مايو 2021."), 2);
  EXPECT_EQ(count("disaster", "اجتاحت فيضانات ليبيا في 10 سبتمبر 2023 قبل أن ينهار سدان في درنة."), 2);
  EXPECT_EQ(count("coup",
                  "It suspended Mali and Burkina Faso after coups in 2021 and 2022, and imposed sanctions on Niger on 30 July 2023, four days after soldiers "
                  "overthrew President Mohamed Bazoum.",
                  "en"),
            3);
}

}  // namespace
}  // namespace tarikh
