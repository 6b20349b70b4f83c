// The table of subcommands. Help, shell completion and the man page are made from it and from the options that
// each row declares, so that they cannot tell different stories.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "cli/console.h"

namespace tarikh::cli {

/// Runs a command after its arguments were read; returns the exit status.
using Action = std::function<int(Console&)>;

struct Command {
  std::string_view name;     ///< "build"; "rules check" is a command below "rules"
  std::string_view summary;  ///< one line
  std::string_view details;  ///< what it reads and writes, with examples; lines of at most 100 columns
  Action (*declare)(CLI::App& app);
};

/// Every command, in the order users see it.
[[nodiscard]] std::span<const Command> commands();

/// The parser of the whole command line. Parsing sets `action` to what is to be done.
std::unique_ptr<CLI::App> make_app(Action& action);

// One file per command.
Action declare_build(CLI::App&);
Action declare_extract(CLI::App&);
Action declare_merge(CLI::App&);
Action declare_page(CLI::App&);
Action declare_export(CLI::App&);
Action declare_roster(CLI::App&);
Action declare_diff(CLI::App&);
Action declare_explain(CLI::App&);
Action declare_rules_check(CLI::App&);
Action declare_rules_gaps(CLI::App&);
Action declare_score(CLI::App&);
Action declare_completion(CLI::App&);
Action declare_man(CLI::App&);
Action declare_version(CLI::App&);
Action declare_help(CLI::App&);

/// None if there is no such subcommand.
CLI::App* find_subcommand(const CLI::App& parent, std::string_view name);

/// Writes to standard output; the exit status.
int print(Console&, std::string_view text);

}  // namespace tarikh::cli
