#include "merge/wording.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "merge/entries.h"
#include "merge/identity.h"
#include "model/names.h"

namespace tarikh::merging {
namespace {

constexpr std::size_t kLatinStem = 5;            // letters: "strikes" and "striking" are one word
constexpr std::size_t kArabicStem = 4;
constexpr std::size_t kFewestLatin = 4;          // letters of a word that says something
constexpr std::size_t kFewestArabic = 3;
constexpr std::size_t kEnough = 2, kShort = 3;   // words in common; who says but a few words has but a few in common

// Small words, words of saying, titles, days and months, by their stems.
constexpr std::string_view kSmall =
    " about accor added addin after again agenc also amid annou appro april augus aware been befor being betwe both calle chief could decem decis decla does "
    "durin each early even every febru forei frida from gener gover have heads here howev inter into janua july june king last later leade "
    "made make march measu media might minis monda more most much must news next novem octob offic only order other over peopl premi presi press prime repor resol rulin "
    "said same satur sayin says secre senio septe shoul since some speak spoke state still such sunda telev tell tells than that their them then "
    "there these they this those throu thurs today told tuesd under until vote votes warne wedne were what when where which while will with would ";
constexpr std::string_view kSmallArabic =
    " اخر ابري اجل احد اربع اضاف اعلن اكتو اكثر اكد امام امس انه انها انهم اول ايضا اذا الا الي اثني اعتب الان التي الذي اليو بعد بلاد بما بيان بين تجاه "
    "تصري تكون ثلاث ثم جمعه حال حتي حول حيث خارج خلال خميس دعا دون ذلك رئيس سبت سوف سيكو شدد صحاف صحفي ضد ضمن عام عبر عدم علي عليه عند غير فيها "
    "قال قالت قبل قول كان كانت كلمه كما لدي ليس ليست متحد مساء مع مقاب منذ منه منها مؤتم نحو نفسه هذا هذه هناك هنا هو هي وزار وزير وقال يجب يكون يوم يناي "
    "فبرا مارس مايو يوني يولي اغسط سبتم نوفم ديسم نيسا ايار حزير تموز ايلو تشري كانو شباط اذار لان لقاء قرار حكم امر تصوي موقف حذر طالب اوضح نفي راي عقب ";

std::unordered_set<std::string_view> set_of(std::string_view words) {
  std::unordered_set<std::string_view> all;
  for (std::size_t first = words.find_first_not_of(' '); first != std::string_view::npos; first = words.find_first_not_of(' ', first)) {
    const std::size_t end = std::min(words.find(' ', first), words.size());
    all.insert(words.substr(first, end - first));
    first = end;
  }
  return all;
}

bool is_small(std::string_view stem, bool latin) {
  static const std::unordered_set<std::string_view> small = set_of(kSmall), small_arabic = set_of(kSmallArabic);
  return (latin ? small : small_arabic).contains(stem);
}

// "وللضربات" -> "ضربات", one way of writing a letter that has several.
std::string bare_arabic(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOneWay = {{{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}, {"ى", "ي"}, {"ة", "ه"}}};
  constexpr std::size_t kLetter = 2;  // bytes
  std::string bare;
  for (std::size_t i = 0; i + 1 < word.size(); i += kLetter) {
    const std::string_view letter = word.substr(i, kLetter);
    const auto* const other = std::ranges::find(kOneWay, letter, &std::pair<std::string_view, std::string_view>::first);
    const bool is_vowel_sign = letter.front() == '\xD9' && static_cast<unsigned char>(letter.back()) >= 0x8B && static_cast<unsigned char>(letter.back()) <= 0x92;
    if (!is_vowel_sign) bare += other == kOneWay.end() ? letter : other->second;
  }
  const auto strip = [&](std::string_view prefix) {
    const bool has = bare.starts_with(prefix) && bare.size() >= prefix.size() + kFewestArabic * kLetter;
    if (has) bare.erase(0, prefix.size());
    return has;
  };
  if (!strip("و")) strip("ف");
  if (strip("لل") || strip("ال")) return bare;
  if (bare.starts_with("بال") || bare.starts_with("كال")) strip(std::string_view(bare).substr(0, 3 * kLetter));
  return bare;
}

std::uint32_t number(std::string_view word) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

void add_word(std::string_view word, std::vector<std::uint32_t>& words) {
  const bool is_latin = static_cast<unsigned char>(word.front()) < 0x80;
  const std::string whole = is_latin ? std::string(word) : bare_arabic(word);
  const std::size_t bytes = is_latin ? 1 : 2;
  if (whole.size() < bytes * (is_latin ? kFewestLatin : kFewestArabic)) return;
  const std::string_view stem = std::string_view(whole).substr(0, bytes * (is_latin ? kLatinStem : kArabicStem));
  if (!is_small(stem, is_latin)) words.push_back(number(stem));
}

}  // namespace

std::vector<std::uint32_t> words_that_matter(std::string_view sentence, std::span<const Quote> besides) {
  std::string text(sentence);
  for (const Quote& quote : besides) {
    const std::size_t at = quote.text.empty() ? std::string::npos : text.find(quote.text);
    if (at != std::string::npos) text.replace(at, quote.text.size(), " ");
  }
  text = model::fold_case(text);
  std::vector<std::uint32_t> words;
  const auto is_letter = [&](std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC3 && c <= 0xDB && c != 0xD8) ||
           (c == 0xD8 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA0);
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(i)) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    const bool is_latin = static_cast<unsigned char>(text[i]) < 0x80;
    while (i < text.size() && is_letter(i) && (static_cast<unsigned char>(text[i]) < 0x80) == is_latin) i += is_latin ? 1 : 2;
    add_word(std::string_view(text).substr(first, i - first), words);
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Wording::Read& Wording::read() const {
  if (!read_) read_ = std::make_shared<Read>();
  return *read_;
}

const std::vector<std::uint32_t>& Wording::words() const {
  Read& known = read();
  if (!std::exchange(known.has_words, true) && event_ != nullptr) known.words = words_that_matter(event_->sentence.text, highlights(*record_, *event_));
  return known.words;
}

const std::vector<std::uint32_t>& Wording::kind() const {
  Read& known = read();
  if (std::exchange(known.has_kind, true) || event_ == nullptr) return known.kind;
  std::vector<Quote> named;
  const auto add = [&](const ParticipantRecord& who) {
    named.push_back({who.name_en, 0, 0});
    named.push_back({who.name_ar, 0, 0});
  };
  for (const ParticipantRecord& participant : event_->participants) add(participant);
  if (event_->place) add(*event_->place);
  known.kind = words_that_matter(event_->title_en, named);
  unite(known.kind, words_that_matter(event_->title_ar, named));
  return known.kind;
}

void Wording::take_words(std::vector<std::uint32_t> words) {
  Read& known = read();
  known.words = std::move(words);
  known.has_words = true;
}

bool may_quote_one_speech(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t fewer = std::min(a.size(), b.size());
  return fewer == 0 || shared(a, b) >= (fewer <= kShort ? 1 : kEnough);
}

}  // namespace tarikh::merging
