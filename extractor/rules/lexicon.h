// Lexica: classes of words. A Sense says that a word form belongs to a class, with the value it has there
// (month 7) and its grammar. One Lexicon per language, immutable once built.
//
//   lexicon month                     forms as they are, with the clitics of a noun
//     7  يوليو | يوليه | تموز
//   lexicon join verb                 citation forms: the engine inflects (finite forms, masdar, participles)
//     انضم | التحق
//
// A form of several words ("كانون الثاني") is a phrase: its first word may carry clitics.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/features.h"
#include "rules/lists.h"
#include "rules/source.h"
#include "tarikh/result.h"
#include "text/tokens.h"

namespace tarikh::rules {

using ClassId = std::uint16_t;
inline constexpr ClassId kNoClass = 0;

struct Sense {
  ClassId cls = kNoClass;
  Pos pos = Pos::noun;
  std::int32_t value = 0;
  Features features;
  std::uint32_t lemma = 0;  ///< word of the citation form, for headlines and explanations
};

/// Whether a word of this part of speech can carry these proclitics and enclitic.
[[nodiscard]] bool clitics_fit(Pos pos, const Features& features, const text::Reading& reading);

/// Forms of one or more words, found at a token. Heads may carry clitics.
class PhraseTable {
 public:
  /// `folded`: words separated by blanks (hyphens count as blanks).
  void add(text::Vocabulary& vocabulary, std::string_view folded, std::uint32_t payload);

  struct Match {
    std::uint32_t tokens = 0;           ///< how many tokens it covers; 0 = no match
    const text::Reading* head = nullptr; ///< reading of the first token
    std::uint32_t node = 0;
  };
  /// Every match that begins at `token`, longest first, passed to `yield(Match)`; stop by returning true.
  template <class Yield>
  void find(const text::Tokens& tokens, const text::Analyzer& analyzer, std::uint32_t token, Yield&& yield) const {
    for (const text::Reading& head : analyzer.readings(tokens.tokens[token].analysis)) {
      if (find_from(tokens, analyzer, token, head, yield)) return;
    }
  }
  [[nodiscard]] std::span<const std::uint32_t> payloads(std::uint32_t node) const { return payloads_.at(node); }
  /// Whether some phrase begins with this word.
  [[nodiscard]] bool begins(text::WordId word) const { return !begun_by(word).empty(); }
  /// Payloads of the phrases that begin with this word.
  [[nodiscard]] std::span<const std::uint32_t> begun_by(text::WordId word) const { return begun_.at(word); }
  template <class Image>
  void fields(Image& image) {
    image(edges_, shift_, edge_count_, payloads_, numbers_, begun_, node_count_);
  }

 private:
  static constexpr std::uint32_t kMaxWords = 16;
  [[nodiscard]] static std::uint64_t key(std::uint32_t node, text::WordId word) {
    return (static_cast<std::uint64_t>(node) << 32U) | word;
  }
  struct Edge {
    std::uint64_t key = 0;  ///< 0 = free
    std::uint32_t next = 0;
  };
  // Multiplicative hashing (Knuth 6.4): the product's high bits depend on all of the key.
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> shift_); }
  [[nodiscard]] std::uint32_t step(std::uint32_t node, text::WordId word) const {
    const std::uint64_t wanted = key(node, word);
    for (std::size_t slot = slot_of(wanted);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].key == wanted) return edges_[slot].next;
      if (edges_[slot].key == 0) return 0;
    }
  }
  std::uint32_t& edge(std::uint64_t wanted);
  [[nodiscard]] static bool is_initial(const text::Tokens& tokens, std::uint32_t token) {
    return tokens.tokens[token].span.end - tokens.tokens[token].span.begin == 1;
  }
  // The whole word, as it stands, decides inside a phrase.
  [[nodiscard]] std::uint32_t step_token(const text::Tokens& tokens, const text::Analyzer& analyzer,
                                         std::uint32_t node, std::uint32_t token) const {
    const text::Token& t = tokens.tokens[token];
    if (t.kind == text::TokenKind::number) {
      const auto number = numbers_.find(t.value);
      return number == numbers_.end() ? 0 : step(node, number->second);
    }
    for (const text::Reading& reading : analyzer.readings(tokens.tokens[token].analysis)) {
      if (reading.proclitics != 0 || reading.enclitic != text::Enclitic::none) continue;
      if (const std::uint32_t next = step(node, reading.word); next != 0) return next;
    }
    return 0;
  }
  template <class Yield>
  bool find_from(const text::Tokens& tokens, const text::Analyzer& analyzer, std::uint32_t token,
                 const text::Reading& head, Yield&& yield) const;

  static constexpr unsigned kFirstBits = 10;
  std::vector<Edge> edges_ = std::vector<Edge>(std::size_t{1} << kFirstBits);  // open addressing, a power of two
  unsigned shift_ = 64 - kFirstBits;
  std::size_t edge_count_ = 0;
  Lists<std::uint32_t> payloads_;  // by node
  std::unordered_map<std::uint32_t, text::WordId> numbers_;  // the 20 of "G20"
  Lists<std::uint32_t> begun_;  // by word
  std::uint32_t node_count_ = 3;  // 0 none, 1 root, 2 root of phrases that begin with ال (kept without it)
};

class Lexicon {
 public:
  explicit Lexicon(std::string language) : language_(std::move(language)) {}

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] text::Vocabulary& vocabulary() { return vocabulary_; }
  [[nodiscard]] const text::Vocabulary& vocabulary() const { return vocabulary_; }

  /// The number of a class, new if need be.
  ClassId intern_class(std::string_view name);
  [[nodiscard]] ClassId find_class(std::string_view name) const;
  [[nodiscard]] std::string_view class_name(ClassId id) const { return class_names_[id]; }
  [[nodiscard]] std::vector<std::string_view> class_list() const;
  /// Every ClassId is below it.
  [[nodiscard]] std::size_t class_count() const { return class_names_.size(); }

  /// One form (of one or more words, any spelling) with its sense.
  void add(std::string_view form, const Sense& sense);
  /// A citation form with all its inflected forms. Errors: no principal parts known and none predictable.
  Result<void> add_inflected(std::string_view citation, Sense sense);

  /// Principal parts: `past present masdar…` (ar), `base past participle` (en), one entry a line.
  Result<void> load_verbs(std::string_view file, std::string_view text);
  /// Nouns with their plurals: `singular plural…`, one entry a line; not needed where the plural is regular.
  Result<void> load_nouns(std::string_view file, std::string_view text);
  /// A `lexicon NAME [pos]` block.
  Result<void> load_block(std::string_view file, const Block& block);

  [[nodiscard]] std::span<const Sense> senses(text::WordId word) const { return senses_.at(word); }
  [[nodiscard]] const PhraseTable& phrases() const { return phrases_; }
  [[nodiscard]] const Sense& sense(std::uint32_t index) const { return phrase_senses_[index]; }

  /// What is needed to read with, not what it was made from: nothing is to be added to a lexicon from an image.
  template <class Image>
  void fields(Image& image) {
    image(language_, vocabulary_, class_names_, class_ids_, senses_, phrase_senses_, phrases_);
  }

 private:
  struct VerbParts {
    std::vector<std::string> parts;
  };
  Result<void> add_arabic_inflected(std::string_view citation, Sense sense);
  Result<void> add_english_inflected(std::string_view citation, Sense sense);
  // A form of one word as its number, so that a citation form is inflected and folded once for all its classes.
  struct KnownForm {
    text::WordId word = text::kNoWord;
    Features features;
  };
  void add_forms(const std::vector<Form>& forms, const Sense& sense);
  void add_word(text::WordId word, const Sense& sense);

  std::string language_;
  text::Vocabulary vocabulary_;
  std::vector<std::string> class_names_{""};
  std::unordered_map<std::string, ClassId> class_ids_;
  Lists<Sense> senses_;  // by word
  std::unordered_map<std::string, std::vector<KnownForm>> inflected_;  // by part of speech and citation form
  std::vector<KnownForm>* noted_ = nullptr;  // where the forms being added are noted, if they are
  bool noted_all_ = true;
  std::vector<Sense> phrase_senses_;
  PhraseTable phrases_;
  std::multimap<std::string, VerbParts, std::less<>> verbs_;  // by folded past or base form
  std::map<std::string, std::vector<std::string>, std::less<>> nouns_;
};

template <class Yield>
bool PhraseTable::find_from(const text::Tokens& tokens, const text::Analyzer& analyzer, std::uint32_t token,
                            const text::Reading& head, Yield&& yield) const {
  if (head.enclitic != text::Enclitic::none || !begins(head.word)) return false;
  const bool article = (head.proclitics & text::kAl) != 0;
  std::uint32_t node = step(article ? 2 : 1, head.word);
  if (node == 0) return false;
  std::uint32_t ends[kMaxWords + 1];
  std::uint32_t nodes[kMaxWords + 1];
  std::uint32_t found = 0;
  std::uint32_t last = token;
  for (std::uint32_t words = 1; node != 0; ++words) {
    if (!payloads(node).empty()) {
      ends[found] = last;
      nodes[found++] = node;
    }
    if (words == kMaxWords) break;
    std::uint32_t next = last + 1;
    // Inside a name a hyphen is as good as a blank, and so is the dot of an initial.
    const bool joined = next + 1 < tokens.tokens.size() && !tokens.tokens[next].space_before;
    if (joined && (tokens.is(next, U'-') || (tokens.is(next, U'.') && is_initial(tokens, last)))) ++next;
    if (next >= tokens.tokens.size() || tokens.tokens[next].line_start ||
        tokens.is_punctuation(next)) {
      break;
    }
    // "A U.N. envoy" is none of the A.U.
    if (tokens.tokens[next].space_before && next == last + 1 && is_initial(tokens, last) && is_initial(tokens, next)) break;
    node = step_token(tokens, analyzer, node, next);
    last = next;
  }
  while (found > 0) {
    --found;
    // "U.S." ends with its dot.
    const std::uint32_t last_token = ends[found];
    const bool dotted = last_token >= token + 2 && is_initial(tokens, last_token) && tokens.is(last_token - 1, U'.') &&
                        last_token + 1 < tokens.tokens.size() && tokens.is(last_token + 1, U'.') && !tokens.tokens[last_token + 1].space_before;
    if (dotted) ++ends[found];
    if (yield(Match{.tokens = ends[found] - token + 1, .head = &head, .node = nodes[found]})) return true;
  }
  return false;
}

}  // namespace tarikh::rules
