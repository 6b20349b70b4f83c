// One code point at a time, from any bytes: what is not UTF-8 reads as U+FFFD of length one, so that a span
// never leaves the text. Written out because ICU's macro trips -Wconversion at every use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tarikh::text {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  ///< bytes; 0 at the end of the text
};

/// The code point at byte `at`.
inline CodePoint decode(std::string_view bytes, std::size_t at) noexcept {
  if (at >= bytes.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&](std::size_t i) { return i < bytes.size() && (byte(i) & 0xC0U) == 0x80U; };
  const char32_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && continues(at + 1))
    return {((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
  if (lead >= 0xE0 && lead < 0xF0 && continues(at + 1) && continues(at + 2)) {
    const char32_t value =
        ((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(at + 1) && continues(at + 2) && continues(at + 3)) {
    const char32_t value = ((lead & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                           ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {0xFFFD, 1};
}

inline void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

}  // namespace tarikh::text
