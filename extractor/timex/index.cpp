// Programs -> one graph, and the index of what can begin a match.
#include <algorithm>
#include <map>
#include <utility>

#include "timex/numeric.h"
#include "timex/pattern.h"

namespace tarikh::timex {
namespace {

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
    case ItemKind::word:
      return word_symbol(item.value);
    case ItemKind::mark:
      return mark_symbol(item.value);
    case ItemKind::cls:
      return class_symbol(item.cls);
    case ItemKind::cardinal:
    case ItemKind::ordinal:
    case ItemKind::nth:
    case ItemKind::digits:
    case ItemKind::two_digits:
      return number_symbols(item);
    case ItemKind::numeric:
    case ItemKind::month_year:
    case ItemKind::day_month:
    case ItemKind::late_day:
    case ItemKind::clock:
      return kDigitsSymbol;
  }
  return kAnySymbol;
}

// The edges of single programs, before they are merged. States are places in a program behind an item.
struct Edge {
  std::uint32_t item = Graph::kEnd;
  std::uint32_t actions = 0;  ///< list of them
  std::uint32_t to = 0;       ///< state; of an end: the rule
  friend auto operator<=>(const Edge&, const Edge&) = default;
};

class GraphBuilder {
 public:
  explicit GraphBuilder(Grammar& grammar) : grammar_(grammar) {}

  Graph build() {
    std::vector<std::uint32_t> starts;
    for (std::uint32_t rule = 0; rule < grammar_.rules.size(); ++rule) starts.push_back(read_program(rule));
    (void)merged(std::move(starts));
    for (std::size_t i = 0; i < members_.size(); ++i) merge(i);
    return std::move(graph_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Items and lists of actions by number, so that equal ones are told at once.
  std::uint32_t item_number(const Item& item) {
    const auto same = [&](const Item& other) {
      return item.kind == other.kind && item.article == other.article && item.proclitic == other.proclitic &&
             item.tight == other.tight && item.capital == other.capital && item.field == other.field &&
             item.cls == other.cls && item.low == other.low && item.high == other.high && item.value == other.value;
    };
    std::vector<std::uint32_t>& known = items_of_[symbols_of(item)];
    for (const std::uint32_t number : known) {
      if (same(graph_.items[number])) return number;
    }
    known.push_back(static_cast<std::uint32_t>(graph_.items.size()));
    graph_.items.push_back(item);
    return known.back();
  }

  std::uint32_t actions_number(const std::vector<Graph::Action>& list) {
    std::vector<std::int32_t> key;
    for (const Graph::Action& a : list)
      key.insert(key.end(), {static_cast<int>(a.code), static_cast<int>(a.field), a.value});
    const auto [at, added] =
        action_lists_.try_emplace(std::move(key), static_cast<std::uint32_t>(action_spans_.size()));
    if (added) {
      action_spans_.emplace_back(static_cast<std::uint32_t>(graph_.actions.size()),
                                 static_cast<std::uint32_t>(list.size()));
      graph_.actions.insert(graph_.actions.end(), list.begin(), list.end());
    }
    return at->second;
  }

  std::uint32_t state(std::size_t pc) {
    if (state_of_[pc] == kNone) {
      state_of_[pc] = static_cast<std::uint32_t>(edges_.size());
      edges_.emplace_back();
      rule_of_.push_back(rule_);
      places_.push_back(pc);
    }
    return state_of_[pc];
  }

  std::uint32_t read_program(std::uint32_t rule) {
    rule_ = rule;
    program_ = &grammar_.rules[rule].program;
    state_of_.assign(program_->size() + 1, kNone);
    const std::uint32_t start = state(0);
    for (std::uint32_t s = start; s < edges_.size(); ++s) {
      path_.clear();
      walk(s, places_[s]);
    }
    return start;
  }

  // Every way from `pc` to the next item or the end, in the order of the pattern.
  void walk(std::uint32_t from, std::size_t pc) {
    for (;; ++pc) {
      const Op& op = (*program_)[pc];
      switch (op.code) {
        case OpCode::open:
        case OpCode::close:
        case OpCode::assign:
          path_.push_back({op.code, op.field, op.value});
          continue;
        case OpCode::jump:
          pc += static_cast<std::size_t>(op.offset) - 1;
          continue;
        case OpCode::split: {
          const std::size_t depth = path_.size();
          walk(from, pc + 1);
          path_.resize(depth);
          pc += static_cast<std::size_t>(op.offset) - 1;
          continue;
        }
        case OpCode::accept:
          edges_[from].push_back({Graph::kEnd, actions_number(path_), rule_});
          return;
        case OpCode::item: {
          const Edge edge{item_number(op.item), actions_number(path_), state(pc + 1)};
          edges_[from].push_back(edge);
          return;
        }
      }
    }
  }

  // The state that stands for all of `members`, in rule order.
  std::uint32_t merged(std::vector<std::uint32_t> members) {
    const auto [at, added] = merged_.try_emplace(std::move(members), static_cast<std::uint32_t>(members_.size()));
    if (added) members_.push_back(&at->first);
    return at->second;
  }

  // Edges of different rules with the same item and actions become one. The order of a rule's own edges stays, as
  // it decides between two ways of reading the same words.
  void merge(std::size_t index) {
    struct Group {
      Edge edge;
      std::vector<std::uint32_t> to;
    };
    std::vector<Group> groups;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> places;
    std::uint32_t rule = kNone;
    std::size_t last = 0;
    for (const std::uint32_t member : *members_[index]) {
      if (rule_of_[member] != rule) last = 0;
      rule = rule_of_[member];
      for (const Edge& edge : edges_[member]) {
        std::vector<std::size_t>& same = places[{edge.item, edge.actions}];
        const auto found = edge.item == Graph::kEnd
                               ? same.end()
                               : std::ranges::find_if(same, [&](std::size_t g) { return g >= last; });
        last = found == same.end() ? groups.size() : *found;
        if (found == same.end()) {
          same.push_back(groups.size());
          groups.push_back({edge, {}});
        }
        if (std::ranges::find(groups[last].to, edge.to) == groups[last].to.end()) groups[last].to.push_back(edge.to);
      }
    }
    if (graph_.states.size() <= index) graph_.states.resize(index + 1);
    graph_.states[index].first = static_cast<std::uint32_t>(graph_.edges.size());
    for (Group& group : groups) {
      const auto [first, count] = action_spans_[group.edge.actions];
      const bool end = group.edge.item == Graph::kEnd;
      graph_.masks.push_back(end ? kAnySymbol : symbols_of(graph_.items[group.edge.item]));
      graph_.edges.push_back({end ? group.edge.to : merged(std::move(group.to)), group.edge.item, first, count});
    }
    graph_.states[index].last = static_cast<std::uint32_t>(graph_.edges.size());
  }

  Grammar& grammar_;
  Graph graph_;
  std::map<std::uint64_t, std::vector<std::uint32_t>> items_of_;  // by symbols
  std::map<std::vector<std::int32_t>, std::uint32_t> action_lists_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> action_spans_;
  std::vector<std::vector<Edge>> edges_;  // by state
  std::vector<std::uint32_t> rule_of_;    // by state
  std::vector<std::size_t> places_;       // by state: pc
  std::map<std::vector<std::uint32_t>, std::uint32_t> merged_;
  std::vector<const std::vector<std::uint32_t>*> members_;  // by merged state
  // of the program being read
  std::uint32_t rule_ = 0;
  const Program* program_ = nullptr;
  std::vector<std::uint32_t> state_of_;  // by pc
  std::vector<Graph::Action> path_;
};

std::uint64_t all_masks(const Graph& graph, std::uint32_t state) {
  std::uint64_t all = 0;
  for (std::uint32_t e = graph.states[state].first; e < graph.states[state].last; ++e) all |= graph.masks[e];
  return all;
}

void index_edges(Grammar& grammar) {
  const Graph& graph = grammar.graph;
  for (std::uint32_t e = graph.states[0].first; e < graph.states[0].last; ++e) {
    if (graph.edges[e].item == Graph::kEnd) continue;
    const Item& item = graph.items[graph.edges[e].item];
    const Candidate candidate{e, all_masks(graph, graph.edges[e].to)};
    const auto shape = [&](NumericShape s) { grammar.by_shape[static_cast<std::size_t>(s)].push_back(candidate); };
    switch (item.kind) {
      case ItemKind::word:
        grammar.by_word[item.value].push_back(candidate);
        break;
      case ItemKind::mark:
        grammar.by_mark[item.value].push_back(candidate);
        grammar.start_marks |= mark_symbol(item.value);
        break;
      case ItemKind::cls:
        grammar.by_class[item.cls].push_back(candidate);
        break;
      case ItemKind::ordinal:
      case ItemKind::nth:
      case ItemKind::cardinal:
        grammar.by_number.push_back(candidate);
        break;
      case ItemKind::digits:
      case ItemKind::two_digits:
        grammar.by_digits.push_back(candidate);
        break;
      case ItemKind::numeric:
        shape(NumericShape::full);
        break;
      case ItemKind::month_year:
        shape(NumericShape::month_year);
        break;
      case ItemKind::day_month:
      case ItemKind::late_day:
        shape(NumericShape::day_month);
        break;
      case ItemKind::clock:
        shape(NumericShape::clock);
        break;
    }
  }
}

}  // namespace

void build_index(Grammar& grammar, const rules::Lexicon& lexicon) {
  const std::size_t classes = lexicon.class_list().size() + 1;
  grammar.by_class.resize(classes);
  grammar.has_phrases.resize(classes);
  grammar.asked_for.resize(classes);
  for (const PhraseSense& sense : grammar.phrase_senses) grammar.has_phrases[sense.cls] = true;
  grammar.graph = GraphBuilder(grammar).build();
  const auto prepare = [&](Item& item) {
    item.simple = item.proclitic == 0 && !(item.kind == ItemKind::word && item.value == grammar.and_word);
    if (item.kind != ItemKind::cls && item.kind != ItemKind::word) return;
    item.phrases = item.kind == ItemKind::cls && grammar.has_phrases[item.cls];
    if (item.kind == ItemKind::word) item.cls = grammar.word_class;
    grammar.asked_for[item.cls] = true;
  };
  std::ranges::for_each(grammar.graph.items, prepare);
  for (Rule& rule : grammar.rules) {
    rule.program = {};
    for (Neighbours* n : {&rule.after, &rule.not_after, &rule.before, &rule.not_before})
      std::ranges::for_each(n->items, prepare);
  }
  index_edges(grammar);
}

}  // namespace tarikh::timex
