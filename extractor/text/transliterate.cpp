#include "text/transliterate.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace tarikh::text {
namespace {

std::string transliterate(std::string_view text, const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance(icu::UnicodeString(rules), UTRANS_FORWARD, where, status));
  if (U_FAILURE(status) || converter == nullptr) return std::string(text);
  icu::UnicodeString converted = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  converter->transliterate(converted);
  std::string utf8;
  converted.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string to_latin(std::string_view arabic) {
  return transliterate(arabic, "Arabic-Latin; NFD; [:M:] Remove; [ʾʿ‘’'] Remove; NFC; Any-Title");
}

std::string to_arabic(std::string_view latin) { return transliterate(latin, "Latin-ASCII; Lower; Latin-Arabic; [:M:] Remove"); }

}  // namespace tarikh::text
