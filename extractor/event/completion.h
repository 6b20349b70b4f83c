// What the rule of an event leaves open and its sentence tells all the same: actors without a name that the trigger itself names,
// and where it happened.
#pragma once

#include <vector>

#include "event/draft.h"
#include "event/structure.h"

namespace tarikh::event {

class Completion {
 public:
  explicit Completion(const Structure& structure);

  /// Completes the drafts that will be events.
  void complete(std::vector<Draft>& drafts) const;

 private:
  void add_sides(Draft& draft) const;
  void add_side(Role role, std::uint32_t mention, Draft& draft) const;
  void add_named_by_trigger(Draft& draft) const;
  [[nodiscard]] bool takes_part(const Draft& draft, std::uint32_t mention) const;
  [[nodiscard]] std::uint32_t place_of(const Draft& draft) const;
  [[nodiscard]] bool is_place(std::uint32_t mention) const;
  [[nodiscard]] bool is_where(const Draft& draft, std::uint32_t mention) const;
  [[nodiscard]] bool is_anchor(const Draft& draft, std::uint32_t token) const;
  [[nodiscard]] bool no_verb_between(const Draft& draft, std::uint32_t from) const;
  [[nodiscard]] bool is_side(const Draft& draft, std::uint32_t token) const;
  [[nodiscard]] bool belongs(const Draft& draft, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t place_behind(const Draft& draft) const;
  [[nodiscard]] std::uint32_t place_before(const Draft& draft) const;
  [[nodiscard]] std::uint32_t place_of_speaking(const Draft& draft) const;
  [[nodiscard]] std::uint32_t place_in_name(const Draft& draft) const;
  [[nodiscard]] std::uint32_t dateline(const Draft& draft) const;

  const Structure& structure_;
  rules::ClassId by_phone_;
  rules::ClassId place_word_;    ///< in, at, near, في, قرب
  rules::ClassId speech_place_;  ///< from, من
  rules::ClassId place_noun_;    ///< port, village, مرفأ
  rules::ClassId anybody_;       ///< people, voters
  rules::ClassId takes_the_floor_;  ///< speaking, متحدثا
};

}  // namespace tarikh::event
