// Byte offsets of a text as code points. One pass notes, 64 bytes at a time, where code points begin and how many stand
// before; an offset is then looked up by counting bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tarikh/document.h"
#include "tarikh/record.h"

namespace tarikh::model {

class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  /// Code points before the byte; beyond the end, those of the whole text.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;
  [[nodiscard]] Quote quote(Span span) const;

 private:
  static constexpr std::size_t kBlock = 64;
  struct Block {
    std::uint64_t starts = 0;  // bit i: a code point begins at byte i of the block
    std::uint32_t before = 0;  // code points before the block
  };

  std::string_view text_;
  std::vector<Block> blocks_;
};

}  // namespace tarikh::model
