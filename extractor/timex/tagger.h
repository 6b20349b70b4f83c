// Time expressions of one document. Rules are data (data/<lang>/time*.rules and time*.lex), compiled once;
// the tagger is scratch memory of one thread. Recognition is one pass from left to right, longest match;
// resolution then fills in what the words leave out from the DCT, the tense of the clause and earlier dates.
#pragma once

#include <date/date.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/lexicon.h"
#include "rules/rule_table.h"
#include "rules/word_cache.h"
#include "tarikh/extraction.h"
#include "tarikh/result.h"
#include "tarikh/ruleset.h"
#include "text/tokens.h"
#include "timex/derivation.h"

namespace tarikh::timex {

struct Grammar;  // compiled patterns and the classes they need

class TimeRules {
 public:
  /// Compiles the sources named "<language of the lexicon>/time…" with extension .lex or .rules and ignores all
  /// others. Lexica go into `lexicon`, which may already hold verbs and function words: they sharpen the reading
  /// of tense but are not needed. Errors carry file and line.
  static Result<TimeRules> compile(rules::Lexicon& lexicon, std::span<const RuleSource> sources,
                                   rules::RuleTable& table);

  TimeRules();  ///< none yet
  TimeRules(TimeRules&&) noexcept;
  TimeRules& operator=(TimeRules&&) noexcept;
  ~TimeRules();

  /// Runs the `example` and `reject` lines of one file, of all files when `file` is empty. `lexicon` is the one
  /// the rules were compiled with.
  [[nodiscard]] std::vector<ExampleFailure> run_examples(const rules::Lexicon& lexicon,
                                                         std::string_view file = {}) const;
  [[nodiscard]] std::size_t example_count() const;
  [[nodiscard]] const Grammar& grammar() const { return *grammar_; }
  [[nodiscard]] Grammar& grammar() { return *grammar_; }

 private:
  std::unique_ptr<Grammar> grammar_;
};

class TimeTagger {
 public:
  TimeTagger(const TimeRules& rules, const rules::Lexicon& lexicon);
  TimeTagger(TimeRules&&, const rules::Lexicon&) = delete;  // would dangle
  ~TimeTagger();
  TimeTagger(TimeTagger&&) noexcept;
  TimeTagger& operator=(TimeTagger&&) noexcept;

  /// Finds the expressions of `tokens` (with sentences) in text order. `cache` is up to date with `analyzer`.
  /// Without a DCT relative expressions stay underspecified. `why`, if asked for, tells how each came to its value
  /// and what else was read in the words.
  void tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
           std::optional<date::sys_days> dct, std::vector<Timex>& out, Derivations* why = nullptr);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace tarikh::timex
