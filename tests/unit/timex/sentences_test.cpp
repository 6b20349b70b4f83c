// Sentences of our own wording with every expression that is in them, and the same sentences in other digits.
#include <gtest/gtest.h>

#include <array>
#include <sstream>

#include "text/fold.h"
#include "text/utf8.h"
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
    all += fmt::format("{}{} = {}", all.empty() ? "" : " | ", text.substr(t.span.begin, t.span.end - t.span.begin),
                       t.value);
  }
  return all;
}

std::string values_in(Tagging& tagging, const std::string& text, const std::string& dct) {
  std::string all;
  for (const Timex& t : tagging.tag(text, dct)) all += t.value + " ";
  return all;
}

// Every character replaced by what `spell(c, next)` gives.
template <class Spell>
std::string respelled(const std::string& text, Spell&& spell) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    spell(out, c.value, text::decode(text, at).value);
  }
  return out;
}

bool is_arabic_letter(char32_t c) { return (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A); }

std::string in_digits_from(const std::string& text, char32_t zero) {
  return respelled(text, [&](std::string& out, char32_t c, char32_t) {
    text::append(out, c >= U'0' && c <= U'9' ? zero + (c - U'0') : c);
  });
}

std::string with_vowels(const std::string& text) {
  return respelled(text, [](std::string& out, char32_t c, char32_t next) {
    text::append(out, c);
    if (is_arabic_letter(c) && is_arabic_letter(next)) text::append(out, 0x064E);
  });
}

std::string with_tatweel(const std::string& text) {
  return respelled(text, [](std::string& out, char32_t c, char32_t next) {
    text::append(out, c);
    if (is_arabic_letter(c) && is_arabic_letter(next)) text::append(out, 0x0640);
  });
}

std::string decomposed(const std::string& text) {
  return respelled(text, [](std::string& out, char32_t c, char32_t) {
    const auto pair = [&](char32_t letter, char32_t mark) {
      text::append(out, letter);
      text::append(out, mark);
    };
    switch (c) {
      case 0x0622:
        return pair(0x0627, 0x0653);
      case 0x0623:
        return pair(0x0627, 0x0654);
      case 0x0624:
        return pair(0x0648, 0x0654);
      case 0x0625:
        return pair(0x0627, 0x0655);
      case 0x0626:
        return pair(0x064A, 0x0654);
      default:
        text::append(out, c);
    }
  });
}

// A right-to-left mark after every word, and numbers between embedding and pop.
std::string with_direction_marks(const std::string& text) {
  return respelled(text, [](std::string& out, char32_t c, char32_t next) {
    const bool digit = text::char_class(c) == text::CharClass::digit;
    const bool before_digit = text::char_class(next) == text::CharClass::digit;
    text::append(out, c);
    if (!digit && before_digit) text::append(out, 0x202A);
    if (digit && !before_digit) text::append(out, 0x202C);
    if (is_arabic_letter(c) && !is_arabic_letter(next)) text::append(out, 0x200F);
  });
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
    const std::string values = values_in(arabic(), s.text, s.dct);
    EXPECT_EQ(values_in(arabic(), in_digits_from(s.text, U'٠'), s.dct), values) << s.text;
    EXPECT_EQ(values_in(arabic(), in_digits_from(s.text, U'۰'), s.dct), values) << s.text;
  }
}

TEST(TimeSentences, MarksAndCompositionChangeNothing) {
  for (const Sentence& s : sentences("ar")) {
    const std::string values = values_in(arabic(), s.text, s.dct);
    for (const std::string& other :
         {with_vowels(s.text), with_tatweel(s.text), decomposed(s.text), with_direction_marks(s.text)}) {
      EXPECT_EQ(values_in(arabic(), other, s.dct), values) << other;
    }
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
