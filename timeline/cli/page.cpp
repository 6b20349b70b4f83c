// tarikh page: timeline entries -> a page folder. With --init-theme: the built-in templates -> a theme folder.
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "cli/site.h"

namespace tarikh::cli {
namespace {

struct PageCommand {
  std::vector<std::string> inputs;
  SiteOptions site;
  SelectionOptions selection;
  RuleOptions rules;
  std::string new_theme;
};

// All templates or none: what is there already may be somebody's work.
Result<void> write_theme(const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return Error{failure.message(), folder.string()};
  const std::vector<PageFile> templates = page_templates();
  for (const PageFile& file : templates) {
    const std::filesystem::path path = folder / file.path;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, failure)))
      return Error{"exists already, so nothing was written; to begin afresh, name another folder or move the file away", path.string()};
  }
  for (const PageFile& file : templates) {
    Result<OutputFile> output = OutputFile::open((folder / file.path).string());
    if (!output) return output.error();
    output->write(file.bytes);
    if (Result<void> written = output->commit(); !written) return written;
  }
  return {};
}

int run(const PageCommand& options, Console& console) {
  const auto fail = [&](const Error& error) {
    console.error(error.to_string());
    return kFailed;
  };
  if (!options.new_theme.empty()) {
    const Result<void> written = write_theme(options.new_theme);
    return written ? console.status(true) : fail(written.error());
  }
  if (options.site.output.empty()) return fail(Error{"--output is required; `tarikh help` says how"});
  const std::vector<EventType> types = load_event_types(options.rules, console);
  const Result<Selection> selection = make_selection(options.selection, types);
  if (!selection) return fail(selection.error());
  Result<SiteOutput> site = SiteOutput::open(options.site);
  if (!site) return fail(site.error());
  EntryFiles entries(options.inputs, *selection, EntryFiles::Passes::several, console);
  const Result<std::size_t> written = site->write(entries, types, options.site);
  if (!written) return fail(written.error());
  if (*written == 0 || interrupted) return console.status(false);
  if (const Result<void> placed = site->commit(); !placed) return fail(placed.error());
  return console.status(true);
}

}  // namespace

Action declare_page(CLI::App& app) {
  auto options = std::make_shared<PageCommand>();
  app.add_option("TIMELINE", options->inputs, "Files of timeline entries, or - for standard input")->type_name("");
  CLI::Option* output = add_site_options(app, options->site);
  app.add_option("--init-theme", options->new_theme, "Write the built-in templates into DIR, as a theme to change, and nothing else")
      ->type_name("DIR");
  add_rules_option(app, options->rules);
  add_selection_options(app, options->selection);
  output->required(false);  // run() asks for it, unless there is --init-theme
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
