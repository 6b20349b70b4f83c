// Where a rule or a name is missing: sentences with a day and two known actors of which no event was found, and names that no
// table holds.
#include <algorithm>

#include "data/workbench.h"

namespace tarikh {
namespace {

constexpr std::size_t kActors = 2;

bool dates_something(const Timex& timex) {
  return timex.date && (timex.type == TimexType::date || timex.type == TimexType::time) && timex.date->granularity >= Granularity::year;
}

}  // namespace

Gaps find_gaps(const Ruleset& rules, const Document& document) {
  Gaps gaps;
  const LanguageRules* language = data::rules_for(rules.compiled(), document);
  if (language == nullptr) return gaps;
  data::Workbench bench(*language, rules.compiled().types);
  Extraction found;
  bench.run(document, ExtractScope::everything, found);
  for (const entity::EntityMention& mention : bench.mentions) {
    if (mention.actor.id.starts_with("x:")) gaps.unknown_names.push_back({mention.span, mention.kind, mention.form, mention.actor});
  }
  for (const text::Sentence& sentence : bench.tokens.sentences) {
    const auto inside = [&](Span span) { return span.begin >= sentence.span.begin && span.end <= sentence.span.end; };
    const bool told = std::ranges::any_of(found.events, [&](const Event& event) {
      return inside(event.trigger) || std::ranges::any_of(event.other_mentions, inside);
    });
    if (told) continue;
    const auto when = std::ranges::find_if(found.timexes, [&](const Timex& timex) { return inside(timex.span) && dates_something(timex); });
    if (when == found.timexes.end()) continue;
    Gap gap{.sentence = sentence.span, .timex = static_cast<std::uint32_t>(when - found.timexes.begin()), .date = *when->date, .actors = {}};
    for (const entity::EntityMention& mention : bench.mentions) {
      if (!inside(mention.span) || mention.actor.id.empty() || mention.actor.id.starts_with("x:")) continue;
      if (std::ranges::find(gap.actors, mention.actor) == gap.actors.end()) gap.actors.push_back(mention.actor);
    }
    if (gap.actors.size() >= kActors) gaps.sentences.push_back(std::move(gap));
  }
  return gaps;
}

}  // namespace tarikh
