#include "text/transliterate.h"

#include <gtest/gtest.h>

namespace tarikh::text {
namespace {

TEST(Transliterate, VowelLettersBetweenConsonantsAreVowels) {
  EXPECT_EQ(to_latin("أوليغ نيكولينكو"), "Oligh Nikulinko");
  EXPECT_EQ(to_latin("كوفاليف"), "Kufalif");
  EXPECT_EQ(to_latin("آمِنة غُوش"), "Amint Ghush");
}

TEST(Transliterate, LatinVowelsAreWrittenOut) {
  EXPECT_EQ(to_arabic("Patricia Bullrich"), "باتريسيا بولريتش");
  EXPECT_EQ(to_arabic("Schmidt"), "شميدت");
  EXPECT_EQ(to_arabic("Łukasz Żółć"), "لوكاسز زولك");
  EXPECT_EQ(to_arabic("O'Brien"), "أوبرين");
}

}  // namespace
}  // namespace tarikh::text
