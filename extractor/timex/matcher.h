// Recognition: one pass over the tokens. At a token only the edges that can begin with it are tried; the
// longest match wins, then the rule that stands first in its file.
#pragma once

#include <vector>

#include "rules/word_cache.h"
#include "text/tokens.h"
#include "timex/numbers.h"
#include "timex/numeric.h"
#include "timex/pattern.h"

namespace tarikh::timex {

/// All that rules made of the words at one token, for who asks why one of them won.
struct Contest {
  struct Attempt {
    RuleId rule = kNoRule;
    Span span;
    std::uint32_t last = 0;  ///< token, exclusive
    bool fits = false;       ///< what stands beside the words allows it
  };
  std::vector<Attempt> attempts;  ///< once each, the winner included
  RuleId winner = kNoRule;
  Span span;               ///< of the winner
  std::uint32_t last = 0;  ///< of the winner
  std::size_t first_found = 0;
  std::size_t last_found = 0;  ///< exclusive; equal if the winner has no value
};

class Matcher {
 public:
  explicit Matcher(const Grammar& grammar) : grammar_(grammar), number_classes_(grammar.numbers) {}

  /// The expressions of the text, in order. `contests`, if asked for, gets one for each token where a rule fits the
  /// words.
  void run(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
           std::vector<Found>& out, std::vector<Contest>* contests = nullptr);

 private:
  static constexpr std::size_t kFrames = 4;  // the whole match, and up to three {…}
  static constexpr int kMaxSteps = 20000;    // per token: nested options multiply

  struct Part {
    Frame frame;
    std::uint32_t begin = 0;  ///< byte
    std::uint32_t first = 0;  ///< token
    std::uint32_t last = 0;   ///< token, exclusive
    bool begun = false;
  };
  struct Match {
    std::array<Part, kFrames> parts;
    std::uint32_t end = 0;  ///< token, exclusive; 0 = no match
    std::uint32_t rule = 0;
  };
  struct Step {
    std::uint32_t next = 0;
    std::uint32_t begin = 0;
    std::int64_t value = 0;
    const Numeric* numeric = nullptr;
  };

  /// What is known of a word form, as long as the WordCache knows it.
  struct Word {
    std::uint64_t symbols = 0;
    std::uint64_t second = 0;  ///< of all its candidates
    std::uint32_t first = 0;   ///< into candidates_
    std::uint32_t count = 0;
    std::uint32_t first_form = 0;  ///< into forms_
    std::uint32_t form_count = 0;
    bool known = false;
    bool number = false;
    bool begins_phrase = false;
  };

  /// A sense of a word form that patterns ask for.
  struct Form {
    std::int32_t value = 0;
    rules::ClassId cls = rules::kNoClass;
    std::uint16_t article_begin = 0;
    std::uint8_t proclitics = 0;
  };

  const Word& look_up(std::uint32_t analysis);
  void enter(const rules::Hit& hit, Word& word);
  void read_symbols();
  [[nodiscard]] std::uint64_t symbols_of(std::uint32_t token);
  void try_edge(const Candidate& candidate, std::uint32_t token, std::uint64_t next);
  void try_edges(const Candidates& candidates, std::uint32_t token, std::uint64_t next);
  void try_phrases(std::uint32_t token);
  void try_all(std::uint32_t token);
  void emit(std::vector<Found>& out);
  void run_from(std::uint32_t state, std::uint32_t token);
  void run_edge(const Graph::Edge& edge, std::uint32_t token);
  void run_actions(const Graph::Edge& edge, std::uint32_t token);
  void follow(const Graph::Edge& edge, std::uint32_t token);
  void accept(std::uint32_t rule, std::uint32_t token);
  void record_attempt(std::uint32_t rule, std::uint32_t token);
  void record_contest(std::size_t first_found, std::size_t last_found);
  template <class Continue>
  void match_item(const Item& item, std::uint32_t token, Continue&& next);
  template <class Continue>
  void match_number(const Item& item, std::uint32_t token, bool required_met, Continue&& next);
  template <class Continue>
  void match_word(const Item& item, std::uint32_t token, bool required_met, Continue&& next);
  void advance(const Item& item, std::uint32_t to, const Step& step);
  void advance_numeric(std::uint32_t to, const Step& step);
  void extend(std::uint32_t to, const Step& step);
  [[nodiscard]] bool assign(Field field, std::int64_t value, std::int16_t& old);
  [[nodiscard]] bool clitics_fit(Article wanted, const Item& item, std::uint8_t proclitics, std::uint32_t token,
                                 bool required_met) const;
  [[nodiscard]] bool is_title(std::uint32_t token) const;
  [[nodiscard]] bool near(const Neighbours& neighbours, std::uint32_t token, bool left);
  [[nodiscard]] bool allowed(const Rule& rule, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool begins_with_and(std::uint32_t token) const;
  [[nodiscard]] const Number* number_at(std::uint32_t token) {
    const std::uint32_t known = number_at_[token];
    return known > 1 ? &numbers_[known - 2] : known == 1 ? nullptr : read_number(token);
  }
  [[nodiscard]] const Number* read_number(std::uint32_t token);
  [[nodiscard]] const Numeric& numeric_at(std::uint32_t token);
  [[nodiscard]] Part& part() { return match_.parts[current_]; }

  const Grammar& grammar_;
  const NumberClasses number_classes_;
  const text::Tokens* tokens_ = nullptr;
  const text::Analyzer* analyzer_ = nullptr;
  const rules::WordCache* cache_ = nullptr;

  std::vector<Number> numbers_;
  std::vector<std::uint32_t> number_at_;       // by token: 0 unknown, 1 none, else index + 2
  std::array<Numeric, 4> numerics_;            // of the last tokens asked for, by token mod 4
  std::array<std::uint32_t, 4> numeric_at_{};  // token + 1
  std::vector<Word> words_;                    // by analysis
  Candidates candidates_;                      // of words_
  std::vector<Form> forms_;                    // of words_
  std::uint32_t generation_ = 0;               // of the WordCache that words_ go with
  std::uint32_t start_ = 0;
  std::vector<std::uint64_t> token_symbols_;  // what each token can be after another one
  std::size_t current_ = 0;                   // part that items belong to
  std::uint32_t joined_ = UINT32_MAX;         // token whose joined و the pattern has consumed
  int steps_ = 0;
  Match match_;
  Match best_;
  std::vector<Contest>* contests_ = nullptr;
  std::vector<Contest::Attempt> attempts_;  // at start_, if contests_
};

}  // namespace tarikh::timex
