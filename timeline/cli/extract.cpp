// tarikh extract: one record per document, streamed in constant memory.
#include <algorithm>

#include "cli/commands.h"
#include "cli/infer.h"
#include "cli/options.h"
#include "cli/output.h"
#include "tarikh/timeml.h"

namespace tarikh::cli {
namespace {

struct ExtractOptions {
  DocumentOptions documents;
  std::string output, format = "jsonl", only, cache;
  RuleOptions rules;
  bool with_text = false, infer = false, quiet = false;
};

struct Format {
  std::string_view name;
  bool needs_text;
  std::string (*render)(const DocumentRecord&);  ///< none: the line of JSON
};

std::string render_timeml(const DocumentRecord& record) { return to_timeml(record); }

constexpr Format kFormats[] = {
    {"jsonl", false, nullptr},         // one record per line
    {"timeml", true, render_timeml},   // the text with TIMEX3 tags, one TimeML document per article
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

PileOptions how(const ExtractOptions& options) {
  PileOptions pile = pile_options(options.documents);
  const Format& format = *std::ranges::find(kFormats, options.format, &Format::name);
  pile.with_text = options.with_text || format.needs_text;
  pile.as_json = format.render == nullptr;
  if (!pile.as_json) pile.render = format.render;
  if (options.only == "timexes" || options.format == "timeml") pile.scope = ExtractScope::timexes;
  return pile;
}

// Records that are written only when all of them are there.
std::vector<DocumentRecord> extract_inferred(const Ruleset& rules, const std::vector<Input>& inputs, PileOptions pile, Cache& cache,
                                             Console& console) {
  pile.as_json = false;
  pile.render = nullptr;
  pile.keep_undated = true;
  return extract_records(rules, inputs, pile, cache, console);
}

int extract(const ExtractOptions& options, Console& console) {
  console.set_quiet(options.quiet);
  const Rules rules = Rules::load(options.rules, console);
  Result<OutputFile> output = OutputFile::open(options.output);
  if (!output) {
    console.error(output.error().to_string());
    return kFailed;
  }
  const auto named = options.documents.inputs.empty() ? std::vector<std::string>{"-"} : options.documents.inputs;
  const std::vector<Input> inputs = find_inputs(named, console);
  Cache cache(options.cache, rules.get(), console);
  PileOptions pile = how(options);
  pile.cache = cache.get();
  bool found = false;
  if (options.infer) {
    for (const DocumentRecord& record : extract_inferred(rules.get(), inputs, pile, cache, console)) {
      found = found || !record.events.empty();
      if (!output->write(pile.as_json ? to_json(record) + "\n" : pile.render(record))) break;
    }
  } else {
    extract_pile(rules.get(), inputs, pile, console, [&](Outcome&& outcome) {
      found = found || outcome.found > 0;
      return output->write(outcome.rendered) && (outcome.more || output->flush());
    });
    cache.close(console);
  }
  if (interrupted) return kFailed;
  if (const Result<void> written = output->commit(); !written) console.error(written.error().to_string());
  return console.status(found);
}

}  // namespace

Action declare_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  add_inputs(app, options->documents);
  app.add_option("-o,--output", options->output, "File to write (default: standard output)")->type_name("FILE");
  add_choice(app, "--format", options->format, format_names(), "jsonl: records; timeml: the text with TIMEX3 tags (default: jsonl)");
  CLI::Option* only = add_choice(app, "--only", options->only, {"timexes"}, "Time expressions without events, which is faster");
  app.add_flag("--with-text", options->with_text, "Put the text into the records, which offsets count in");
  add_document_options(app, options->documents);
  add_infer_option(app, options->infer)->excludes(only);
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  add_cache_option(app, options->cache);
  add_jobs_option(app, options->documents);
  add_quiet_option(app, options->quiet);
  return [options](Console& console) { return extract(*options, console); };
}

}  // namespace tarikh::cli
