// Programs -> graphs, and the index of what each rule can begin with.
#include <algorithm>
#include <bit>

#include "timex/numeric.h"
#include "timex/pattern.h"

namespace tarikh::timex {
namespace {

constexpr std::uint32_t kLongestNumber = 9;  // tokens of a number in letters
constexpr std::uint32_t kLongestPhrase = 6;
constexpr std::uint32_t kLongestNumeric = 9;

std::uint64_t number_symbols(const Item& item) {
  const bool digits_only = item.kind == ItemKind::digits || item.kind == ItemKind::two_digits;
  std::uint64_t symbols = digits_only ? 0 : kNumberSymbol;  // 2 thousand may be a year, too
  if (!digits_only && item.high < 1000) symbols &= ~kYearSymbol;
  if (digits_only && item.low <= 31) symbols |= kSmallSymbol | kYearSymbol;  // 0007
  if (digits_only && item.high > 31) symbols |= kOtherSymbol | kYearSymbol;
  if (item.kind == ItemKind::digits && item.low >= 1000 && item.high < 3000) symbols = kYearSymbol;
  if (item.kind == ItemKind::two_digits) symbols &= ~kYearSymbol;
  return symbols;
}

std::uint64_t symbols_of(const Item& item) {
  if (item.proclitic != 0) return kAnySymbol;  // the clitic may be a token of its own
  switch (item.kind) {
    case ItemKind::word: return word_symbol(item.value);
    case ItemKind::mark: return mark_symbol(item.value);
    case ItemKind::cls: return class_symbol(item.cls);
    case ItemKind::cardinal:
    case ItemKind::ordinal:
    case ItemKind::nth:
    case ItemKind::digits:
    case ItemKind::two_digits: return number_symbols(item);
    case ItemKind::numeric:
    case ItemKind::month_year:
    case ItemKind::day_month:
    case ItemKind::late_day:
    case ItemKind::clock: return kDigitsSymbol;
  }
  return kAnySymbol;
}

std::uint32_t longest(const Grammar& grammar, const Item& item) {
  const std::uint32_t clitic = item.proclitic != 0 ? 1 : 0;
  switch (item.kind) {
    case ItemKind::word:
    case ItemKind::mark:
    case ItemKind::digits:
    case ItemKind::two_digits: return 1 + clitic;
    case ItemKind::cls: return (grammar.has_phrases[item.cls] ? kLongestPhrase : 1) + clitic;
    case ItemKind::cardinal:
    case ItemKind::ordinal:
    case ItemKind::nth: return kLongestNumber + clitic;
    case ItemKind::numeric:
    case ItemKind::month_year:
    case ItemKind::day_month:
    case ItemKind::late_day:
    case ItemKind::clock: return kLongestNumeric;
  }
  return kLongestNumber;
}

class GraphBuilder {
 public:
  GraphBuilder(const Grammar& grammar, const Program& program) : grammar_(grammar), program_(program) {}

  Graph build() {
    state_of_.assign(program_.size() + 1, kNone);
    (void)state(0);
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const auto first = static_cast<std::uint32_t>(graph_.edges.size());
      path_.clear();
      walk(starts_[i]);
      graph_.states[i] = {first, static_cast<std::uint32_t>(graph_.edges.size())};
    }
    needs_.assign(graph_.states.size(), Need{0, 0, false});
    const Need need = need_of(0);
    graph_.must = need.symbols;
    graph_.reach = need.reach;
    return std::move(graph_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Need {
    std::uint64_t symbols = 0;
    std::uint32_t reach = 0;
    bool known = false;
  };

  std::uint32_t state(std::size_t pc) {
    if (state_of_[pc] == kNone) {
      state_of_[pc] = static_cast<std::uint32_t>(graph_.states.size());
      graph_.states.emplace_back();
      starts_.push_back(pc);
    }
    return state_of_[pc];
  }

  // Every way from `pc` to the next item or the end, in the order of the pattern.
  void walk(std::size_t pc) {
    for (;; ++pc) {
      const Op& op = program_[pc];
      switch (op.code) {
        case OpCode::open:
        case OpCode::close:
        case OpCode::assign: path_.push_back({op.code, op.field, op.value}); continue;
        case OpCode::jump: pc += static_cast<std::size_t>(op.offset) - 1; continue;
        case OpCode::split: {
          const std::size_t depth = path_.size();
          walk(pc + 1);
          path_.resize(depth);
          pc += static_cast<std::size_t>(op.offset) - 1;
          continue;
        }
        case OpCode::accept: add(Graph::kAccept, 0, kAnySymbol); return;
        case OpCode::item: {
          const auto item = static_cast<std::uint32_t>(graph_.items.size());
          graph_.items.push_back(op.item);
          add(item, state(pc + 1), symbols_of(op.item));
          return;
        }
      }
    }
  }

  void add(std::uint32_t item, std::uint32_t to, std::uint64_t mask) {
    Graph::Edge edge{item, to, static_cast<std::uint32_t>(graph_.actions.size()), static_cast<std::uint32_t>(path_.size())};
    graph_.actions.insert(graph_.actions.end(), path_.begin(), path_.end());
    graph_.edges.push_back(edge);
    graph_.masks.push_back(mask);
  }

  static int cost(std::uint64_t symbols) {
    if (symbols == kAnySymbol) return 1000;
    return std::popcount(symbols & ~kNumberSymbol) + 8 * std::popcount(symbols & kNumberSymbol);
  }

  // The rarest thing that every way from `state` to the end passes.
  Need need_of(std::uint32_t state) {
    if (needs_[state].known) return needs_[state];
    Need all{0, 0, true};
    for (std::uint32_t e = graph_.states[state].first; e < graph_.states[state].last; ++e) {
      const Graph::Edge& edge = graph_.edges[e];
      if (edge.item == Graph::kAccept) {
        all.symbols = kAnySymbol;
        continue;
      }
      Need one{graph_.masks[e], longest(grammar_, graph_.items[edge.item]), true};
      Need later = need_of(edge.to);
      later.reach += one.reach;
      if (cost(later.symbols) < cost(one.symbols)) one = later;
      all.symbols |= one.symbols;
      all.reach = std::max(all.reach, one.reach);
    }
    needs_[state] = all;
    return all;
  }

  const Grammar& grammar_;
  const Program& program_;
  Graph graph_;
  std::vector<std::uint32_t> state_of_;  // by pc
  std::vector<std::size_t> starts_;      // by state
  std::vector<Graph::Action> path_;
  std::vector<Need> needs_;
};

std::uint64_t all_masks(const Graph& graph, std::uint32_t state) {
  std::uint64_t all = 0;
  for (std::uint32_t e = graph.states[state].first; e < graph.states[state].last; ++e) all |= graph.masks[e];
  return all;
}

void index_rule(Grammar& grammar, std::uint32_t rule) {
  const Graph& graph = grammar.rules[rule].graph;
  for (std::uint32_t e = graph.states[0].first; e < graph.states[0].last; ++e) {
    const Graph::Edge& edge = graph.edges[e];
    if (edge.item == Graph::kAccept) continue;
    const Item& item = graph.items[edge.item];
    const std::uint64_t second = all_masks(graph, edge.to);
    const auto enter = [&](Candidates& list) {
      if (list.empty() || list.back().rule != rule) {
        list.push_back({rule, second});
      } else {
        list.back().second |= second;
      }
    };
    const auto shape = [&](NumericShape s) { enter(grammar.by_shape[static_cast<std::size_t>(s)]); };
    switch (item.kind) {
      case ItemKind::word: enter(grammar.by_word[item.value]); break;
      case ItemKind::mark: enter(grammar.by_mark[item.value]); break;
      case ItemKind::cls: enter(grammar.by_class[item.cls]); break;
      case ItemKind::ordinal:
      case ItemKind::nth:
      case ItemKind::cardinal: enter(grammar.by_number); break;
      case ItemKind::digits:
      case ItemKind::two_digits: enter(grammar.by_digits); break;
      case ItemKind::numeric: shape(NumericShape::full); break;
      case ItemKind::month_year: shape(NumericShape::month_year); break;
      case ItemKind::day_month:
      case ItemKind::late_day: shape(NumericShape::day_month); break;
      case ItemKind::clock: shape(NumericShape::clock); break;
    }
  }
}

}  // namespace

void build_index(Grammar& grammar, const rules::Lexicon& lexicon) {
  const std::size_t classes = lexicon.class_list().size() + 1;
  grammar.by_class.resize(classes);
  grammar.has_phrases.resize(classes);
  for (const PhraseSense& sense : grammar.phrase_senses) grammar.has_phrases[sense.cls] = true;
  for (Rule& rule : grammar.rules) {
    rule.graph = GraphBuilder(grammar, rule.program).build();
    rule.program = {};
  }
  for (std::uint32_t rule = 0; rule < grammar.rules.size(); ++rule) index_rule(grammar, rule);
}

}  // namespace tarikh::timex
