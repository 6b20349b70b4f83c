#include "rules/arabic_spelling.h"

#include "text/utf8.h"

namespace tarikh::rules {
namespace {

bool is_mark(char32_t c) { return (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0640; }

// ...أ + suffix: the alif of a suffix melts into آ, و and ي may pull the hamza to their own seat.
std::vector<Letters> attach_to_alif_hamza(const Letters& stem, std::u32string_view suffix) {
  const Letters bare = without_last(stem);
  const Letters tail(suffix);
  switch (suffix.front()) {
    case U'ا': return {bare + U"آ" + tail.substr(1)};
    case U'و': return {stem + tail, bare + U"ؤ" + tail, bare + U"ء" + tail};
    case U'ي': return {stem + tail, bare + U"ئ" + tail};
    default: return {stem + tail};
  }
}

// ...ء + suffix: what stands before the hamza decides.
std::vector<Letters> attach_to_bare_hamza(const Letters& stem, std::u32string_view suffix) {
  const Letters bare = without_last(stem);
  const Letters tail(suffix);
  const char32_t before = bare.empty() ? U' ' : bare.back();
  if (before == U'ي') return {bare + U"ئ" + tail};
  if ((before == U'ا' || before == U'و') && suffix.front() == U'و') return {bare + U"ؤ" + tail, stem + tail};
  if (before == U'ا' && suffix.front() == U'ي') return {stem + tail, bare + U"ئ" + tail};
  return {stem + tail};
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

std::string to_utf8(const Letters& letters) {
  std::string utf8;
  for (const char32_t c : letters) text::append(utf8, c);
  return utf8;
}

std::vector<Letters> attach(const Letters& stem, std::u32string_view suffix) {
  if (suffix.empty()) return {stem};
  if (ends_with(stem, U'أ')) return attach_to_alif_hamza(stem, suffix);
  if (ends_with(stem, U'ء')) return attach_to_bare_hamza(stem, suffix);
  return {stem + Letters(suffix)};
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
