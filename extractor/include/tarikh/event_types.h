// What kinds of events there are, for those who need no rules to find them.
#pragma once

#include <span>
#include <vector>

#include "tarikh/ruleset.h"

namespace tarikh {

/// The rows of event_types.tsv, the last of that path; none if the sources hold no such table.
Result<std::vector<EventType>> read_event_types(std::span<const RuleSource> sources);

}  // namespace tarikh
