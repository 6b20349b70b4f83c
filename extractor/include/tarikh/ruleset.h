// Rules are data: lexica, time rules, event rules and gazetteers, compiled once into an immutable Ruleset
// that any number of threads may share.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/extraction.h"
#include "tarikh/result.h"

namespace tarikh {

/// A rule file: its path below data/ decides what it is (ar/time.rules, en/events/visit.rules,
/// gazetteer/people.tsv, event_types.tsv). A later source with a known path replaces the earlier one.
struct RuleSource {
  std::string path;
  std::string text;
  bool own = false;  ///< the user's: of two event rules that read equally much, one of these is taken
};

/// One row of event_types.tsv: the whole ontology.
struct EventType {
  std::string id;        ///< "membership"
  std::string label_ar;
  std::string label_en;
  std::vector<std::string> phases{};  ///< "applied", "effective" …; empty where the type has none
  bool once_only = false;  ///< the same event cannot happen twice: disjoint dates are a conflict
  bool on_page = true;     ///< shown by default
  std::string color;       ///< #rrggbb, readable on white and on black
  std::string plover;      ///< PLOVER category, empty where none
  std::string cameo;       ///< CAMEO root codes, empty where none
};

/// The outcome of one `example` or `reject` line.
struct ExampleFailure {
  std::string file;
  int line = 0;
  std::string text, want, have;
};

/// An office that somebody held, as the gazetteer knows it.
struct Term {
  std::string office;           ///< "president"
  std::string holder;           ///< id of the country or organisation
  date::sys_days from{}, to{};  ///< inclusive; `to` is the end of time when in office
};

struct CompiledRules;  // private to the extractor

class Ruleset {
 public:
  Ruleset(Ruleset&&) noexcept;
  Ruleset& operator=(Ruleset&&) noexcept;
  ~Ruleset();

  /// "ar/time.rules:26 time/day-month-year"; empty for kNoRule.
  [[nodiscard]] std::string rule_name(RuleId) const;
  [[nodiscard]] const std::vector<EventType>& event_types() const;
  /// Who is called that in the gazetteer.
  [[nodiscard]] std::optional<EntityRef> entity(std::string_view id) const;
  /// The offices of a person, by id.
  [[nodiscard]] std::vector<Term> terms_of(std::string_view person) const;
  /// Changes whenever any source does: part of the key of cached extractions.
  [[nodiscard]] std::string fingerprint() const;
  /// Runs every `example` and `reject`; `files` limits to these paths (empty = all).
  [[nodiscard]] std::vector<ExampleFailure> run_examples(std::span<const std::string> files = {}) const;
  [[nodiscard]] std::size_t example_count() const;

  const CompiledRules& compiled() const { return *compiled_; }
  explicit Ruleset(std::unique_ptr<const CompiledRules>);

 private:
  std::unique_ptr<const CompiledRules> compiled_;
};

/// Errors: "ar/time.rules:26: unknown class <mnth>; did you mean <month>?"
Result<Ruleset> compile_rules(std::span<const RuleSource> sources);

/// The shipped data files, as embedded in the library.
[[nodiscard]] std::vector<RuleSource> builtin_sources();

/// The shipped rules, compiled on first use.
const Ruleset& builtin_rules();

}  // namespace tarikh
