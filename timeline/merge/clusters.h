// Events into groups that are one entry each. The order of work is fixed by the events themselves, finest date first,
// so the result does not depend on how they came in; each looks only at groups that share a key and a stretch of days
// with it, so the work grows with the number of events, not of pairs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "merge/candidate.h"

namespace tarikh::merging {

/// As MergeReason, in indices into the candidates and numbers of names.
struct Reason {
  MergeReasonKind kind = MergeReasonKind::same_event;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> shared;
  Text who, why;
};

/// What becomes one entry. Members are indices into the candidates.
struct Group {
  std::vector<std::uint32_t> members;  ///< the first has the finest date
  std::vector<std::vector<std::uint32_t>> claims;  ///< by date; empty, or at least two
  std::vector<Reason> reasons;
  std::string id;  ///< of the entry that it becomes; set by in_order
};

/// Every candidate is in exactly one group. Undated ones are alone unless they belong to a once-only event.
[[nodiscard]] std::vector<Group> group(std::span<const Candidate> candidates, Names& names);

}  // namespace tarikh::merging
