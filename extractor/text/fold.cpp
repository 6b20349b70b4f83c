#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace tarikh::text {
namespace {

constexpr char32_t kDropped = 0;

bool is_bidi_or_joiner(char32_t c) noexcept {
  return c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_arabic_mark(char32_t c) noexcept {
  return c == 0x0640 || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E8) || (c >= 0x06EA && c <= 0x06ED);
}

CharClass slow_class(char32_t c) noexcept {
  if (c == 0x0A || c == 0x0B || c == 0x0C || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029)
    return CharClass::line_end;
  if (is_bidi_or_joiner(c)) return CharClass::ignorable;
  if (is_arabic_mark(c)) return CharClass::mark;
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::mark;
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: {
      const auto block = ublock_getCode(code);
      return block == UBLOCK_ARABIC || block == UBLOCK_ARABIC_SUPPLEMENT || block == UBLOCK_ARABIC_EXTENDED_A ||
                     block == UBLOCK_ARABIC_PRESENTATION_FORMS_A || block == UBLOCK_ARABIC_PRESENTATION_FORMS_B
                 ? CharClass::arabic
                 : CharClass::latin;
    }
    case U_SPACE_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharClass::space;
    default:
      return CharClass::punctuation;
  }
}

struct LowTable {
  std::array<CharClass, kLowCodePoints> classes{};
  LowTable() {
    for (char32_t c = 0; c < classes.size(); ++c) classes[c] = slow_class(c);
  }
};

// One letter of the Arabic block, or kDropped.
char32_t fold_arabic(char32_t c) noexcept {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ؤ':
      return U'و';
    case U'ئ':
    case U'ى':
    case U'ی':
    case U'ې':
    case U'ے':
      return U'ي';
    case U'ة':
    case U'ہ':
    case U'ھ':
    case U'ە':
    case U'ۀ':
      return U'ه';
    case U'ک':
    case U'ڪ':
      return U'ك';
    case U'ڤ':
      return U'ف';
    case U'پ':
      return U'ب';
    default:
      return c;
  }
}

char32_t fold_simple(char32_t c) noexcept {
  if (c < 0x80) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    return c == U'\'' ? kDropped : c;
  }
  if (c == 0x2019 || c == 0x02BC) return kDropped;  // apostrophes inside a word
  if (const int digit = digit_value(c); digit >= 0) return U'0' + static_cast<char32_t>(digit);
  const CharClass cls = char_class(c);
  if (cls == CharClass::mark || cls == CharClass::ignorable) return kDropped;
  if (cls == CharClass::arabic) return fold_arabic(c);
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

// The Arabic block is folded by its table.
bool has_decomposition(char32_t c) noexcept { return c >= 0xC0; }

// Null when ICU's data are missing. Asked for once: languages are compiled side by side.
const icu::Normalizer2* nfkd() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(status);
    return U_FAILURE(status) ? nullptr : found;
  }();
  return instance;
}

void append_decomposed(std::string& out, char32_t c) {
  icu::UnicodeString pieces;
  if (nfkd() == nullptr || !nfkd()->getDecomposition(static_cast<UChar32>(c), pieces)) {
    if (const char32_t folded = fold_simple(c); folded != kDropped) append(out, folded);
    return;
  }
  for (std::int32_t i = 0; i < pieces.length(); i = pieces.moveIndex32(i, 1)) {
    const char32_t folded = fold_simple(static_cast<char32_t>(pieces.char32At(i)));
    if (folded != kDropped && folded != U' ') append(out, folded);
  }
}

// What the letters of ASCII and of the Arabic block fold to: all of them below U+0800, nearly all that is read.
constexpr char32_t kArabicBlock = 0x600;
struct FoldTable {
  std::array<char16_t, 0x80> ascii{};
  std::array<char16_t, 0x100> arabic{};
  FoldTable() {
    for (char32_t c = 0; c < ascii.size(); ++c) ascii[c] = static_cast<char16_t>(fold_simple(c));
    for (char32_t c = 0; c < arabic.size(); ++c) arabic[c] = static_cast<char16_t>(fold_simple(kArabicBlock + c));
  }
};
const FoldTable& fold_table() noexcept {
  static const FoldTable table;
  return table;
}

void append_folded(const FoldTable& table, std::string& out, char32_t c) {
  if (c < table.ascii.size()) {
    if (const char16_t folded = table.ascii[c]; folded != kDropped) out.push_back(static_cast<char>(folded));
  } else if (c - kArabicBlock < table.arabic.size()) {
    if (const char16_t folded = table.arabic[c - kArabicBlock]; folded != kDropped) append(out, folded);
  } else if (has_decomposition(c)) {
    append_decomposed(out, c);
  } else if (const char32_t folded = fold_simple(c); folded != kDropped) {
    append(out, folded);
  }
}

}  // namespace

const std::array<CharClass, kLowCodePoints>& low_char_classes() noexcept {
  static const LowTable table;
  return table.classes;
}

CharClass char_class(char32_t c) noexcept { return c < kLowCodePoints ? low_char_classes()[c] : slow_class(c); }

int digit_value(char32_t c) noexcept {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= 0x660 && c <= 0x669) return static_cast<int>(c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return static_cast<int>(c - 0x6F0);
  return char_class(c) != CharClass::digit ? -1 : static_cast<int>(u_charDigitValue(static_cast<UChar32>(c)));
}

std::string fold(std::string_view word) {
  const FoldTable& table = fold_table();
  std::string out(word.size(), '\0');  // ASCII and the Arabic block never grow
  char* to = out.data();
  std::size_t at = 0;
  for (; at < word.size();) {
    const unsigned lead = static_cast<unsigned char>(word[at]);
    char16_t folded = kDropped;
    if (lead < 0x80) {
      folded = table.ascii[lead];
      ++at;
    } else if (lead >= 0xD8 && lead < 0xDC && at + 1 < word.size() && (static_cast<unsigned char>(word[at + 1]) & 0xC0U) == 0x80U) {
      folded = table.arabic[(lead & 3U) << 6U | (static_cast<unsigned char>(word[at + 1]) & 0x3FU)];
      at += 2;
    } else {
      break;
    }
    if (folded >= 0x80) {
      *to++ = static_cast<char>(0xC0U | folded >> 6U);
      *to++ = static_cast<char>(0x80U | (folded & 0x3FU));
    } else if (folded != kDropped) {
      *to++ = static_cast<char>(folded);
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  while (at < word.size()) {
    const CodePoint c = decode(word, at);
    append_folded(table, out, c.value);
    at += c.length;
  }
  return out;
}

void fold_with_map(std::string_view word, FoldedWord& out) {
  const FoldTable& table = fold_table();
  out.folded.clear();
  out.original_length.assign(1, 0);
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    append_folded(table, out.folded, c.value);
    at += c.length;
    const auto covered = static_cast<std::uint16_t>(std::min<std::size_t>(at, UINT16_MAX));
    if (out.original_length.size() > out.folded.size()) {
      out.original_length.back() = covered;  // a mark: belongs to the letter before it
    } else {
      out.original_length.resize(out.folded.size() + 1, covered);
    }
  }
}

}  // namespace tarikh::text
