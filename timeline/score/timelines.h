// A merged timeline against a gold one, row by row.
//
// Rows match by type, overlapping dates and a shared participant (a shared source document where a row names no
// participant). Optional gold rows neither help nor hurt.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "score/documents.h"

namespace tarikh::score {

struct TimelineRow {
  std::string date, type, title;
  std::set<std::string> parties;    ///< names in either language
  std::set<std::string> documents;  ///< that it stands on
  bool conflict = false;
  bool optional = false;
};

struct TimelineCounts {
  std::size_t gold = 0, system = 0, exact_dates = 0;
  Score rows, conflicts;
  /// Rows from several documents; the system's share of right ones is counted on its own rows.
  std::size_t merged_right = 0, merged_gold = 0, merged_system_right = 0, merged_system = 0;
  std::optional<double> kendall_tau;  ///< of the order; none if nothing can be compared
};

/// Columns date_edtf, type, participants_en, participants_ar (a; b), sources (doc or doc:id), conflict, optional.
[[nodiscard]] std::vector<TimelineRow> read_timeline_table(std::string_view csv);
[[nodiscard]] TimelineCounts score_timeline(const std::vector<TimelineRow>& gold, const std::vector<TimelineRow>& system);

}  // namespace tarikh::score
