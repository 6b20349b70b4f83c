// tarikh export: timeline entries -> one file of a format.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "cli/output.h"
#include "tarikh/writer.h"

namespace tarikh::cli {
namespace {

struct ExportOptions {
  std::vector<std::string> inputs;
  std::string format, output;
  RuleOptions rules;
  SelectionOptions selection;
};

int run(const ExportOptions& options, Console& console) {
  const std::vector<EventType> types = load_event_types(options.rules, console);
  Result<OutputFile> output = OutputFile::open(options.output);
  if (!output) {
    console.error(output.error().to_string());
    return kFailed;
  }
  const Result<Selection> selection = make_selection(options.selection, types);
  if (!selection) {
    console.error(selection.error().to_string());
    return kFailed;
  }
  const WriterInfo& format = *find_writer(options.format);
  EntryFiles entries(options.inputs, *selection, format.looks_first ? EntryFiles::Passes::several : EntryFiles::Passes::one, console);
  const Result<WriteReport> report = format.write(entries, types, [&](std::string_view bytes) { return output->write(bytes) && !interrupted; });
  if (!report) console.error(report.error().to_string());
  if (!report || interrupted) return kFailed;
  if (const Result<void> written = output->commit(); !written) console.error(written.error().to_string());
  if (report->left_out > 0) console.note(fmt::format("left out: {} {}", report->left_out, report->left_out_why));
  return console.status(report->rows > 0);
}

// "csv: one row per event", a line each, for --help.
std::string format_help() {
  std::string help;
  for (const WriterInfo& writer : writers()) help += fmt::format("{}{}: {}", help.empty() ? "" : "\n", writer.name, writer.description);
  return help;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const WriterInfo& writer : writers()) names.emplace_back(writer.name);
  return names;
}

}  // namespace

Action declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  app.add_option("TIMELINE", options->inputs, "Files of timeline entries, or - for standard input")->type_name("");
  add_choice(app, "--format", options->format, format_names(), format_help())->required();
  app.add_option("-o,--output", options->output, "File to write (default: standard output)")->type_name("FILE");
  add_rules_option(app, options->rules);
  add_selection_options(app, options->selection);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
