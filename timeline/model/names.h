// Names compare without case: letters of the Latin, Greek and Cyrillic alphabets. Arabic has none.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::model {

/// Without blanks at the ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Trimmed, in small letters.
[[nodiscard]] std::string fold_case(std::string_view name);

/// In which language the name of somebody whom no table knows is a transliteration of what the article says: "en", "ar", or empty
/// for everybody else. Ids of such people are "x:" and the folded name as it was read.
[[nodiscard]] std::string_view transliterated_in(std::string_view id);

}  // namespace tarikh::model
