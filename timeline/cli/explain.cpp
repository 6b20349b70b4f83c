// tarikh explain: the derivation of every expression and event of a document or a sentence, and the evidence of an entry.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/site.h"
#include "page/reason_text.h"
#include "page/theme.h"

namespace tarikh::cli {
namespace {

struct ExplainOptions {
  DocumentOptions documents;
  std::string text, entry;
  RuleOptions rules;
};

// An entry of a timeline as evidence: who tells it, by which rule, and why the tellings are one.
std::string describe(const Entry& entry, const page::Strings& words) {
  const std::string& title = entry.title_en.empty() ? entry.title_ar : entry.title_en;
  std::string text = fmt::format("{}  {} {}\n  title   {}\n", entry.id, entry.date_edtf.empty() ? "undated" : entry.date_edtf, entry.type, title);
  for (const EntryParticipant& who : entry.participants) text += fmt::format("  {:7} {} {}\n", to_string(who.role), who.id, who.name_en);
  for (const Claim& claim : entry.conflict) {
    text += fmt::format("  claim   {}:", claim.date_edtf);
    for (const std::size_t i : claim.mentions) text += " " + entry.mentions[i].doc;
    text += "\n";
  }
  for (const EntryMention& mention : entry.mentions) {
    text += fmt::format("\n  {}:{}  {} ({})\n    rule  {}\n    {}\n", mention.doc, mention.event,
                        mention.date_edtf.empty() ? "undated" : mention.date_edtf, to_string(mention.date_basis), mention.rule, mention.quote);
  }
  text += entry.merge_reasons.empty() ? "" : "\n  why these are one\n";
  const auto label = [](const EntryMention& mention) { return fmt::format("{}:{}", mention.doc, mention.event); };
  for (const MergeReason& reason : entry.merge_reasons) text += fmt::format("    {}\n", page::reason_text(reason, entry, words, label));
  return text;
}

int explain_entry(const ExplainOptions& options, Console& console) {
  const Timeline timeline = read_timeline(options.documents.inputs, console);
  const auto entry = std::ranges::find(timeline.entries, options.entry, &Entry::id);
  if (entry == timeline.entries.end()) {
    console.error(fmt::format("no entry is called {}", options.entry));
    return kFailed;
  }
  const Result<page::Theme> builtin = page::Theme::load({});
  if (!builtin) {
    console.error(builtin.error().to_string());
    return kFailed;
  }
  return print(console, describe(*entry, builtin->strings("en")));
}

int explain_text(const ExplainOptions& options, const Ruleset& rules, Console& console) {
  const PileOptions how = pile_options(options.documents);
  Result<Document> document = read_document(options.text, {.id = "text", .name = "text.txt", .source = "", .default_dct = how.default_dct});
  if (!document) {
    console.error("--text", document.error());
    return kFailed;
  }
  if (document->language.empty()) document->language = how.default_language;
  return print(console, explain(rules, *document));
}

int run(const ExplainOptions& options, Console& console) {
  if (!options.entry.empty()) return explain_entry(options, console);
  const Rules rules = Rules::load(options.rules, console);
  if (!options.text.empty()) return explain_text(options, rules.get(), console);
  PileOptions how = pile_options(options.documents);
  how.describe = [&](const Document& document) { return explain(rules.get(), document); };
  Result<OutputFile> output = OutputFile::open("-");
  if (!output) {
    console.error(output.error().to_string());
    return kFailed;
  }
  const auto named = options.documents.inputs.empty() ? std::vector<std::string>{"-"} : options.documents.inputs;
  extract_pile(rules.get(), find_inputs(named, console), how, console, [&](Outcome&& outcome) {
    return output->write(outcome.rendered) && output->flush();
  });
  if (const Result<void> written = output->commit(); !written) console.error(written.error().to_string());
  return console.status(true);
}

}  // namespace

Action declare_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::Option* inputs = add_inputs(app, options->documents);
  app.add_option("--text", options->text, "Explain this text instead of a file")->type_name("TEXT")->excludes(inputs);
  app.add_option("--entry", options->entry, "Explain this entry of a timeline: IN are files of timeline entries")->type_name("ID");
  add_document_options(app, options->documents);
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
