#include "text/analyzer.h"

#include <unicode/uchar.h>

#include <array>
#include <cstring>

#include "text/utf8.h"

namespace tarikh::text {
namespace {

constexpr std::size_t kMaxForms = std::size_t{1} << 18U;
constexpr std::size_t kMaxAnalysedBytes = 96;  // longer "words" are noise: one empty analysis

struct EncliticForm {
  std::string_view text;
  Enclitic enclitic;
};
// Longest first, so that هما is not read as ه + ما.
constexpr std::array<EncliticForm, 10> kEnclitics{{{"هما", Enclitic::huma},
                                                   {"ها", Enclitic::ha},
                                                   {"هم", Enclitic::hum},
                                                   {"هن", Enclitic::hunna},
                                                   {"نا", Enclitic::na},
                                                   {"ني", Enclitic::ni},
                                                   {"كم", Enclitic::kum},
                                                   {"ه", Enclitic::hu},
                                                   {"ك", Enclitic::ka},
                                                   {"ي", Enclitic::ya}}};
constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter
constexpr std::size_t kShortestStem = 2 * kLetter;

template <class Piece>
bool same_piece(const char* a, const char* b) {
  Piece left = 0;
  Piece right = 0;
  std::memcpy(&left, a, sizeof left);
  std::memcpy(&right, b, sizeof right);
  return left == right;
}

// Equality of short strings without a call: pieces overlap at the end.
bool same(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      if (!same_piece<std::uint64_t>(a.data() + i, b.data() + i)) return false;
    }
    return same_piece<std::uint64_t>(a.data() + size - 8, b.data() + size - 8);
  }
  if (size >= 4) return same_piece<std::uint32_t>(a.data(), b.data()) && same_piece<std::uint32_t>(a.data() + size - 4, b.data() + size - 4);
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

bool is_arabic_word(std::string_view folded) {
  return folded.size() >= kLetter && char_class(decode(folded, 0).value) == CharClass::arabic;
}

}  // namespace

// Number 0 is the empty form: numbers and marks have it, and so mean nothing, whatever words were seen before them.
Analyzer::Analyzer(const Vocabulary& vocabulary) : vocabulary_(vocabulary), surface_begin_(1, 0), slots_(4096) { analyze({}); }

std::uint32_t Analyzer::analyze(std::string_view surface) {
  const std::uint64_t hash = hash_bytes(surface);
  std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  for (; slots_[slot].analysis != 0; slot = (slot + 1) & mask) {
    const std::uint32_t id = slots_[slot].analysis - 1;
    if (slots_[slot].tag == tag && same(this->surface(id), surface)) return id;
  }
  const auto id = static_cast<std::uint32_t>(analyses_.size());
  slots_[slot] = {id + 1, tag};
  hashes_.push_back(hash);
  surfaces_.append(surface);
  surface_begin_.push_back(static_cast<std::uint32_t>(surfaces_.size()));
  Analysis& analysis = analyses_.emplace_back();
  analysis.first_reading = static_cast<std::uint32_t>(readings_.size());
  if (surface.size() <= kMaxAnalysedBytes) add_readings(surface);
  analyses_.back().reading_count = static_cast<std::uint32_t>(readings_.size()) - analyses_.back().first_reading;
  if (analyses_.size() * 2 >= slots_.size()) grow();
  return id;
}

void Analyzer::add_readings(std::string_view surface) {
  fold_with_map(surface, folded_);
  if (is_arabic_word(folded_.folded)) {
    ta_marbuta_ = surface.find("ة") != std::string_view::npos;
    strip_proclitics();
    return;
  }
  add_reading(folded_.folded, 0, 0, Enclitic::none, 0);
  Analysis& analysis = analyses_.back();
  std::size_t letters = 0;
  std::size_t upper = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = decode(surface, at);
    const bool is_upper = u_isupper(static_cast<UChar32>(c.value)) != 0;
    if (at == 0) analysis.capitalised = is_upper;
    upper += is_upper ? 1 : 0;
    ++letters;
    at += c.length;
  }
  analysis.all_caps = letters >= 2 && letters == upper;
}

void Analyzer::add_reading(std::string_view stem, std::uint8_t proclitics, std::size_t prefix, Enclitic enclitic,
                           std::size_t article_prefix) {
  const WordId word = vocabulary_.find(stem);
  if (word == kNoWord) return;
  readings_.push_back({.word = word,
                       .proclitics = proclitics,
                       .enclitic = enclitic,
                       .stem_begin = folded_.original_length[prefix],
                       .stem_end = folded_.original_length[prefix + stem.size()],
                       .article_begin = folded_.original_length[article_prefix]});
  // Marks and controls before the first letter of the surface belong to no clitic.
  if (prefix == 0) readings_.back().stem_begin = readings_.back().article_begin = 0;
}

void Analyzer::strip_enclitics(std::string_view rest, std::uint8_t proclitics, std::size_t prefix,
                               std::size_t article_prefix) {
  add_reading(rest, proclitics, prefix, Enclitic::none, article_prefix);
  if ((proclitics & kAl) != 0) return;  // the article and a pronoun exclude each other
  for (const EncliticForm& form : kEnclitics) {
    if (form.enclitic == Enclitic::hu && ta_marbuta_) continue;  // folded alike, but "العربية" owns nothing
    if (rest.size() >= form.text.size() + kShortestStem && rest.ends_with(form.text)) {
      add_reading(rest.substr(0, rest.size() - form.text.size()), proclitics, prefix, form.enclitic, article_prefix);
    }
  }
}

// Every way to take clitics off, the whole word first, then fewer before more.
void Analyzer::strip_proclitics() {
  const std::string_view word = folded_.folded;
  const auto from = [&](std::size_t prefix, std::uint8_t bits) {
    const std::string_view rest = word.substr(prefix);
    strip_enclitics(rest, bits, prefix, prefix);
    if (rest.starts_with("ال") && rest.size() >= 2 * kLetter + kShortestStem) {
      strip_enclitics(rest.substr(2 * kLetter), static_cast<std::uint8_t>(bits | kAl), prefix + 2 * kLetter, prefix);
    }
    if (rest.starts_with("لل") && rest.size() >= 2 * kLetter + kShortestStem) {  // ل + ال
      strip_enclitics(rest.substr(2 * kLetter), static_cast<std::uint8_t>(bits | kLi | kAl), prefix + 2 * kLetter,
                      prefix);
      // للقاء is ل + لقاء, للجنة ل + ال + لجنة: the article may also have swallowed a ل.
      strip_enclitics(rest.substr(kLetter), static_cast<std::uint8_t>(bits | kLi | kAl), prefix + kLetter, prefix);
    }
  };
  const auto preposition = [](std::string_view rest) -> std::uint8_t {
    if (rest.starts_with("ب")) return kBi;
    if (rest.starts_with("ل")) return kLi;
    if (rest.starts_with("ك")) return kKa;
    if (rest.starts_with("س")) return kSa;
    return 0;
  };
  const auto with_preposition = [&](std::size_t prefix, std::uint8_t bits) {
    const std::string_view rest = word.substr(prefix);
    const std::uint8_t bit = preposition(rest);
    if (bit != 0 && rest.size() >= kLetter + kShortestStem)
      from(prefix + kLetter, static_cast<std::uint8_t>(bits | bit));
  };
  from(0, 0);
  with_preposition(0, 0);
  const std::uint8_t conjunction = word.starts_with("و") ? kWa : word.starts_with("ف") ? kFa : 0;
  if (conjunction != 0 && word.size() >= kLetter + kShortestStem) {
    from(kLetter, conjunction);
    with_preposition(kLetter, conjunction);
  }
}

void Analyzer::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id < hashes_.size(); ++id) {
    std::size_t slot = hashes_[id] & mask;
    while (slots_[slot].analysis != 0) slot = (slot + 1) & mask;
    slots_[slot] = {id + 1, static_cast<std::uint32_t>(hashes_[id] >> 32U)};
  }
}

bool Analyzer::clear_if_large() {
  if (analyses_.size() < kMaxForms) return false;
  analyses_.clear();
  readings_.clear();
  hashes_.clear();
  surfaces_.clear();
  surface_begin_.assign(1, 0);
  slots_.assign(4096, Slot{});
  analyze({});
  return true;
}

}  // namespace tarikh::text
