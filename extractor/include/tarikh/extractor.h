// One document -> its dated events. The Extractor owns scratch memory only: make one per thread, reuse it.
#pragma once

#include <memory>
#include <string>

#include "tarikh/document.h"
#include "tarikh/extraction.h"
#include "tarikh/ruleset.h"

namespace tarikh {

/// How much is wanted: `events` leaves out the mentions of names, which are copies of what the events say.
enum class ExtractScope : std::uint8_t { everything, events, timexes };

class Extractor {
 public:
  explicit Extractor(const Ruleset& rules, ExtractScope scope = ExtractScope::everything);
  explicit Extractor(Ruleset&&, ExtractScope = ExtractScope::everything) = delete;  // would dangle
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// Total: any text, never fails, never throws on bad input.
  Extraction extract(const Document& document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Why each expression and event of a document was found, rule by rule, and what nearly matched.
std::string explain(const Ruleset&, const Document&);

/// A sentence that names a day and at least two known actors, and of which no event was found.
struct Gap {
  Span sentence;
  std::uint32_t timex = kNoIndex;  ///< index of the expression, in the order of Extraction::timexes
  Date date;
  std::vector<EntityRef> actors;
};
/// What a document tells a writer of rules and gazetteers.
struct Gaps {
  std::vector<Gap> sentences;
  std::vector<Mention> unknown_names;  ///< people that no table holds; ids begin with "x:"
};
Gaps find_gaps(const Ruleset&, const Document&);

/// "0.1.0"
[[nodiscard]] std::string_view version();

}  // namespace tarikh
