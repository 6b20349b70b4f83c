#include <algorithm>

#include "text/tokens.h"

namespace tarikh::text {
namespace {

// Longer ones are no prose: they are cut, so that what is done by sentence, and the evidence that every event carries, grow
// with the text and not with its square.
constexpr std::size_t kLongest = 1000;  // tokens

bool is_closing(char32_t c) {
  switch (c) {
    case U'"': case U'\'': case U'”': case U'“': case U'’': case U'»': case U'›': case U')': case U']': return true;
    default: return false;
  }
}

bool is_terminator(char32_t c) { return c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'。'; }

bool adjacent(const Tokens& t, std::size_t token) { return token < t.tokens.size() && !t.tokens[token].space_before; }

// A dot that belongs to the word before it.
bool is_abbreviation_dot(const Analyzer& analyzer, const std::vector<bool>& abbreviations, const Tokens& t,
                         std::size_t dot) {
  if (dot == 0 || !adjacent(t, dot)) return false;
  const Token& before = t.tokens[dot - 1];
  if (before.kind != TokenKind::word || before.arabic) return false;
  const Analysis& analysis = analyzer.analysis(before.analysis);
  if (analysis.capitalised && before.span.end - before.span.begin == 1) return true;  // J. Doe, U.S.
  return std::ranges::any_of(analyzer.readings(before.analysis), [&](const Reading& reading) {
    return reading.word < abbreviations.size() && abbreviations[reading.word];
  });
}

// "at 11 p.m. on Friday": the dot of a single letter, and the sentence goes on in lower case.
bool goes_on(const Analyzer& analyzer, const Tokens& t, std::size_t dot) {
  if (dot == 0 || !adjacent(t, dot) || dot + 1 >= t.tokens.size()) return false;
  const Token& before = t.tokens[dot - 1];
  const Token& next = t.tokens[dot + 1];
  return before.kind == TokenKind::word && !before.arabic && before.span.end - before.span.begin == 1 && next.kind == TokenKind::word &&
         !next.arabic && !next.line_start && !analyzer.analysis(next.analysis).capitalised;
}

bool is_ellipsis_dot(const Tokens& t, std::size_t dot) {
  return (dot > 0 && adjacent(t, dot) && t.is(static_cast<std::uint32_t>(dot - 1), U'.')) ||
         (adjacent(t, dot + 1) && t.is(static_cast<std::uint32_t>(dot + 1), U'.'));
}

}  // namespace

void split_sentences(const Analyzer& analyzer, const std::vector<bool>& abbreviations, Tokens& out) {
  out.sentences.clear();
  const std::size_t count = out.tokens.size();
  std::size_t first = 0;
  const auto close = [&](std::size_t last) {
    if (last <= first) return;
    Sentence& sentence = out.sentences.emplace_back();
    sentence.first = static_cast<std::uint32_t>(first);
    sentence.last = static_cast<std::uint32_t>(last);
    sentence.span = {out.tokens[first].span.begin, out.tokens[last - 1].span.end};
    sentence.line_start = out.tokens[first].line_start;
    first = last;
  };
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = out.tokens[i];
    if (token.line_start || i - first == kLongest) close(i);
    if (token.kind != TokenKind::punctuation || !is_terminator(token.value)) continue;
    if (token.value == U'.' &&
        (is_ellipsis_dot(out, i) || is_abbreviation_dot(analyzer, abbreviations, out, i) || goes_on(analyzer, out, i))) {
      continue;
    }
    std::size_t end = i + 1;
    while (adjacent(out, end) && out.tokens[end].kind == TokenKind::punctuation &&
           (is_closing(out.tokens[end].value) || is_terminator(out.tokens[end].value))) {
      ++end;
    }
    if (end < count && !out.tokens[end].space_before) continue;  // 3.5, example.com
    close(end);
    i = end - 1;
  }
  close(count);
}

}  // namespace tarikh::text
