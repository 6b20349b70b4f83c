// Names compare without case: letters of the Latin, Greek and Cyrillic alphabets. Arabic has none.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::model {

/// Without blanks at the ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Trimmed, in small letters.
[[nodiscard]] std::string fold_case(std::string_view name);

}  // namespace tarikh::model
