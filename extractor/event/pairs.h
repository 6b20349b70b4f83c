// "The two countries signed", «وقّع الطرفان»: two who were named before, as a pair or as the sides of an event.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "event/draft.h"
#include "event/structure.h"

namespace tarikh::event {

class Pairs {
 public:
  explicit Pairs(const Structure& structure);

  /// Puts the two in the place of the description, in all drafts of a document whose sentences are related.
  void resolve(std::vector<Draft>& drafts) const;

 private:
  using Two = std::array<std::uint32_t, 2>;  ///< mentions
  static void put(const Two& two, Role role, Span words, std::vector<Fill>::iterator where, std::vector<Fill>& fills);
  [[nodiscard]] std::uint32_t told_by_trigger(const Draft& draft) const;
  [[nodiscard]] std::optional<Two> joined(std::uint32_t mention) const;
  [[nodiscard]] bool comment(std::uint32_t mention, const std::vector<Draft>& drafts) const;
  [[nodiscard]] bool are_two(std::uint32_t mention) const;
  [[nodiscard]] bool means(std::uint32_t mention, rules::ClassId cls) const;
  [[nodiscard]] std::optional<Two> named_before(std::uint32_t mention, std::uint32_t draft, const std::vector<Draft>& drafts) const;
  [[nodiscard]] std::optional<Two> sides_of(const Draft& draft) const;
  [[nodiscard]] bool fit(const Two& two, std::uint32_t mention) const;

  const Structure& structure_;
  rules::ClassId two_countries_, two_people_, two_sides_, number_;
};

}  // namespace tarikh::event
