// tarikh completion: scripts for bash, zsh and fish, from the table of commands. Names of files are left to the shell.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outline.h"

namespace tarikh::cli {
namespace {

std::string join(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string second_word(const std::string& name) {
  const std::size_t space = name.find(' ');
  return space == std::string::npos ? "" : name.substr(space + 1);
}

std::vector<std::string> command_words(const std::vector<CommandOutline>& outlines) {
  std::vector<std::string> words;
  for (const CommandOutline& command : outlines) {
    if (std::ranges::find(words, first_word(command.name)) == words.end()) words.push_back(first_word(command.name));
  }
  return words;
}

// In single quotes of a shell.
std::string shell_quoted(std::string_view text) {
  std::string safe = "'";
  for (const char c : text) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

std::string bash(const std::vector<CommandOutline>& outlines) {
  std::string script = "# bash completion of tarikh, made by `tarikh completion bash`\n_tarikh() {\n"
                       "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
                       "  COMPREPLY=()\n";
  script += fmt::format("  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W {} -- \"$word\"))\n    return\n  fi\n",
                        shell_quoted(join(command_words(outlines)) + " --help --version"));
  script += "  case \"$command $before\" in\n";
  for (const CommandOutline& command : outlines) {
    const std::string word = first_word(command.name);
    if (const std::string second = second_word(command.name); !second.empty()) {
      script += fmt::format("    '{} {}') COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n", word, word, shell_quoted(second));
    }
    for (const OptionOutline& option : command.options) {
      if (option.choices.empty()) continue;
      const std::vector<std::string> names = option.flags.empty() ? std::vector<std::string>{word} : option.flags;
      for (const std::string& name : names) {
        script += fmt::format("    '{} {}') COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n", word, name,
                              shell_quoted(join(option.choices)));
      }
    }
  }
  script += "  esac\n  case $word in\n    -*)\n      case $command in\n";
  for (const CommandOutline& command : outlines) {
    std::vector<std::string> flags;
    for (const OptionOutline& option : command.options) flags.insert(flags.end(), option.flags.begin(), option.flags.end());
    script += fmt::format("        {}) COMPREPLY=($(compgen -W {} -- \"$word\")) ;;\n", first_word(command.name), shell_quoted(join(flags)));
  }
  return script + "      esac ;;\n    *) compopt -o default ;;\n  esac\n}\ncomplete -F _tarikh tarikh\n";
}

// "[description]" of a zsh specification: brackets and colons end it early.
std::string zsh_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string zsh_option(const OptionOutline& option) {
  const std::string values = option.choices.empty() ? std::string("_files") : "(" + join(option.choices) + ")";
  if (option.flags.empty()) return " " + shell_quoted("*:" + zsh_text(option.positional) + ":" + values);
  std::string specs;
  for (const std::string& flag : option.flags) {
    std::string spec = flag + "[" + zsh_text(option.description) + "]";
    if (!option.value.empty()) spec += ":" + zsh_text(option.value) + ":" + values;
    specs += " " + shell_quoted(spec);
  }
  return specs;
}

std::string zsh(const std::vector<CommandOutline>& outlines) {
  std::string script = "#compdef tarikh\n# made by `tarikh completion zsh`\n_tarikh() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(\n";
  for (const std::string& word : command_words(outlines)) {
    const auto command = std::ranges::find(outlines, word, [](const CommandOutline& c) { return first_word(c.name); });
    script += "      " + shell_quoted(word + ":" + zsh_text(command->summary)) + "\n";
  }
  script += "    )\n    _describe command commands\n    return\n  fi\n  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const CommandOutline& command : outlines) {
    script += "    " + first_word(command.name) + ") _arguments";
    if (const std::string second = second_word(command.name); !second.empty()) script += " " + shell_quoted("1:command:(" + second + ")");
    for (const OptionOutline& option : command.options) script += zsh_option(option);
    script += " ;;\n";
  }
  return script + "  esac\n}\n_tarikh \"$@\"\n";
}

std::string fish(const std::vector<CommandOutline>& outlines) {
  std::string script = "# fish completion of tarikh, made by `tarikh completion fish`\n";
  for (const CommandOutline& command : outlines) {
    const std::string word = first_word(command.name);
    script += fmt::format("complete -c tarikh -n __fish_use_subcommand -f -a {} -d {}\n", word, shell_quoted(command.summary));
    const std::string when = shell_quoted("__fish_seen_subcommand_from " + word);
    if (const std::string second = second_word(command.name); !second.empty()) {
      script += fmt::format("complete -c tarikh -n {} -a {}\n", when, second);
    }
    for (const OptionOutline& option : command.options) {
      if (option.flags.empty()) {
        if (!option.choices.empty()) script += fmt::format("complete -c tarikh -n {} -f -a {}\n", when, shell_quoted(join(option.choices)));
        continue;
      }
      script += "complete -c tarikh -n " + when;
      for (const std::string& flag : option.flags) script += flag.starts_with("--") ? " -l " + flag.substr(2) : " -s " + flag.substr(1);
      if (!option.value.empty()) script += option.choices.empty() ? " -r" : " -x -a " + shell_quoted(join(option.choices));
      script += " -d " + shell_quoted(option.description) + "\n";
    }
  }
  return script;
}

struct Shell {
  const char* name;
  std::string (*write)(const std::vector<CommandOutline>&);
};
constexpr Shell kShells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

}  // namespace

Action declare_completion(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  std::vector<std::string> names;
  for (const Shell& known : kShells) names.emplace_back(known.name);
  add_choice(app, "SHELL", *shell, names, "The shell to write for")->required();
  const CLI::App* root = app.get_parent();
  return [shell, root](Console& console) {
    const Shell* found = std::ranges::find(kShells, *shell, &Shell::name);
    return print(console, found->write(outline_commands(*root)));
  };
}

}  // namespace tarikh::cli
