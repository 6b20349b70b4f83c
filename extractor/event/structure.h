// The shallow structure that events are read from: which tokens are function words and finite verbs, which
// belong to a name or a date, and what governs each mention (nothing, a preposition, a noun). No parse tree:
// a few facts per token, found in one pass.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "rules/word_cache.h"
#include "text/tokens.h"

namespace tarikh::event {

/// Function-word classes of data/<lang>/grammar.lex; the names are the same.
enum class Mark : std::uint8_t {
  preposition, relative, complementizer, clause_link, after, before, occasion, agent, adverb, auxiliary,
  pluperfect, be, have, conjunction, pronoun_he, pronoun_she, pronoun_it, pronoun_they, negation, negated_noun,
  refusal, future, planned, planning, counterfactual, hypothetical, wishing, habitual, opinion, time_since, time_until, time_before, time_range,
  time_between, other_one, finite_verb, count
};
[[nodiscard]] constexpr std::uint64_t bit(Mark mark) { return std::uint64_t{1} << static_cast<unsigned>(mark); }

/// Words of grammar that are no verbs, whatever else is spelled so.
inline constexpr std::uint64_t kFunctionWord =
    bit(Mark::preposition) | bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before) |
    bit(Mark::occasion) | bit(Mark::agent) | bit(Mark::adverb) | bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::time_since) |
    bit(Mark::time_until) | bit(Mark::habitual);

/// The function words of one language by class, made once per ruleset.
class Grammar {
 public:
  explicit Grammar(rules::Lexicon& lexicon);
  [[nodiscard]] std::uint64_t marks_of(rules::ClassId cls) const { return cls < marks_.size() ? marks_[cls] : 0; }
  [[nodiscard]] bool arabic() const { return arabic_; }
  /// Words whose meaning is built into the relations: ب ل ك and "of", "by", "and", "in".
  text::WordId bi, li, ka, of, by, and_word, with, in, at;

 private:
  std::vector<std::uint64_t> marks_;  // by class
  bool arabic_ = false;
};

/// What a mention hangs on.
enum class Governor : std::uint8_t { none, preposition, noun };

struct MentionRole {
  Governor governor = Governor::none;
  text::WordId preposition = text::kNoWord;
  std::uint32_t token = 0;        ///< the governing preposition or noun
  std::uint32_t chain_head = 0;   ///< first mention of its coordination ("A, B and C"): index
};

/// A sense that a phrase beginning at a token has.
struct PhraseSense {
  const rules::Sense* sense = nullptr;
  std::uint32_t tokens = 0;
};

struct TokenInfo {
  std::uint64_t marks = 0;
  std::uint64_t classes = 0;   ///< bit (class mod 64) of every class of the word and of the phrases that begin with it
  std::uint32_t phrases = 0;   ///< the first of its PhraseSenses
  std::uint32_t phrase_count = 0;
  std::int32_t mention = -1;   ///< index of the mention the token belongs to
  std::int32_t timex = -1;     ///< index of the expression the token belongs to
  bool inside_phrase = false;  ///< second or later word of a function phrase
};

/// One document. Scratch: build() reuses memory.
class Structure {
 public:
  /// What an English gerund, or the participle behind "having" and "being", stands as: "was visiting", "after visiting", "…, visiting".
  enum class Gerund : std::uint8_t { none, progressive, behind_preposition, behind_comma, opening };


  Structure(const rules::Lexicon& lexicon, const Grammar& grammar)
      : lexicon_(lexicon), grammar_(grammar), place_part_(lexicon.find_class("place_part")), place_noun_(lexicon.find_class("place_noun")), before_noun_(lexicon.find_class("before_noun")), aside_(lexicon.find_class("aside")), org_head_(lexicon.find_class("org_head")), each_of_(lexicon.find_class("each_of")),
        so_many_(lexicon.find_class("so_many")), number_(lexicon.find_class("num_unit")), honorific_(lexicon.find_class("honorific")) {
    named_by_rule_.reserve(lexicon.class_count());
    for (rules::ClassId cls = 0; cls < lexicon.class_count(); ++cls) named_by_rule_.push_back(lexicon.class_name(cls).starts_with('='));
  }

  void build(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
             std::span<const Timex> timexes, std::span<const entity::EntityMention> mentions);
  /// Takes up a sentence: the roles of its mentions, and which classes its words have.
  void enter(const text::Sentence& sentence);
  /// Whether some word or phrase of the sentence at hand has the class; always so for kNoClass.
  [[nodiscard]] bool is_present(rules::ClassId cls) const { return present_[cls] == sentences_; }

  [[nodiscard]] const TokenInfo& info(std::uint32_t token) const { return info_[token]; }
  [[nodiscard]] bool has(std::uint32_t token, Mark mark) const { return (info_[token].marks & bit(mark)) != 0; }
  [[nodiscard]] bool is_imperfect(std::uint32_t token) const;
  /// سيعقد, ستعقد: also where a rule names the whole form; but سيطر is a verb of its own.
  [[nodiscard]] bool is_future(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_aside(std::uint32_t token, std::uint32_t last) const;
  [[nodiscard]] bool is_finite(std::uint32_t token) const { return has(token, Mark::finite_verb); }
  [[nodiscard]] const MentionRole& role(std::uint32_t mention) const { return roles_[mention]; }
  [[nodiscard]] const text::Tokens& tokens() const { return *tokens_; }
  [[nodiscard]] const text::Analyzer& analyzer() const { return *analyzer_; }
  [[nodiscard]] const rules::WordCache& cache() const { return *cache_; }
  [[nodiscard]] std::span<const entity::EntityMention> mentions() const { return mentions_; }
  [[nodiscard]] std::span<const Timex> timexes() const { return timexes_; }
  [[nodiscard]] std::uint32_t timex_begin(std::uint32_t timex) const { return timex_tokens_[timex].begin; }
  [[nodiscard]] std::uint32_t timex_end(std::uint32_t timex) const { return timex_tokens_[timex].end; }
  /// "the May 18 accord", "Friday's blast", «هجوم 7 أكتوبر»: a day or month is part of what the noun [token, end) is called.
  [[nodiscard]] bool is_called_by_day(std::uint32_t token, std::uint32_t end) const;
  /// "last week's attack": the expression that begins at or holds the token belongs to the noun behind it.
  [[nodiscard]] bool is_owning_date(std::uint32_t token) const;
  [[nodiscard]] const Grammar& grammar() const { return grammar_; }
  [[nodiscard]] const rules::Lexicon& lexicon() const { return lexicon_; }

  /// Whether the word, or a phrase that begins with it, can have a sense of the class: a quick no.
  [[nodiscard]] bool may_be(std::uint32_t token, rules::ClassId cls) const { return (info_[token].classes & rules::WordCache::bit(cls)) != 0; }
  /// Whether the word has a sense of the class.
  [[nodiscard]] bool is_of(std::uint32_t token, rules::ClassId cls) const;
  /// How many tokens the phrase or word of the class takes that begins at the token; 0 when none does.
  [[nodiscard]] std::uint32_t phrase_of(std::uint32_t token, rules::ClassId cls) const;
  /// What phrases that begin at the token mean, longest first.
  [[nodiscard]] std::span<const PhraseSense> phrase_senses(std::uint32_t token) const {
    return {phrase_senses_.data() + info_[token].phrases, info_[token].phrase_count};
  }
  /// Proclitics of a word token's most likely reading (the one with a sense, else the longest known).
  [[nodiscard]] std::uint8_t proclitics(std::uint32_t token) const;
  [[nodiscard]] text::Enclitic enclitic(std::uint32_t token) const;
  /// The pronoun on a noun, also where a rule names the whole form and stands first: "تكليفه".
  [[nodiscard]] text::Enclitic possessor(std::uint32_t token) const;
  /// Whether no line begins between two sentences: they stand in one paragraph.
  [[nodiscard]] bool same_line(std::uint32_t a, std::uint32_t b) const;
  /// Whether the Arabic word has the article: also where a rule names the whole form ("القمة").
  [[nodiscard]] bool has_article(std::uint32_t token) const;
  /// Whether some reading of the word has the proclitic.
  [[nodiscard]] bool may_begin_with(std::uint32_t token, std::uint8_t proclitic) const;
  /// Whether the word can be read with the pronoun: also where a rule names the whole form ("اجتماعهم").
  [[nodiscard]] bool may_bear(std::uint32_t token, text::Enclitic enclitic) const;
  [[nodiscard]] bool is_word(std::uint32_t token) const { return tokens_->tokens[token].kind == text::TokenKind::word; }
  [[nodiscard]] bool is_punctuation(std::uint32_t token) const { return tokens_->is_punctuation(token); }
  [[nodiscard]] bool is(std::uint32_t token, char32_t punctuation) const { return tokens_->is(token, punctuation); }
  [[nodiscard]] bool is_comma(std::uint32_t token) const { return tokens_->is_comma(token); }
  /// The letters of the token, as they stand in the text.
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return tokens_->word(token); }
  /// Whether "كل من" stands here: the names behind it are as they would be without it.
  [[nodiscard]] bool is_each_of(std::uint32_t token) const {
    return is_of(token, each_of_) && token + 1 < info_.size() && tokens_->word(token + 1) == "من";
  }
  [[nodiscard]] Gerund gerund(std::uint32_t token) const;
  /// Whether the word is the verb of a clause, of a gerund's too.
  [[nodiscard]] bool is_clause_verb(std::uint32_t token) const { return is_finite(token) || gerund(token) != Gerund::none; }
  /// English: whether a word that is no mention and no function word stands right before the verb, as its subject.
  [[nodiscard]] bool noun_before(const text::Sentence& sentence, std::uint32_t token) const;
  /// The first mention of the international organisation that is mentioned most: twice, or in the first sentence; kNoIndex when there is none.
  [[nodiscard]] std::uint32_t topic() const { return topic_; }
  /// Index of the first mention that begins at or after the token.
  [[nodiscard]] std::uint32_t first_mention(std::uint32_t token) const {
    return token < next_mention_.size() ? next_mention_[token] : static_cast<std::uint32_t>(mentions_.size());
  }
  /// Mentions of the same coordination as `mention`, itself included, in text order.
  void chain(std::uint32_t mention, std::vector<std::uint32_t>& out) const;

 private:
  void look_up_forms();
  void mark_tokens();
  void relate(const text::Sentence& sentence);
  void note_classes(const text::Sentence& sentence);
  void find_topic();
  template <typename Wanted>
  [[nodiscard]] std::uint32_t topic_among(const Wanted& wanted) const;
  [[nodiscard]] bool has_members(const entity::EntityMention& mention) const;
  void mark_spans();
  [[nodiscard]] bool is_sentence_start(std::uint32_t token) const;
  [[nodiscard]] bool finite_here(std::uint32_t token) const;
  [[nodiscard]] bool arabic_finite(std::uint32_t token) const;
  [[nodiscard]] bool english_finite(std::uint32_t token) const;
  [[nodiscard]] bool joined_mention(const TokenInfo& token) const;
  [[nodiscard]] bool is_past_only(std::uint32_t token) const;
  [[nodiscard]] bool unknown_past(std::uint32_t token) const;
  [[nodiscard]] bool is_definite(std::uint32_t token) const;
  [[nodiscard]] bool behind_title(std::uint32_t token) const;
  [[nodiscard]] bool clause_may_begin(std::uint32_t token) const;
  [[nodiscard]] bool clause_has_verb(std::uint32_t token) const;
  [[nodiscard]] MentionRole arabic_role(std::uint32_t mention, const text::Sentence& sentence) const;
  [[nodiscard]] MentionRole english_role(std::uint32_t mention, const text::Sentence& sentence) const;
  [[nodiscard]] bool coordinated_with_previous(std::uint32_t mention) const;

  const rules::Lexicon& lexicon_;
  const Grammar& grammar_;
  std::vector<bool> named_by_rule_;  ///< by class: a word that stands in a rule itself
  rules::ClassId place_part_;   ///< coast, outskirts, سواحل
  rules::ClassId place_noun_;   ///< town, port, مدينة, مطار
  rules::ClassId before_noun_;  ///< the, its, second: English words that no verb follows
  rules::ClassId aside_;        ///< وهو, وهي: open an aside between commas
  rules::ClassId org_head_;     ///< union, league, commission: what organisations are called
  rules::ClassId each_of_;      ///< كل, كلا
  rules::ClassId so_many_;      ///< about, over: before a number
  rules::ClassId number_;       ///< two, three
  rules::ClassId honorific_;    ///< سمو, فخامة
  const text::Tokens* tokens_ = nullptr;
  const text::Analyzer* analyzer_ = nullptr;
  const rules::WordCache* cache_ = nullptr;
  std::span<const Timex> timexes_;
  std::span<const entity::EntityMention> mentions_;
  // What a form says by itself, wherever it stands.
  struct FormFacts {
    std::uint64_t marks = 0;     // of the word alone, not of phrases
    bool may_be_finite = false;
  };
  std::vector<FormFacts> forms_;      // by analysis
  std::uint32_t generation_ = 0;      // of the cache that forms_ was made from
  std::vector<std::uint32_t> present_;  // by class: the last sentence in which some word had it
  std::uint32_t sentences_ = 0;       // entered so far
  std::vector<TokenInfo> info_;
  std::vector<PhraseSense> phrase_senses_;
  std::vector<MentionRole> roles_;
  std::vector<std::uint32_t> next_mention_;  // by token: the first mention that begins there or behind
  std::vector<Span> timex_tokens_;  // begin, end in tokens
  std::uint32_t topic_ = kNoIndex;
};

}  // namespace tarikh::event
