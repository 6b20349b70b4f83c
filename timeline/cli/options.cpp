#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <thread>

namespace tarikh::cli {
namespace {

namespace fs = std::filesystem;

// Heading in --help.
constexpr const char* kSelection = "Selection";

bool is_rule_file(const fs::path& path) {
  const fs::path extension = path.extension();
  return extension == ".rules" || extension == ".lex" || extension == ".tsv" || extension == ".conf";
}

}  // namespace

std::string check_day(const std::string& text) {
  return parse_iso_day(text) ? "" : fmt::format("{} is no day; a day that exists is wanted, as YYYY-MM-DD", text);
}

CLI::Option* add_inputs(CLI::App& app, DocumentOptions& options) {
  return app.add_option("IN", options.inputs, "Files, folders (walked), or - for standard input")->type_name("");
}

void add_document_options(CLI::App& app, DocumentOptions& options) {
  app.add_option("--dct", options.dct, "Publication day of documents that carry none, YYYY-MM-DD")
      ->check(check_day)->type_name("DATE");
  add_choice(app, "--lang", options.language, {"ar", "en"}, "Language of documents that do not say theirs; otherwise the script decides");
}

CLI::Option* add_choice(CLI::App& app, const std::string& flags, std::string& value, const std::vector<std::string>& choices,
                        const std::string& help) {
  return app.add_option(flags, value, help)
      ->check(CLI::IsMember(choices).description(""))  // the type name tells them
      ->type_name(fmt::format("{}", fmt::join(choices, "|")));
}

void add_selection_options(CLI::App& app, SelectionOptions& options) {
  const auto list = [&](const char* flag, std::vector<std::string>& values, const char* type, const char* help) {
    app.add_option(flag, values, help)->type_name(type)->delimiter(',')->allow_extra_args(false)->group(kSelection);
  };
  app.add_option("--from", options.from, "Events that have a day on or after DATE")->check(check_day)->type_name("DATE")->group(kSelection);
  app.add_option("--to", options.to, "Events that have a day on or before DATE")->check(check_day)->type_name("DATE")->group(kSelection);
  list("--type", options.types, "TYPE", "Events of one of these types; membership/effective asks for a phase too");
  list("--actor", options.actors, "NAME", "Events in which one of these takes part: an id or part of a name");
  list("--place", options.places, "NAME", "Events in one of these places: an id or part of a name");
  app.add_option("--topic", options.topic, "Events with all of these words in their headlines or sentences")->type_name("WORDS")->group(kSelection);
  app.add_option("--min-sources", options.min_sources, "Events that so many articles tell, copies of one text counted once")->type_name("N")->group(kSelection);
}

Result<Selection> make_selection(const SelectionOptions& options, std::span<const EventType> types) {
  Selection selection;
  selection.from = parse_iso_day(options.from);
  selection.to = parse_iso_day(options.to);
  selection.types = options.types;
  selection.actors = options.actors;
  selection.places = options.places;
  selection.min_sources = options.min_sources;
  std::istringstream words(options.topic);
  for (std::string word; words >> word;) selection.topic.push_back(word);
  for (const std::string& type : options.types) {
    if (std::ranges::find(types, type.substr(0, type.find('/')), &EventType::id) != types.end()) continue;
    std::string known;
    for (const EventType& row : types) known += (known.empty() ? "" : ", ") + row.id;
    return Error{fmt::format("no event type is called {}; there are {}", type, known)};
  }
  return selection;
}

void add_jobs_option(CLI::App& app, DocumentOptions& options) {
  app.add_option("-j,--jobs", options.jobs, "Threads; the output does not depend on it (default: one per processor)")
      ->type_name("N")->check(CLI::Range(1, 1024).description(""));
}

void add_quiet_option(CLI::App& app, bool& quiet) {
  app.add_flag("-q,--quiet", quiet, "No progress and no summary; errors are still told");
}

void add_rules_option(CLI::App& app, RuleOptions& options) {
  app.add_option("--rules", options.folder, "Folder of rules that add to the built-in ones or, with the same path, replace them")
      ->type_name("DIR");
}

void add_gazetteer_option(CLI::App& app, RuleOptions& options) {
  app.add_option("--gazetteer", options.gazetteers, "Table of names to add; its name begins with people, organisations, places or countries")
      ->type_name("FILE")->allow_extra_args(false);
}

void add_corrections_option(CLI::App& app, std::string& file) {
  app.add_option("--corrections", file, "Table of corrections to lay over what the articles tell")->type_name("FILE");
}

void add_cache_option(CLI::App& app, std::string& file) {
  app.add_option("--cache", file, "File that keeps what was extracted, so that the next run does only what is new")->type_name("FILE");
}

namespace {

// Everything besides the document and the options that a record depends on. Between two versions the program changes too;
// where it cannot be read, its version has to do.
store::CacheKey rules_key(const Ruleset& rules) {
  const Result<std::string> program = read_file("/proc/self/exe");
  return store::CacheKeyMaker().add(rules.fingerprint()).add(version()).add(program ? *program : "").make();
}

}  // namespace

Cache::Cache(const std::string& file, const Ruleset& rules, Console& console) {
  if (file.empty()) return;
  Result<store::RecordCache> opened = store::RecordCache::open(file, rules_key(rules));
  if (!opened) {
    console.error(file, opened.error());
    return;
  }
  cache_.emplace(std::move(*opened));
  if (!cache_->put_aside().empty()) console.error(file, Error{cache_->put_aside()});
}

void Cache::close(Console& console) {
  if (!cache_) return;
  if (const Result<void> closed = cache_->close(); !closed) console.error(closed.error().file, closed.error());
}

void merge_corrected(std::vector<DocumentRecord>& records, const Ruleset& rules, const MergeOptions& options, const std::string& file,
                     Console& console, const std::function<bool(Entry&&)>& visit) {
  if (file.empty()) return merge_each(records, rules.event_types(), options, visit);
  const Result<std::string> table = read_file(file);
  if (!table) console.error(file, table.error());
  const Corrections corrections = table ? parse_corrections(*table, rules) : Corrections{};
  for (const Error& problem : corrections.problems) console.error(file, problem);
  CorrectedTimeline corrected = merge(std::move(records), rules, corrections, options);
  for (const Error& problem : corrected.problems) console.error(file, problem);
  for (const Error& note : corrected.notes) console.note(file, note);
  for (Entry& entry : corrected.timeline.entries) {
    if (!visit(std::move(entry))) return;
  }
}

PileOptions pile_options(const DocumentOptions& options) {
  PileOptions pile;
  pile.jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  pile.default_dct = parse_iso_day(options.dct);
  pile.default_language = options.language;
  return pile;
}

namespace {

// A table of the user's under a path of its own, so that it adds to the built-in one instead of replacing it.
Result<void> add_gazetteer(const std::string& path, RuleFiles& files) {
  constexpr std::array<std::string_view, 6> kTables{"countries", "organisations", "people", "places", "given_names", "adjectives"};
  const std::string name = fs::path(path).filename().string();
  if (std::ranges::none_of(kTables, [&](std::string_view table) { return name.starts_with(table); })) {
    return Error{fmt::format("which table is it? The file's name must begin with one of {}", fmt::join(kTables, ", ")), path};
  }
  Result<std::string> text = read_file(path);
  if (!text) return text.error();
  const std::string below = fmt::format("gazetteer/{}+{}", name, files.sources.size());
  files.sources.push_back({.path = below, .text = std::move(*text)});
  files.shown[below] = path;
  return {};
}

Result<void> add_folder(const std::string& folder, RuleFiles& files) {
  std::error_code failure;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->is_regular_file() && is_rule_file(it->path())) paths.push_back(it->path());
  }
  if (failure) return Error{failure.message(), folder};
  if (paths.empty()) return Error{"holds no rule files (.rules .lex .tsv .conf)", folder};
  std::ranges::sort(paths);
  for (const fs::path& path : paths) {
    Result<std::string> text = read_file(path.string());
    if (!text) return text.error();
    const std::string below = path.lexically_relative(folder).generic_string();
    files.sources.push_back({.path = below, .text = std::move(*text), .own = true});
    files.shown[below] = path.string();
  }
  return {};
}

}  // namespace

Result<RuleFiles> find_rules(const RuleOptions& options) {
  RuleFiles files{builtin_sources(), {}};
  if (!options.folder.empty()) {
    if (const Result<void> added = add_folder(options.folder, files); !added) return added.error();
  }
  for (const std::string& path : options.gazetteers) {
    if (const Result<void> added = add_gazetteer(path, files); !added) return added.error();
  }
  return files;
}

namespace {

Error at_own_path(Error error, const RuleFiles& files) {
  if (const auto own = files.shown.find(error.file); own != files.shown.end()) error.file = own->second;
  return error;
}

void refuse(const Error& error, Console& console) {
  console.error(error.to_string());
  console.note("the built-in rules are used without yours");
}

}  // namespace

Result<Ruleset> compile(const RuleFiles& files) {
  Result<Ruleset> rules = compile_rules(files.sources);
  if (rules) return rules;
  return at_own_path(rules.error(), files);
}

Rules Rules::load(const RuleOptions& options, Console& console) {
  Rules rules;
  if (options.folder.empty() && options.gazetteers.empty()) return rules;
  Result<RuleFiles> files = find_rules(options);
  Result<Ruleset> compiled = files ? compile(*files) : Result<Ruleset>(files.error());
  if (compiled) rules.own_.emplace(std::move(*compiled));
  else refuse(compiled.error(), console);
  return rules;
}

std::vector<EventType> load_event_types(const RuleOptions& options, Console& console) {
  const Result<RuleFiles> files = find_rules(options);
  Result<std::vector<EventType>> types = files ? read_event_types(files->sources) : Result<std::vector<EventType>>(files.error());
  if (types) return std::move(*types);
  refuse(files ? at_own_path(types.error(), *files) : types.error(), console);
  return *read_event_types(builtin_sources());
}

}  // namespace tarikh::cli
