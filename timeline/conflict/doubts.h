// Softer contradictions than that of dates: numbers that differ between the mentions of an entry, a weekday that does not
// fit its date. Nothing is chosen; they are only told.
#pragma once

#include <vector>

#include "tarikh/timeline.h"

namespace tarikh::conflict {

/// By the sentences of the mentions, which are complete.
[[nodiscard]] std::vector<Doubt> doubts(const Entry&);

/// True if the expression names a weekday that its date is not.
[[nodiscard]] bool is_wrong_weekday(const TimexRecord&);

}  // namespace tarikh::conflict
