// tarikh score: a system's output against a gold standard.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "score/report.h"

namespace tarikh::cli {
namespace {

namespace fs = std::filesystem;
using score::Corpus;
using score::Labels;

struct ScoreOptions {
  std::string gold, system;
  std::vector<std::string> documents;
  bool json = false;
};

constexpr std::string_view kEvents = ".events.jsonl";
constexpr std::string_view kExpressions = ".timex.jsonl";

// Hands a file to a reader; an error gets the file's name.
Result<void> read_into(const std::string& path, Labels& labels, Result<void> (*read)(std::string_view, Labels&)) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return Error{bytes.error().message, path};
  Result<void> done = read(*bytes, labels);
  return done ? done : Error{done.error().message, path, done.error().line};
}

// Documents with DOC.events.jsonl in a folder.
Result<std::vector<std::string>> documents_in(const std::string& folder) {
  std::error_code failure;
  std::vector<std::string> documents;
  fs::directory_iterator it(folder, failure);
  for (; !failure && it != fs::directory_iterator(); it.increment(failure)) {
    const std::string name = it->path().filename().string();
    if (name.ends_with(kEvents)) documents.push_back(name.substr(0, name.size() - kEvents.size()));
  }
  if (failure) return Error{failure.message(), folder};
  std::ranges::sort(documents);
  return documents;
}

Result<Corpus> read_gold(const ScoreOptions& options) {
  const Result<std::vector<std::string>> documents = documents_in(options.gold);
  if (!documents) return documents.error();
  Corpus corpus;
  for (const std::string& document : *documents) {
    if (!options.documents.empty() && std::ranges::find(options.documents, document) == options.documents.end()) continue;
    const std::string stem = (fs::path(options.gold) / document).string();
    Labels& labels = corpus[document];
    if (Result<void> read = read_into(stem + ".json", labels, score::read_document_facts); !read) return read.error();
    if (Result<void> read = read_into(stem + std::string(kEvents), labels, score::read_events); !read) return read.error();
    const std::string expressions = stem + std::string(kExpressions);
    if (std::error_code ignored; !fs::exists(expressions, ignored)) continue;
    if (Result<void> read = read_into(expressions, labels, score::read_expressions); !read) return read.error();
  }
  if (corpus.empty()) return Error{"no gold documents: none has DOC.events.jsonl", options.gold};
  return corpus;
}

Corpus read_system_folder(const std::string& folder, const Corpus& gold, Console& console) {
  Corpus corpus;
  for (const auto& [document, labels] : gold) {
    const std::string stem = (fs::path(folder) / document).string();
    for (const auto& [ending, read] : {std::pair{kExpressions, &score::read_expressions}, std::pair{kEvents, &score::read_events}}) {
      const std::string path = stem + std::string(ending);
      if (std::error_code ignored; !fs::exists(path, ignored)) continue;
      if (const Result<void> done = read_into(path, corpus[document], read); !done) console.error(done.error().to_string());
    }
  }
  return corpus;
}

Corpus read_system(const std::string& path, const Corpus& gold, Console& console) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return read_system_folder(path, gold, console);
  Corpus corpus;
  for_each_line(path, console, [&](std::string_view line, int number) { return score::read_record(line, number, corpus); });
  return corpus;
}

void note_documents(const Corpus& gold, const Corpus& system, Console& console) {
  const auto missing = std::ranges::count_if(gold, [&](const auto& labels) { return !system.contains(labels.first); });
  const auto unknown = std::ranges::count_if(system, [&](const auto& labels) { return !gold.contains(labels.first); });
  if (missing > 0) console.note(fmt::format("{} gold documents have no output and count as empty", missing));
  if (unknown > 0) console.note(fmt::format("{} documents have no gold and do not count", unknown));
}

score::Columns score_corpus(const Corpus& gold, const Corpus& system) {
  std::map<std::string, score::Counts> languages;
  score::Counts all;
  for (const auto& [document, labels] : gold) {
    const auto found = system.find(document);
    const score::Counts counts = score::score_document(labels, found == system.end() ? Labels{} : found->second);
    languages[labels.lang.empty() ? "?" : labels.lang] += counts;
    all += counts;
  }
  score::Columns columns(languages.begin(), languages.end());
  columns.emplace_back("all", all);
  return columns;
}

int run_documents(const ScoreOptions& options, Console& console) {
  const Result<Corpus> gold = read_gold(options);
  if (!gold) {
    console.error(gold.error().to_string());
    return kFailed;
  }
  const Corpus system = read_system(options.system, *gold, console);
  if (system.empty() && console.failed()) return kFailed;
  note_documents(*gold, system, console);
  const score::Columns columns = score_corpus(*gold, system);
  return print(console, options.json ? score::report_json(columns) : score::report_text(columns));
}

bool is_table(const std::string& path) { return path.ends_with(".csv"); }

// The table itself, or the one in a gold folder.
std::string gold_table(const std::string& gold) {
  std::error_code ignored;
  const fs::path merged = fs::path(gold) / "merged" / "timeline.csv";
  if (!fs::is_directory(gold, ignored)) return gold;
  return fs::exists(merged, ignored) ? merged.string() : (fs::path(gold) / "timeline.csv").string();
}

int run_timelines(const ScoreOptions& options, Console& console) {
  std::vector<std::vector<score::TimelineRow>> tables;
  for (const std::string& path : {gold_table(options.gold), options.system}) {
    const Result<std::string> csv = read_file(path);
    if (csv) tables.push_back(score::read_timeline_table(*csv));
    else console.error(path, csv.error());
  }
  if (console.failed()) return kFailed;
  const score::TimelineCounts counts = score::score_timeline(tables[0], tables[1]);
  return print(console, options.json ? score::report_json(counts) : score::report_text(counts));
}

int run(const ScoreOptions& options, Console& console) {
  return is_table(options.system) ? run_timelines(options, console) : run_documents(options, console);
}

}  // namespace

Action declare_score(CLI::App& app) {
  auto options = std::make_shared<ScoreOptions>();
  app.add_option("GOLD", options->gold, "Folder of the gold standard, or its timeline as CSV")->required()->type_name("");
  app.add_option("SYSTEM", options->system, "Folder, records (JSON Lines), or a timeline as CSV")->required()->type_name("");
  app.add_option("--docs", options->documents, "Score only these documents")->delimiter(',')->allow_extra_args(false)->type_name("DOC,DOC");
  app.add_flag("--json", options->json, "All figures as JSON");
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
