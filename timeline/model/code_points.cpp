#include "model/code_points.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace tarikh::model {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

// Bit i: byte i of eight begins a code point, that is, it is not 0b10xxxxxx. The product gathers the lowest bits of the
// bytes in its highest byte: bit 8i moves to bit 56 + i, and no two others meet.
std::uint64_t starts_of(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kGather = 0x0102040810204080;
  const std::uint64_t inside = (bytes >> 7U) & (~bytes >> 6U) & kOnes;
  return ((inside ^ kOnes) * kGather) >> 56U;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  static_assert(std::endian::native == std::endian::little, "bit i of a word stands for byte i");
  blocks_.reserve(text.size() / kBlock + 1);
  std::uint32_t before = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kBlock) {
    Block block{.starts = 0, .before = before};
    for (std::size_t at = begin; at < std::min(begin + kBlock, text.size()); at += kWord) {
      std::uint64_t bytes = ~std::uint64_t{0} / 0xFF * 0x80;  // behind the end nothing begins
      std::memcpy(&bytes, text.data() + at, std::min(kWord, text.size() - at));
      block.starts |= starts_of(bytes) << (at - begin);
    }
    before += static_cast<std::uint32_t>(std::popcount(block.starts));
    blocks_.push_back(block);
  }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const Block& block = blocks_[end / kBlock];
  const std::uint64_t until = (std::uint64_t{1} << (end % kBlock)) - 1;
  return block.before + static_cast<std::uint32_t>(std::popcount(block.starts & until));
}

Quote CodePoints::quote(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return {std::string(text_.substr(begin, end - begin)), at(span.begin), at(std::max(span.begin, span.end))};
}

}  // namespace tarikh::model
