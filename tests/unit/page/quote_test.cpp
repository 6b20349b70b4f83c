// Words are marked in the quoted sentence only where the offsets really point at them.
#include "page/quote.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

EntryMention mention() {
  EntryMention mention;
  mention.quote = "التقى بوتين وشي الخميس";
  mention.sentence_start = 100;
  mention.trigger = "التقى";
  mention.start = 100;
  mention.end = 105;
  mention.date_text = "الخميس";
  mention.highlights = {{"بوتين", 106, 111}, {"الخميس", 116, 122}};
  return mention;
}

std::string shown(const EntryMention& mention) {
  std::string text;
  for (const Piece& piece : quote_pieces(mention)) {
    constexpr std::string_view kSigns[] = {"", "!", "@", "#"};
    const std::string_view sign = kSigns[static_cast<std::size_t>(piece.mark)];
    text += std::string(sign) + std::string(piece.text) + std::string(sign);
  }
  return text;
}

TEST(Quote, TriggerDateAndRolesByCodePoint) { EXPECT_EQ(shown(mention()), "!التقى! #بوتين# وشي @الخميس@"); }

TEST(Quote, OffsetsThatDoNotFitMarkNothing) {
  EntryMention wrong = mention();
  wrong.highlights = {{"بوتين", 107, 112}, {"x", 0, 1}, {"y", 121, 4000000000U}, {"", 110, 110}, {"التقى", 100, 105}};
  EXPECT_EQ(shown(wrong), "!التقى! بوتين وشي الخميس");
}

TEST(Quote, BytesThatAreNoUtf8AreKept) {
  EntryMention broken;
  broken.quote = "a\xFF\xD8";
  broken.trigger = "a";
  broken.end = 1;
  EXPECT_EQ(shown(broken), "!a!\xFF\xD8");
}

}  // namespace
}  // namespace tarikh::page
