// Why two entries of a timeline are two: what the rules of merging have against their being one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh {

enum class ObstacleKind : std::uint8_t {
  type,
  phase,
  days,          ///< the dates exclude each other
  subject,       ///< of these roles they name different ones
  object,
  organisation,
  defining,      ///< it happened to different ones
  sides,         ///< not all sides of the one are sides of the other
  place,
  headline,      ///< one names nobody and no place, and the headlines do not fit either
  too_little,    ///< nothing differs, but too little is in both
  occasion,      ///< said on different occasions
  several,       ///< one article has several statements by the speaker on that day: which one?
  wording,       ///< two statements of which neither repeats what the other says
  one_article,   ///< one article tells of both, so it knows two events
  undone,        ///< what began was undone in between, so it happened twice
  ambiguous,     ///< the coarser one fits others as well
  undated,       ///< without a date it could only join the one event of its kind
  by_hand        ///< a person took them apart
};
[[nodiscard]] std::string_view to_string(ObstacleKind);

struct Obstacle {
  ObstacleKind kind = ObstacleKind::type;
  std::string a, b;  ///< what the two say about it; of one_article, ambiguous and by_hand only `a`: ids
  friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

/// By the tests that merging makes, in their order. `a` and `b` are indices into the entries, the timeline what else
/// there is: whether a coarse date fits only one depends on it. None: nothing in the entries keeps them apart.
[[nodiscard]] std::vector<Obstacle> why_not(const Timeline&, std::size_t a, std::size_t b, std::span<const EventType>);

}  // namespace tarikh
