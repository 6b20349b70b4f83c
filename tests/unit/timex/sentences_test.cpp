// Sentences of our own wording with every expression that is in them, and the same sentences in other digits.
#include <gtest/gtest.h>

#include <array>
#include <sstream>

#include "unit/timex/time_fixture.h"

namespace tarikh::timex {
namespace {

struct Sentence {
  std::string dct, text, wanted;
};

std::vector<Sentence> sentences(const std::string& language) {
  std::ifstream in(std::filesystem::path(TARIKH_SOURCE_DIR) / "tests/corpus/time" / (language + ".tsv"));
  std::vector<Sentence> all;
  std::string line;
  std::getline(in, line);  // the head of the table
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    Sentence s;
    std::getline(cells, s.dct, '\t');
    std::getline(cells, s.text, '\t');
    std::getline(cells, s.wanted, '\t');
    all.push_back(std::move(s));
  }
  return all;
}

std::string found_in(Tagging& tagging, const std::string& text, const std::string& dct) {
  std::string all;
  for (const Timex& t : tagging.tag(text, dct)) {
    all += fmt::format("{}{} = {}", all.empty() ? "" : " | ", text.substr(t.span.begin, t.span.end - t.span.begin), t.value);
  }
  return all;
}

std::string values_in(Tagging& tagging, const std::string& text, const std::string& dct) {
  std::string all;
  for (const Timex& t : tagging.tag(text, dct)) all += t.value + " ";
  return all;
}

std::string in_arabic_indic_digits(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xD9";
      out += static_cast<char>(0xA0 + (c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

TEST(TimeSentences, Arabic) {
  const std::vector<Sentence> all = sentences("ar");
  ASSERT_GE(all.size(), 80U);
  for (const Sentence& s : all) EXPECT_EQ(found_in(arabic(), s.text, s.dct), s.wanted) << s.text << " at " << s.dct;
}

TEST(TimeSentences, English) {
  const std::vector<Sentence> all = sentences("en");
  ASSERT_GE(all.size(), 80U);
  for (const Sentence& s : all) EXPECT_EQ(found_in(english(), s.text, s.dct), s.wanted) << s.text << " at " << s.dct;
}

TEST(TimeSentences, OtherDigitsChangeNothing) {
  for (const Sentence& s : sentences("ar")) {
    EXPECT_EQ(values_in(arabic(), in_arabic_indic_digits(s.text), s.dct), values_in(arabic(), s.text, s.dct)) << s.text;
  }
}

TEST(TimeSentences, WithoutADctOnlyStatedYearsAreGiven) {
  for (Tagging* tagging : {&arabic(), &english()}) {
    for (const Sentence& s : sentences(tagging == &arabic() ? "ar" : "en")) {
      for (const Timex& t : tagging->tag(s.text)) {
        EXPECT_NE(t.resolution == Resolution::dct && t.date.has_value(), true) << s.text << ": " << t.value;
      }
    }
  }
}

}  // namespace
}  // namespace tarikh::timex
