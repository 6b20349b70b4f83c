// The names of the gazetteer in one language, as word sequences over its vocabulary: one walk per token finds the
// longest name that begins there.
#pragma once

#include <cstdint>
#include <vector>

#include "entity/gazetteer.h"
#include "rules/lexicon.h"

namespace tarikh::entity {

/// What a name says.
struct NameSense {
  std::uint32_t entity = 0;
  MentionForm form = MentionForm::name;
  rules::Number number = rules::Number::any;
  rules::Gender gender = rules::Gender::any;
  bool acronym = false;  ///< Latin capitals only: WHO, not "who"
};

class NameTable {
 public:
  /// Adds the words of all names to the vocabulary. In Arabic text the Latin acronyms of organisations count too.
  void add_all(text::Vocabulary& vocabulary, const Gazetteer& gazetteer, bool arabic);

  struct Found {
    const NameSense* sense = nullptr;  ///< null = no name begins here
    std::uint32_t tokens = 0;
    std::uint8_t proclitics = 0;       ///< text::Proclitic bits before the name
    std::uint16_t begin = 0;           ///< bytes of the first token before it
    bool definite = false;             ///< written with the article
  };
  /// The longest name at a token.
  [[nodiscard]] Found find(const text::Tokens& tokens, const text::Analyzer& analyzer, std::uint32_t token) const;
  [[nodiscard]] bool begins(text::WordId word) const { return phrases_.begins(word); }
  /// Gender of a given name; `any` also for words that are none (see is_given_name).
  [[nodiscard]] bool is_given_name(text::WordId word) const { return word < given_.size() && given_[word] != 0; }
  [[nodiscard]] rules::Gender given_gender(text::WordId word) const {
    return word < given_.size() ? static_cast<rules::Gender>(given_[word] > 0 ? given_[word] - 1 : 0) : rules::Gender::any;
  }
  template <class Image>
  void fields(Image& image) {
    image(phrases_, senses_, given_);
  }

 private:
  void add(text::Vocabulary& vocabulary, std::string_view name, NameSense sense);
  void add_arabic(text::Vocabulary& vocabulary, std::uint32_t index, const Entity& entity);
  void add_english(text::Vocabulary& vocabulary, std::uint32_t index, const Entity& entity);

  rules::PhraseTable phrases_;
  std::vector<NameSense> senses_;
  std::vector<std::uint8_t> given_;  // by word: 1 + gender
};

}  // namespace tarikh::entity
