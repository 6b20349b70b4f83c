// When it happened. Each temporal expression goes to the predicate it is nearest to, where nearness counts
// clause boundaries, other verbs and tense; what is left without one takes the day of the event it happened at,
// or, for fresh news, the publication day. The chain stays in Draft::dating.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "event/draft.h"
#include "event/relations.h"
#include "event/structure.h"

namespace tarikh::event {

class Dater {
 public:
  Dater(const Structure& structure, const Relations& relations) : structure_(structure), relations_(relations) {}

  /// Gives the expressions of one sentence to its drafts and dates those that got some.
  void attach(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct);

  /// Dates the drafts that have no expression of their own: after identity has united mentions of one event,
  /// for every draft of the document in text order.
  void inherit(std::vector<Draft>& drafts, std::optional<date::sys_days> dct);

 private:
  struct Predicate {
    std::uint32_t token = 0;
    std::uint32_t draft = kNoIndex;  ///< index into the sentence's drafts; none for a verb that is no event
  };
  struct Attachment {
    std::uint32_t predicate = kNoIndex;
    std::uint32_t timex = 0;
    int cost = 0;
  };
  void collect_predicates(const text::Sentence& sentence, std::span<const Draft> drafts);
  [[nodiscard]] bool datable(std::uint32_t timex) const;
  void walk_left(const text::Sentence&, std::uint32_t timex, std::span<const Draft>, std::optional<date::sys_days>, Attachment& best) const;
  void walk_right(const text::Sentence&, std::uint32_t timex, std::span<const Draft>, std::optional<date::sys_days>, Attachment& best) const;
  void consider(std::uint32_t predicate, std::uint32_t timex, int cost, std::span<const Draft>, std::optional<date::sys_days>,
                Attachment& best) const;
  [[nodiscard]] int crossing(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t region_start(const text::Sentence&, std::uint32_t closing) const;
  [[nodiscard]] std::uint32_t predicate_at(std::uint32_t token) const;
  void date_from_own(Draft& draft, std::vector<Attachment>& own) const;
  [[nodiscard]] bool range_between(std::uint32_t a, std::uint32_t b) const;
  void share_in_sentence(const text::Sentence& sentence, std::span<Draft> drafts) const;
  [[nodiscard]] std::uint32_t occasion_of(const std::vector<Draft>& drafts, std::uint32_t draft) const;
  [[nodiscard]] bool is_lead(const Draft& draft) const;

  const Structure& structure_;
  const Relations& relations_;
  std::vector<Predicate> predicates_;
  std::vector<Attachment> attachments_;
};

}  // namespace tarikh::event
