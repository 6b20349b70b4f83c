// tarikh merge: document records -> timeline entries. With the records kept beside its entries a timeline can be merged again.
#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "cli/output.h"
#include "tarikh/timeline.h"

namespace tarikh::cli {
namespace {

struct MergeCommand {
  std::vector<std::string> inputs;
  std::string output;
  bool with_records = false;
  RuleOptions rules;
  MergeOptions merging;
  SelectionOptions selection;
  std::string corrections;
};

// Of a timeline the records alone: its entries are made anew.
void read_records(const std::string& path, std::vector<DocumentRecord>& records, Console& console) {
  const std::size_t before = records.size();
  for_each_line(path, console, [&](std::string_view line, int number) -> Result<void> {
    if (records.size() > before && is_entry(line)) return {};
    Result<DocumentRecord> record = parse_document_record(line, number);
    if (!record) return record.error();
    records.push_back(std::move(*record));
    return {};
  });
}

int run(const MergeCommand& options, Console& console) {
  const Rules rules = Rules::load(options.rules, console);
  Result<OutputFile> output = OutputFile::open(options.output);
  if (!output) {
    console.error(output.error().to_string());
    return kFailed;
  }
  const Result<Selection> selection = make_selection(options.selection, rules.get().event_types());
  if (!selection) {
    console.error(selection.error().to_string());
    return kFailed;
  }
  // Millions of small strings: the end of the process gives them back at once, one by one they take a tenth of the time.
  static auto& records = *new std::vector<DocumentRecord>;
  for (const std::string& path : options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs) {
    read_records(path, records, console);
  }
  if (interrupted) return kFailed;
  if (options.with_records) {
    for (const DocumentRecord* record : distinct_records(records)) {
      if (!output->write(to_json(*record) + "\n")) break;
    }
  }
  bool has_entries = false;
  merge_corrected(records, rules.get(), options.merging, options.corrections, console, [&](Entry&& entry) {
    if (!selection->contains(entry)) return true;
    has_entries = true;
    return output->write(to_json(entry) + "\n");
  });
  if (const Result<void> written = output->commit(); !written) console.error(written.error().to_string());
  return console.status(has_entries);
}

}  // namespace

Action declare_merge(CLI::App& app) {
  auto options = std::make_shared<MergeCommand>();
  app.add_option("RECORDS", options->inputs, "Files of records, or - for standard input")->type_name("");
  app.add_option("-o,--output", options->output, "File to write (default: standard output)")->type_name("FILE");
  app.add_flag("--keep-undated", options->merging.keep_undated, "Also write events without a date, after the dated ones");
  app.add_flag("--with-records", options->with_records, "Write the records too, before the entries: merge reads such a timeline again");
  add_corrections_option(app, options->corrections);
  add_rules_option(app, options->rules);
  add_selection_options(app, options->selection);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
