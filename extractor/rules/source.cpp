#include "rules/source.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace tarikh::rules {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view without_comment(std::string_view line) {
  if (line.starts_with('#')) return {};
  const std::size_t at = std::min(line.find("  #"), line.find("\t#"));
  return at == std::string_view::npos ? line : line.substr(0, at);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t at = text.find(separator);
    if (const std::string_view piece = trim(text.substr(0, at)); !piece.empty()) pieces.push_back(piece);
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + separator.size());
  }
}

Result<std::vector<Block>> parse_blocks(std::string_view file, std::string_view text) {
  std::vector<Block> blocks;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view raw = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::string_view whole = trim(without_comment(raw));
    if (whole.empty()) continue;
    const std::size_t blank = whole.find_first_of(kBlank);
    const Line line{.number = number,
                    .keyword = whole.substr(0, blank),
                    .rest = blank == std::string_view::npos ? std::string_view{} : trim(whole.substr(blank)),
                    .whole = whole};
    const bool indented = kBlank.find(raw.front()) != std::string_view::npos;
    if (!indented) {
      blocks.push_back({.head = line, .body = {}});
    } else if (blocks.empty()) {
      return Error{fmt::format("'{}' is indented but belongs to nothing; a block begins at the margin", whole),
                   std::string(file), number};
    } else {
      blocks.back().body.push_back(line);
    }
  }
  return blocks;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    if (const std::size_t distance = edit_distance(name, candidate); distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? std::string{} : fmt::format("; did you mean '{}'?", best);
}

}  // namespace tarikh::rules
