// "Qatar left in 2019, and Ecuador followed a year later", "وتبعتها السلفادور في 2018": the event told before, with another subject.
#pragma once

#include <vector>

#include "event/draft.h"
#include "event/relations.h"

namespace tarikh::event {

class Sequels {
 public:
  explicit Sequels(const Structure& structure);

  /// Appends a draft for each verb of the sentence that says that somebody did likewise. `first`: the drafts of the sentence.
  void find(std::uint32_t sentence, const Discourse& discourse, std::size_t first, std::vector<Draft>& drafts);

 private:
  /// Tokens of the words "followed suit", "تبعتها" at a token; 0 when there are none.
  [[nodiscard]] std::uint32_t likewise(std::uint32_t token) const;
  /// Who stands behind ", followed by" at a token; none when no date of his own does.
  [[nodiscard]] std::uint32_t follower(std::uint32_t token) const;
  [[nodiscard]] const Draft* model(std::uint32_t sentence, std::uint32_t token, const std::vector<Draft>& drafts) const;

  const Structure& structure_;
  Relations relations_;
  rules::ClassId follow_;    ///< follow_suit: did so, followed suit; says it whatever stands behind
  rules::ClassId follow_when_;  ///< follow_when: followed; only where a date stands right behind
  rules::ClassId in_kind_;   ///< follow_in_kind: responded in kind; against the one who did it
  rules::ClassId follow_it_; ///< follow_it: تبع, تلا; only with a pronoun that goes back
  rules::ClassId footstep_;  ///< follow_footstep: حذوها
  std::vector<Filler> fillers_;
};

}  // namespace tarikh::event
