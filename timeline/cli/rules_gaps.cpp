// tarikh rules gaps: what a pile of articles tells a writer of rules: sentences without an event, names without a table.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pile.h"
#include "tarikh/extractor.h"

namespace tarikh::cli {
namespace {

struct GapOptions {
  DocumentOptions documents;
  RuleOptions rules;
};

struct Sentence {
  std::size_t actors = 0;
  std::string row;
};

struct Name {
  std::size_t times = 0;
  std::string shown, doc;
};

// A cell of the table: no tab and no line end.
std::string cell(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

/// What is found in all documents; the pile hands them over one by one, in its order.
class Collection {
 public:
  void add(const Document& document, const Gaps& gaps) {
    const std::string_view text = document.text;
    const auto words = [&](Span span) { return cell(text.substr(span.begin, span.end - span.begin)); };
    for (const Gap& gap : gaps.sentences) {
      std::string who;
      for (const EntityRef& actor : gap.actors) who += (who.empty() ? "" : "|") + actor.id;
      sentences_.push_back({gap.actors.size(), fmt::format("sentence\t{}\t{}\t{}\t{}\t{}\n", gap.actors.size(), to_edtf(gap.date), cell(who),
                                                            cell(document.id), words(gap.sentence))});
    }
    for (const Mention& mention : gaps.unknown_names) {
      Name& name = names_[mention.entity.id];
      if (name.times++ > 0) continue;
      name.shown = words(mention.span);
      name.doc = cell(document.id);
    }
  }

  [[nodiscard]] bool empty() const { return sentences_.empty() && names_.empty(); }

  std::string table() {
    std::ranges::stable_sort(sentences_, std::ranges::greater{}, &Sentence::actors);
    std::vector<const Name*> names;
    for (const auto& [id, name] : names_) names.push_back(&name);
    std::ranges::stable_sort(names, std::ranges::greater{}, &Name::times);
    std::string out = "kind\tweight\tdate\tactors\tdocument\ttext\n";
    for (const Sentence& sentence : sentences_) out += sentence.row;
    for (const Name* name : names) out += fmt::format("name\t{}\t\t\t{}\t{}\n", name->times, name->doc, name->shown);
    return out;
  }

 private:
  std::vector<Sentence> sentences_;
  std::map<std::string, Name> names_;  // by id, so that the order of equals is the same on every run
};

int run(const GapOptions& options, Console& console) {
  const Rules rules = Rules::load(options.rules, console);
  Collection collection;
  PileOptions how = pile_options(options.documents);
  how.jobs = 1;  // the documents are handed to the collection as they are read
  how.describe = [&](const Document& document) {
    collection.add(document, find_gaps(rules.get(), document));
    return std::string();
  };
  const auto named = options.documents.inputs.empty() ? std::vector<std::string>{"-"} : options.documents.inputs;
  extract_pile(rules.get(), find_inputs(named, console), how, console, [](Outcome&&) { return true; });
  if (collection.empty()) return console.status(false);
  const int printed = print(console, collection.table());
  return printed == kDone ? console.status(true) : printed;
}

}  // namespace

Action declare_rules_gaps(CLI::App& app) {
  auto options = std::make_shared<GapOptions>();
  add_inputs(app, options->documents);
  add_document_options(app, options->documents);
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
