// A part of a timeline: by time, type, participants, place, number of sources and words. The same everywhere.
#pragma once

#include <date/date.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh {

/// An entry is selected if it meets every condition that is set; of a list one is enough. Names and words are compared
/// without case; a name may be given as id, or as some words of the name in either language.
struct Selection {
  std::optional<date::sys_days> from{}, to{};  ///< the entry has a day in this stretch
  std::vector<std::string> types{};          ///< "summit", or with a phase: "membership/effective"
  std::vector<std::string> actors{}, places{};
  std::vector<std::string> topic{};  ///< all of these words are in its headlines or sentences
  std::size_t min_sources = 0;     ///< told by so many independent sources

  [[nodiscard]] bool contains(const Entry&) const;
};

/// The selected entries, in their order.
[[nodiscard]] Timeline select(Timeline, const Selection&);

}  // namespace tarikh
