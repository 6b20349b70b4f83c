// Headlines: the rule's pattern with canonical names in it. Of a rule's patterns for a language the first whose
// fields are all known is used; without one, the type's label and the participants.
#pragma once

#include <string>
#include <string_view>

#include "event/draft.h"
#include "event/structure.h"
#include "tarikh/ruleset.h"

namespace tarikh::event {

class Titles {
 public:
  explicit Titles(const Structure& structure)
      : structure_(structure),
        denial_(structure.lexicon().find_class("statement_denial")),
        continuation_(structure.lexicon().find_class("continuation")) {}

  /// `language` of the headline: "ar" or "en". No date is in it.
  [[nodiscard]] std::string headline(const Draft& draft, const EventType& type, std::string_view language) const;

 private:
  // Each appends to `out`: nothing where nothing is known. Those with a hole to fill say whether several stand there;
  // `governed`: the words before it ask for the genitive.
  bool fill(const Draft& draft, const Title& title, std::string& out) const;
  bool names(const Draft& draft, Role role, std::string_view language, bool governed, std::string& out) const;
  bool field(const Draft& draft, std::string_view key, std::string_view language, bool governed, std::string& out) const;
  void content(const Draft& draft, std::string& out) const;
  [[nodiscard]] std::uint32_t before_next_speaker(std::uint32_t from, std::uint32_t last) const;
  [[nodiscard]] std::string_view denial(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t closing(std::uint32_t opening, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t end_of_words(std::uint32_t from, std::uint32_t last) const;

  const Structure& structure_;
  rules::ClassId denial_;
  rules::ClassId continuation_;
};

}  // namespace tarikh::event
