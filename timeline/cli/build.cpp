// tarikh build: the whole path from articles to a folder with the timeline.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/infer.h"
#include "cli/options.h"
#include "cli/site.h"

namespace tarikh::cli {
namespace {

struct BuildOptions {
  DocumentOptions documents;
  SiteOptions site;
  SelectionOptions selection;
  RuleOptions rules;
  std::string corrections, cache;
  bool infer = false, quiet = false;
};

// All records, which are also written, as lines of JSON, if there is a file for them: as they come, but if a publication day may
// still change them, at the end.
std::vector<DocumentRecord> extract_all(const BuildOptions& options, const Ruleset& rules, OutputFile* file, Console& console) {
  const std::vector<Input> inputs = find_inputs(options.documents.inputs, console);
  Cache cache(options.cache, rules, console);
  PileOptions how = pile_options(options.documents);
  how.cache = cache.get();
  how.keep_undated = options.infer;
  how.keep_record = true;
  how.as_json = file != nullptr && !options.infer;
  std::function<bool(const std::string&)> write;
  if (how.as_json) write = [&](const std::string& line) { return file->write(line); };
  std::vector<DocumentRecord> records = extract_records(rules, inputs, how, cache, console, write);
  for (std::size_t i = 0; options.infer && file != nullptr && i < records.size(); ++i) {
    if (!file->write(to_json(records[i]) + "\n")) break;
  }
  return records;
}

// What was changed belongs to the timeline. A table that cannot be read was told of already.
Result<void> copy_corrections(OutputFolder& folder, const std::string& path) {
  const Result<std::string> table = read_file(path);
  return table ? folder.add(std::string(kCorrectionsFile), *table) : Result<void>{};
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string summary(std::size_t articles, const Timeline& timeline, const SiteOptions& site) {
  const auto several = std::ranges::count_if(timeline.entries, [](const Entry& entry) {
    return std::ranges::any_of(entry.mentions, [&](const EntryMention& m) { return m.doc != entry.mentions.front().doc; });
  });
  const auto disputed = std::ranges::count_if(timeline.entries, [](const Entry& entry) { return !entry.conflict.empty(); });
  const std::string& output = site.output;
  return fmt::format("{}, {} ({} told by several articles, {} with dates that disagree): {}{}",
                     count(articles, "article", "articles"), count(timeline.entries.size(), "event", "events"), several,
                     disputed, output, site.page.single_file ? "" : output.ends_with('/') ? "index.html" : "/index.html");
}

int build(const BuildOptions& options, Console& console) {
  console.set_quiet(options.quiet);
  const auto fail = [&](const Error& error) {
    console.error(error.to_string());
    return kFailed;
  };
  const Rules rules = Rules::load(options.rules, console);
  const Result<Selection> selection = make_selection(options.selection, rules.get().event_types());
  if (!selection) return fail(selection.error());
  // Before the work, not after it: a place that cannot be written is told at once.
  Result<SiteOutput> site = SiteOutput::open(options.site);
  if (!site) return fail(site.error());

  std::optional<OutputFile> file;
  if (OutputFolder* folder = site->folder()) {
    Result<OutputFile> opened = folder->file("records.jsonl");
    if (!opened) return fail(opened.error());
    file.emplace(std::move(*opened));
  }
  // Never destroyed: taking apart millions of pieces would only delay the end.
  static std::vector<DocumentRecord>& records = *new std::vector<DocumentRecord>;
  records = extract_all(options, rules.get(), file ? &*file : nullptr, console);
  if (interrupted) return kFailed;
  if (records.empty()) {
    console.note("no article was read; nothing written");
    return console.status(false);
  }

  const auto& types = rules.get().event_types();
  const std::size_t articles = records.size();
  Result<void> written;
  if (file) written = file->commit();
  if (!written) return fail(written.error());
  Timeline timeline;
  MergeOptions merging{.jobs = pile_options(options.documents).jobs};
  if (options.corrections.empty()) {  // which may give an entry another day
    merging.from = selection->from;
    merging.to = selection->to;
  }
  merge_corrected(records, rules.get(), merging, options.corrections, console, [&](Entry&& entry) {
    if (selection->contains(entry)) timeline.entries.push_back(std::move(entry));
    return true;
  });
  TimelineEntries entries(timeline);
  if (const Result<std::size_t> told = site->write(entries, types, options.site); !told) written = told.error();
  if (OutputFolder* folder = site->folder(); folder != nullptr && written && !options.corrections.empty())
    written = copy_corrections(*folder, options.corrections);
  if (written) written = site->commit();
  if (!written) return fail(written.error());
  console.note(summary(articles, timeline, options.site));
  return console.status(!timeline.entries.empty());
}

}  // namespace

Action declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  add_inputs(app, options->documents)->required();
  add_site_options(app, options->site);
  add_document_options(app, options->documents);
  add_infer_option(app, options->infer);
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  add_corrections_option(app, options->corrections);
  add_cache_option(app, options->cache);
  add_selection_options(app, options->selection);
  add_jobs_option(app, options->documents);
  add_quiet_option(app, options->quiet);
  return [options](Console& console) { return build(*options, console); };
}

}  // namespace tarikh::cli
