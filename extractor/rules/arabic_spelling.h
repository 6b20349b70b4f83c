// Spelling of Arabic words while they inflect: one letter per element, and the seat of a hamza chosen again
// whenever something is attached after it (بدأ + وا: بدأوا, بدؤوا, بدءوا).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarikh::rules {

using Letters = std::u32string;

/// Letters without vowel marks and tatweel.
[[nodiscard]] Letters to_letters(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u32string_view letters);

/// `stem` + `suffix` in every spelling that newspapers use, as UTF-8, the commonest first.
struct Spellings {
  std::array<std::string, 3> texts;
  std::size_t count = 0;
  [[nodiscard]] auto begin() { return texts.begin(); }
  [[nodiscard]] auto end() { return texts.begin() + static_cast<std::ptrdiff_t>(count); }
};
[[nodiscard]] Spellings attach(std::u32string_view stem, std::u32string_view suffix);

/// What `word` becomes before a pronoun, where it changes: زيارة -> زيارت, نفى -> نفا, لقاء -> لقاؤ لقائ.
[[nodiscard]] std::vector<Letters> stems_before_pronoun(const Letters& word);

[[nodiscard]] inline bool ends_with(const Letters& word, char32_t letter) { return !word.empty() && word.back() == letter; }
[[nodiscard]] inline Letters without_last(const Letters& word) { return word.substr(0, word.size() - 1); }
/// The word with another last letter.
[[nodiscard]] inline Letters with_last(const Letters& word, std::u32string_view last) {
  return without_last(word) + Letters(last);
}

}  // namespace tarikh::rules
