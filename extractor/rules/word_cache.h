// What every surface form of the running text can mean: the senses of its readings, checked for clitics once
// per form and kept beside the Analyzer's memory. Matching then looks at no string at all.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/lexicon.h"
#include "text/analyzer.h"

namespace tarikh::rules {

/// A sense of a surface form.
struct Hit {
  Sense sense;
  std::uint8_t reading = 0;  ///< index into Analyzer::readings of the form: its clitics and where the stem stands
};

class WordCache {
 public:
  explicit WordCache(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Looks up the forms that the analyzer has seen since the last call.
  void update(const text::Analyzer& analyzer);
  void clear();
  /// Another one after every clear(): what was remembered of an analysis before is void.
  [[nodiscard]] std::uint32_t generation() const noexcept { return generation_; }

  [[nodiscard]] std::span<const Hit> hits(std::uint32_t analysis) const {
    const Entry& entry = entries_[analysis];
    return {hits_.data() + entry.first, entry.count};
  }
  /// Bit (class mod 64) is set for every class of the form's hits: a quick no.
  [[nodiscard]] std::uint64_t class_mask(std::uint32_t analysis) const { return entries_[analysis].mask; }
  /// Whether a phrase of the lexicon may begin with the form.
  [[nodiscard]] bool begins_phrase(std::uint32_t analysis) const { return entries_[analysis].begins_phrase; }
  [[nodiscard]] static std::uint64_t bit(ClassId cls) { return std::uint64_t{1} << (cls % 64U); }

  /// The first hit of a class, or null.
  [[nodiscard]] const Hit* find(std::uint32_t analysis, ClassId cls) const;

 private:
  struct Entry {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint64_t mask = 0;
    bool begins_phrase = false;
  };
  const Lexicon& lexicon_;
  std::uint32_t generation_ = 1;
  std::vector<Entry> entries_;  // by analysis
  std::vector<Hit> hits_;
};

}  // namespace tarikh::rules
