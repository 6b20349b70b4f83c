#include "text/transliterate.h"

#include <gtest/gtest.h>

namespace tarikh::text {
namespace {

TEST(Transliterate, VowelLettersBetweenConsonantsAreVowels) {
  EXPECT_EQ(to_latin("أوليغ نيكولينكو"), "Oligh Nikulinko");
  EXPECT_EQ(to_latin("كوفاليف"), "Kufalif");
}

TEST(Transliterate, LatinVowelsAreWrittenOut) {
  EXPECT_EQ(to_arabic("Patricia Bullrich"), "باتريسيا بولريتش");
  EXPECT_EQ(to_arabic("Schmidt"), "شميدت");
}

}  // namespace
}  // namespace tarikh::text
