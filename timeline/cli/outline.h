// The command line as data: what completion and the man page are written from.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace tarikh::cli {

struct OptionOutline {
  std::vector<std::string> flags;    ///< "-o", "--output"; empty for what stands without a flag
  std::string positional;            ///< "IN"
  std::string value;                 ///< "DIR"; empty for a switch
  std::vector<std::string> choices;  ///< where only these values are taken
  std::string description;
  bool required = false;
};

struct CommandOutline {
  std::string name;  ///< "build", "rules check"
  std::string summary, details;
  std::vector<OptionOutline> options;
};

/// Options of an App, --help included.
std::vector<OptionOutline> outline_options(const CLI::App&);
/// Every command of kCommands, as declared below `root`.
std::vector<CommandOutline> outline_commands(const CLI::App& root);

}  // namespace tarikh::cli
