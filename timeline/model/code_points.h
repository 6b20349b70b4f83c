// Byte offsets of a text as code points. One pass notes the count at every block; an offset is looked up by counting
// within its block only.
#pragma once

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
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before each block
};

}  // namespace tarikh::model
