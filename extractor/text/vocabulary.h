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
  /// Void after the next add().
  [[nodiscard]] std::string_view word(WordId id) const noexcept {
    const std::uint32_t begin = id == kNoWord ? 0 : ends_[id - 1];
    return {bytes_.data() + begin, ends_[id] - begin};
  }
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  template <class Image>
  void fields(Image& image) {
    image(bytes_, ends_, hashes_, slots_);
  }

 private:
  struct Slot {
    WordId id = kNoWord;
    std::uint32_t tag = 0;  // upper half of the hash
  };
  [[nodiscard]] std::size_t slot_of(std::string_view folded, std::uint64_t hash) const noexcept;
  void grow();
  std::string bytes_;                  // of all words
  std::vector<std::uint32_t> ends_;    // by id, into bytes_
  std::vector<std::uint64_t> hashes_;  // by id
  std::vector<Slot> slots_;            // open addressing, a power of two
};

}  // namespace tarikh::text
