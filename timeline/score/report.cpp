#include "score/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>

#include "store/json_writer.h"

namespace tarikh::score {
namespace {

using store::JsonWriter;

// --- text

// What stands in a column: three figures, or one under the last of them.
struct Cells {
  std::optional<double> precision, recall, last;
  Cells(const Score& score) : precision(score.precision()), recall(score.recall()), last(score.f1()) {}
  Cells(std::optional<double> figure) : last(figure) {}
  Cells(double figure) : last(figure) {}
};

struct Line {
  std::string_view name;
  Cells (*cells)(const Counts&);
};

constexpr int kNameWidth = 30;

constexpr Line kLines[] = {
    {"TIMEX span strict", [](const Counts& c) { return Cells(c.expressions.score(c.expressions.strict)); }},
    {"  span relaxed", [](const Counts& c) { return Cells(c.expressions.score(c.expressions.matched)); }},
    {"  type", [](const Counts& c) { return Cells(c.expressions.score(c.expressions.type)); }},
    {"  value", [](const Counts& c) { return Cells(c.expressions.score(c.expressions.value)); }},
    {"  strict span, type and value", [](const Counts& c) { return Cells(c.expressions.score(c.expressions.all)); }},
    {"EVENTS detection", [](const Counts& c) { return Cells(c.detection); }},
    {"  rows (dated, real)", [](const Counts& c) { return Cells(c.rows); }},
    {"  recall whatever the type", [](const Counts& c) { return Cells(share(c.untyped, c.targets)); }},
    {"DATES exact on matched", [](const Counts& c) { return Cells(share(c.dates.exact, c.detection.tp)); }},
    {"  wrong-date rate", [](const Counts& c) { return Cells(c.wrong_date_rate()); }},
    {"PARTICIPANTS by span", [](const Counts& c) { return Cells(c.parties); }},
    {"  by key", [](const Counts& c) { return c.has_keys ? Cells(c.keys) : Cells(std::nullopt); }},
    {"  role right", [](const Counts& c) { return Cells(share(c.roles_right, c.roles)); }},
    {"PLACE", [](const Counts& c) { return Cells(c.places); }},
    {"FACTUALITY accuracy", [](const Counts& c) { return Cells(c.factuality_accuracy()); }},
};

std::string percent(std::optional<double> figure) { return figure ? fmt::format("{:7.1f}", 100 * *figure) : fmt::format("{:>7}", ""); }

std::string text_line(const Line& line, const Columns& columns) {
  std::string text = fmt::format("{:{}}", line.name, kNameWidth);
  for (const auto& [name, counts] : columns) {
    const Cells cells = line.cells(counts);
    text += percent(cells.precision) + percent(cells.recall) + (cells.last ? percent(cells.last) : fmt::format("{:>7}", "-"));
  }
  return text + "\n";
}

// --- JSON

void write_score(JsonWriter& json, std::string_view name, const Score& score) {
  json.key(name).begin_object().field("tp", score.tp).field("fp", score.fp).field("fn", score.fn);
  json.field("P", score.precision()).field("R", score.recall()).field("F1", score.f1()).end_object();
}

void write_expressions(JsonWriter& json, const ExpressionCounts& c) {
  json.key("timex").begin_object().field("gold", c.gold).field("system", c.matched + c.spurious);
  write_score(json, "strict", c.score(c.strict));
  write_score(json, "relaxed", c.score(c.matched));
  write_score(json, "type", c.score(c.type));
  write_score(json, "value", c.score(c.value));
  write_score(json, "strict_type_value", c.score(c.all));
  json.field("type_accuracy", share(c.type, c.matched)).field("value_accuracy", share(c.value, c.matched)).end_object();
}

void write_distances(JsonWriter& json, std::vector<std::int64_t> days) {
  if (days.empty()) {
    json.key("mean_day_distance").null().key("median_day_distance").null();
    return;
  }
  std::ranges::sort(days);
  const std::size_t half = days.size() / 2;
  const auto sum = static_cast<double>(std::accumulate(days.begin(), days.end(), std::int64_t{0}));
  const auto middle = days.size() % 2 == 1 ? 2 * days[half] : days[half - 1] + days[half];
  json.field("mean_day_distance", sum / static_cast<double>(days.size()));
  json.field("median_day_distance", static_cast<double>(middle) / 2);
}

void write_dates(JsonWriter& json, const Counts& c) {
  json.key("date").begin_object().field("matched", c.detection.tp).field("exact", c.dates.exact);
  json.field("compatible", c.dates.compatible).field("disjoint", c.dates.disjoint).field("missing", c.dates.missing);
  json.field("exact_accuracy", share(c.dates.exact, c.detection.tp));
  write_distances(json, c.distances);
  json.key("by_basis").begin_object();
  for (const auto& [name, basis] : c.by_basis) {
    json.key(name).begin_object().field("gold", basis.gold).field("found", basis.found).field("exact", basis.exact);
    json.field("exact_accuracy", share(basis.exact, basis.found)).end_object();
  }
  json.end_object().end_object();
}

void write_emitted(JsonWriter& json, const Counts& c) {
  const std::size_t judged = c.judged.exact + c.judged.compatible + c.judged.disjoint;
  json.key("emitted").begin_object().field("dated", c.emitted).field("judged", judged).field("exact", c.judged.exact);
  json.field("compatible", c.judged.compatible).field("disjoint", c.judged.disjoint);
  json.field("wrong_date_rate", c.wrong_date_rate()).field("disjoint_rate", share(c.judged.disjoint, judged));
  json.field("dated_on_undated_or_unreal", c.dated_unreal);
  json.field("dated_on_undated_or_unreal_rate", share(c.dated_unreal, c.emitted)).end_object();
}

void write_parties(JsonWriter& json, const Counts& c) {
  json.key("participants").begin_object();
  write_score(json, "span", c.parties);
  if (c.has_keys) write_score(json, "key", c.keys);
  else json.key("key").null();
  if (c.roles > 0) json.field("role_accuracy", share(c.roles_right, c.roles));
  else json.key("role_accuracy").null();
  json.end_object();
  write_score(json, "place", c.places);
}

void write_factuality(JsonWriter& json, const Counts& c) {
  std::size_t aligned = 0;
  for (const auto& [name, count] : c.factuality) aligned += count;
  json.key("factuality").begin_object().field("aligned", aligned).field("accuracy", c.factuality_accuracy());
  json.key("per_class").begin_object();
  for (const std::string name : {"actual", "planned", "denied", "hypothetical", "habitual"}) {
    const auto of = [&](const std::map<std::string, std::size_t>& counts) { return counts.contains(name) ? counts.at(name) : 0; };
    json.key(name).begin_object().field("n", of(c.factuality)).field("right", of(c.factuality_right)).end_object();
  }
  json.end_object().end_object();
}

void write_types(JsonWriter& json, const Counts& c) {
  json.key("per_type").begin_object();
  for (const auto& [name, type] : c.by_type) {
    const Score score{type.tp, type.fp, type.gold - type.tp};
    json.key(name).begin_object().field("gold", type.gold).field("tp", score.tp).field("fp", score.fp).field("fn", score.fn);
    json.field("P", score.precision()).field("R", score.recall()).field("F1", score.f1());
    json.field("date_exact", type.date_exact).end_object();
  }
  json.end_object();
}

void write_counts(JsonWriter& json, const Counts& c) {
  json.begin_object().field("docs", c.documents);
  write_expressions(json, c.expressions);
  json.key("events").begin_object().field("gold", c.targets).field("system", c.predictions);
  write_score(json, "detection", c.detection);
  write_score(json, "rows", c.rows);
  json.field("untyped_recall", share(c.untyped, c.targets));
  json.field("type_accuracy_on_untyped", share(c.untyped_type_right, c.untyped)).field("duplicates", c.duplicates).end_object();
  write_dates(json, c);
  write_emitted(json, c);
  write_parties(json, c);
  write_factuality(json, c);
  write_types(json, c);
  json.end_object();
}

}  // namespace

std::string report_text(const Columns& columns) {
  std::string names(kNameWidth, ' '), heads(kNameWidth, ' '), documents = fmt::format("{:{}}", "documents", kNameWidth);
  for (const auto& [name, counts] : columns) {
    names += fmt::format("{:>21}", name);
    heads += fmt::format("{:>7}{:>7}{:>7}", "P", "R", "F1");
    documents += fmt::format("{:>21}", counts.documents);
  }
  std::string text = names + "\n" + heads + "\n" + documents + "\n";
  for (const Line& line : kLines) text += text_line(line, columns);
  return text;
}

std::string report_json(const Columns& columns) {
  JsonWriter json;
  json.begin_object().key("overall");
  write_counts(json, columns.back().second);
  json.key("languages").begin_object();
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) write_counts(json.key(columns[i].first), columns[i].second);
  json.end_object().end_object();
  return json.take() + "\n";
}

std::string report_text(const TimelineCounts& c) {
  const auto line = [](std::string_view name, double p, double r, std::optional<double> f1) {
    return fmt::format("{:{}}", name, kNameWidth) + percent(p) + percent(r) + percent(f1) + "\n";
  };
  std::string text = fmt::format("{:{}}{:>7}{:>7}{:>7}\n", fmt::format("{} gold rows, {} rows", c.gold, c.system), kNameWidth, "P", "R", "F1");
  text += line("ROWS", c.rows.precision(), c.rows.recall(), c.rows.f1());
  text += line("  from several documents", share(c.merged_system_right, c.merged_system), share(c.merged_right, c.merged_gold), {});
  text += line("  conflict shown", c.conflicts.precision(), c.conflicts.recall(), c.conflicts.f1());
  text += fmt::format("{:{}}{:>21.1f}\n", "DATES exact on matched", kNameWidth, 100 * share(c.exact_dates, c.rows.tp));
  return text + fmt::format("{:{}}{:>21}\n", "ORDER (Kendall tau)", kNameWidth, c.kendall_tau ? fmt::format("{:.3f}", *c.kendall_tau) : "-");
}

std::string report_json(const TimelineCounts& c) {
  JsonWriter json;
  json.begin_object().field("gold", c.gold).field("system", c.system);
  write_score(json, "rows", c.rows);
  json.field("exact_date", share(c.exact_dates, c.rows.tp)).key("merged").begin_object().field("tp", c.merged_right);
  json.field("fp", c.merged_system - c.merged_system_right).field("fn", c.merged_gold - c.merged_right);
  json.field("P", share(c.merged_system_right, c.merged_system)).field("R", share(c.merged_right, c.merged_gold)).end_object();
  write_score(json, "conflict", c.conflicts);
  if (c.kendall_tau) json.field("kendall_tau", *c.kendall_tau);
  else json.key("kendall_tau").null();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace tarikh::score
