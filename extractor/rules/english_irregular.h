// Irregular English verbs and nouns, and what spelling cannot tell: where the stress falls.
#pragma once

#include <string_view>

namespace tarikh::rules {

struct IrregularVerb {
  std::string_view base;
  std::string_view past;        ///< alternatives stand with a slash
  std::string_view participle;  ///< empty = as the past
};

/// The entry of a verb, or null. Prefixed verbs find their stem: "overthrow" is listed, "re-elect" is regular.
[[nodiscard]] const IrregularVerb* find_irregular_verb(std::string_view base);

/// Whether a verb of several syllables is stressed on the last, which then doubles: admit, admitted.
[[nodiscard]] bool stressed_on_last(std::string_view base);

/// The irregular plural, or empty.
[[nodiscard]] std::string_view irregular_plural(std::string_view singular);

}  // namespace tarikh::rules
