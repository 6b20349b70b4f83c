// The event stratum of one document: sentence by sentence triggers and roles, then factuality, dates and
// identity over the whole text.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "event/completion.h"
#include "event/dating.h"
#include "event/factuality.h"
#include "event/identity.h"
#include "event/inheritance.h"
#include "event/matcher.h"
#include "event/pairs.h"
#include "event/rosters.h"
#include "event/sequels.h"
#include "event/titles.h"

namespace tarikh::event {

/// Scratch of one Extractor and one language.
class EventTagger {
 public:
  EventTagger(const EventRules& rules, const Grammar& grammar, const rules::Lexicon& lexicon, std::span<const EventType> types);

  void tag(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
           std::span<const Timex> timexes, std::span<const entity::EntityMention> mentions,
           std::optional<date::sys_days> dct, std::vector<Event>& out, std::vector<NearMiss>* misses = nullptr);

  /// Who belongs to what, by the sentences of the last document.
  [[nodiscard]] const std::vector<Roster>& rosters() const { return rosters_; }

  /// The drafts behind the last events, for `explain`.
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }

 private:
  void find_drafts(std::optional<date::sys_days> dct, std::vector<NearMiss>* misses);
  void drop_judges(std::size_t first);
  void drop_outcomes(std::size_t first);
  void drop_alone(std::size_t first);
  void mark_background(const text::Sentence& sentence, Draft& draft) const;
  void place_gathering(Draft& draft) const;
  void attribute(std::size_t first);
  void settle_factuality(std::optional<date::sys_days> dct);
  void write(std::vector<Event>& out) const;
  [[nodiscard]] bool tells(std::uint32_t anchor) const;
  [[nodiscard]] Event event_of(std::uint32_t draft) const;
  [[nodiscard]] Argument argument(std::uint32_t mention, Role role, bool as_place, const text::Sentence& sentence,
                                  std::uint32_t trigger) const;
  [[nodiscard]] Argument argument(const Fill& fill, const text::Sentence& sentence, std::uint32_t trigger) const;
  [[nodiscard]] Span trigger_span(const Draft& draft) const;

  const EventRules& rules_;
  std::span<const EventType> types_;
  Structure structure_;
  Relations relations_;
  Matcher matcher_;
  Sequels sequels_;
  Pairs pairs_;
  Rosters roster_finder_;
  FactualityJudge judge_;
  Dater dater_;
  Inheritance inheritance_;
  Identity identity_;
  Completion completion_;
  Titles titles_;
  std::vector<Draft> drafts_;
  std::vector<Roster> rosters_;
};

}  // namespace tarikh::event
