// Which rules are tried at a token: those that can begin with it and go on with the next one.
#include <algorithm>

#include "timex/matcher.h"

namespace tarikh::timex {

void Matcher::enter(const rules::Hit& hit, Word& word) {
  const auto add = [&](const Candidates& list) { candidates_.insert(candidates_.end(), list.begin(), list.end()); };
  const auto value = static_cast<std::uint32_t>(hit.sense.value);
  const NumberClasses& n = number_classes_;
  const rules::ClassId cls = hit.sense.cls;
  if (cls == grammar_.word_class) {
    word.symbols |= word_symbol(value);
    if (const auto found = grammar_.by_word.find(value); found != grammar_.by_word.end()) add(found->second);
    return;
  }
  if (cls == grammar_.phrase_class) {
    if (const auto found = grammar_.phrase_symbols.find(value); found != grammar_.phrase_symbols.end()) word.symbols |= found->second;
    return;
  }
  word.symbols |= class_symbol(cls);
  if (cls == n.unit || cls == n.ten || cls == n.teen || cls == n.hundred || cls == n.scale || cls == n.ordinal ||
      cls == n.ordinal_ten || cls == n.article) {
    word.symbols |= kSpelledSymbol;
    word.number = true;
  }
  if (cls < grammar_.by_class.size()) add(grammar_.by_class[cls]);
}

const Matcher::Word& Matcher::look_up(std::uint32_t analysis) {
  if (words_.size() <= analysis) words_.resize(std::max<std::size_t>(analysis + 1, analyzer_->size()));
  Word& word = words_[analysis];
  if (word.known) return word;
  word.known = true;
  word.symbols = kAlwaysSymbol;
  word.first = static_cast<std::uint32_t>(candidates_.size());
  for (const rules::Hit& hit : cache_->hits(analysis)) enter(hit, word);
  word.count = static_cast<std::uint32_t>(candidates_.size()) - word.first;
  for (std::uint32_t i = 0; i < word.count; ++i) word.second |= candidates_[word.first + i].second;
  for (const text::Reading& reading : analyzer_->readings(analysis)) {
    if ((reading.proclitics & text::kWa) != 0) word.symbols |= word_symbol(grammar_.and_word);
  }
  word.begins_phrase = cache_->find(analysis, grammar_.phrase_class) != nullptr;
  word.starts = word.count != 0 || word.number || word.begins_phrase;
  return word;
}

/// What every token can be, as far as patterns ask.
void Matcher::read_symbols() {
  const std::vector<text::Token>& tokens = tokens_->tokens;
  token_symbols_.resize(tokens.size() + 1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    token_symbols_[i] = tokens[i].line_start ? kAlwaysSymbol : symbols_of(static_cast<std::uint32_t>(i));
  }
  token_symbols_[tokens.size()] = kAlwaysSymbol;
}

std::uint64_t Matcher::symbols_of(std::uint32_t token) {
  const text::Token& t = tokens_->tokens[token];
  switch (t.kind) {
    case text::TokenKind::word: return look_up(t.analysis).symbols;
    case text::TokenKind::number: return kAlwaysSymbol | digits_symbol(t.value, t.digits);
    case text::TokenKind::punctuation: return kAlwaysSymbol | mark_symbol(t.value);
  }
  return kAlwaysSymbol;
}

// The symbols of up to `reach` tokens from the start of the match.
std::uint64_t Matcher::ahead(std::uint32_t reach) {
  const auto left = static_cast<std::uint32_t>(tokens_->tokens.size()) - start_;
  const std::uint32_t wanted = std::min({reach, kMaxReach, left});
  while (ahead_known_ < wanted) {
    const std::uint64_t before = ahead_known_ == 0 ? start_symbols_ : ahead_[ahead_known_ - 1] | token_symbols_[start_ + ahead_known_];
    ahead_[ahead_known_++] = before;
  }
  return ahead_[wanted - 1];
}

void Matcher::try_rule(const Candidate& candidate, std::uint32_t token, std::uint64_t next) {
  if ((candidate.second & next) == 0 || tried_[candidate.rule] == token + 1) return;
  const Rule& rule = grammar_.rules[candidate.rule];
  if (rule.graph.must != kAnySymbol && (rule.graph.must & ahead(rule.graph.reach)) == 0) return;
  tried_[candidate.rule] = token + 1;
  rule_ = &rule;
  match_.rule = candidate.rule;
  current_ = 0;
  joined_ = UINT32_MAX;
  steps_ = 0;
  run_from(0, token);
}

void Matcher::try_rules(const Candidates& candidates, std::uint32_t token, std::uint64_t next) {
  for (const Candidate& candidate : candidates) try_rule(candidate, token, next);
}

void Matcher::try_all(std::uint32_t token) {
  start_ = token;
  start_symbols_ = symbols_of(token);
  ahead_known_ = 0;
  best_.end = 0;
  const text::Token& t = tokens_->tokens[token];
  const std::uint64_t next = token_symbols_[token + 1];
  bool number = true;
  if (t.kind == text::TokenKind::punctuation) {
    const auto found = grammar_.by_mark.find(t.value);
    if (found != grammar_.by_mark.end()) try_rules(found->second, token, next);
    return;
  }
  if (t.kind == text::TokenKind::number) {
    try_rules(grammar_.by_digits, token, next);
    const Numeric& numeric = numeric_at(token);
    if (numeric.shape != NumericShape::none) {
      try_rules(grammar_.by_shape[static_cast<std::size_t>(numeric.shape)], token, token_symbols_[numeric.last]);
    }
  } else {
    const Word word = look_up(t.analysis);
    number = word.number;
    if ((word.second & next) != 0) {
      // By index: candidates_ may grow while the next words are looked up.
      for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
        const Candidate candidate = candidates_[i];
        try_rule(candidate, token, next);
      }
    }
    if (word.begins_phrase) try_phrases(token);
  }
  if (!number) return;
  if (const Number* read = number_at(token); read != nullptr) {
    try_rules(grammar_.by_number, token, token_symbols_[read->last]);
  }
}

void Matcher::try_phrases(std::uint32_t token) {
  grammar_.phrases.find(*tokens_, *analyzer_, token, [&](const rules::PhraseTable::Match& match) {
    for (const std::uint32_t payload : grammar_.phrases.payloads(match.node)) {
      const Candidates& list = grammar_.by_class[grammar_.phrase_senses[payload].cls];
      try_rules(list, token, token_symbols_[token + match.tokens]);
    }
    return false;
  });
}

}  // namespace tarikh::timex
