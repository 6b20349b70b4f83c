// Did it happen? The words around a trigger decide between actual, planned, denied, hypothetical and habitual
// (FactBank's question, the guideline's five answers). Cue classes are data (data/<lang>/grammar.lex); how far
// each reaches is decided here.
#pragma once

#include <optional>

#include "event/draft.h"
#include "event/relations.h"
#include "event/structure.h"

namespace tarikh::event {

class FactualityJudge {
 public:
  FactualityJudge(const Structure& structure, const Relations& relations)
      : structure_(structure),
        relations_(relations),
        held_(structure.lexicon().find_class("held")),
        plan_noun_(structure.lexicon().find_class("plan_noun")),
        invitation_(structure.lexicon().find_class("invitation")),
        denial_(structure.lexicon().find_class("denial")),
        calls_off_(structure.lexicon().find_class("calls_off")),
        claim_(structure.lexicon().find_class("claim")),
        announces_(structure.lexicon().find_class("announces")),
        takes_place_(structure.lexicon().find_class("takes_place")) {}

  /// Factuality by the words alone; a date after the publication day can still turn actual into planned.
  [[nodiscard]] Factuality judge(const text::Sentence& sentence, const Draft& draft) const;

 private:
  [[nodiscard]] Factuality of_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const;
  [[nodiscard]] Factuality of_arabic_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const;
  [[nodiscard]] bool told_as_over(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] Factuality of_succession(const text::Sentence& sentence, std::uint32_t token, int depth) const;
  [[nodiscard]] Factuality of_gerund(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] Factuality of_english_verb(const text::Sentence& sentence, std::uint32_t token, int depth) const;
  [[nodiscard]] Factuality of_noun(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] Factuality of_governor(const text::Sentence& sentence, std::uint32_t token, int depth) const;
  [[nodiscard]] std::uint32_t behind_aside(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool stands_negated(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool habitual(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool ends_clause(std::uint32_t token) const;
  [[nodiscard]] bool is_circumstance(std::uint32_t token) const;

  [[nodiscard]] Factuality of_words(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] bool is_agreed_on(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::optional<Factuality> of_content(const text::Sentence& sentence, std::uint32_t that, std::uint32_t token) const;
  [[nodiscard]] bool until_day(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool is_only(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool is_reported_plan(const text::Sentence& sentence, std::uint32_t would) const;
  [[nodiscard]] bool is_owed(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool is_called_off(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool never_came(const text::Sentence& sentence, std::uint32_t planned) const;
  [[nodiscard]] bool is_beside_refusal(const text::Sentence& sentence, std::uint32_t verb, std::uint32_t token, bool definite) const;

  const Structure& structure_;
  const Relations& relations_;
  rules::ClassId held_;       ///< take place, resume: behind "may"
  rules::ClassId plan_noun_;  ///< agreement, proposal
  rules::ClassId invitation_;  ///< دعوة, طلب: to what stands behind "to"
  rules::ClassId denial_;     ///< deny, refute
  rules::ClassId calls_off_;  ///< cancel, postpone
  rules::ClassId claim_;      ///< reports, allegations
  rules::ClassId announces_;  ///< say, announce: "said it would"
  rules::ClassId takes_place_;  ///< what an event does: تم, عقد
};

}  // namespace tarikh::event
