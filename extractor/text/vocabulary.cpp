#include "text/vocabulary.h"

#include <cstring>

namespace tarikh::text {

std::uint64_t hash_bytes(std::string_view bytes) noexcept {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = bytes.size() * kMultiplier;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  const auto mix = [&](std::uint64_t piece) {
    hash = (hash ^ piece) * kMultiplier;
    hash ^= hash >> 32U;
  };
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t piece = 0;
    std::memcpy(&piece, at, 8);
    mix(piece);
  }
  if (left == 0) return hash;
  // The last bytes, zeros above them: loaded with the ones before them, which is faster than a copy of odd length.
  std::uint64_t piece = 0;
  if (bytes.size() >= 8) {
    std::memcpy(&piece, at + left - 8, 8);
    piece >>= 8 * (8 - left);
  } else {
    for (std::size_t i = left; i-- > 0;) piece = piece << 8U | static_cast<unsigned char>(at[i]);
  }
  mix(piece);
  return hash;
}

Vocabulary::Vocabulary() : words_(1), hashes_(1), slots_(1024, kNoWord) {}

WordId Vocabulary::find(std::string_view folded) const noexcept {
  const std::uint64_t hash = hash_bytes(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != kNoWord; slot = (slot + 1) & mask) {
    const WordId id = slots_[slot];
    if (hashes_[id] == hash && words_[id] == folded) return id;
  }
  return kNoWord;
}

WordId Vocabulary::add(std::string_view folded) {
  if (const WordId known = find(folded); known != kNoWord) return known;
  if (words_.size() * 2 >= slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(folded);
  hashes_.push_back(hash_bytes(folded));
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hashes_[id] & mask;
  while (slots_[slot] != kNoWord) slot = (slot + 1) & mask;
  slots_[slot] = id;
  return id;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, kNoWord);
  const std::size_t mask = slots_.size() - 1;
  for (WordId id = 1; id < words_.size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots_[slot] != kNoWord) slot = (slot + 1) & mask;
    slots_[slot] = id;
  }
}

}  // namespace tarikh::text
