// tarikh explain: the derivation of every expression and event of a document or a sentence, and the evidence of an entry.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "cli/output.h"
#include "page/reason_text.h"
#include "page/theme.h"
#include "tarikh/why_not.h"

namespace tarikh::cli {
namespace {

struct ExplainOptions {
  DocumentOptions documents;
  std::string text, entry;
  std::pair<std::string, std::string> why_not;
  RuleOptions rules;
};

std::string or_none(const std::string& text) { return text.empty() ? "-" : text; }

// An entry of a timeline as evidence: who tells it, by which rule, and why the tellings are one.
std::string describe(const Entry& entry, const page::Strings& words) {
  const std::string& title = entry.title_en.empty() ? entry.title_ar : entry.title_en;
  std::string text = fmt::format("{}  {} {}\n  title   {}\n", entry.id, entry.date_edtf.empty() ? "undated" : entry.date_edtf, entry.type, title);
  for (const EntryParticipant& who : entry.participants) text += fmt::format("  {:7} {} {}\n", to_string(who.role), who.id, who.name_en);
  for (const Claim& claim : entry.conflict) {
    const std::size_t sources = independent_sources(entry, claim);
    text += fmt::format("  claim   {}, {} {}:", claim.date_edtf, sources, sources == 1 ? "source" : "sources");
    for (const std::size_t i : claim.mentions) text += " " + entry.mentions[i].doc;
    text += "\n";
  }
  for (const EntryMention& mention : entry.mentions) {
    text += fmt::format("\n  {}:{}  {} ({})\n    rule  {}\n    {}\n", mention.doc, mention.event,
                        mention.date_edtf.empty() ? "undated" : mention.date_edtf, to_string(mention.date_basis), mention.rule, mention.quote);
    if (!mention.copy_of.empty()) text += fmt::format("    prints the text of {}\n", mention.copy_of);
  }
  const auto label = [](const EntryMention& mention) { return fmt::format("{}:{}", mention.doc, mention.event); };
  text += entry.doubts.empty() ? "" : "\n  what is doubtful\n";
  for (const Doubt& doubt : entry.doubts) text += fmt::format("    {}\n", page::doubt_text(doubt, entry, words, label));
  text += entry.merge_reasons.empty() ? "" : "\n  why these are one\n";
  for (const MergeReason& reason : entry.merge_reasons) text += fmt::format("    {}\n", page::reason_text(reason, entry, words, label));
  return text;
}

std::string participants(const Entry& entry, Role role) {
  std::string list;
  for (const EntryParticipant& who : entry.participants) {
    if (who.role == role) list += (list.empty() ? "" : ", ") + (who.id.empty() ? who.name_en : who.id);
  }
  return list;
}

std::string describe(const Obstacle& obstacle) {
  const auto both = [&](std::string_view what) { return fmt::format("{}: {} | {}", what, or_none(obstacle.a), or_none(obstacle.b)); };
  switch (obstacle.kind) {
    case ObstacleKind::type: return both("they are of different types");
    case ObstacleKind::phase: return both("they are different phases");
    case ObstacleKind::days: return both("the dates exclude each other");
    case ObstacleKind::subject: return both("they name different subjects");
    case ObstacleKind::object: return both("they name different objects");
    case ObstacleKind::organisation: return both("they name different organisations");
    case ObstacleKind::defining: return both("it happened to different ones");
    case ObstacleKind::sides: return both("not all sides of the one are sides of the other");
    case ObstacleKind::place: return both("they name different places");
    case ObstacleKind::headline: return both("one names nobody and no place, and the headlines do not make them one");
    case ObstacleKind::too_little: return both("too little is in both for dates this coarse, or at all");
    case ObstacleKind::occasion: return both("they were said on different occasions");
    case ObstacleKind::several: return both("an article has several statements by the speaker: which one is meant?");
    case ObstacleKind::wording: return both("neither repeats what the other says");
    case ObstacleKind::one_article: return fmt::format("one article tells of both, so it knows two events: {}", obstacle.a);
    case ObstacleKind::undone: return both("it was undone in between, so it happened twice");
    case ObstacleKind::ambiguous: return fmt::format("the coarser date fits others as well: {}", obstacle.a);
    case ObstacleKind::undated: return both("what has no date joins only the one event of its kind");
    case ObstacleKind::by_hand: return fmt::format("a person took it out of another entry: {}", obstacle.a);
  }
  return {};
}

// What the two say differently, whether it matters or not; then what matters.
std::string describe(const Entry& a, const Entry& b, std::span<const Obstacle> obstacles) {
  std::string text, differences;
  for (const Entry* entry : {&a, &b}) {
    const std::string& title = entry->title_en.empty() ? entry->title_ar : entry->title_en;
    text += fmt::format("{}  {} {}  {}\n", entry->id, entry->date_edtf.empty() ? "undated" : entry->date_edtf, entry->type, title);
  }
  const auto compare = [&](std::string_view what, const std::string& in_a, const std::string& in_b) {
    if (in_a != in_b) differences += fmt::format("  {:12} {} | {}\n", what, or_none(in_a), or_none(in_b));
  };
  compare("type", a.type, b.type);
  compare("phase", a.phase, b.phase);
  compare("date", a.date_edtf, b.date_edtf);
  for (const Role role : {Role::subject, Role::object, Role::organisation}) compare(to_string(role), participants(a, role), participants(b, role));
  compare("place", a.place ? a.place->id : "", b.place ? b.place->id : "");
  compare("factuality", std::string(to_string(a.factuality)), std::string(to_string(b.factuality)));
  if (!differences.empty()) text += "\nwhat differs\n" + differences;
  text += "\nwhat keeps them apart\n";
  for (const Obstacle& obstacle : obstacles) text += fmt::format("  {}\n", describe(obstacle));
  if (obstacles.empty()) text += "  nothing in the entries: a closer match was taken, or they were not merged together\n";
  return text;
}

int explain_why_not(const ExplainOptions& options, Console& console) {
  const Rules rules = Rules::load(options.rules, console);
  const Timeline timeline = read_timeline(options.documents.inputs, console);
  std::vector<std::size_t> found;
  for (const std::string& id : {options.why_not.first, options.why_not.second}) {
    const auto entry = std::ranges::find(timeline.entries, id, &Entry::id);
    if (entry == timeline.entries.end()) console.error(fmt::format("no entry is called {}", id));
    else found.push_back(static_cast<std::size_t>(entry - timeline.entries.begin()));
  }
  if (found.size() < 2) return kFailed;
  if (found[0] == found[1]) {
    console.error(fmt::format("{} is one entry: --entry says why its mentions are one", options.why_not.first));
    return kFailed;
  }
  const std::vector<Obstacle> obstacles = why_not(timeline, found[0], found[1], rules.get().event_types());
  return print(console, describe(timeline.entries[found[0]], timeline.entries[found[1]], obstacles));
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
  if (!options.why_not.first.empty()) return explain_why_not(options, console);
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
    return output->write(outcome.rendered) && (outcome.more || output->flush());
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
  app.add_option("--why-not", options->why_not, "Say what keeps two entries of a timeline from being one")->type_name("ID ID");
  add_document_options(app, options->documents);
  add_rules_option(app, options->rules);
  add_gazetteer_option(app, options->rules);
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
