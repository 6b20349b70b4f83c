// Patterns of time rules, compiled into small programs. A program has no loops, so a match looks at a bounded
// number of tokens whatever the text.
//
//   word . /            the word or mark itself; the first word of a match may carry و ف ب ل ك
//   <month>  <ref year_ref>  <unit=7>     a word or phrase of a lexicon; its value goes to the field, or must be 7
//   <int 1..31 day>  <ord 1..31 day>  <nth 1..31 day>  <digits 1000..2999 year>  <two 0..99 year>
//                                                   numbers, see numbers.h; nth is an ordinal in digits
//   <date>  <month_year>  <day_month>  <late_day>  <clock>       numeric forms, see numeric.h
//   ال<unit>  ال?<unit>  و<int>  ب<unit>             article required or allowed, clitic required
//   ^<month>  ~<word>   capitalised; no blank before it
//   [optional]  (one | another)  {an expression of its own}  $macro  @field=3
//
// A field that is set twice must get the same value both times.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/lexicon.h"
#include "rules/source.h"
#include "tarikh/result.h"
#include "tarikh/ruleset.h"
#include "timex/frame.h"
#include "timex/numbers.h"

namespace tarikh::timex {

enum class ItemKind : std::uint8_t {
  word,
  mark,
  cls,
  cardinal,
  ordinal,
  nth,
  digits,
  two_digits,
  numeric,
  month_year,
  day_month,
  late_day,
  clock
};
enum class Article : std::uint8_t { forbidden, allowed, required };

struct Item {
  ItemKind kind = ItemKind::word;
  Article article = Article::forbidden;
  std::uint8_t proclitic = 0;  ///< text::Proclitic that must be there
  bool tight = false;          ///< no blank before
  bool capital = false;
  bool phrases = false;        ///< of a class: it has phrases
  bool simple = false;         ///< its mask alone says that it may stand at a token
  Field field = Field::count;  ///< count = none
  rules::ClassId cls = rules::kNoClass;
  std::int32_t low = 0;  ///< bounds of a number; of a class, the values allowed
  std::int32_t high = 0;
  std::uint32_t value = 0;  ///< word id or code point
};

enum class OpCode : std::uint8_t { item, split, jump, open, close, assign, accept };
/// Offsets are relative to the op itself.
struct Op {
  OpCode code = OpCode::accept;
  Field field = Field::count;
  std::int16_t value = 0;
  std::int32_t offset = 0;
  Item item;
};
using Program = std::vector<Op>;

/// All programs as they are run, in one: states with edges, each edge one item, or the end of a rule's match. What
/// lies between two items (a field assigned, a {…} opened) is done on the way. Rules that begin alike share their
/// states, so "4 July" is read once for all of them. The masks of a state's edges stand together: most edges are
/// ruled out by one `and` with what the token is.
struct Graph {
  struct Edge {
    std::uint32_t to = 0;    ///< of an end: the rule
    std::uint32_t item = 0;  ///< kEnd = end
    std::uint32_t first_action = 0;
    std::uint32_t actions = 0;
  };
  static constexpr std::uint32_t kEnd = UINT32_MAX;
  struct State {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  struct Action {
    OpCode code = OpCode::assign;
    Field field = Field::count;
    std::int16_t value = 0;
  };
  std::vector<State> states;
  std::vector<std::uint64_t> masks;  ///< by edge
  std::vector<Edge> edges;
  std::vector<Action> actions;
  std::vector<Item> items;
  template <class Image>
  void fields(Image& image) {
    image(states, masks, edges, actions, items);
  }
};

/// What stands right before or right after a match.
struct Neighbours {
  std::vector<Item> items;
  bool edge = false;     ///< EDGE: beginning or end of a line, or a mark
  bool clitic = false;   ///< CLITIC: the first word carries ب or ل
  bool number = false;   ///< NUMBER
  bool capital = false;  ///< CAPITAL: a capitalised word, in the middle of a line
  bool quoted = false;   ///< QUOTED: inside a quotation of at most three words, so a title
  template <class Image>
  void fields(Image& image) {
    image(items, edge, clitic, number, capital, quoted);
  }
  [[nodiscard]] bool empty() const { return items.empty() && !edge && !clitic && !number && !capital && !quoted; }
};

struct Rule {
  RuleId id = kNoRule;
  Program program;  ///< until the graph is built
  Frame constants;  ///< kind and fields of the `value` line
  bool range = false;
  bool list = false;
  std::uint32_t frames = 0;  ///< number of {…}; 0 = the whole match is one
  Neighbours after, not_after, before, not_before;
  template <class Image>
  void fields(Image& image) {
    image(id, program, constants, range, list, frames, after, not_after, before, not_before);
  }
};

/// A phrase of a lexicon.
struct PhraseSense {
  rules::ClassId cls = rules::kNoClass;
  std::int32_t value = 0;
};

struct Example {
  int line = 0;
  std::string rest;  ///< of the line
  bool reject = false;
  std::string file;
  template <class Image>
  void fields(Image& image) {
    image(line, rest, reject, file);
  }
};

/// An edge out of the first state. `second`: what the next token must be one of (a Bloom filter of symbols); most
/// words that can begin a rule are followed by something that ends it at once.
struct Candidate {
  std::uint32_t edge = 0;
  std::uint64_t second = 0;
};
using Candidates = std::vector<Candidate>;

// Symbols: a bit for everything that an item can be at a token. Numbers have bits of their own; the highest bit
// stands at every token, so that a mask of all bits always fits.
inline constexpr std::uint64_t kAlwaysSymbol = std::uint64_t{1} << 63U;
inline constexpr std::uint64_t kSmallSymbol = std::uint64_t{1} << 62U;  ///< a number up to 31
inline constexpr std::uint64_t kYearSymbol = std::uint64_t{1} << 61U;   ///< four digits
inline constexpr std::uint64_t kOtherSymbol = std::uint64_t{1} << 60U;  ///< any other number in digits
inline constexpr std::uint64_t kDigitsSymbol = kSmallSymbol | kYearSymbol | kOtherSymbol;
inline constexpr std::uint64_t kSpelledSymbol = std::uint64_t{1} << 59U;
inline constexpr std::uint64_t kNumberSymbol = kDigitsSymbol | kSpelledSymbol;
inline constexpr std::uint64_t kStartSymbol = std::uint64_t{1} << 58U;  ///< some rule may begin here; in no item's mask
inline constexpr std::uint64_t kAnySymbol = ~std::uint64_t{0};
[[nodiscard]] constexpr std::uint64_t symbol(std::uint64_t kind, std::uint64_t value) {
  constexpr std::uint64_t kHashed = 58;
  return std::uint64_t{1} << ((((value * 8 + kind) * 0x9E3779B97F4A7C15ULL) >> 32U) % kHashed);
}
[[nodiscard]] constexpr std::uint64_t word_symbol(std::uint64_t word) { return symbol(1, word); }
[[nodiscard]] constexpr std::uint64_t class_symbol(std::uint64_t cls) { return symbol(2, cls); }
[[nodiscard]] constexpr std::uint64_t mark_symbol(std::uint64_t mark) { return symbol(3, mark); }
[[nodiscard]] constexpr std::uint64_t digits_symbol(std::uint32_t value, std::uint8_t digits) {
  return digits == 4 ? kYearSymbol : value <= 31 ? kSmallSymbol : kOtherSymbol;
}

struct Grammar {
  std::string language;
  std::vector<Rule> rules;
  Graph graph;
  std::vector<Example> examples;
  rules::PhraseTable phrases;
  std::vector<PhraseSense> phrase_senses;
  std::vector<bool> has_phrases;                  ///< by class
  std::vector<bool> asked_for;                    ///< by class: some pattern does
  rules::ClassId word_class = rules::kNoClass;    ///< every word that a pattern spells out
  std::uint32_t and_word = 0;                     ///< و
  rules::ClassId phrase_class = rules::kNoClass;  ///< every first word of a phrase
  rules::ClassId month_class = rules::kNoClass;   ///< names of months
  std::vector<Candidates> by_class;               ///< edges that may begin with the class
  std::unordered_map<std::uint32_t, Candidates> by_word;
  std::unordered_map<std::uint32_t, Candidates> by_mark;
  std::uint64_t start_marks = 0;  ///< mark_symbol of all in by_mark
  Candidates by_number, by_digits;
  std::array<Candidates, 5> by_shape;                               ///< by NumericShape
  std::unordered_map<std::uint32_t, std::uint64_t> phrase_symbols;  ///< by first word: classes of its phrases
  NumberClasses numbers;
  template <class Image>
  void fields(Image& image) {
    image(language, rules, graph, examples, phrases, phrase_senses, has_phrases, asked_for, word_class, and_word, phrase_class, month_class,
          by_class, by_word, by_mark, start_marks, by_number, by_digits, by_shape, phrase_symbols, numbers);
  }
};

/// Makes the graph of all rules and enters its first edges under everything they can begin with.
void build_index(Grammar& grammar, const rules::Lexicon& lexicon);

/// Compiles patterns of one language against its lexicon.
class PatternCompiler {
 public:
  PatternCompiler(rules::Lexicon& lexicon, Grammar& grammar) : lexicon_(lexicon), grammar_(grammar) {}

  /// `body`: alternatives, as inside brackets.
  Result<void> define(std::string_view file, int line, std::string_view name, std::string body);
  /// `frames` counts the {…}.
  Result<Program> compile(std::string_view file, int line, std::string_view pattern, std::uint32_t& frames);
  Result<Neighbours> neighbours(std::string_view file, const rules::Line& line);
  /// `kind field=value …`
  Result<Frame> constants(std::string_view file, const rules::Line& line, Rule& rule);

 private:
  struct Parser;
  rules::Lexicon& lexicon_;
  Grammar& grammar_;
  std::map<std::string, std::string, std::less<>> macros_;
};

[[nodiscard]] Field find_field(std::string_view name);

}  // namespace tarikh::timex
