#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "text/tokens.h"

namespace tarikh::text {
namespace {

class Tokenize : public testing::Test {
 protected:
  Tokens& run(std::string_view text) {
    tokenize(text, analyzer_, tokens_);
    split_sentences(analyzer_, abbreviations_, tokens_);
    return tokens_;
  }
  std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    for (const Token& token : run(text).tokens) out.emplace_back(tokens_.words(token.span));
    return out;
  }
  std::vector<std::string> sentences(std::string_view text) {
    std::vector<std::string> out;
    for (const Sentence& sentence : run(text).sentences) out.emplace_back(tokens_.words(sentence.span));
    return out;
  }
  Vocabulary vocabulary_;
  std::vector<bool> abbreviations_;
  Analyzer analyzer_{vocabulary_};
  Tokens tokens_;
};

using Words = std::vector<std::string>;

TEST_F(Tokenize, PartsWordsNumbersAndMarks) {
  EXPECT_EQ(words("في 4 تموز/يوليو 2024،"), (Words{"في", "4", "تموز", "/", "يوليو", "2024", "،"}));
  EXPECT_EQ(words("بـ١٥٠ مليون"), (Words{"بـ", "١٥٠", "مليون"}));
  EXPECT_EQ(words("the 21st G20"), (Words{"the", "21", "st", "G", "20"}));
  EXPECT_EQ(words("Russia's don't O'Brien"), (Words{"Russia", "'s", "don't", "O'Brien"}));
}

TEST_F(Tokenize, BidiControlsAreOutsideTheSpan) {
  EXPECT_EQ(words("\u200Fفي\u200F \u200E2024\u200E"), (Words{"في", "2024"}));
}

TEST_F(Tokenize, ValueOfDigitsOfAnyScript) {
  EXPECT_EQ(run("١٤٣٩").tokens[0].value, 1439U);
  EXPECT_EQ(run("۲۰۱۸").tokens[0].value, 2018U);
  EXPECT_EQ(run("99999999999999").tokens[0].value, 4'000'000'000U);
}

TEST_F(Tokenize, SentencesEndAtTerminatorsWithTheirQuotes) {
  EXPECT_EQ(sentences("قال: «نعم.» ثم مضى. هل عاد؟ لا"), (Words{"قال: «نعم.»", "ثم مضى.", "هل عاد؟", "لا"}));
  EXPECT_EQ(sentences("It rose 3.5 percent … so far... and more. End"), (Words{"It rose 3.5 percent … so far... and more.", "End"}));
  EXPECT_EQ(sentences("first line\nsecond"), (Words{"first line", "second"}));
  EXPECT_EQ(sentences("J. Doe of the U.S. Senate left. He"), (Words{"J. Doe of the U.S. Senate left.", "He"}));
}

TEST_F(Tokenize, NoSentenceGrowsWithoutEnd) {
  std::string words;
  for (int i = 0; i < 2500; ++i) words += "قال ";
  EXPECT_EQ(sentences(words).size(), 3U);
}

TEST_F(Tokenize, AnyBytesStayInsideTheText) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(static_cast<unsigned char>(random() & 0xFFU));
    std::uint32_t last = 0;
    for (const Token& token : run(bytes).tokens) {
      ASSERT_GE(token.span.begin, last);
      ASSERT_GT(token.span.end, token.span.begin);
      last = token.span.end;
    }
    ASSERT_LE(last, bytes.size());
  }
}

TEST(Analyzer, CliticsComeOffOnlyKnownWords) {
  Vocabulary vocabulary;
  const WordId summit = vocabulary.add(fold("قمة"));
  Analyzer analyzer(vocabulary);
  const auto reading = [&](std::string_view word) {
    const auto readings = analyzer.readings(analyzer.analyze(word));
    return readings.empty() ? Reading{} : readings[0];
  };
  EXPECT_EQ(reading("وبالقمة").word, summit);
  EXPECT_EQ(reading("وبالقمة").proclitics, kWa | kBi | kAl);
  EXPECT_EQ(reading("وبالقمة").stem_begin, 8U);
  EXPECT_EQ(reading("وبالقمة").article_begin, 4U);
  EXPECT_EQ(reading("للقمة").proclitics, kLi | kAl);
  EXPECT_EQ(reading("وقع").word, kNoWord);
}

}  // namespace
}  // namespace tarikh::text
