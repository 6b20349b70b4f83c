// tarikh man: the manual page, in roff, from the table of commands.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/outline.h"
#include "tarikh/extractor.h"

namespace tarikh::cli {
namespace {

// Backslashes and hyphens mean something to roff, and so does a dot or a quote that begins a line.
std::string roff(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_start = i == 0 || text[i - 1] == '\n';
    if (line_start && (text[i] == '.' || text[i] == '\'')) escaped += "\\&";
    if (text[i] == '\\') escaped += "\\e";
    else if (text[i] == '-') escaped += "\\-";
    else escaped += text[i];
  }
  return escaped;
}

std::string option_entry(const OptionOutline& option) {
  std::string head = option.positional;
  for (const std::string& flag : option.flags) head += (head.empty() ? "" : ", ") + flag;
  const std::string values = option.flags.empty() && option.choices.empty() ? "" : option.value;
  return fmt::format(".TP\n\\fB{}\\fR{}{}\n{}{}\n", roff(head), values.empty() ? "" : " ", roff(values), roff(option.description),
                     option.required ? " (required)" : "");
}

std::string man_page(const CLI::App& root) {
  std::string page = fmt::format(".TH TARIKH 1 \"\" \"tarikh {}\" \"User Commands\"\n", version());
  page += ".SH NAME\ntarikh \\- dated events of Arabic and English articles, as a timeline\n";
  page += ".SH SYNOPSIS\n.B tarikh\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIIN\\fR...]\n";
  page += ".SH DESCRIPTION\n" + roff(root.get_description()) + "\n.SH OPTIONS\n";
  for (const OptionOutline& option : outline_options(root)) page += option_entry(option);
  page += ".SH COMMANDS\n";
  for (const CommandOutline& command : outline_commands(root)) {
    page += fmt::format(".SS tarikh {}\n{}\n", roff(command.name), roff(command.summary));
    for (const OptionOutline& option : command.options) page += option_entry(option);
    if (!command.details.empty()) page += ".PP\n.nf\n" + roff(command.details) + ".fi\n";
  }
  page += ".SH EXIT STATUS\n0 all good, 1 nothing found, 2 something failed (and the rest was done).\n";
  page += ".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR\nIf set, messages carry no colour.\n";
  return page;
}

}  // namespace

Action declare_man(CLI::App& app) {
  const CLI::App* root = app.get_parent();
  return [root](Console& console) { return print(console, man_page(*root)); };
}

}  // namespace tarikh::cli
