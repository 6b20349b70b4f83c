// The scratch memory of one language: every stratum with what it needs, run one after the other on a document.
#pragma once

#include <optional>
#include <vector>

#include "data/compiled.h"
#include "event/tagger.h"
#include "tarikh/document.h"
#include "tarikh/extractor.h"
#include "text/tokens.h"

namespace tarikh::data {

class Workbench {
 public:
  Workbench(const LanguageRules& rules, std::span<const EventType> types)
      : rules_(rules),
        analyzer(rules.lexicon.vocabulary()),
        cache(rules.lexicon),
        time_(rules.time, rules.lexicon),
        entities_(*rules.entities, rules.lexicon),
        events(rules.events, *rules.grammar, rules.lexicon, types) {}

  /// Fills tokens, mentions and `out`; `misses` and `why` may be null.
  void run(const Document& document, ExtractScope scope, Extraction& out, std::vector<event::NearMiss>* misses = nullptr,
           timex::Derivations* why = nullptr) {
    if (analyzer.clear_if_large()) {
      cache.clear();
      entities_.forget();
    }
    text::tokenize(document.text, analyzer, tokens);
    text::split_sentences(analyzer, rules_.abbreviations, tokens);
    cache.update(analyzer);
    time_.tag(tokens, analyzer, cache, document.dct, out.timexes, why);
    if (scope == ExtractScope::timexes) return;
    entities_.tag(tokens, analyzer, cache, out.timexes, document.dct, mentions);
    events.tag(tokens, analyzer, cache, out.timexes, mentions, document.dct, out.events, misses);
    out.rosters = events.rosters();
  }

 private:
  const LanguageRules& rules_;

 public:
  text::Analyzer analyzer;
  rules::WordCache cache;
  text::Tokens tokens;
  std::vector<entity::EntityMention> mentions;

 private:
  timex::TimeTagger time_;
  entity::EntityTagger entities_;

 public:
  event::EventTagger events;
};

/// The rules for a document: of its language, else of the script that most of its letters have.
const LanguageRules* rules_for(const CompiledRules& rules, const Document& document);

}  // namespace tarikh::data
