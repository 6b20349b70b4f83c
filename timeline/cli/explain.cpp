// tarikh explain: the derivation of every expression and event of a document, or of a sentence on the command line.
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

namespace tarikh::cli {
namespace {

struct ExplainOptions {
  DocumentOptions documents;
  std::string text, rules;
};

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
  const Result<Rules> rules = Rules::load(options.rules);
  if (!rules) {
    console.error(rules.error().to_string());
    return kFailed;
  }
  if (!options.text.empty()) return explain_text(options, rules->get(), console);
  PileOptions how = pile_options(options.documents);
  how.describe = [&](const Document& document) { return explain(rules->get(), document); };
  Result<OutputFile> output = OutputFile::open("-");
  if (!output) {
    console.error(output.error().to_string());
    return kFailed;
  }
  const auto named = options.documents.inputs.empty() ? std::vector<std::string>{"-"} : options.documents.inputs;
  extract_pile(rules->get(), find_inputs(named, console), how, console, [&](Outcome&& outcome) {
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
  add_document_options(app, options->documents);
  add_rules_option(app, options->rules);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
