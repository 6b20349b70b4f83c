// CSV as RFC 4180 has it: what a timeline table holds, by the names of its columns.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tarikh::score {

using TableRow = std::map<std::string, std::string, std::less<>>;

/// The rows under the header; a byte order mark is skipped, missing cells are absent, blank lines are no rows.
[[nodiscard]] std::vector<TableRow> read_table(std::string_view csv);

}  // namespace tarikh::score
