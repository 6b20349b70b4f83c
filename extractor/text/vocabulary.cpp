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
  } else if (left >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + left - 4, 4);
    piece = low | static_cast<std::uint64_t>(high) << 8 * (left - 4);
  } else {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << 8 * i; };
    piece = byte(0) | byte(left / 2) | byte(left - 1);
  }
  mix(piece);
  return hash;
}

Vocabulary::Vocabulary() : ends_(1), hashes_(1), slots_(std::size_t{1} << 14U) {}

// Where the word is, or the free place where it belongs.
std::size_t Vocabulary::slot_of(std::string_view folded, std::uint64_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  std::size_t slot = hash & mask;
  while (slots_[slot].id != kNoWord && (slots_[slot].tag != tag || word(slots_[slot].id) != folded)) slot = (slot + 1) & mask;
  return slot;
}

WordId Vocabulary::find(std::string_view folded) const noexcept { return slots_[slot_of(folded, hash_bytes(folded))].id; }

WordId Vocabulary::add(std::string_view folded) {
  const std::uint64_t hash = hash_bytes(folded);
  const std::size_t slot = slot_of(folded, hash);
  if (slots_[slot].id != kNoWord) return slots_[slot].id;
  const auto id = static_cast<WordId>(ends_.size());
  bytes_ += folded;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  hashes_.push_back(hash);
  slots_[slot] = {id, static_cast<std::uint32_t>(hash >> 32U)};
  if (ends_.size() * 2 >= slots_.size()) grow();
  return id;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (WordId id = 1; id < ends_.size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots_[slot].id != kNoWord) slot = (slot + 1) & mask;
    slots_[slot] = {id, static_cast<std::uint32_t>(hashes_[id] >> 32U)};
  }
}

}  // namespace tarikh::text
