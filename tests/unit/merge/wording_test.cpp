#include "merge/wording.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tarikh::merging {
namespace {

bool one_speech(const std::string& a, const std::string& b) {
  const std::vector<Quote> speaker = {{"Iranian President Pezeshkian", 0, 0}, {"الرئيس الإيراني بزشكيان", 0, 0}};
  return may_quote_one_speech(words_that_matter(a, speaker), words_that_matter(b, speaker));
}

TEST(Wording, EndingsAndPrefixesDoNotCount) {
  EXPECT_TRUE(one_speech("The strikes will be answered.", "No strike without an answer"));
  EXPECT_TRUE(one_speech("قال إن الضربات لن تمر دون رد قاس", "وقال إن ضربات كهذه ستلقى ردا قاسيا"));
}

TEST(Wording, TheSpeakerAndTheDayAreNoContent) {
  EXPECT_FALSE(one_speech("Iranian President Pezeshkian said on Thursday that a war would help nobody.",
                          "On Thursday Iranian President Pezeshkian told the broadcaster that the militia stands alone."));
  EXPECT_FALSE(one_speech("قال الرئيس الإيراني بزشكيان الخميس إن بلاده لا تريد حربا واسعة", "أكد الرئيس الإيراني بزشكيان الخميس خلال لقاء أن الميليشيا وحيدة"));
}

TEST(Wording, WhoSaysNothingExcludesNothing) {
  EXPECT_TRUE(one_speech("He said so.", "The strikes will be answered."));
  EXPECT_TRUE(words_that_matter("", {}).empty());
  EXPECT_TRUE(words_that_matter("\xD8", {}).size() <= 1);
}

}  // namespace
}  // namespace tarikh::merging
