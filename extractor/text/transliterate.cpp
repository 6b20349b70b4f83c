#include "text/transliterate.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/fold.h"

namespace tarikh::text {
namespace {

// Rules of letters alone: any "::ID" in them would make ICU set up its register of all transliterators, which takes longer than
// a short article. One object must not be shared by threads.
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

// The letters of CLDR's Arabic-Latin without its marks.
constexpr const char* kArabicLetters = R"(
َا > a; ُو > u; ِي > i;
[آأإٱا] > a; ب > b; پ > p; ت > t; ث > th; ج > j; چ > ch; ح > h; خ > kh; د > d; ذ > dh; ر > r; ز > z; ژ > zh; س > s; ش > sh;
ص > s; ض > d; ط > t; ظ > z; ع > ; غ > gh; ف > f; ڤ > v; ق > q; [كک] > k; گ > g; ل > l; م > m; ن > n; ه > h; ة > t;
[وؤ] > w; [يىئی] > y; ء > ; ـ > ; َ > a; ُ > u; ِ > i; ً > an; ٌ > un; ٍ > in; [ّْٰٕٓٔ] > ;
)";

// Between consonants و and ي are vowels, as news spells them.
constexpr const char* kVowels = R"(
$c = [bcdfghjklmnpqrstvxz];
[^a-z] { aw } $c > o;
$c { w } $c > u;
$c { w } [^a-z] > o;
$c { y } $c > i;
$c { y } [^a-z] > i;
)";

// Of folded names. Vowels are written out, as Arabic newspapers spell foreign names.
constexpr const char* kToArabic = R"(
$b = [^a-zء-ي];
sch > ش; sh > ش; tch > تش; ch > تش; kh > خ; gh > غ; th > ث; dh > ذ; ph > ف; ck > ك; qu > كو; zh > ج;
bb > ب; cc > ك; dd > د; ff > ف; gg > غ; kk > ك; ll > ل; mm > م; nn > ن; pp > ب; rr > ر; ss > س; tt > ت; zz > ز;
$b { a > أ; $b { e > إ; $b { i > إي; $b { o > أو; $b { u > أو;
ee > ي; oo > و; ou > و; ai > اي; ei > ي; au > او; ie > ي; ea > ي;
[a-zء-ي] { e } $b > ;
a > ا; e > ي; i > ي; o > و; u > و; y > ي;
b > ب; c } [eiy] > س; c > ك; d > د; f > ف; g > غ; h > ه; j > ج; k > ك; l > ل; m > م; n > ن; p > ب; q > ق; r > ر; s > س; t > ت; v > ف; w > و; x > كس; z > ز;
æ > اي; œ > و; ø > و; ł > ل; đ > د; ð > ذ; þ > ث; ħ > ه; ŋ > نغ; ı > ي; ə > ا;
)";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string to_latin(std::string_view arabic) {
  thread_local const std::unique_ptr<icu::Transliterator> kLetters = make(kArabicLetters);
  thread_local const std::unique_ptr<icu::Transliterator> kVowelRules = make(kVowels);
  std::string latin = transliterate(transliterate(arabic, kLetters.get()), kVowelRules.get());
  for (std::size_t i = 0; i < latin.size(); ++i) {
    if (latin[i] >= 'a' && latin[i] <= 'z' && (i == 0 || !is_letter(latin[i - 1]))) latin[i] = static_cast<char>(latin[i] - 'a' + 'A');
  }
  return latin;
}

std::string to_arabic(std::string_view latin) {
  thread_local const std::unique_ptr<icu::Transliterator> kConverter = make(kToArabic);
  return transliterate(fold(latin), kConverter.get());
}

}  // namespace tarikh::text
