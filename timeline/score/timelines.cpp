#include "score/timelines.h"

#include <algorithm>

#include "model/names.h"
#include "score/assignment.h"
#include "score/days.h"
#include "score/table.h"

namespace tarikh::score {
namespace {

using Index = std::size_t;

std::string_view cell(const TableRow& row, std::string_view name) {
  const auto found = row.find(name);
  return found == row.end() ? std::string_view() : model::trim(found->second);
}

template <class Take>
void each_part(std::string_view list, std::string_view separators, Take take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    if (const std::string_view part = model::trim(list.substr(0, end)); !part.empty()) take(part);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

TimelineRow make_row(const TableRow& cells) {
  TimelineRow row;
  row.date = cell(cells, "date_edtf");
  row.type = cell(cells, "type");
  row.title = cell(cells, "title_en").empty() ? cell(cells, "title_ar") : cell(cells, "title_en");
  for (const std::string_view column : {"participants_en", "participants_ar"}) {
    each_part(cell(cells, column), ";", [&](std::string_view name) { row.parties.insert(model::fold_case(name)); });
  }
  each_part(cell(cells, "sources"), " \t\r\n;,", [&](std::string_view source) {
    row.documents.emplace(source.substr(0, source.find(':')));
  });
  const std::string conflict = model::fold_case(cell(cells, "conflict"));
  row.conflict = conflict == "yes" || conflict == "true" || conflict == "1";
  row.optional = model::fold_case(cell(cells, "optional")) == "yes";
  return row;
}

std::size_t common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& x) { return b.contains(x); }));
}

double weight(const TimelineRow& system, const TimelineRow& gold) {
  if (system.type != gold.type) return 0;
  const bool same = same_date(system.date, gold.date);
  if (!same && !overlap(system.date, gold.date)) return 0;
  const std::size_t parties = common(system.parties, gold.parties), documents = common(system.documents, gold.documents);
  const bool nameless = system.parties.empty() || gold.parties.empty();
  if (parties == 0 && !(nameless && documents > 0)) return 0;
  return 1000 + (gold.optional ? 0 : 200) + (same ? 100 : 0) + 20 * static_cast<double>(documents) +
         5 * static_cast<double>(parties) + (system.title == gold.title ? 3 : 0);
}

// Matched rows in gold order: pairs of different days that the system has in the same order, and in the other.
std::optional<double> kendall_tau(const std::vector<TimelineRow>& gold, const std::vector<std::pair<Index, Index>>& pairs) {
  double same = 0, other = 0;
  for (Index x = 0; x < pairs.size(); ++x) {
    for (Index y = 0; y < x; ++y) {
      const auto a = days_of(gold[pairs[y].first].date), b = days_of(gold[pairs[x].first].date);
      if (!a || !b || a->first == b->first) continue;
      (pairs[y].second < pairs[x].second ? same : other) += 1;
    }
  }
  return same + other > 0 ? std::optional((same - other) / (same + other)) : std::nullopt;
}

}  // namespace

std::vector<TimelineRow> read_timeline_table(std::string_view csv) {
  std::vector<TimelineRow> rows;
  for (const TableRow& row : read_table(csv)) rows.push_back(make_row(row));
  return rows;
}

TimelineCounts score_timeline(const std::vector<TimelineRow>& gold, const std::vector<TimelineRow>& system) {
  Weights weights;
  for (Index i = 0; i < system.size(); ++i) {
    for (Index j = 0; j < gold.size(); ++j) {
      if (const double w = weight(system[i], gold[j]); w > 0) weights[{i, j}] = w;
    }
  }
  const auto matched = assign(weights, system.size());
  std::vector<std::optional<Index>> found(gold.size());
  for (Index i = 0; i < system.size(); ++i) {
    if (matched[i]) found[*matched[i]] = i;
  }
  TimelineCounts counts;
  counts.system = system.size();
  std::vector<std::pair<Index, Index>> pairs;
  std::vector<bool> well_merged(gold.size());
  for (Index j = 0; j < gold.size(); ++j) {
    if (gold[j].optional) continue;
    ++counts.gold;
    counts.merged_gold += gold[j].documents.size() > 1;
    const TimelineRow* row = found[j] ? &system[*found[j]] : nullptr;
    (row != nullptr ? counts.rows.tp : counts.rows.fn) += 1;
    if (gold[j].conflict) (row != nullptr && row->conflict ? counts.conflicts.tp : counts.conflicts.fn) += 1;
    if (row == nullptr) continue;
    pairs.emplace_back(j, *found[j]);
    counts.exact_dates += same_date(row->date, gold[j].date);
    well_merged[j] = gold[j].documents.size() > 1 && common(row->documents, gold[j].documents) > 1;
    counts.merged_right += well_merged[j];
  }
  std::size_t flagged = 0;
  for (Index i = 0; i < system.size(); ++i) {
    counts.rows.fp += !matched[i];
    flagged += system[i].conflict;
    if (system[i].documents.size() < 2 || (matched[i] && gold[*matched[i]].optional)) continue;
    ++counts.merged_system;
    counts.merged_system_right += matched[i] && well_merged[*matched[i]];
  }
  counts.conflicts.fp = flagged - counts.conflicts.tp;
  counts.kendall_tau = kendall_tau(gold, pairs);
  return counts;
}

}  // namespace tarikh::score
