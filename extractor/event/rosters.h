// Who belongs to an organisation and who does not, told as a state and not as an event: "the SCO groups China, Russia and
// Iran", «تضم المنظمة …», a list in brackets behind its name; "with Mongolia as an observer", «الدولتان المراقبتان …».
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

  [[nodiscard]] bool is_organisation(std::uint32_t mention) const;
  [[nodiscard]] List list_at(std::uint32_t token, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t organisation_of(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool are_no_members(std::uint32_t token, std::uint32_t last) const;
  [[nodiscard]] bool is_denied(std::uint32_t verb, std::uint32_t first) const;
  [[nodiscard]] std::uint32_t organisation_before(std::uint32_t verb, std::uint32_t first) const;
  [[nodiscard]] std::optional<Roster> in_brackets(std::uint32_t organisation, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> by_verb(std::uint32_t verb, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> by_group(std::uint32_t group, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> named_members(std::uint32_t organisation, std::uint32_t behind, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> by_noun(std::uint32_t noun, const text::Sentence& sentence) const;
  [[nodiscard]] std::vector<std::uint32_t> invited(std::uint32_t token, const text::Sentence& sentence) const;
  [[nodiscard]] std::optional<Roster> outside(std::uint32_t word, const text::Sentence& sentence) const;
  [[nodiscard]] std::vector<std::uint32_t> before(std::uint32_t word, const text::Sentence& sentence) const;
  [[nodiscard]] Roster roster_of(std::uint32_t organisation, const List& list, const text::Sentence& sentence, bool complete) const;

  const Structure& structure_;
  rules::ClassId has_members_;  ///< groups, is made up of, تضم
  rules::ClassId also_;         ///< the list is not all of them
  rules::ClassId no_member_;    ///< observers, partners, مراقب
  rules::ClassId members_;      ///< members, أعضاء
  rules::ClassId outside_;      ///< observers, guests, مراقب: of whom a list may follow
  rules::ClassId named_;        ///< between such a word and its list: states, such as, دول
  rules::ClassId besides_;      ///< as well as, فضلا عن
  rules::ClassId as_;           ///< as an, بصفة
  rules::ClassId once_;         ///< was, former: no longer
};

}  // namespace tarikh::event
