#include "model/code_points.h"

#include <algorithm>
#include <cstddef>

namespace tarikh::model {
namespace {

constexpr std::size_t kBlock = 256;

std::uint32_t count(std::string_view bytes) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::uint32_t>(std::ranges::count_if(bytes, starts));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kBlock + 1);
  before_.push_back(0);
  for (std::size_t begin = 0; begin + kBlock <= text.size(); begin += kBlock) {
    before_.push_back(before_.back() + count(text.substr(begin, kBlock)));
  }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  const std::size_t block = end / kBlock;
  return before_[block] + count(text_.substr(block * kBlock, end - block * kBlock));
}

Quote CodePoints::quote(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return {std::string(text_.substr(begin, end - begin)), at(span.begin), at(std::max(span.begin, span.end))};
}

}  // namespace tarikh::model
