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
    word.symbols |= kNumberSymbol;
    word.number = true;
  }
  if (cls < grammar_.by_class.size()) add(grammar_.by_class[cls]);
}

const Matcher::Word& Matcher::look_up(std::uint32_t analysis) {
  if (words_.size() <= analysis) words_.resize(std::max<std::size_t>(analysis + 1, analyzer_->size()));
  Word& word = words_[analysis];
  if (word.document == document_) return word;
  word = Word{};
  word.document = document_;
  word.first = static_cast<std::uint32_t>(candidates_.size());
  for (const rules::Hit& hit : cache_->hits(analysis)) enter(hit, word);
  word.count = static_cast<std::uint32_t>(candidates_.size()) - word.first;
  for (std::uint32_t i = 0; i < word.count; ++i) word.second |= candidates_[word.first + i].second;
  for (const text::Reading& reading : analyzer_->readings(analysis)) {
    if ((reading.proclitics & text::kWa) != 0) word.symbols |= word_symbol(grammar_.and_word);
  }
  return word;
}

/// What the token can be, as far as patterns ask.
std::uint64_t Matcher::symbols_at(std::uint32_t token) {
  return token >= tokens_->tokens.size() || tokens_->tokens[token].line_start ? 0 : symbols_of(token);
}

std::uint64_t Matcher::symbols_of(std::uint32_t token) {
  const text::Token& t = tokens_->tokens[token];
  switch (t.kind) {
    case text::TokenKind::word: return look_up(t.analysis).symbols;
    case text::TokenKind::number: return kNumberSymbol | kDigitsSymbol;
    case text::TokenKind::punctuation: return mark_symbol(t.value);
  }
  return 0;
}

void Matcher::try_rules(std::span<const Candidate> candidates, std::uint32_t token, std::uint64_t next) {
  for (const Candidate& candidate : candidates) {
    if ((candidate.second & next) == 0 && candidate.second != ~std::uint64_t{0}) continue;
    if (tried_[candidate.rule] == token + 1) continue;
    tried_[candidate.rule] = token + 1;
    rule_ = &grammar_.rules[candidate.rule];
    match_.rule = candidate.rule;
    current_ = 0;
    joined_ = UINT32_MAX;
    steps_ = 0;
    run_from(0, token);
  }
}

void Matcher::try_all(std::uint32_t token) {
  start_ = token;
  start_symbols_ = symbols_of(token);
  best_.end = 0;
  const text::Token& t = tokens_->tokens[token];
  if (t.kind == text::TokenKind::punctuation) {
    const auto found = grammar_.by_mark.find(t.value);
    if (found != grammar_.by_mark.end()) try_rules(found->second, token, token_symbols_[token + 1]);
    return;
  }
  bool number = true;
  if (t.kind == text::TokenKind::number) {
    try_rules(grammar_.by_numeric, token, ~std::uint64_t{0});
  } else {
    const Word word = look_up(t.analysis);
    number = word.number;
    if (word.count != 0) {
      const std::uint64_t next = token_symbols_[token + 1];
      // candidates_ may grow while the next words are looked up.
      if ((word.second & next) != 0 || word.second == ~std::uint64_t{0}) try_own(word, token, next);
    }
    if (cache_->find(t.analysis, grammar_.phrase_class) != nullptr) try_phrases(token);
  }
  if (!number) return;
  if (const Number* read = number_at(token); read != nullptr) {
    try_rules(grammar_.by_number, token, token_symbols_[read->last]);
  }
}

void Matcher::try_own(const Word& word, std::uint32_t token, std::uint64_t next) {
  for (std::uint32_t i = 0; i < word.count; ++i) {
    const Candidate candidate = candidates_[word.first + i];
    try_rules({&candidate, 1}, token, next);
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
