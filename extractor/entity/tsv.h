// Tab-separated tables: the first line names the columns, '#' begins a comment line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::entity {

struct TsvRow {
  int line = 0;  ///< 1-based
  std::vector<std::string_view> cells;
};

/// Views into `text`. Errors: other columns than `columns`, a row with another number of cells.
Result<std::vector<TsvRow>> parse_tsv(std::string_view file, std::string_view text, const std::vector<std::string_view>& columns);

}  // namespace tarikh::entity
