// Softer contradictions than that of dates: numbers that differ between the mentions of an entry, a weekday that does not
// fit its date. Nothing is chosen; they are only told.
#pragma once

#include <optional>
#include <vector>

#include "conflict/quantities.h"
#include "tarikh/timeline.h"

namespace tarikh::conflict {

/// By the sentences of the mentions, which are complete.
[[nodiscard]] std::vector<Doubt> doubts(const Entry&);

/// The how-manieth it is, as the mention says it.
[[nodiscard]] std::optional<Quantity> ordinal_of(const EntryMention&);

/// True if the expression names a weekday that its date is not.
[[nodiscard]] bool is_wrong_weekday(const TimexRecord&);

}  // namespace tarikh::conflict
