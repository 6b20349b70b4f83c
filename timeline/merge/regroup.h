// What people put together or take apart after the rules of merging have spoken. Dates that exclude each other stay side
// by side, as they do in any entry.
#pragma once

#include <span>
#include <vector>

#include "merge/clusters.h"

namespace tarikh::merging {

/// Carries out options.moves in their order. An entry answers to the ids it had before a move and after it.
[[nodiscard]] std::vector<Group> regroup(std::vector<Group> groups, std::span<const Candidate> candidates, const MergeOptions& options);

}  // namespace tarikh::merging
