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
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createFromRules(
      "names", icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, where, status));
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

namespace {

// ICU romanises letter by letter; between consonants و and ي are vowels, as news spells them.
constexpr const char* kToLatin = R"(
:: Arabic-Latin;
:: NFD;
:: [:M:] Remove;
:: [ʾʿ‘’'] Remove;
:: NFC;
$c = [bcdfghjklmnpqrstvxz];
[^[:L:]] { aw } $c > o;
$c { w } $c > u;
$c { w } [^a-z] > o;
$c { y } $c > i;
$c { y } [^a-z] > i;
:: Null;
:: Any-Title;
)";

// Vowels are written out, as Arabic newspapers spell foreign names.
constexpr const char* kToArabic = R"(
:: Latin-ASCII;
:: Lower;
$b = [^[:L:]];
sch > ش; sh > ش; tch > تش; ch > تش; kh > خ; gh > غ; th > ث; dh > ذ; ph > ف; ck > ك; qu > كو; zh > ج;
bb > ب; cc > ك; dd > د; ff > ف; gg > غ; kk > ك; ll > ل; mm > م; nn > ن; pp > ب; rr > ر; ss > س; tt > ت; zz > ز;
$b { a > أ; $b { e > إ; $b { i > إي; $b { o > أو; $b { u > أو;
ee > ي; oo > و; ou > و; ai > اي; ei > ي; au > او; ie > ي; ea > ي;
[:L:] { e } $b > ;
a > ا; e > ي; i > ي; o > و; u > و; y > ي;
b > ب; c } [eiy] > س; c > ك; d > د; f > ف; g > غ; h > ه; j > ج; k > ك; l > ل; m > م; n > ن; p > ب; q > ق; r > ر; s > س; t > ت; v > ف; w > و; x > كس; z > ز;
)";

}  // namespace

std::string to_latin(std::string_view arabic) {
  thread_local const std::unique_ptr<icu::Transliterator> kConverter = make(kToLatin);
  return transliterate(arabic, kConverter.get());
}

std::string to_arabic(std::string_view latin) {
  thread_local const std::unique_ptr<icu::Transliterator> kConverter = make(kToArabic);
  return transliterate(latin, kConverter.get());
}

}  // namespace tarikh::text
