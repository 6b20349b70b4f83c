// tarikh diff: what changed between two states of a timeline, and which articles or rules made it so.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "cli/pile.h"
#include "store/json_writer.h"
#include "tarikh/changes.h"

namespace tarikh::cli {
namespace {

using store::JsonWriter;

struct DiffOptions {
  std::string before, after;
  bool json = false;
};

// A file of entries, or a folder that build made.
Timeline read_state(const std::string& path, Console& console) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(path, ignored);
  return read_timeline({is_folder ? (std::filesystem::path(path) / "timeline.jsonl").string() : path}, console);
}

// A dropped entry leaves no trace but the line that drops it, in the table that build put beside the timeline.
void tell_drops(const std::string& path, std::vector<Change>& changes) {
  const Result<std::string> table = read_file((std::filesystem::path(path) / kCorrectionsFile).string());
  if (!table) return;
  for (const Correction& line : parse_corrections(*table, builtin_rules()).lines) {
    if (line.field != "drop") continue;
    const auto is_meant = [&](const EntryMention& m) { return m.doc == line.target.doc && m.event == line.target.event; };
    for (Change& change : changes) {
      if (change.kind != ChangeKind::gone) continue;
      if (change.before->id != line.target.entry && std::ranges::none_of(change.before->mentions, is_meant)) continue;
      change.reasons.push_back(fmt::format("correction by {}: drop, {}", line.who, line.why));
    }
  }
}

const Entry& entry_of(const Change& change) { return change.after != nullptr ? *change.after : *change.before; }

std::string text_of(const Change& change) {
  const Entry& entry = entry_of(change);
  const std::string& title = entry.title_en.empty() ? entry.title_ar : entry.title_en;
  const char sign = change.kind == ChangeKind::added ? '+' : change.kind == ChangeKind::gone ? '-' : '~';
  std::string text = fmt::format("{} {} {}: {} ({})\n", sign, entry.date_edtf.empty() ? "undated" : entry.date_edtf, entry.type, title, entry.id);
  for (const FieldChange& field : change.fields) {
    const auto shown = [](const std::string& value) { return value.empty() ? std::string("nothing") : value; };
    text += fmt::format("    {}: {} -> {}\n", field.field, shown(field.before), shown(field.after));
  }
  for (const std::string& reason : change.reasons) text += fmt::format("    because {}\n", reason);
  return text;
}

std::string json_of(const Change& change) {
  JsonWriter json;
  const Entry& entry = entry_of(change);
  json.begin_object().field("change", to_string(change.kind)).field("id", entry.id).field("type", entry.type);
  json.field_or_null("date_edtf", entry.date_edtf).field("title_ar", entry.title_ar).field("title_en", entry.title_en);
  json.key("fields").begin_array();
  for (const FieldChange& field : change.fields) {
    json.begin_object().field("field", field.field).field_or_null("before", field.before).field_or_null("after", field.after).end_object();
  }
  json.end_array().key("reasons").begin_array();
  for (const std::string& reason : change.reasons) json.value(reason);
  json.end_array().end_object();
  return json.take() + "\n";
}

int run(const DiffOptions& options, Console& console) {
  const Timeline before = read_state(options.before, console), after = read_state(options.after, console);
  if (console.failed() || interrupted) return kFailed;
  std::vector<Change> changes = compare(before, after);
  tell_drops(options.after, changes);
  std::string text;
  for (const Change& change : changes) text += options.json ? json_of(change) : text_of(change);
  print(console, text);
  const auto count = [&](ChangeKind kind) { return std::ranges::count(changes, kind, &Change::kind); };
  console.note(fmt::format("{} added, {} changed, {} gone", count(ChangeKind::added), count(ChangeKind::changed), count(ChangeKind::gone)));
  return console.status(!changes.empty());
}

}  // namespace

Action declare_diff(CLI::App& app) {
  auto options = std::make_shared<DiffOptions>();
  app.add_option("OLD", options->before, "File of timeline entries, or folder that build made")->required()->type_name("");
  app.add_option("NEW", options->after, "The same, later")->required()->type_name("");
  app.add_flag("--json", options->json, "One change per line of JSON");
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
