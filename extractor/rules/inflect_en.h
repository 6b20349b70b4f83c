// English inflection: "sign" -> signs, signed, signing; British and American spellings side by side.
#pragma once

#include <string_view>
#include <vector>

#include "rules/features.h"

namespace tarikh::rules {

/// The forms of a verb. `past` and `participle` are for irregular verbs that the built-in table lacks; empty =
/// table, else regular. Alternatives stand with a slash: "got/gotten". An empty `base` has no forms.
std::vector<Form> inflect_english_verb(std::string_view base, std::string_view past = {},
                                       std::string_view participle = {});

/// Singular and plural ("coup", "coups"; "crisis", "crises"). A plural-only noun ("troops") is its own plural.
std::vector<Form> inflect_english_noun(std::string_view singular);

}  // namespace tarikh::rules
