// Clues in the words around an expression, and in names.
#pragma once

#include <optional>
#include <string_view>

#include "publication/day_ranges.h"

namespace tarikh::publication {

/// True if the words between somebody and a number of years say that he has been in office for so long.
[[nodiscard]] bool tells_of_rule(std::string_view words);
/// True if something in the sentence is still to come, as far as its words show: what it tells need not be past then.
[[nodiscard]] bool speaks_of_the_future(std::string_view sentence);
/// True if no sentence ends in it.
[[nodiscard]] bool in_one_sentence(std::string_view words);
/// True if what follows the expression is how a dateline goes on: "(Agency)", "/Agency/", "-".
[[nodiscard]] bool goes_on_as_dateline(std::string_view rest);
/// A day in a name or an address: 2024-07-04, 2024_07_04, 2024/07/04, 20240704, with no digit beside it.
[[nodiscard]] std::optional<date::sys_days> day_in_name(std::string_view name);

}  // namespace tarikh::publication
