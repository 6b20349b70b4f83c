// Figures as text for people and as JSON for programs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "score/documents.h"
#include "score/timelines.h"

namespace tarikh::score {

/// Counts under their heading ("ar", "en", "all"), in the order of the columns; the last one is overall.
using Columns = std::vector<std::pair<std::string, Counts>>;

/// Percentages: precision, recall and F1 where there are such, else one figure.
[[nodiscard]] std::string report_text(const Columns&);
/// {"overall": …, "languages": {"ar": …}}; shares from 0 to 1.
[[nodiscard]] std::string report_json(const Columns&);

[[nodiscard]] std::string report_text(const TimelineCounts&);
[[nodiscard]] std::string report_json(const TimelineCounts&);

}  // namespace tarikh::score
