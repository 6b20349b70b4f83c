// Options that several commands share: which documents, which rules, how many threads.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/pile.h"
#include "store/cache.h"
#include "tarikh/corrections.h"
#include "tarikh/event_types.h"
#include "tarikh/ruleset.h"
#include "tarikh/selection.h"

namespace tarikh::cli {

struct DocumentOptions {
  std::vector<std::string> inputs;
  std::string dct;       ///< valid: checked while parsing
  std::string language;
  unsigned jobs = 0;     ///< 0 = one per processor
};

CLI::Option* add_inputs(CLI::App&, DocumentOptions&);
/// For an option that takes a day: what is wrong with the text, empty if nothing is.
std::string check_day(const std::string& text);
void add_document_options(CLI::App&, DocumentOptions&);
/// An option that takes one of a few words.
CLI::Option* add_choice(CLI::App&, const std::string& flags, std::string& value, const std::vector<std::string>& choices,
                        const std::string& help);
void add_jobs_option(CLI::App&, DocumentOptions&);
void add_quiet_option(CLI::App&, bool& quiet);
/// --rules and --gazetteer: what the user adds to the built-in rules.
struct RuleOptions {
  std::string folder;
  std::vector<std::string> gazetteers;
};

void add_rules_option(CLI::App&, RuleOptions&);
void add_gazetteer_option(CLI::App&, RuleOptions&);
[[nodiscard]] PileOptions pile_options(const DocumentOptions&);

/// --cache: the records of earlier runs.
void add_cache_option(CLI::App&, std::string& file);

/// The cache a command works with, or none. A file that cannot be used is told as an error, and the work is done without.
class Cache {
 public:
  Cache(const std::string& file, const Ruleset&, Console&);
  [[nodiscard]] store::RecordCache* get() { return cache_ ? &*cache_ : nullptr; }
  /// When the work is done: tells what went wrong.
  void close(Console&);

 private:
  std::optional<store::RecordCache> cache_;
};

/// --corrections: what people changed. Lines that cannot be carried out are told, and the rest is done.
void add_corrections_option(CLI::App&, std::string& file);
/// The name of the copy that lies beside a timeline.
inline constexpr std::string_view kCorrectionsFile = "corrections.tsv";
/// merge_each() with the corrections of a file; without them if `file` is empty. The records may be changed.
void merge_corrected(std::vector<DocumentRecord>& records, const Ruleset&, const MergeOptions&, const std::string& file, Console&,
                     const std::function<bool(Entry&&)>& visit);

/// Which part of a timeline: --from, --to, --type …
struct SelectionOptions {
  std::string from, to;  ///< days: checked while parsing
  std::vector<std::string> types, actors, places;
  std::string topic;
  std::size_t min_sources = 0;
};

void add_selection_options(CLI::App&, SelectionOptions&);
/// An error for a type that does not exist.
Result<Selection> make_selection(const SelectionOptions&, std::span<const EventType> types);

/// Rule sources by their path below data/, and where the ones of the user lie.
struct RuleFiles {
  std::vector<RuleSource> sources;
  std::map<std::string, std::string> shown;  ///< path below data/ -> path for messages
};

/// The built-in sources, with those of the folder added or put in their place, and the tables of names added.
Result<RuleFiles> find_rules(const RuleOptions&);

/// The rules a command works with: the built-in ones, or those with the user's on top.
class Rules {
 public:
  /// Rules of the user that do not compile are told as an error, and the built-in ones work without them.
  static Rules load(const RuleOptions&, Console&);
  [[nodiscard]] const Ruleset& get() const { return own_ ? *own_ : builtin_rules(); }

 private:
  std::optional<Ruleset> own_;
};

/// The types of events of these rules, for commands that look for no events. As with Rules, a table of the user's that is wrong
/// is told, and the built-in one works.
[[nodiscard]] std::vector<EventType> load_event_types(const RuleOptions&, Console&);

/// compile_rules, with errors at the user's own paths.
Result<Ruleset> compile(const RuleFiles&);

}  // namespace tarikh::cli
