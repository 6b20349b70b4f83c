#include "model/skeleton.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/names.h"

namespace tarikh::model {
namespace {

constexpr std::size_t kFewestWords = 2;
constexpr std::size_t kFewestConsonants = 5;
constexpr std::size_t kShortestSlavic = 5;
constexpr char kBreath = 'H';  // h, ه, ح: at the end of a word written or not

// One class for the letters that the other alphabet writes with one: ت, ط and ث are t or th, ج is j or g, and v is ف or ب.
constexpr std::array<std::pair<std::string_view, char>, 27> kArabic = {{
    {"ب", 'B'}, {"پ", 'B'}, {"ت", 'T'}, {"ث", 'T'}, {"ط", 'T'}, {"ج", 'G'}, {"غ", 'G'}, {"گ", 'G'}, {"ح", kBreath},
    {"ه", kBreath}, {"خ", 'C'}, {"د", 'D'}, {"ذ", 'D'}, {"ض", 'D'}, {"ر", 'R'}, {"ز", 'S'}, {"ظ", 'S'}, {"س", 'S'},
    {"ص", 'S'}, {"ش", 'X'}, {"ف", 'B'}, {"ڤ", 'B'}, {"ق", 'K'}, {"ك", 'K'}, {"ل", 'L'}, {"م", 'M'}, {"ن", 'N'},
}};
constexpr std::array<std::string_view, 4> kLongI = {"ي", "i", "y", "ee"};
// Longest first. "ch" is ش or تش, but in "Christian" and "Michael" it is ك.
constexpr std::array<std::pair<std::string_view, char>, 20> kPairs = {{
    {"č", 'X'}, {"ć", 'X'}, {"š", 'X'}, {"ş", 'X'}, {"ś", 'X'}, {"ñ", 'N'}, {"ł", 'L'},
    {"sch", 'X'}, {"tch", 'X'}, {"تش", 'X'}, {"kh", 'C'}, {"gh", 'G'}, {"sh", 'X'}, {"th", 'T'}, {"dh", 'D'}, {"ph", 'B'}, {"ck", 'K'},
    {"chr", 'K'}, {"chae", 'K'}, {"ch", 'X'}}};
constexpr std::array<std::pair<char, char>, 19> kLatin = {{
    {'b', 'B'}, {'p', 'B'}, {'t', 'T'}, {'j', 'G'}, {'g', 'G'}, {'h', kBreath}, {'d', 'D'}, {'r', 'R'}, {'z', 'S'}, {'s', 'S'},
    {'f', 'B'}, {'v', 'B'}, {'q', 'K'}, {'k', 'K'}, {'l', 'L'}, {'m', 'M'}, {'n', 'N'}, {'c', 'K'}, {'x', 'K'}}};

bool is_latin(char c) { return c >= 'a' && c <= 'z'; }

// Words of small letters; an apostrophe joins, anything else parts.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t first = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool inside = i < name.size() && (is_latin(name[i]) || name[i] == '\'' || static_cast<unsigned char>(name[i]) >= 0x80);
    if (inside) continue;
    if (i > first) words.push_back(name.substr(first, i - first));
    first = i + 1;
  }
  return words;
}

// "Abdel Fattah", "Abdulrahman": the article of what follows.
std::string without_inner_article(std::string_view word) {
  constexpr std::string_view kServant = "abd";
  const bool article = word.size() >= kServant.size() + 2 && word.starts_with(kServant) && word[kServant.size() + 1] == 'l' &&
                       std::string_view("aeuo").find(word[kServant.size()]) != std::string_view::npos;
  std::string bare(word);
  if (article) bare.erase(kServant.size(), 2);
  return bare;
}

bool is_article(std::string_view word) {
  return word == "al" || word == "el" || word == "ul" || word == "ال" || word == "آل" || word == "bin" || word == "ibn" || word == "بن" || word == "ابن";
}

// Empty where a letter belongs to neither alphabet and is no accented vowel.
std::string consonants_of(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  std::string all;
  const auto add = [&](char c) {
    if (all.empty() || all.back() != c) all += c;
  };
  if (word.starts_with(kArticle) && word.size() > kArticle.size() + 2) word.remove_prefix(kArticle.size());
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view rest = word.substr(i);
    const auto* const two = std::ranges::find_if(kPairs, [&](const auto& row) { return rest.starts_with(row.first); });
    if (two != kPairs.end()) {
      add(two->second);
      i += two->first == "chr" ? 2 : two->first.size();
      continue;
    }
    if (static_cast<unsigned char>(rest.front()) < 0x80) {
      const auto* const letter = std::ranges::find(kLatin, rest.front(), &std::pair<char, char>::first);
      const bool soft = rest.front() == 'c' && rest.size() > 1 && std::string_view("eiy").find(rest[1]) != std::string_view::npos;
      if (letter != kLatin.end()) add(soft ? 'S' : rest.front() == 'x' && i == 0 ? 'X' : letter->second);
      if (rest.front() == 'x' && i > 0) add('S');
      ++i;
      continue;
    }
    const auto* const letter = std::ranges::find_if(kArabic, [&](const auto& row) { return rest.starts_with(row.first); });
    if (letter != kArabic.end()) add(letter->second);
    i += 2;  // letters of both alphabets, accented or not, take two bytes
  }
  if (all.size() > 1 && all.back() == kBreath) all.pop_back();
  // "Jaber" and "Jabouri" differ in nothing else.
  if (std::ranges::any_of(kLongI, [&](std::string_view end) { return word.ends_with(end); })) all += 'Y';
  return all;
}

}  // namespace

std::string skeleton(std::string_view name) {
  const std::string folded = fold_case(name);
  std::string all;
  std::size_t words = 0;
  const std::vector<std::string_view> all_words = words_of(folded);
  for (const std::string_view& word : all_words) {
    if (is_article(word)) continue;
    ++words;
    const bool slavic = &word == &all_words.back() && word.size() >= kShortestSlavic && word.ends_with("ic");  // "Vucic", but "Eric"
    for (const char c : consonants_of(without_inner_article(slavic ? std::string(word).append("h") : std::string(word)))) {
      if (all.empty() || all.back() != c) all += c;
    }
  }
  return words >= kFewestWords && all.size() >= kFewestConsonants ? all : std::string();
}

}  // namespace tarikh::model
