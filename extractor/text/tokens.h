// Tokens and sentences of one document. Scratch of one Extractor: vectors keep their capacity.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tarikh/document.h"
#include "text/analyzer.h"
#include "text/punctuation.h"

namespace tarikh::text {

enum class TokenKind : std::uint8_t { word, number, punctuation };

struct Token {
  Span span;                  ///< without bidi controls at its ends
  std::uint32_t analysis = 0; ///< of a word: Analyzer number; else 0, the empty form
  std::uint32_t value = 0;    ///< of a number, capped at 4,000,000,000; of punctuation, the code point
  TokenKind kind = TokenKind::punctuation;
  std::uint8_t digits = 0;    ///< of a number: how many digits, leading zeros included
  bool space_before = false;  ///< white space, line start or text start before it
  bool line_start = false;    ///< first token of a line
  bool arabic = false;        ///< a word in Arabic script
};

/// A sentence: tokens [first, last) and the bytes from the first token to the last one's end, closing quotes included.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Span span;
  bool line_start = false;  ///< begins a line (a paragraph, in news)
};

struct Tokens {
  std::string_view text;  ///< the document's
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  [[nodiscard]] std::string_view words(Span span) const { return text.substr(span.begin, span.end - span.begin); }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return words(tokens[token].span); }
  [[nodiscard]] bool is_punctuation(std::uint32_t token) const { return tokens[token].kind == TokenKind::punctuation; }
  [[nodiscard]] bool is(std::uint32_t token, char32_t punctuation) const {
    return is_punctuation(token) && tokens[token].value == punctuation;
  }
  [[nodiscard]] bool is_comma(std::uint32_t token) const {
    return is_punctuation(token) && text::is_comma(tokens[token].value);
  }
  /// The comma nearest before the token, from `first` on, with nothing between that stops the search; kNoIndex if there is none.
  template <typename Stops>
  [[nodiscard]] std::uint32_t comma_before(std::uint32_t token, std::uint32_t first, const Stops& stops) const {
    while (token > first) {
      --token;
      if (is_comma(token)) return token;
      if (stops(token)) break;
    }
    return kNoIndex;
  }
  /// The same at the token or behind it, before `last`.
  template <typename Stops>
  [[nodiscard]] std::uint32_t comma_behind(std::uint32_t token, std::uint32_t last, const Stops& stops) const {
    for (; token < last; ++token) {
      if (is_comma(token)) return token;
      if (stops(token)) break;
    }
    return kNoIndex;
  }
};

/// One pass over the bytes: words (letters with their marks), numbers (digits of any script), punctuation
/// marks one by one. A change of script or between letters and digits ends a token; "'s" is a token of its own.
void tokenize(std::string_view text, Analyzer& analyzer, Tokens& out);

/// Fills `sentences`. A sentence ends at . ! ? ؟ with the closing quotes after it, before white space or a line
/// end, and never crosses a line; "…" and "..." do not end one; a thousand tokens do. A dot does not end a sentence after
/// an initial ("J. Doe", "U.S.") or after a word of `abbreviations`.
void split_sentences(const Analyzer& analyzer, const std::vector<bool>& abbreviations, Tokens& out);

}  // namespace tarikh::text
