#include "timex/matcher.h"

#include <algorithm>
#include <utility>

namespace tarikh::timex {
namespace {

constexpr std::uint8_t kAnyProclitic = text::kWa | text::kFa | text::kBi | text::kLi | text::kKa;

bool is_number_kind(ItemKind kind) {
  return kind == ItemKind::cardinal || kind == ItemKind::ordinal || kind == ItemKind::nth || kind == ItemKind::digits ||
         kind == ItemKind::two_digits;
}

bool shape_fits(ItemKind kind, const Numeric& numeric) {
  const NumericShape shape = numeric.shape;
  switch (kind) {
    case ItemKind::numeric:
      return shape == NumericShape::full;
    case ItemKind::month_year:
      return shape == NumericShape::month_year;
    case ItemKind::day_month:
      return shape == NumericShape::day_month;
    // 22/4 is no fraction and no score.
    case ItemKind::late_day:
      return shape == NumericShape::day_month && numeric.slash && numeric.frame.get(Field::day) > 12;
    case ItemKind::clock:
      return shape == NumericShape::clock;
    case ItemKind::word:
    case ItemKind::mark:
    case ItemKind::cls:
    case ItemKind::cardinal:
    case ItemKind::ordinal:
    case ItemKind::nth:
    case ItemKind::digits:
    case ItemKind::two_digits:
      return false;
  }
  return false;
}

bool number_fits(const Item& item, const Number& number) {
  if (number.fraction || number.value < item.low || number.value > item.high) return false;
  switch (item.kind) {
    case ItemKind::cardinal:
      return number.cardinal;
    case ItemKind::ordinal:
      return number.ordinal;
    case ItemKind::nth:
      return number.ordinal && number.suffixed;
    case ItemKind::digits:
      return number.digits == 4 || (number.digits > 0 && item.high < 1000) || (number.digits == 3 && item.low < 1000);
    case ItemKind::two_digits:
      return number.digits == 2;
    case ItemKind::word:
    case ItemKind::mark:
    case ItemKind::cls:
    case ItemKind::numeric:
    case ItemKind::month_year:
    case ItemKind::day_month:
    case ItemKind::late_day:
    case ItemKind::clock:
      return false;
  }
  return false;
}

}  // namespace

const Number* Matcher::read_number(std::uint32_t token) {
  Number number;
  if (!NumberReader(number_classes_, *tokens_, *analyzer_, *cache_).read(token, number)) {
    number_at_[token] = 1;
    return nullptr;
  }
  numbers_.push_back(number);
  number_at_[token] = static_cast<std::uint32_t>(numbers_.size()) + 1;
  return &numbers_.back();
}

const Numeric& Matcher::numeric_at(std::uint32_t token) {
  const std::size_t slot = token % numerics_.size();
  if (numeric_at_[slot] != token + 1) {
    numeric_at_[slot] = token + 1;
    numerics_[slot] = read_numeric(*tokens_, token);
  }
  return numerics_[slot];
}

// "و" of a pattern may be joined to the next word: "والرابع".
bool Matcher::begins_with_and(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  if (t.kind != text::TokenKind::word || !t.arabic) return false;
  for (const text::Reading& reading : analyzer_->readings(t.analysis)) {
    if ((reading.proclitics & text::kWa) != 0) return true;
  }
  return false;
}

// The first word of a match may carry conjunctions and prepositions; inside, only those that the item names.
inline bool Matcher::clitics_fit(Article wanted, const Item& item, std::uint8_t proclitics, std::uint32_t token,
                                 bool required_met) const {
  const bool article = (proclitics & text::kAl) != 0;
  if (wanted == Article::forbidden ? article : wanted == Article::required && !article) return false;
  const auto clitics = static_cast<std::uint8_t>(proclitics & ~text::kAl);
  if (token == start_) return (clitics & ~kAnyProclitic) == 0 && (clitics & item.proclitic) == item.proclitic;
  if (token == joined_) return clitics == (item.proclitic | text::kWa);
  return clitics == (required_met ? 0 : item.proclitic);
}

template <class Continue>
void Matcher::match_word(const Item& item, std::uint32_t token, bool required_met, Continue&& next) {
  const text::Token& t = tokens_->tokens[token];
  if (item.capital && !t.arabic && !analyzer_->analysis(t.analysis).capitalised) return;
  const Word& word = words_[t.analysis];
  for (std::uint32_t i = word.first_form; i < word.first_form + word.form_count; ++i) {
    const Form& form = forms_[i];
    if (form.cls != item.cls) continue;
    if (item.kind == ItemKind::word ? form.value != static_cast<std::int32_t>(item.value)
                                    : form.value < item.low || form.value > item.high) {
      continue;
    }
    if (clitics_fit(item.article, item, form.proclitics, token, required_met))
      next(Step{token + 1, t.span.begin + form.article_begin, form.value, nullptr});
  }
  if (!item.phrases || !word.begins_phrase) return;
  grammar_.phrases.find(*tokens_, *analyzer_, token, [&](const rules::PhraseTable::Match& match) {
    for (const std::uint32_t payload : grammar_.phrases.payloads(match.node)) {
      const PhraseSense& sense = grammar_.phrase_senses[payload];
      if (sense.cls != item.cls || sense.value < item.low || sense.value > item.high) continue;
      const auto proclitics = static_cast<std::uint8_t>(match.head->proclitics & ~text::kAl);
      if (!clitics_fit(Article::allowed, item, proclitics, token, required_met)) continue;
      next(Step{token + match.tokens, t.span.begin + match.head->article_begin, sense.value, nullptr});
    }
    return false;
  });
}

template <class Continue>
void Matcher::match_number(const Item& item, std::uint32_t token, bool required_met, Continue&& next) {
  const Number* const number = number_at(token);
  if (number == nullptr || !number_fits(item, *number)) return;
  if (tokens_->tokens[token].kind == text::TokenKind::number) {
    if (item.proclitic != 0 && !required_met && token != start_) return;
  } else {
    if (item.article == Article::required && !number->article) return;
    // An article that is not asked for is allowed before an ordinal.
    if (!clitics_fit(Article::allowed, item, number->proclitics, token, required_met)) return;
  }
  const Step step{number->last, number->begin_byte, number->value, nullptr};  // numbers_ may move
  next(step);
}

template <class Continue>
void Matcher::match_item(const Item& item, std::uint32_t token, Continue&& next) {
  const auto usable = [&](std::uint32_t at) {
    return at < tokens_->tokens.size() && (at == start_ || !tokens_->tokens[at].line_start);
  };
  if (!usable(token)) return;
  bool required_met = false;
  const text::Token* t = &tokens_->tokens[token];
  if (item.tight && t->space_before) return;
  // "و" stands alone before digits, and sometimes before a word.
  if (item.proclitic != 0 && t->kind == text::TokenKind::word && token != start_) {
    const rules::Hit* link = cache_->find(t->analysis, number_classes_.link);
    if (link != nullptr && item.proclitic == text::kWa && usable(token + 1)) {
      required_met = true;
      t = &tokens_->tokens[++token];
    }
  }
  if (item.kind == ItemKind::mark) {
    if (t->kind == text::TokenKind::punctuation && t->value == item.value)
      next(Step{token + 1, t->span.begin, 0, nullptr});
    return;
  }
  if (item.kind == ItemKind::word && item.value == grammar_.and_word && token != start_ && begins_with_and(token)) {
    const std::uint32_t outer = joined_;
    joined_ = token;
    next(Step{token, t->span.begin, 0, nullptr});
    joined_ = outer;
    return;
  }
  if (is_number_kind(item.kind)) return match_number(item, token, required_met, next);
  if (t->kind == text::TokenKind::word) {
    if (item.kind == ItemKind::word || item.kind == ItemKind::cls) match_word(item, token, required_met, next);
    return;
  }
  if (t->kind == text::TokenKind::number && item.kind != ItemKind::word && item.kind != ItemKind::cls) {
    if (!shape_fits(item.kind, numeric_at(token))) return;
    const Numeric numeric = numeric_at(token);  // its place is taken by what is asked further on
    next(Step{numeric.last, t->span.begin, 0, &numeric});
  }
}

bool Matcher::assign(Field field, std::int64_t value, std::int16_t& old) {
  std::int16_t& slot = part().frame.values[static_cast<std::size_t>(field)];
  old = slot;
  const auto wanted = static_cast<std::int16_t>(std::clamp<std::int64_t>(value, INT16_MIN + 1, INT16_MAX));
  if (slot != kUnset && slot != wanted) return false;
  slot = wanted;
  return true;
}

void Matcher::advance(const Item& item, std::uint32_t to, const Step& step) {
  if (step.numeric != nullptr) return advance_numeric(to, step);
  Part& inner = part();
  std::int16_t old = kUnset;
  const bool named = item.field != Field::count;
  if (named && !assign(item.field, step.value, old)) return;
  extend(to, step);
  if (named) inner.frame.values[static_cast<std::size_t>(item.field)] = old;
}

// Goes on behind an item, with the whole match and the {…} around it as far as the item reaches.
void Matcher::extend(std::uint32_t to, const Step& step) {
  struct Extent {
    std::uint32_t begin, last;
    bool begun;
  };
  const auto grow = [&](Part& p) {
    const Extent before{p.begin, p.last, p.begun};
    if (!p.begun) p.begin = step.begin;
    p.begun = true;
    p.last = step.next;
    return before;
  };
  const auto restore = [](Part& p, const Extent& before) {
    p.begin = before.begin;
    p.last = before.last;
    p.begun = before.begun;
  };
  const std::size_t inside = current_;
  const Extent whole = grow(match_.parts[0]);
  if (inside == 0) {
    run_from(to, step.next);
  } else {
    const Extent own = grow(match_.parts[inside]);
    run_from(to, step.next);
    restore(match_.parts[inside], own);
  }
  restore(match_.parts[0], whole);
}

void Matcher::advance_numeric(std::uint32_t to, const Step& step) {
  Part& inner = part();
  const Frame before = inner.frame;
  std::int16_t old = kUnset;
  bool fits = true;
  for (std::size_t f = 0; f < kFieldCount && fits; ++f) {
    if (const std::int16_t value = step.numeric->frame.values[f]; value != kUnset)
      fits = assign(static_cast<Field>(f), value, old);
  }
  if (fits) extend(to, step);
  inner.frame = before;
}

void Matcher::accept(std::uint32_t rule, std::uint32_t token) {
  if (contests_ != nullptr && token != start_) record_attempt(rule, token);
  if (token == start_ || token < best_.end || (token == best_.end && rule >= best_.rule)) return;
  if (!allowed(grammar_.rules[rule], start_, token)) return;
  std::copy_n(match_.parts.begin(), std::min(kFrames, std::size_t{grammar_.rules[rule].frames} + 1),
              best_.parts.begin());
  best_.rule = rule;
  best_.end = token;
}

void Matcher::record_attempt(std::uint32_t rule, std::uint32_t token) {
  const RuleId id = grammar_.rules[rule].id;
  const Span span{match_.parts[0].begin, tokens_->tokens[token - 1].span.end};
  const bool known = std::ranges::any_of(
      attempts_, [&](const Contest::Attempt& other) { return other.rule == id && other.last == token; });
  if (!known) attempts_.push_back({id, span, token, allowed(grammar_.rules[rule], start_, token)});
}

void Matcher::record_contest(std::size_t first_found, std::size_t last_found) {
  if (attempts_.empty()) return;
  Contest& contest = contests_->emplace_back();
  contest.attempts = std::exchange(attempts_, {});
  contest.first_found = first_found;
  contest.last_found = last_found;
  if (best_.end <= start_) return;
  contest.winner = grammar_.rules[best_.rule].id;
  contest.last = best_.end;
  contest.span = {best_.parts[0].begin, tokens_->tokens[best_.end - 1].span.end};
}

void Matcher::run_from(std::uint32_t state, std::uint32_t token) {
  const Graph& graph = grammar_.graph;
  const std::uint64_t here = token_symbols_[token];
  const std::uint64_t* const masks = graph.masks.data();
  const std::uint32_t last = graph.states[state].last;
  for (std::uint32_t e = graph.states[state].first; e < last; ++e) {
    if ((masks[e] & here) == 0) continue;
    if (++steps_ > kMaxSteps) return;
    run_edge(graph.edges[e], token);
  }
}

void Matcher::follow(const Graph::Edge& edge, std::uint32_t token) {
  if (edge.item == Graph::kEnd) return accept(edge.to, token);
  const Item& item = grammar_.graph.items[edge.item];
  const auto next = [&](const Step& step) { advance(item, edge.to, step); };
  if (!item.simple) return match_item(item, token, next);
  // The short way: the mask has told that the token is there and of the kind.
  const text::Token& t = tokens_->tokens[token];
  if (item.tight && t.space_before) return;
  switch (item.kind) {
    case ItemKind::word:
    case ItemKind::cls:
      if (t.kind == text::TokenKind::word) match_word(item, token, false, next);
      return;
    case ItemKind::mark:
      if (t.kind == text::TokenKind::punctuation && t.value == item.value)
        next(Step{token + 1, t.span.begin, 0, nullptr});
      return;
    case ItemKind::cardinal:
    case ItemKind::ordinal:
    case ItemKind::nth:
    case ItemKind::digits:
    case ItemKind::two_digits:
      return match_number(item, token, false, next);
    case ItemKind::numeric:
    case ItemKind::month_year:
    case ItemKind::day_month:
    case ItemKind::late_day:
    case ItemKind::clock:
      return match_item(item, token, next);
  }
}

void Matcher::run_edge(const Graph::Edge& edge, std::uint32_t token) {
  edge.actions == 0 ? follow(edge, token) : run_actions(edge, token);
}

// Assignments and {…}: done, and undone on the way back.
void Matcher::run_actions(const Graph::Edge& edge, std::uint32_t token) {
  struct Undo {
    std::size_t part;
    Field field;
    std::int16_t old;
  };
  constexpr std::uint32_t kMost = 12;
  std::array<Undo, kMost> undo;
  std::uint32_t assigned = 0;
  const std::size_t outer = current_;
  bool fits = true;
  const Graph::Action* const actions = grammar_.graph.actions.data();
  for (std::uint32_t a = edge.first_action; fits && a < edge.first_action + edge.actions; ++a) {
    const Graph::Action& action = actions[a];
    if (action.code == OpCode::open) {
      current_ = static_cast<std::size_t>(action.value) + 1;
      part().first = token;
    } else if (action.code == OpCode::close) {
      current_ = 0;
    } else {
      std::int16_t old = kUnset;
      fits = assigned < kMost && assign(action.field, action.value, old);
      if (fits) undo[assigned++] = {current_, action.field, old};
    }
  }
  if (fits) follow(edge, token);
  while (assigned-- > 0) {
    match_.parts[undo[assigned].part].frame.values[static_cast<std::size_t>(undo[assigned].field)] = undo[assigned].old;
  }
  current_ = outer;
}

// «صدى اليوم»: a quotation of up to three words is a title.
bool Matcher::is_title(std::uint32_t token) const {
  constexpr std::uint32_t kWords = 3;
  const text::Tokens& t = *tokens_;
  const auto quote = [&](std::uint32_t at) {
    return t.is(at, U'"') || t.is(at, U'«') || t.is(at, U'»') || t.is(at, U'“') || t.is(at, U'”');
  };
  std::uint32_t first = token;
  while (first > 0 && token - first < kWords && !t.tokens[first].line_start && !quote(first)) --first;
  if (!quote(first)) return false;
  for (std::uint32_t at = first + 1; at < t.tokens.size() && at <= first + kWords + 1 && !t.tokens[at].line_start;
       ++at) {
    if (quote(at)) return at > token;
    if (t.is_punctuation(at)) return false;
  }
  return false;
}

bool Matcher::near(const Neighbours& n, std::uint32_t token, bool left) {
  const text::Tokens& t = *tokens_;
  const bool outside =
      left ? token == 0 || t.tokens[token].line_start : token >= t.tokens.size() || t.tokens[token].line_start;
  if (n.clitic && left && t.tokens[token].kind == text::TokenKind::word) {
    for (const text::Reading& reading : analyzer_->readings(t.tokens[token].analysis)) {
      if ((reading.proclitics & (text::kBi | text::kLi)) != 0) return true;
    }
  }
  if (n.quoted && is_title(token)) return true;
  if (outside) return n.edge;
  const std::uint32_t at = left ? token - 1 : token;
  const text::Token& neighbour = t.tokens[at];
  if (n.edge && neighbour.kind == text::TokenKind::punctuation) return true;
  if (n.number && neighbour.kind == text::TokenKind::number) return true;
  if (n.capital && neighbour.kind == text::TokenKind::word && !neighbour.arabic &&
      analyzer_->analysis(neighbour.analysis).capitalised) {
    return true;
  }
  bool found = false;
  const std::uint32_t start = start_;
  if (left) start_ = at;  // "وفي" is as good as "في"
  for (const Item& item : n.items) {
    match_item(item, at, [&](const Step&) { found = true; });
    if (found) break;
  }
  start_ = start;
  return found;
}

bool Matcher::allowed(const Rule& rule, std::uint32_t begin, std::uint32_t end) {
  return (rule.after.empty() || near(rule.after, begin, true)) &&
         (rule.not_after.empty() || !near(rule.not_after, begin, true)) &&
         (rule.before.empty() || near(rule.before, end, false)) &&
         (rule.not_before.empty() || !near(rule.not_before, end, false));
}

void Matcher::emit(std::vector<Found>& out) {
  const Rule& rule = grammar_.rules[best_.rule];
  if (rule.constants.kind == Kind::none) return;
  const auto add = [&](const Part& p, std::uint32_t first) {
    Found& found = out.emplace_back();
    found.frame = p.frame;
    found.frame.kind = rule.constants.kind;
    const auto fill = [&](const Frame& from) {
      for (std::size_t f = 0; f < kFieldCount; ++f) {
        const std::int16_t own = found.frame.values[f];
        found.frame.values[f] = own == kUnset ? from.values[f] : own;
      }
    };
    fill(rule.constants);
    if (&p != best_.parts.data()) fill(best_.parts[0].frame);
    found.first = first;
    found.last = p.last;
    found.span = {p.begin, tokens_->tokens[p.last - 1].span.end};
    found.rule = rule.id;
  };
  if (rule.frames == 0) {
    add(best_.parts[0], start_);
    return;
  }
  const std::size_t first = out.size();
  for (std::size_t i = 1; i <= rule.frames && i < kFrames; ++i) {
    if (best_.parts[i].begun) add(best_.parts[i], best_.parts[i].first);
  }
  if (out.size() < first + 2) return;
  for (std::size_t i = first; i < out.size(); ++i) {
    if (rule.list) out[i].place = Place::list_item;
    if (rule.range) out[i].place = i == first ? Place::range_start : Place::range_end;
  }
}

void Matcher::run(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache,
                  std::vector<Found>& out, std::vector<Contest>* contests) {
  if (cache_ != &cache || generation_ != cache.generation()) {
    generation_ = cache.generation();
    words_.clear();
    candidates_.clear();
    forms_.clear();
  }
  tokens_ = &tokens;
  analyzer_ = &analyzer;
  cache_ = &cache;
  contests_ = contests;
  match_ = Match{};
  numbers_.clear();
  number_at_.assign(tokens.tokens.size(), 0);
  numeric_at_.fill(0);
  read_symbols();
  for (std::uint32_t token = 0; token < tokens.tokens.size();) {
    if ((token_symbols_[token] & kStartSymbol) == 0) {
      ++token;
      continue;
    }
    const text::Token& t = tokens.tokens[token];
    try_all(token);
    const std::size_t before = out.size();
    if (best_.end > token) emit(out);
    if (contests != nullptr) record_contest(before, out.size());
    if (best_.end > token) {
      token = best_.end;
      continue;
    }
    // The inside of a number is no number: 2.5, 54,000.
    const Number* number = t.kind == text::TokenKind::number ? number_at(token) : nullptr;
    token = number != nullptr ? std::max(number->last, token + 1) : token + 1;
  }
}

}  // namespace tarikh::timex
