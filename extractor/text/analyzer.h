// Words -> readings. A surface form is analysed once and remembered: a reading is a known word with the
// clitics around it, and clitics come off only when the rest is a known word ("وقع" stays whole).
//
// The memory is scratch: it belongs to one Extractor, changes nothing about the answers, and is emptied when
// it grows past a bound, so that a 2 GB stream of ever new words needs no more than a small one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/vocabulary.h"

namespace tarikh::text {

/// Arabic proclitics of a reading, in the order they stand: و ف, then ب ل ك س, then ال.
enum Proclitic : std::uint8_t { kWa = 1, kFa = 2, kBi = 4, kLi = 8, kKa = 16, kSa = 32, kAl = 64 };

/// Arabic object and possessive pronouns of a reading.
enum class Enclitic : std::uint8_t { none, hu, ha, hum, huma, hunna, na, ni, ka, kum, ya };

struct Reading {
  WordId word = kNoWord;
  std::uint8_t proclitics = 0;  ///< Proclitic bits
  Enclitic enclitic = Enclitic::none;
  std::uint16_t stem_begin = 0;     ///< bytes of the surface before the stem
  std::uint16_t stem_end = 0;       ///< bytes of the surface before the enclitic
  std::uint16_t article_begin = 0;  ///< like stem_begin, but ال counts as part of the stem
};

/// What is known about one surface form.
struct Analysis {
  std::uint32_t first_reading = 0;
  std::uint32_t reading_count = 0;
  bool capitalised = false;  ///< Latin script: begins with an upper-case letter
  bool all_caps = false;     ///< Latin script: two letters or more, all upper case
};

class Analyzer {
 public:
  explicit Analyzer(const Vocabulary& vocabulary);

  /// Number of the surface form's analysis; the same form has the same number until clear().
  std::uint32_t analyze(std::string_view surface);

  [[nodiscard]] const Analysis& analysis(std::uint32_t id) const { return analyses_[id]; }
  [[nodiscard]] std::span<const Reading> readings(std::uint32_t id) const {
    const Analysis& a = analyses_[id];
    return {readings_.data() + a.first_reading, a.reading_count};
  }
  [[nodiscard]] std::size_t size() const noexcept { return analyses_.size(); }
  [[nodiscard]] std::string_view surface(std::uint32_t id) const {
    return {surfaces_.data() + surface_begin_[id], surface_begin_[id + 1] - surface_begin_[id]};
  }

  /// Forgets everything when more than a bounded number of forms is remembered; true if it did. Call it
  /// between documents only: numbers given out before are void.
  bool clear_if_large();

 private:
  void add_readings(std::string_view surface);
  void add_reading(std::string_view stem, std::uint8_t proclitics, std::size_t prefix, Enclitic enclitic,
                   std::size_t article_prefix);
  void strip_enclitics(std::string_view rest, std::uint8_t proclitics, std::size_t prefix, std::size_t article_prefix);
  void strip_proclitics();
  void grow();

  const Vocabulary& vocabulary_;
  std::vector<Analysis> analyses_;
  std::vector<Reading> readings_;
  std::vector<std::uint64_t> hashes_;         // by analysis
  std::vector<std::uint32_t> surface_begin_;  // by analysis, into surfaces_; one more at the end
  std::string surfaces_;
  struct Slot {
    std::uint32_t analysis = 0;  ///< + 1; 0 = free
    std::uint32_t tag = 0;       ///< upper half of the hash
  };
  std::vector<Slot> slots_;  // open addressing
  bool ta_marbuta_ = false;  // of the word being analysed: it ends in ة, which folds to ه
  FoldedWord folded_;        // scratch of one analysis
};

}  // namespace tarikh::text
