// tarikh page: timeline entries -> a page folder.
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/site.h"

namespace tarikh::cli {
namespace {

struct PageCommand {
  std::vector<std::string> inputs;
  SiteOptions site;
  SelectionOptions selection;
  RuleOptions rules;
};

int run(const PageCommand& options, Console& console) {
  const auto fail = [&](const Error& error) {
    console.error(error.to_string());
    return kFailed;
  };
  const Rules rules = Rules::load(options.rules, console);
  const Result<Selection> selection = make_selection(options.selection, rules.get().event_types());
  if (!selection) return fail(selection.error());
  Result<SiteOutput> site = SiteOutput::open(options.site);
  if (!site) return fail(site.error());
  const Timeline timeline = select(read_timeline(options.inputs, console), *selection);
  if (timeline.entries.empty() || interrupted) return console.status(false);
  Result<void> written = site->write(timeline, rules.get().event_types(), options.site);
  if (written) written = site->commit();
  if (!written) return fail(written.error());
  return console.status(true);
}

}  // namespace

Action declare_page(CLI::App& app) {
  auto options = std::make_shared<PageCommand>();
  app.add_option("TIMELINE", options->inputs, "Files of timeline entries, or - for standard input")->type_name("");
  add_site_options(app, options->site);
  add_rules_option(app, options->rules);
  add_selection_options(app, options->selection);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
