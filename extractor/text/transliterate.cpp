#include "text/transliterate.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace tarikh::text {
namespace {

// Building a transliterator costs milliseconds, using one microseconds; one object must not be shared by threads.
std::unique_ptr<icu::Transliterator> make(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(icu::UnicodeString(rules), UTRANS_FORWARD, where, status));
  return U_FAILURE(status) ? nullptr : std::move(made);
}

std::string transliterate(std::string_view text, const icu::Transliterator* converter) {
  if (converter == nullptr) return std::string(text);
  icu::UnicodeString converted = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  converter->transliterate(converted);
  std::string utf8;
  converted.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string to_latin(std::string_view arabic) {
  thread_local const std::unique_ptr<icu::Transliterator> kConverter = make("Arabic-Latin; NFD; [:M:] Remove; [ʾʿ‘’'] Remove; NFC; Any-Title");
  return transliterate(arabic, kConverter.get());
}

std::string to_arabic(std::string_view latin) {
  thread_local const std::unique_ptr<icu::Transliterator> kConverter = make("Latin-ASCII; Lower; Latin-Arabic; [:M:] Remove");
  return transliterate(latin, kConverter.get());
}

}  // namespace tarikh::text
