// Who belongs to an organisation, told as a state and not as an event: "the SCO groups China, Russia and Iran",
// «تضم المنظمة …», or a list in brackets behind its name.
#pragma once

#include <optional>
#include <vector>

#include "event/structure.h"

namespace tarikh::event {

class Rosters {
 public:
  explicit Rosters(const Structure& structure);

  /// Appends those of the sentence that `structure` has entered.
  void find(const text::Sentence& sentence, std::vector<Roster>& out) const;

 private:
  struct List {
    std::vector<std::uint32_t> members;  ///< mentions
    std::uint32_t end = 0;               ///< the token behind the last one
  };

  /// Tokens of the words "groups", "is made up of", «تضم» at a token; 0 when there are none.
  [[nodiscard]] std::uint32_t has_members(std::uint32_t token) const;
  [[nodiscard]] bool is_organisation(std::uint32_t mention) const;
  [[nodiscard]] List list_at(std::uint32_t token, std::uint32_t last) const;
  [[nodiscard]] bool are_no_members(std::uint32_t token, std::uint32_t last) const;
  [[nodiscard]] bool is_denied(std::uint32_t verb, std::uint32_t first) const;
  [[nodiscard]] std::uint32_t organisation_before(std::uint32_t verb, std::uint32_t first) const;
  [[nodiscard]] std::optional<Roster> in_brackets(std::uint32_t organisation, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> by_verb(std::uint32_t verb, const text::Sentence& sentence) const;
  [[nodiscard]] Roster roster_of(std::uint32_t organisation, const List& list, const text::Sentence& sentence, bool complete) const;

  const Structure& structure_;
  rules::ClassId has_members_;  ///< groups, is made up of, تضم
  rules::ClassId also_;         ///< the list is not all of them
  rules::ClassId no_member_;    ///< observers, partners, مراقب
};

}  // namespace tarikh::event
