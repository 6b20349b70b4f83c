#include "cli/outline.h"

#include <algorithm>

#include "cli/commands.h"

namespace tarikh::cli {
namespace {

// add_choice() names the type "jsonl|timeml".
std::vector<std::string> choices_of(const std::string& type) {
  std::vector<std::string> choices;
  if (type.find('|') == std::string::npos) return choices;
  std::size_t from = 0;
  while (from <= type.size()) {
    const std::size_t bar = std::min(type.find('|', from), type.size());
    choices.push_back(type.substr(from, bar - from));
    from = bar + 1;
  }
  return choices;
}

// Help may break a list of choices into lines; shells and man want one.
std::string on_one_line(std::string_view description) {
  std::string line;
  for (const char c : description) line += c == '\n' ? std::string("; ") : std::string(1, c);
  return line;
}

OptionOutline outline(const CLI::Option& option) {
  OptionOutline outline;
  for (const std::string& name : option.get_snames()) outline.flags.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) outline.flags.push_back("--" + name);
  if (outline.flags.empty()) outline.positional = option.get_name(true);
  const std::string type = option.get_type_name();
  outline.choices = choices_of(type);
  if (option.get_type_size() > 0 && option.get_expected_max() > 0) outline.value = type;
  outline.description = on_one_line(option.get_description());
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
