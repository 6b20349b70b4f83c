// A timeline too long for one document, cut into several: at the turn of a year where possible, else of a month.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "page/overview.h"

namespace tarikh::page {

/// So many events make one document; a longer timeline is cut into parts that a phone opens at once.
inline constexpr std::size_t kEventsInOne = 2000;
inline constexpr std::size_t kEventsInPart = 1000;

struct Part {
  std::size_t begin = 0, end = 0;  ///< of the places
  std::string stem;                ///< of its file: "y1990", "y2023-7"
  bool whole_years = true;         ///< false for a piece of a year
};

/// `places` in time order; one part if they are at most `most`. A month of more than `most` events is a part of its own.
[[nodiscard]] std::vector<Part> split(const std::vector<Place>& places, std::size_t most);

}  // namespace tarikh::page
