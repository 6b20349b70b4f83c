// The Hungarian method on each connected component alone: annotations hardly touch each other, so that the matrices
// stay small however long the text is.
#include "score/assignment.h"

#include <limits>
#include <set>

namespace tarikh::score {
namespace {

struct Component {
  std::set<std::size_t> left, right;
};

std::vector<Component> components(const Weights& weights) {
  std::map<std::size_t, std::vector<std::size_t>> to_right, to_left;
  for (const auto& [pair, weight] : weights) {
    to_right[pair.first].push_back(pair.second);
    to_left[pair.second].push_back(pair.first);
  }
  std::vector<Component> found;
  std::set<std::size_t> seen;
  for (const auto& [start, ignored] : to_right) {
    if (seen.contains(start)) continue;
    Component& component = found.emplace_back();
    std::vector<std::size_t> open = {start};
    while (!open.empty()) {
      const std::size_t i = open.back();
      open.pop_back();
      if (!component.left.insert(i).second) continue;
      seen.insert(i);
      for (const std::size_t j : to_right[i]) {
        if (!component.right.insert(j).second) continue;
        open.insert(open.end(), to_left[j].begin(), to_left[j].end());
      }
    }
  }
  return found;
}

// Row of each column (1-based; 0 = none) in the cheapest complete matching of a square matrix.
std::vector<std::size_t> cheapest(const std::vector<std::vector<double>>& cost) {
  const std::size_t n = cost.size();
  std::vector<double> u(n + 1), v(n + 1);
  std::vector<std::size_t> row(n + 1), way(n + 1);
  for (std::size_t i = 1; i <= n; ++i) {
    row[0] = i;
    std::size_t column = 0;
    std::vector<double> least(n + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(n + 1);
    do {
      used[column] = true;
      double step = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= n; ++j) {
        if (used[j]) continue;
        const double reduced = cost[row[column] - 1][j - 1] - u[row[column]] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j] < step) {
          step = least[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (used[j]) {
          u[row[j]] += step;
          v[j] -= step;
        } else {
          least[j] -= step;
        }
      }
      column = next;
    } while (row[column] != 0);
    for (; column != 0; column = way[column]) row[column] = row[way[column]];
  }
  return row;
}

}  // namespace

std::vector<std::optional<std::size_t>> assign(const Weights& weights, std::size_t left) {
  std::vector<std::optional<std::size_t>> matched(left);
  for (const Component& component : components(weights)) {
    const std::vector<std::size_t> rows(component.left.begin(), component.left.end());
    const std::vector<std::size_t> columns(component.right.begin(), component.right.end());
    const std::size_t n = std::max(rows.size(), columns.size());
    std::vector cost(n, std::vector<double>(n));
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < columns.size(); ++b) {
        if (const auto found = weights.find({rows[a], columns[b]}); found != weights.end()) cost[a][b] = -found->second;
      }
    }
    const std::vector<std::size_t> row = cheapest(cost);
    for (std::size_t b = 1; b <= columns.size(); ++b) {
      const std::size_t a = row[b] - 1;
      if (a < rows.size() && weights.contains({rows[a], columns[b - 1]})) matched[rows[a]] = columns[b - 1];
    }
  }
  return matched;
}

}  // namespace tarikh::score
