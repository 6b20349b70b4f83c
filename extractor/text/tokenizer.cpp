#include <algorithm>

#include "text/fold.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace tarikh::text {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Analyzer& analyzer, std::vector<Token>& tokens)
      : text_(text), analyzer_(analyzer), tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        space_ = true;
        ++at_;
        continue;
      }
      const CodePoint c = decode(text_, at_);
      switch (class_of(c.value)) {
        case CharClass::line_end:
          line_start_ = true;
          [[fallthrough]];
        case CharClass::space:
          space_ = true;
          at_ += c.length;
          break;
        case CharClass::ignorable:
        case CharClass::mark:
          at_ += c.length;
          break;  // no letter to belong to
        case CharClass::digit:
          number();
          break;
        case CharClass::latin:
          word(CharClass::latin);
          break;
        case CharClass::arabic:
          word(CharClass::arabic);
          break;
        case CharClass::punctuation:
          punctuation(c);
          break;
      }
    }
  }

 private:
  CharClass class_of(char32_t c) const { return c < kLowCodePoints ? low_[c] : char_class(c); }

  // The end of the letters of `script` and marks from `at`, in the one and two bytes that nearly all of them have.
  std::size_t letters(std::size_t at, CharClass script) const {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const std::size_t size = text_.size();
    const CharClass* const low = low_.data();
    while (at < size) {
      const unsigned lead = bytes[at];
      if (lead < 0x80) {
        if (low[lead] != script) return at;
        ++at;
        continue;
      }
      if (lead < 0xC2 || lead >= 0xE0 || at + 1 >= size || (bytes[at + 1] & 0xC0U) != 0x80U) return at;
      const CharClass cls = low[(lead & 0x1FU) << 6U | (bytes[at + 1] & 0x3FU)];
      if (cls != script && cls != CharClass::mark) return at;
      at += 2;
    }
    return at;
  }

  Token& add(TokenKind kind, std::size_t begin, std::size_t end) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.space_before = space_;
    token.line_start = line_start_;
    space_ = line_start_ = false;
    return token;
  }

  void number() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    std::uint64_t value = 0;
    std::uint32_t digits = 0;
    for (CodePoint c = decode(text_, at_); c.length != 0; c = decode(text_, at_)) {
      if (const CharClass cls = class_of(c.value); cls != CharClass::digit) {
        if (cls != CharClass::ignorable) break;
        at_ += c.length;
        continue;
      }
      const int digit = digit_value(c.value);
      value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(digit), 4'000'000'000U);
      ++digits;
      at_ += c.length;
      end = at_;
    }
    at_ = end;
    Token& token = add(TokenKind::number, begin, end);
    token.value = static_cast<std::uint32_t>(value);
    token.digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(digits, UINT8_MAX));
  }

  void word(CharClass script) {
    const std::size_t begin = at_;
    std::size_t end = at_;
    for (;;) {
      if (const std::size_t last = letters(at_, script); last != at_) end = at_ = last;
      const CodePoint c = decode(text_, at_);
      if (c.length == 0) break;
      const CharClass cls = class_of(c.value);
      if (cls == script || cls == CharClass::mark) {
        at_ += c.length;
        end = at_;
      } else if (cls == CharClass::ignorable) {
        at_ += c.length;
      } else if (script == CharClass::latin && apostrophe_inside(c)) {
        at_ += c.length;
      } else {
        break;
      }
    }
    at_ = end;
    Token& token = add(TokenKind::word, begin, end);
    token.analysis = analyzer_.analyze(text_.substr(begin, end - begin));
    token.arabic = script == CharClass::arabic;
    if (script == CharClass::latin) possessive();
  }

  // An apostrophe between letters stays in the word (O'Brien, don't), except before a final s.
  bool apostrophe_inside(CodePoint c) const {
    if (c.value != U'\'' && c.value != 0x2019) return false;
    const CodePoint next = decode(text_, at_ + c.length);
    if (next.length == 0 || char_class(next.value) != CharClass::latin) return false;
    return !is_final_s(at_ + c.length);
  }

  bool is_final_s(std::size_t at) const {
    const CodePoint s = decode(text_, at);
    if (s.value != U's' && s.value != U'S') return false;
    const CodePoint after = decode(text_, at + 1);
    return after.length == 0 || char_class(after.value) != CharClass::latin;
  }

  void possessive() {
    const CodePoint c = decode(text_, at_);
    if ((c.value != U'\'' && c.value != 0x2019) || !is_final_s(at_ + c.length)) return;
    const std::size_t begin = at_;
    at_ += c.length + 1;
    Token& token = add(TokenKind::word, begin, at_);
    token.analysis = analyzer_.analyze(text_.substr(begin, at_ - begin));
  }

  void punctuation(CodePoint c) {
    Token& token = add(TokenKind::punctuation, at_, at_ + c.length);
    token.value = c.value;
    at_ += c.length;
  }

  const std::array<CharClass, kLowCodePoints>& low_ = low_char_classes();
  std::string_view text_;
  Analyzer& analyzer_;
  std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  bool space_ = true;
  bool line_start_ = true;
};

}  // namespace

void tokenize(std::string_view text, Analyzer& analyzer, Tokens& out) {
  out.text = text;
  out.tokens.clear();
  out.sentences.clear();
  Tokenizer(text, analyzer, out.tokens).run();
}

}  // namespace tarikh::text
