// Documents disagree: tellings of something that happens once, with dates that exclude each other. None is chosen;
// here it is only decided which of them speak of the same happening.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/days.h"

namespace tarikh::conflict {

/// One date that some documents give to a once-only event.
struct Telling {
  model::Days days;
  bool planned = false;                   ///< nobody says that it took place
  std::vector<std::uint32_t> documents;   ///< sorted
};

/// Tellings of one happening, by index; the first one is the earliest.
struct Verdict {
  std::vector<std::uint32_t> claims;  ///< one: agreed; more: they contradict each other
  std::vector<std::uint32_t> plans;   ///< planned for another day than it took place
};

/// Every telling is in exactly one verdict. `ends` are days on which the state that the event began was undone (a
/// withdrawal after an accession), sorted: what lies on both sides of one happened twice.
/// Principles: a document that tells of both days knows two events; a plan that moved is no contradiction.
[[nodiscard]] std::vector<Verdict> judge(std::span<const Telling> tellings, std::span<const model::Days> ends = {});

}  // namespace tarikh::conflict
