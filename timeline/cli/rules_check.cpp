// tarikh rules check: compiles the rules and runs the examples under them, as the tests of the project do.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"

namespace tarikh::cli {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::vector<std::string> files;
  RuleOptions rules;
};

// A rule file's path below data/: "my/data/ar/time.rules" -> "ar/time.rules". Known paths decide; a new file is
// recognised by the folder of a language or of the gazetteer.
std::string path_below_data(const std::string& path, const RuleFiles& known) {
  const std::string whole = fs::path(path).lexically_normal().generic_string();
  for (const RuleSource& source : known.sources) {
    if (whole == source.path || whole.ends_with("/" + source.path)) return source.path;
  }
  fs::path below;
  for (const fs::path& part : fs::path(whole)) {
    if (below.empty() && part != "ar" && part != "en" && part != "gazetteer") continue;
    below /= part;
  }
  return below.generic_string();
}

Result<std::vector<std::string>> add_files(const std::vector<std::string>& paths, RuleFiles& files) {
  std::vector<std::string> added;
  for (const std::string& path : paths) {
    Result<std::string> text = read_file(path);
    if (!text) return text.error();
    const std::string below = path_below_data(path, files);
    if (below.empty()) return Error{"cannot tell whose rules these are: rule files lie in ar/, en/ or gazetteer/", path};
    files.sources.push_back({.path = below, .text = std::move(*text), .own = true});
    files.shown[below] = path;
    added.push_back(below);
  }
  return added;
}

int check(const CheckOptions& options, Console& console) {
  const auto fail = [&](const Error& error) {
    console.error(error.to_string());
    return kFailed;
  };
  Result<RuleFiles> files = find_rules(options.rules);
  if (!files) return fail(files.error());
  const Result<std::vector<std::string>> named = add_files(options.files, *files);
  if (!named) return fail(named.error());
  const Result<Ruleset> rules = compile(*files);
  if (!rules) return fail(rules.error());

  std::string report;
  const std::vector<ExampleFailure> failures = rules->run_examples(*named);
  for (const ExampleFailure& failure : failures) {
    const auto own = files->shown.find(failure.file);
    report += fmt::format("{}:{}: {}\n  want: {}\n  have: {}\n", own != files->shown.end() ? own->second : failure.file,
                          failure.line, failure.text, failure.want, failure.have);
  }
  if (failures.empty()) report = named->empty() ? fmt::format("{} examples hold\n", rules->example_count()) : "all examples hold\n";
  const int printed = print(console, report);
  return failures.empty() ? printed : kFailed;
}

}  // namespace

Action declare_rules_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  app.add_option("FILES", options->files, "Rule files whose examples are run; without names, all of them")->type_name("");
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  return [options](Console& console) { return check(*options, console); };
}

}  // namespace tarikh::cli
