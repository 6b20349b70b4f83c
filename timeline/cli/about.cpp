// tarikh version, tarikh help.
#include <fmt/format.h>

#include "cli/commands.h"
#include "tarikh/extractor.h"

namespace tarikh::cli {

Action declare_version(CLI::App&) {
  return [](Console& console) { return print(console, fmt::format("tarikh {}\n", version())); };
}

Action declare_help(CLI::App& app) {
  auto words = std::make_shared<std::vector<std::string>>();
  app.add_option("COMMAND", *words, "A command, as in `help build` or `help rules check`")->type_name("");
  const CLI::App* root = app.get_parent();
  return [words, root](Console& console) {
    const CLI::App* at = root;
    for (const std::string& word : *words) {
      const CLI::App* next = find_subcommand(*at, word);
      if (next == nullptr) {
        console.error(fmt::format("no command is called {}; `tarikh help` lists them", fmt::join(*words, " ")));
        return kFailed;
      }
      at = next;
    }
    std::string above;  // "tarikh rules"
    for (const CLI::App* parent = at->get_parent(); parent != nullptr; parent = parent->get_parent()) {
      above = parent->get_name() + (above.empty() ? "" : " ") + above;
    }
    return print(console, at->help(above));
  };
}

}  // namespace tarikh::cli
