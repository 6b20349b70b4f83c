// Names compare without case: letters of the Latin, Greek and Cyrillic alphabets. Arabic has none.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::score {

/// Trimmed, in small letters.
[[nodiscard]] std::string fold_case(std::string_view name);

}  // namespace tarikh::score
