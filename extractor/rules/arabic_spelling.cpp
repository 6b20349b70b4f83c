#include "rules/arabic_spelling.h"

#include "text/utf8.h"

namespace tarikh::rules {
namespace {

bool is_mark(char32_t c) { return (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0640; }

using std::u32string_view;

// The pieces of a word, one behind the other.
std::string joined(u32string_view stem, u32string_view seat, u32string_view tail) {
  constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter
  std::string utf8;
  utf8.reserve((stem.size() + seat.size() + tail.size()) * kLetter);
  for (const u32string_view piece : {stem, seat, tail}) {
    for (const char32_t c : piece) text::append(utf8, c);
  }
  return utf8;
}

// ...أ + suffix: the alif of a suffix melts into آ, و and ي may pull the hamza to their own seat.
Spellings attach_to_alif_hamza(u32string_view stem, u32string_view suffix) {
  const u32string_view bare = stem.substr(0, stem.size() - 1);
  switch (suffix.front()) {
    case U'ا': return {{joined(bare, U"آ", suffix.substr(1))}, 1};
    case U'و': return {{joined(stem, {}, suffix), joined(bare, U"ؤ", suffix), joined(bare, U"ء", suffix)}, 3};
    case U'ي': return {{joined(stem, {}, suffix), joined(bare, U"ئ", suffix)}, 2};
    default: return {{joined(stem, {}, suffix)}, 1};
  }
}

// ...ء + suffix: what stands before the hamza decides.
Spellings attach_to_bare_hamza(u32string_view stem, u32string_view suffix) {
  const u32string_view bare = stem.substr(0, stem.size() - 1);
  const char32_t before = bare.empty() ? U' ' : bare.back();
  if (before == U'ي') return {{joined(bare, U"ئ", suffix)}, 1};
  if ((before == U'ا' || before == U'و') && suffix.front() == U'و') return {{joined(bare, U"ؤ", suffix), joined(stem, {}, suffix)}, 2};
  if (before == U'ا' && suffix.front() == U'ي') return {{joined(stem, {}, suffix), joined(bare, U"ئ", suffix)}, 2};
  return {{joined(stem, {}, suffix)}, 1};
}

}  // namespace

Letters to_letters(std::string_view utf8) {
  Letters letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::decode(utf8, at);
    if (!is_mark(c.value)) letters.push_back(c.value);
    at += c.length;
  }
  return letters;
}

std::string to_utf8(u32string_view letters) { return joined(letters, {}, {}); }

Spellings attach(u32string_view stem, u32string_view suffix) {
  if (!suffix.empty() && stem.ends_with(U'أ')) return attach_to_alif_hamza(stem, suffix);
  if (!suffix.empty() && stem.ends_with(U'ء')) return attach_to_bare_hamza(stem, suffix);
  return {{joined(stem, {}, suffix)}, 1};
}

std::vector<Letters> stems_before_pronoun(const Letters& word) {
  if (word.empty()) return {};
  const Letters bare = without_last(word);
  switch (word.back()) {
    case U'ة': return {bare + U"ت"};
    case U'ى': return {bare + U"ا"};
    case U'أ': return {bare + U"ؤ", bare + U"ئ"};
    case U'ء': return {bare + U"ؤ", bare + U"ئ"};
    default: return {};
  }
}

}  // namespace tarikh::rules
