// Marks that several rooms ask for, by code point, as tokens have them.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarikh::text {

[[nodiscard]] constexpr bool is_comma(std::uint32_t mark) { return mark == U',' || mark == U'،'; }
[[nodiscard]] constexpr bool is_dash(std::uint32_t mark) { return mark == U'-' || mark == U'–' || mark == U'—'; }

[[nodiscard]] constexpr bool is_quote(std::uint32_t mark) {
  return mark == U'"' || mark == U'«' || mark == U'»' || mark == U'“' || mark == U'”' || mark == U'\'';
}

/// The English genitive, a token of its own.
[[nodiscard]] constexpr bool is_possessive(std::string_view word) { return word == "'s" || word == "’s"; }

}  // namespace tarikh::text
