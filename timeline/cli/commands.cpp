#include "cli/commands.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "tarikh/extractor.h"

namespace tarikh::cli {
namespace {

constexpr Command kCommands[] = {
    {"build", "articles -> a timeline: a page, CSV and JSON Lines, in one folder",
     "Reads articles (.txt .md .html .jsonl), finds their dated events, merges what several articles tell of the\n"
     "same event, and writes a folder that opens in a browser without a server:\n"
     "  index.html      the timeline      events.csv    one row per event\n"
     "  timeline.jsonl  all of it         mentions.csv  one row per article and event\n"
     "  records.jsonl   by article        memberships.csv  who was a member of what\n"
     "A file that cannot be read is reported and left out, and the rest is done.\n"
     "\n"
     "  tarikh build articles/ -o site\n"
     "  tarikh build a.txt b.html --dct 2024-07-04 -o site --force\n",
     declare_build},
    {"extract", "articles -> one record per article, on one line of JSON",
     "Documents are independent: split a pile as you like, extract the parts anywhere, and merge. Memory stays\n"
     "constant; records come out in the order of the paths, or of the lines of a stream.\n"
     "\n"
     "  tarikh extract articles/ -o records.jsonl\n"
     "  your-crawler | tarikh extract - | tarikh merge - > timeline.jsonl\n"
     "  tarikh extract --format timeml --dct 2024-07-04 article.txt\n",
     declare_extract},
    {"merge", "records -> a timeline, one entry per line of JSON",
     "What several articles tell of the same event becomes one entry. The result does not depend on the order of\n"
     "the records or on how the articles were split.\n"
     "\n"
     "  tarikh merge part1.jsonl part2.jsonl -o timeline.jsonl\n",
     declare_merge},
    {"page", "a timeline -> a page folder",
     "Reads what merge wrote and makes the folder that build makes (without records.jsonl).\n"
     "\n"
     "  tarikh page timeline.jsonl -o site --title-en \"Ten years of summits\"\n",
     declare_page},
    {"export", "a timeline -> CSV and other formats",
     "Reads what merge wrote. What the format cannot express is left out, and counted on standard error.\n"
     "\n"
     "  tarikh export --format csv timeline.jsonl > events.csv\n",
     declare_export},
    {"roster", "who was a member of an organisation on a day",
     "Reads what merge wrote and works out, from accessions, foundings, withdrawals and suspensions, how everyone who\n"
     "is named stood on that day: with the sentences, and with open bounds where the articles leave the day open.\n"
     "\n"
     "  tarikh roster sco --at 2023-12-31 timeline.jsonl\n"
     "  tarikh roster \"African Union\" timeline.jsonl\n",
     declare_roster},
    {"diff", "what changed between two timelines, and why",
     "Compares what merge or build wrote at two times: entries that came, went or are told differently, with the\n"
     "articles and rules behind it. The exit status is 1 if nothing changed.\n"
     "\n"
     "  tarikh diff old.jsonl new.jsonl\n"
     "  tarikh diff site-yesterday site --json\n",
     declare_diff},
    {"explain", "why each event and date was found, and what nearly matched",
     "Prints, for every expression and every event, the rule (file and line), the words it stands on and how the\n"
     "date was worked out; then the near misses.\n"
     "\n"
     "  tarikh explain article.txt\n"
     "  tarikh explain --entry ev-bv4if4njaevp site/timeline.jsonl\n"
     "  tarikh explain --why-not ev-bv4if4njaevp ev-9y3ygstux7ay site/timeline.jsonl\n"
     "  tarikh explain --dct 2024-07-05 --text \"وقع البلدان الاتفاق أمس الخميس\"\n",
     declare_explain},
    {"rules check", "compiles rules and runs their examples",
     "Every `example` and `reject` line of the named files is run (of all files, without names). Failures are\n"
     "reported as file:line: message, and the exit status is 2.\n"
     "\n"
     "  tarikh rules check\n"
     "  tarikh rules check extractor/data/ar/time.rules\n"
     "  tarikh rules check --rules my-rules\n",
     declare_rules_check},
    {"rules gaps", "sentences of a pile that a rule may be missing for, and names that no table holds",
     "Writes a table, tab-separated: sentences with a day and two known actors of which no event was found, those with\n"
     "the most actors first; then the unknown names, the most frequent first.\n"
     "\n"
     "  tarikh rules gaps articles/ | head -50\n",
     declare_rules_gaps},
    {"score", "precision, recall and F1 of a system's output against a gold standard",
     "GOLD is a folder with DOC.json (dct, lang), DOC.timex.jsonl and DOC.events.jsonl; SYSTEM is such a folder, or\n"
     "records that extract wrote. The figures are given for each language and for all. If SYSTEM is a timeline as CSV,\n"
     "its rows are compared with those of GOLD, a CSV file or a folder with timeline.csv.\n"
     "\n"
     "  tarikh extract corpus/*.txt -o records.jsonl; tarikh score corpus records.jsonl\n"
     "  tarikh score corpus/timeline.csv site/events.csv\n",
     declare_score},
    {"completion", "shell completion for bash, zsh or fish",
     "  tarikh completion bash > ~/.local/share/bash-completion/completions/tarikh\n"
     "  tarikh completion zsh > ~/.zfunc/_tarikh\n"
     "  tarikh completion fish > ~/.config/fish/completions/tarikh.fish\n",
     declare_completion},
    {"man", "the manual page",
     "  tarikh man | man -l -\n",
     declare_man},
    {"version", "the version", "", declare_version},
    {"help", "help on a command", "  tarikh help build\n", declare_help},
};

constexpr std::string_view kDescription =
    "tarikh finds the dated events in Arabic and English articles and makes a timeline of them.";

constexpr std::string_view kFooter =
    "The usual way:  tarikh build articles/ -o site    then open site/index.html\n"
    "Exit status:    0 all good, 1 nothing found, 2 something failed (and the rest was done)\n"
    "`tarikh COMMAND --help` says more about a command.\n";

CLI::App* add_command(CLI::App& root, const Command& command) {
  CLI::App* parent = &root;
  std::string_view name = command.name;
  if (const std::size_t space = name.find(' '); space != std::string_view::npos) {
    const std::string group(name.substr(0, space));
    parent = find_subcommand(root, group);
    if (parent == nullptr) {
      parent = root.add_subcommand(group, std::string(command.summary));
      parent->require_subcommand(1);
    }
    name.remove_prefix(space + 1);
  }
  CLI::App* app = parent->add_subcommand(std::string(name), std::string(command.summary));
  app->footer(std::string(command.details));
  return app;
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

CLI::App* find_subcommand(const CLI::App& parent, std::string_view name) {
  // get_subcommand() throws, and there is no other question that CLI11 2.1 answers without a filter.
  const auto found = const_cast<CLI::App&>(parent).get_subcommands([&](CLI::App* app) { return app->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

std::unique_ptr<CLI::App> make_app(Action& action) {
  auto root = std::make_unique<CLI::App>(std::string(kDescription), "tarikh");
  root->footer(std::string(kFooter));
  root->set_version_flag("-V,--version", fmt::format("tarikh {}", version()), "Print the version");
  root->set_help_flag("-h,--help", "Print this help");
  root->require_subcommand(1);
  root->get_formatter()->column_width(30);
  for (const Command& command : kCommands) {
    CLI::App* app = add_command(*root, command);
    app->parse_complete_callback([&action, declared = command.declare(*app)] { action = declared; });
  }
  return root;
}

int print(Console& console, std::string_view text) {
  Result<OutputFile> output = OutputFile::open("-");
  if (output) output->write(text);
  const Result<void> written = output ? output->commit() : Result<void>(output.error());
  if (!written) console.error(written.error().to_string());
  return console.status(true);
}

}  // namespace tarikh::cli
