// Numbers of the running text: digits of any script, grouped digits (54,000), digit ordinals (4th, الـ21) and
// spelled-out numbers, cardinal and ordinal, in both genders and all cases. Patterns see one number where the
// text has several tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/lexicon.h"
#include "rules/word_cache.h"
#include "text/tokens.h"

namespace tarikh::timex {

struct Number {
  std::uint32_t last = 0;        ///< token, exclusive
  std::uint32_t begin_byte = 0;  ///< where its span begins: after proclitics, with the article
  std::int64_t value = 0;
  std::uint8_t digits = 0;      ///< of a plain digit token; 0 = spelled or composed
  std::uint8_t proclitics = 0;  ///< of a spelled number's first word, without the article
  bool cardinal = false;
  bool ordinal = false;
  bool article = false;
  bool suffixed = false;  ///< 4th, الـ21
  bool fraction = false;  ///< has decimals: no count of anything here
};

/// The lexicon classes that number words are in.
struct NumberClasses {
  rules::ClassId unit = 0;     ///< 1..19
  rules::ClassId ten = 0;      ///< 20..90
  rules::ClassId teen = 0;     ///< Arabic عشر: +10 after a unit, else 10
  rules::ClassId hundred = 0;  ///< 100..900
  rules::ClassId scale = 0;    ///< 1000 (value 1), 2000 (value 2), 1,000,000 (value 1000)
  rules::ClassId scale_plural = 0;  ///< of the scale: آلاف, which is a number behind another one only
  rules::ClassId ordinal = 0;  ///< 1..19
  rules::ClassId ordinal_ten = 0;
  rules::ClassId suffix = 0;   ///< st, nd, rd, th
  rules::ClassId link = 0;     ///< و, and
  rules::ClassId article = 0;  ///< ال before digits
};
[[nodiscard]] NumberClasses number_classes(rules::Lexicon& lexicon);

/// The number at `token`, if one begins there.
class NumberReader {
 public:
  NumberReader(const NumberClasses& classes, const text::Tokens& tokens, const text::Analyzer& analyzer,
               const rules::WordCache& cache)
      : c_(classes), tokens_(tokens), analyzer_(analyzer), cache_(cache) {}

  [[nodiscard]] bool read(std::uint32_t token, Number& out) const;

 private:
  struct Word {
    std::int32_t value = 0;
    const text::Reading* reading = nullptr;
  };
  [[nodiscard]] bool word(std::uint32_t token, rules::ClassId cls, bool linked, Word& out) const;
  [[nodiscard]] bool read_digits(std::uint32_t token, Number& out) const;
  [[nodiscard]] bool read_words(std::uint32_t token, Number& out) const;
  [[nodiscard]] bool below_thousand(std::uint32_t& at, std::int64_t& value, bool linked, Number& out) const;
  [[nodiscard]] bool below_hundred(std::uint32_t& at, std::int64_t& value, bool linked, Number& out) const;
  [[nodiscard]] std::uint32_t joint(std::uint32_t at, bool& linked) const;

  const NumberClasses& c_;
  const text::Tokens& tokens_;
  const text::Analyzer& analyzer_;
  const rules::WordCache& cache_;
};

}  // namespace tarikh::timex
