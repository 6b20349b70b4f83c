#include "text/fold.h"

#include <gtest/gtest.h>

namespace tarikh::text {
namespace {

TEST(Fold, SpellingVariantsOfArabicMeet) {
  EXPECT_EQ(fold("أُعلِنَت"), fold("اعلنت"));
  EXPECT_EQ(fold("مـــؤتمر"), fold("موتمر"));
  EXPECT_EQ(fold("مدرسة"), fold("مدرسه"));
  EXPECT_EQ(fold("ﻻجئ"), fold("لاجي"));          // presentation form
  EXPECT_EQ(fold("\u0627\u0654علن"), fold("أعلن"));  // decomposed hamza
  EXPECT_EQ(fold("تشرین"), fold("تشرين"));        // Persian yeh
}

TEST(Fold, LatinLosesCaseAccentsAndApostrophes) {
  EXPECT_EQ(fold("Erdoğan"), "erdogan");
  EXPECT_EQ(fold("Sana'a"), "sanaa");
  EXPECT_EQ(fold("Sana\u2019a"), "sanaa");
}

TEST(Fold, DigitsOfAnyScriptAreAscii) {
  EXPECT_EQ(fold("٢٠٢٤"), "2024");
  EXPECT_EQ(fold("۲۰۲۴"), "2024");
}

// The quick way for ASCII and Arabic hands over to the slow one in the middle of a word.
TEST(Fold, MixedScriptsAndCutBytes) {
  EXPECT_EQ(fold("أé٢ﻻ"), "اe2لا");
  EXPECT_EQ(fold("ab\xd8"), fold("ab\xff"));
  EXPECT_EQ(fold("ab\xd8z"), fold("ab\xffz"));
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, MapGivesBytesOfTheOriginal) {
  FoldedWord word;
  fold_with_map("وَقَعَ", word);
  EXPECT_EQ(word.folded, "وقع");
  EXPECT_EQ(word.original_length[2], 4U);  // و with its fatha
  EXPECT_EQ(word.original_length[6], 12U);
}

}  // namespace
}  // namespace tarikh::text
