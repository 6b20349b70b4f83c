// Marks that several rooms ask for, by code point, as tokens have them.
#pragma once

#include <cstdint>

namespace tarikh::text {

[[nodiscard]] constexpr bool is_comma(std::uint32_t mark) { return mark == U',' || mark == U'،'; }
[[nodiscard]] constexpr bool is_dash(std::uint32_t mark) { return mark == U'-' || mark == U'–' || mark == U'—'; }

}  // namespace tarikh::text
