// Folding: the spelling that rules and text are compared in. Evidence always keeps the original bytes.
//
// Arabic: tashkeel, tatweel, bidi and joining controls go; أ إ آ ٱ -> ا, ؤ -> و, ئ ى ی -> ي, ة ہ -> ه, ک -> ك,
// ڤ -> ف, پ -> ب; presentation forms to their letters (NFKD). Latin: lower case, accents and apostrophes go. Digits of any script
// become ASCII. Composed and decomposed input fold alike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarikh::text {

/// What the tokenizer needs to know about a character.
enum class CharClass : std::uint8_t { space, line_end, digit, latin, arabic, mark, ignorable, punctuation };

/// Class of a code point: a table below U+0800, ICU's character properties above.
[[nodiscard]] CharClass char_class(char32_t) noexcept;

/// The table itself, for loops over many characters.
inline constexpr std::size_t kLowCodePoints = 0x800;
[[nodiscard]] const std::array<CharClass, kLowCodePoints>& low_char_classes() noexcept;

/// Value of a decimal digit of any script, or -1.
[[nodiscard]] int digit_value(char32_t) noexcept;

/// The folded word.
[[nodiscard]] std::string fold(std::string_view word);

/// The folded word, and for each byte length of it the byte length of the original it stands for:
/// `original_length[n]` bytes of the original fold to the first n bytes (marks go with their letter).
struct FoldedWord {
  std::string folded;
  std::vector<std::uint16_t> original_length;
};
void fold_with_map(std::string_view word, FoldedWord& out);

}  // namespace tarikh::text
