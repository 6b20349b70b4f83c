// The words that rules and gazetteers know, each with a number: from here on rules compare integers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarikh::text {

/// 0 is no word.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;

/// A 64-bit hash of bytes; the same on every machine.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes) noexcept;

class Vocabulary {
 public:
  Vocabulary();
  /// The number of a folded word, new if need be.
  WordId add(std::string_view folded);
  /// kNoWord when unknown.
  [[nodiscard]] WordId find(std::string_view folded) const noexcept;
  [[nodiscard]] std::string_view word(WordId id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

 private:
  void grow();
  std::vector<std::string> words_;     // by id
  std::vector<std::uint64_t> hashes_;  // by id
  std::vector<WordId> slots_;          // open addressing, a power of two
};

}  // namespace tarikh::text
