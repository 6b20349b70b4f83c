// Everything that rules come to: one lexicon with its time, entity and event rules per language, the gazetteer and
// the event types for all. Immutable once compiled; Extractors share it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entity/gazetteer.h"
#include "entity/tagger.h"
#include "event/rules.h"
#include "event/structure.h"
#include "rules/lexicon.h"
#include "rules/rule_table.h"
#include "tarikh/ruleset.h"
#include "timex/tagger.h"

namespace tarikh {

struct LanguageRules {
  explicit LanguageRules(const std::string& name) : lexicon(name) {}

  rules::Lexicon lexicon;
  timex::TimeRules time;
  std::unique_ptr<entity::EntityRules> entities;
  event::EventRules events;
  std::unique_ptr<event::Grammar> grammar;
  std::vector<bool> abbreviations;  ///< by word: a dot behind it ends no sentence
};

struct CompiledRules {
  std::vector<EventType> types;
  rules::RuleTable table;
  entity::Gazetteer gazetteer;
  std::vector<std::unique_ptr<LanguageRules>> languages;  ///< in the order of their names
  std::string fingerprint;

  /// Null when there are no rules of the language.
  [[nodiscard]] const LanguageRules* language(std::string_view name) const;

  /// Later sources replace earlier ones of the same path.
  static Result<std::unique_ptr<CompiledRules>> compile(std::span<const RuleSource> sources);

  /// As bytes, and back (text/image.h).
  [[nodiscard]] std::string to_image();
  static std::unique_ptr<CompiledRules> from_image(std::string_view image);
};

}  // namespace tarikh
