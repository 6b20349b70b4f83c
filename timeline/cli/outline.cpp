#include "cli/outline.h"

#include <utility>

#include "cli/commands.h"

namespace tarikh::cli {
namespace {

// CLI11 keeps the values of IsMember in the type name only: "TEXT:{jsonl,timeml}".
std::vector<std::string> choices_of(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return choices;
  std::size_t from = open + 1;
  while (from < close) {
    const std::size_t comma = std::min(type.find(',', from), close);
    choices.push_back(type.substr(from, comma - from));
    from = comma + 1;
  }
  return choices;
}

OptionOutline outline(const CLI::Option& option) {
  OptionOutline outline;
  for (const std::string& name : option.get_snames()) outline.flags.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) outline.flags.push_back("--" + name);
  if (outline.flags.empty()) outline.positional = option.get_name(true);
  const std::string type = option.get_type_name();
  outline.choices = choices_of(type);
  if (option.get_type_size() > 0 && option.get_expected_max() > 0) outline.value = outline.choices.empty() ? type : "WHAT";
  if (const std::size_t colon = outline.value.find(':'); colon != std::string::npos) outline.value.resize(colon);
  outline.description = option.get_description();
  outline.required = option.get_required();
  return outline;
}

}  // namespace

std::vector<OptionOutline> outline_options(const CLI::App& app) {
  std::vector<OptionOutline> options;
  for (const CLI::Option* option : app.get_options()) options.push_back(outline(*option));
  return options;
}

std::vector<CommandOutline> outline_commands(const CLI::App& root) {
  std::vector<CommandOutline> outlines;
  for (const Command& command : commands()) {
    const CLI::App* app = &root;
    const std::string name(command.name);
    const std::size_t space = name.find(' ');
    if (space != std::string::npos) app = find_subcommand(*app, name.substr(0, space));
    app = find_subcommand(*app, space == std::string::npos ? name : name.substr(space + 1));
    outlines.push_back({name, std::string(command.summary), std::string(command.details), outline_options(*app)});
  }
  return outlines;
}

}  // namespace tarikh::cli
