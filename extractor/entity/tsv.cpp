#include "entity/tsv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/source.h"

namespace tarikh::entity {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(rules::trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<std::vector<TsvRow>> parse_tsv(std::string_view file, std::string_view text, const std::vector<std::string_view>& columns) {
  std::vector<TsvRow> rows;
  bool header = true;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string_view> cells = cells_of(line);
    if (header) {
      if (cells != columns) {
        return Error{fmt::format("the first line must name the columns {}", fmt::join(columns, " ")), std::string(file), number};
      }
      header = false;
    } else if (cells.size() != columns.size()) {
      return Error{fmt::format("{} cells where {} are expected ({})", cells.size(), columns.size(), fmt::join(columns, " ")),
                   std::string(file), number};
    } else {
      rows.push_back({number, std::move(cells)});
    }
  }
  return rows;
}

}  // namespace tarikh::entity
