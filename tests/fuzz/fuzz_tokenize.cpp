// Tokens of any bytes: in order, inside the text, none empty; sentences cover them.
#include <string_view>

#include "check.h"
#include "text/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tarikh::text::Vocabulary vocabulary;
  static tarikh::text::Analyzer analyzer(vocabulary);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  tarikh::text::Tokens tokens;
  analyzer.clear_if_large();
  tarikh::text::tokenize(text, analyzer, tokens);
  tarikh::text::split_sentences(analyzer, {}, tokens);
  std::uint32_t end = 0;
  for (const tarikh::text::Token& token : tokens.tokens) {
    FUZZ_CHECK(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= text.size());
    end = token.span.end;
  }
  std::uint32_t next = 0;
  for (const tarikh::text::Sentence& sentence : tokens.sentences) {
    FUZZ_CHECK(sentence.first == next && sentence.first < sentence.last && sentence.last <= tokens.tokens.size());
    next = sentence.last;
  }
  FUZZ_CHECK(next == tokens.tokens.size());
  return 0;
}
