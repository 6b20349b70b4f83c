#include "score/table.h"

namespace tarikh::score {
namespace {

// One record from `at`, which moves behind its line end.
std::vector<std::string> read_record(std::string_view csv, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (quoted) {
      if (c != '"') cells.back() += c;
      else if (csv.substr(at + 1, 1) == "\"") cells.back() += csv[++at];
      else quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      ++at;
      break;
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

std::vector<TableRow> read_table(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::size_t at = 0;
  const std::vector<std::string> header = read_record(csv, at);
  std::vector<TableRow> rows;
  while (at < csv.size()) {
    const std::vector<std::string> cells = read_record(csv, at);
    if (cells.size() == 1 && cells[0].empty()) continue;
    TableRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size() && i < header.size(); ++i) row[header[i]] = cells[i];
  }
  return rows;
}

}  // namespace tarikh::score
