#include "conflict/quantities.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace tarikh::conflict {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

struct Word {
  std::string text;  // small letters, without vowel signs; hamza, ta marbuta and final ya written one way
  std::size_t begin = 0, end = 0;
  bool joined = false;  // an Arabic "and" stood before it
  bool breaks = false;  // a sign follows that ends a clause
};

using Words = std::vector<Word>;
using Table = std::span<const std::string_view>;

bool is_in(Table table, std::string_view word) { return std::ranges::find(table, word) != table.end(); }

// Arabic letters are folded as people type them.
void append_folded(std::string& word, std::string_view letter) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kFolds = {
      {{"أ", "ا"}, {"إ", "ا"}, {"آ", "ا"}, {"ٱ", "ا"}, {"ة", "ه"}, {"ى", "ي"}}};
  const auto* const fold = std::ranges::find(kFolds, letter, &std::pair<std::string_view, std::string_view>::first);
  if (fold != kFolds.end()) {
    word += fold->second;
    return;
  }
  const unsigned lead = static_cast<unsigned char>(letter[0]);
  const unsigned next = letter.size() > 1 ? static_cast<unsigned char>(letter[1]) : 0U;
  if (lead == 0xD9 && next >= 0xA0 && next <= 0xA9) word += static_cast<char>('0' + (next - 0xA0));        // Arabic digits
  else if (lead == 0xD9 && (next == 0x80 || (next >= 0x8B && next <= 0x92))) return;                      // tatweel, vowel signs
  else if (letter.size() == 1) word += static_cast<char>(letter[0] >= 'A' && letter[0] <= 'Z' ? letter[0] + 32 : letter[0]);
  else word += letter;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t length_of_letter(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// "1,200" and "١٬٢٠٠" are one word; other signs stand between words.
Words words_of(std::string_view sentence) {
  Words words;
  bool inside = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t length = std::min(length_of_letter(static_cast<unsigned char>(sentence[at])), sentence.size() - at);
    const std::string_view letter = sentence.substr(at, length);
    const bool is_ascii_sign = length == 1 && !is_digit(letter[0]) && !((letter[0] | 32) >= 'a' && (letter[0] | 32) <= 'z');
    const bool is_sign = is_ascii_sign || letter == "،" || letter == "؛" || letter == "؟" || letter == "٬" || letter == "«" || letter == "»" ||
                         static_cast<unsigned char>(letter[0]) == 0xE2 || static_cast<unsigned char>(letter[0]) == 0xC2;
    const bool groups = (letter == "," || letter == "٬") && inside && is_digit(words.back().text.back()) && at + length < sentence.size() &&
                        (is_digit(sentence[at + length]) || sentence.compare(at + length, 1, "\xD9") == 0);
    if (is_sign && !groups) {
      if (inside && letter != " " && letter != "-") words.back().breaks = true;
      inside = false;
    } else if (!is_sign) {
      if (!std::exchange(inside, true)) words.push_back({{}, at, at, false, false});
      append_folded(words.back().text, letter);
      words.back().end = at + length;
    }
    at += length;
  }
  return words;
}

// "و30": the number with "and" before it.
void split_joined(Words& words) {
  for (Word& word : words) {
    constexpr std::string_view kAnd = "و";
    if (word.text.size() <= kAnd.size() || word.text.compare(0, kAnd.size(), kAnd) != 0) continue;
    word.joined = true;
    word.text.erase(0, kAnd.size());
  }
}

constexpr std::array<std::pair<std::string_view, std::int64_t>, 34> kNumbers = {{
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
    {"eleven", 11}, {"twelve", 12}, {"dozen", 0}, {"dozens", 0}, {"hundreds", 0}, {"thousands", 0},
    {"ثلاثه", 3}, {"اربعه", 4}, {"خمسه", 5}, {"سته", 6}, {"سبعه", 7}, {"ثمانيه", 8}, {"تسعه", 9}, {"عشره", 10},
    {"ثلاث", 3}, {"اربع", 4}, {"خمس", 5}, {"ست", 6}, {"سبع", 7}, {"ثماني", 8}, {"تسع", 9}, {"عشر", 10}, {"عشرات", 0}, {"مئات", 0},
}};

constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> kFactors = {
    {{"thousand", 1000}, {"million", 1'000'000}, {"الف", 1000}, {"الاف", 1000}, {"مليون", 1'000'000}}};

constexpr std::string_view kAtLeast[] = {"least", "more", "over", "اكثر", "يزيد", "يقل"};
constexpr std::string_view kAtMost[] = {"most", "fewer", "up"};
constexpr std::string_view kAbout[] = {"about", "around", "nearly", "almost", "roughly", "some", "approximately", "نحو", "قرابه", "حوالي", "زهاء", "قراب"};
constexpr std::string_view kBetween[] = {"at", "than", "to", "عن", "علي", "من", "ما", "لا", "as", "many"};
constexpr std::string_view kPeople[] = {"people", "persons", "person", "civilians", "civilian", "soldiers", "others", "children", "were", "was", "are",
                                        "have", "been", "had", "more", "شخصا", "شخص", "اشخاص", "مدنيا", "مدنيين", "جنديا", "جنود", "اخرين", "اخرون", "اخر"};
// What is counted after a number is not always people.
constexpr std::string_view kOther[] = {"days", "day", "hours", "minutes", "weeks", "months", "years", "percent", "per", "km", "kilometres", "miles", "times",
                                       "ايام", "يوما", "ساعات", "ساعه", "اسابيع", "اشهر", "سنوات", "عاما", "كيلومترا", "مرات", "بالمئه", "بالمائه"};

// A noun of the counted ones has its number before it ("12 dead") or is risen to it ("the toll rose to 12"); an Arabic verb
// or verbal noun has it behind ("مقتل 12"); an English participle has it on either side.
enum class Side : std::uint8_t { before_or_risen, behind, either };

struct Casualty {
  std::string_view word;
  DoubtKind kind;
  Side side;
};

constexpr Casualty kCasualties[] = {
    {"killed", DoubtKind::killed, Side::either}, {"killing", DoubtKind::killed, Side::behind}, {"kills", DoubtKind::killed, Side::behind},
    {"dead", DoubtKind::killed, Side::before_or_risen}, {"deaths", DoubtKind::killed, Side::before_or_risen}, {"died", DoubtKind::killed, Side::before_or_risen},
    {"toll", DoubtKind::killed, Side::before_or_risen},
    {"قتيلا", DoubtKind::killed, Side::before_or_risen}, {"قتيل", DoubtKind::killed, Side::before_or_risen}, {"قتلي", DoubtKind::killed, Side::before_or_risen},
    {"القتلي", DoubtKind::killed, Side::before_or_risen}, {"مقتل", DoubtKind::killed, Side::behind}, {"بمقتل", DoubtKind::killed, Side::behind},
    {"قتل", DoubtKind::killed, Side::behind}, {"وفاه", DoubtKind::killed, Side::behind}, {"بوفاه", DoubtKind::killed, Side::behind},
    {"injured", DoubtKind::injured, Side::either}, {"wounded", DoubtKind::injured, Side::either}, {"injuring", DoubtKind::injured, Side::behind},
    {"wounding", DoubtKind::injured, Side::behind}, {"hurt", DoubtKind::injured, Side::either},
    {"جريحا", DoubtKind::injured, Side::before_or_risen}, {"جريح", DoubtKind::injured, Side::before_or_risen}, {"جرحي", DoubtKind::injured, Side::before_or_risen},
    {"الجرحي", DoubtKind::injured, Side::before_or_risen}, {"مصابا", DoubtKind::injured, Side::before_or_risen}, {"مصابين", DoubtKind::injured, Side::before_or_risen},
    {"اصابه", DoubtKind::injured, Side::behind}, {"باصابه", DoubtKind::injured, Side::behind}, {"جرح", DoubtKind::injured, Side::behind},
    {"اصيب", DoubtKind::injured, Side::behind},
    {"missing", DoubtKind::missing, Side::before_or_risen}, {"مفقودا", DoubtKind::missing, Side::before_or_risen},
    {"مفقودين", DoubtKind::missing, Side::before_or_risen}, {"المفقودين", DoubtKind::missing, Side::before_or_risen}, {"فقدان", DoubtKind::missing, Side::behind},
};

template <std::size_t Size>
std::optional<std::int64_t> value_in(const std::array<std::pair<std::string_view, std::int64_t>, Size>& table, std::string_view word) {
  const auto* const row = std::ranges::find(table, word, &std::pair<std::string_view, std::int64_t>::first);
  return row == table.end() ? std::nullopt : std::optional(row->second);
}

// 0: an amount, but which?
std::optional<std::int64_t> number_of(std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (!is_digit(word.front())) return value_in(kNumbers, word);
  if (word.size() > 12 || !std::ranges::all_of(word, is_digit)) return 0;
  std::int64_t value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value;
}

class Reader {
 public:
  explicit Reader(const Words& words) : words_(words) {}

  [[nodiscard]] std::optional<Quantity> beside(std::size_t at, Side side) const {
    std::optional<std::size_t> number;
    if (side != Side::behind && !words_[at].joined) number = before(at);
    if (!number && side != Side::before_or_risen) number = behind(at, false);
    if (!number && side == Side::before_or_risen) number = behind(at, true);
    return number ? read(*number) : std::nullopt;
  }

 private:
  static constexpr std::size_t kReach = 4;

  [[nodiscard]] bool is_number(std::size_t i) const { return number_of(words_[i].text).has_value(); }
  [[nodiscard]] bool is_factor(std::size_t i) const { return value_in(kFactors, words_[i].text).has_value(); }

  [[nodiscard]] std::optional<std::size_t> before(std::size_t at) const {
    for (std::size_t step = 1; step <= kReach && step <= at; ++step) {
      const std::size_t i = at - step;
      if (words_[i].breaks) return std::nullopt;
      if (is_factor(i) && i > 0 && is_number(i - 1)) return i - 1;
      if (is_number(i)) return i;
      if (!is_in(kPeople, words_[i].text)) return std::nullopt;
    }
    return std::nullopt;
  }

  // `risen`: behind "to", "الى" alone.
  [[nodiscard]] std::optional<std::size_t> behind(std::size_t at, bool risen) const {
    bool is_risen = false;
    for (std::size_t i = at + 1; i < words_.size() && i <= at + kReach && !words_[i - 1].breaks; ++i) {
      if (is_number(i)) {
        const std::size_t next = is_factor(std::min(i + 1, words_.size() - 1)) ? i + 2 : i + 1;
        const bool counts_others = next < words_.size() && is_in(kOther, words_[next].text);
        return counts_others || (risen && !is_risen) ? std::nullopt : std::optional(i);
      }
      const std::string_view word = words_[i].text;
      if (word == "to" || word == "الي" || word == "عند") is_risen = true;
      else if (!is_bound(word) && !(risen && (word == "rose" || word == "rises" || word == "has" || word == "risen" || word == "stands" || word == "at"))) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool is_bound(std::string_view word) {
    return is_in(kAtLeast, word) || is_in(kAtMost, word) || is_in(kAbout, word) || is_in(kBetween, word);
  }

  [[nodiscard]] std::optional<Quantity> read(std::size_t at) const {
    std::int64_t value = number_of(words_[at].text).value_or(0);
    if (at + 1 < words_.size()) value *= value_in(kFactors, words_[at + 1].text).value_or(1);
    if (value <= 0) return std::nullopt;
    Quantity quantity{value, value, std::to_string(value)};
    for (std::size_t i = at; i-- > 0 && is_bound(words_[i].text) && !words_[i].breaks;) {
      const std::string_view word = words_[i].text;
      if (is_in(kAtLeast, word)) return Quantity{value, kMost, ">=" + quantity.shown};
      if (is_in(kAtMost, word)) return Quantity{0, value, "<=" + quantity.shown};
      if (is_in(kAbout, word)) return Quantity{value - value / 10, value + value / 10, "~" + quantity.shown};
    }
    return quantity;
  }

  const Words& words_;
};

constexpr std::array<std::string_view, 21> kOrdinals = {"",        "first",    "second",   "third",      "fourth",     "fifth",      "sixth",
                                                        "seventh", "eighth",   "ninth",    "tenth",      "eleventh",   "twelfth",    "thirteenth",
                                                        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
// Of either gender, without the article.
constexpr std::array<std::array<std::string_view, 2>, 11> kArabicOrdinals = {{{"", ""}, {"اول", "اولي"}, {"ثاني", "ثانيه"}, {"ثالث", "ثالثه"},
    {"رابع", "رابعه"}, {"خامس", "خامسه"}, {"سادس", "سادسه"}, {"سابع", "سابعه"}, {"ثامن", "ثامنه"}, {"تاسع", "تاسعه"}, {"عاشر", "عاشره"}}};
constexpr std::array<std::array<std::string_view, 2>, 8> kArabicTens = {{{"عشرون", "عشرين"}, {"ثلاثون", "ثلاثين"}, {"اربعون", "اربعين"}, {"خمسون", "خمسين"},
    {"ستون", "ستين"}, {"سبعون", "سبعين"}, {"ثمانون", "ثمانين"}, {"تسعون", "تسعين"}}};

std::int64_t english_ordinal(std::string_view word) {
  const auto* const named = std::ranges::find(kOrdinals, word);
  if (named != kOrdinals.end() && named != kOrdinals.begin()) return named - kOrdinals.begin();
  if (word.size() < 3 || word.size() > 6 || !is_digit(word.front())) return 0;
  const std::string_view end = word.substr(word.size() - 2), digits = word.substr(0, word.size() - 2);
  const bool is_ordinal = (end == "st" || end == "nd" || end == "rd" || end == "th") && std::ranges::all_of(digits, is_digit);
  return is_ordinal ? number_of(digits).value_or(0) : 0;
}

std::string_view without_article(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  return word.compare(0, kArticle.size(), kArticle) == 0 ? word.substr(kArticle.size()) : std::string_view();
}

template <std::size_t Size>
std::int64_t row_of(const std::array<std::array<std::string_view, 2>, Size>& table, std::string_view word) {
  if (word.empty()) return -1;
  const auto* const row = std::ranges::find_if(table, [&](const auto& forms) { return forms[0] == word || forms[1] == word; });
  return row == table.end() ? -1 : row - table.begin();
}

// «العاشر», «الحادية عشرة», «الثانية والثلاثون»: always with the article.
std::int64_t arabic_ordinal(const Words& words, std::size_t at) {
  const std::string_view word = without_article(words[at].text);
  const std::string_view next = at + 1 < words.size() ? std::string_view(words[at + 1].text) : std::string_view();
  const bool is_eleventh = word == "حادي" || word == "حاديه";
  const std::int64_t unit = is_eleventh ? 1 : row_of(kArabicOrdinals, word);
  const std::int64_t tens = row_of(kArabicTens, word);
  if (tens >= 0) return (tens + 2) * 10;
  if (unit <= 0) return 0;
  if (next == "عشر" || next == "عشره") return unit + 10;
  const std::int64_t more = !next.empty() && words[at + 1].joined ? row_of(kArabicTens, without_article(next)) : -1;
  if (more >= 0) return unit + (more + 2) * 10;
  return is_eleventh ? 0 : unit;
}

}  // namespace

std::optional<Quantity> read_casualties(std::string_view sentence, DoubtKind kind) {
  Words words = words_of(sentence);
  split_joined(words);
  const Reader reader(words);
  std::optional<Quantity> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto* const casualty = std::ranges::find(kCasualties, words[i].text, &Casualty::word);
    if (casualty == std::end(kCasualties) || casualty->kind != kind) continue;
    std::optional<Quantity> here = reader.beside(i, casualty->side);
    if (!here) continue;
    if (found && found->shown != here->shown) return std::nullopt;
    found = std::move(here);
  }
  return found;
}

std::optional<Quantity> read_ordinal(std::string_view sentence, std::size_t at) {
  Words words = words_of(sentence);
  split_joined(words);
  const auto word = std::ranges::find_if(words, [&](const Word& w) { return w.begin <= at && at < w.end; });
  if (word == words.end()) return std::nullopt;
  const auto i = static_cast<std::size_t>(word - words.begin());
  std::int64_t value = 0;
  // An adjective may stand between: "tenth full member", «القمة العربية الثانية والثلاثون».
  for (std::size_t step = 1; step <= 2 && value == 0; ++step) {
    if (step <= i && !words[i - step].breaks) value = english_ordinal(words[i - step].text);
    if (value == 0 && i + step < words.size() && !words[i + step - 1].breaks) value = arabic_ordinal(words, i + step);
  }
  if (value == 0) return std::nullopt;
  return Quantity{value, value, std::to_string(value)};
}

}  // namespace tarikh::conflict
