// Which edges are tried at a token: those that can begin with it and go on with the next one.
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
    if (const auto found = grammar_.phrase_symbols.find(value); found != grammar_.phrase_symbols.end())
      word.symbols |= found->second;
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
  word.first_form = static_cast<std::uint32_t>(forms_.size());
  const std::span<const text::Reading> readings = analyzer_->readings(analysis);
  for (const rules::Hit& hit : cache_->hits(analysis)) {
    const text::Reading& reading = readings[hit.reading];
    // "باب" is a door: "in August" keeps its preposition apart, "في آب".
    constexpr int kTwoLetters = 4;
    if (hit.sense.cls == grammar_.month_class && (reading.proclitics & text::kBi) != 0 &&
        reading.stem_end - reading.stem_begin <= kTwoLetters) {
      continue;
    }
    enter(hit, word);
    if (hit.sense.cls >= grammar_.asked_for.size() || !grammar_.asked_for[hit.sense.cls] ||
        reading.enclitic != text::Enclitic::none) {
      continue;
    }
    forms_.push_back({hit.sense.value, hit.sense.cls, reading.article_begin, reading.proclitics});
  }
  word.form_count = static_cast<std::uint32_t>(forms_.size()) - word.first_form;
  word.count = static_cast<std::uint32_t>(candidates_.size()) - word.first;
  for (std::uint32_t i = 0; i < word.count; ++i) word.second |= candidates_[word.first + i].second;
  for (const text::Reading& reading : readings) {
    if ((reading.proclitics & text::kWa) != 0) word.symbols |= word_symbol(grammar_.and_word);
  }
  word.begins_phrase = cache_->find(analysis, grammar_.phrase_class) != nullptr;
  if (word.count != 0 || word.number || word.begins_phrase) word.symbols |= kStartSymbol;
  return word;
}

/// What every token can be, as far as patterns ask. All words of the text are looked up here.
void Matcher::read_symbols() {
  const std::vector<text::Token>& tokens = tokens_->tokens;
  token_symbols_.resize(tokens.size() + 1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t symbols = symbols_of(static_cast<std::uint32_t>(i));
    // No match goes on across a line.
    token_symbols_[i] = tokens[i].line_start ? symbols & (kAlwaysSymbol | kStartSymbol) : symbols;
  }
  token_symbols_[tokens.size()] = kAlwaysSymbol;
}

std::uint64_t Matcher::symbols_of(std::uint32_t token) {
  const text::Token& t = tokens_->tokens[token];
  switch (t.kind) {
    case text::TokenKind::word:
      return look_up(t.analysis).symbols;
    case text::TokenKind::number:
      return kAlwaysSymbol | kStartSymbol | digits_symbol(t.value, t.digits);
    case text::TokenKind::punctuation: {
      const std::uint64_t mark = mark_symbol(t.value);
      return kAlwaysSymbol | mark | ((mark & grammar_.start_marks) != 0 ? kStartSymbol : 0);
    }
  }
  return kAlwaysSymbol;
}

void Matcher::try_edge(const Candidate& candidate, std::uint32_t token, std::uint64_t next) {
  if ((candidate.second & next) == 0) return;
  current_ = 0;
  joined_ = UINT32_MAX;
  run_edge(grammar_.graph.edges[candidate.edge], token);
}

void Matcher::try_edges(const Candidates& candidates, std::uint32_t token, std::uint64_t next) {
  for (const Candidate& candidate : candidates) try_edge(candidate, token, next);
}

void Matcher::try_all(std::uint32_t token) {
  start_ = token;
  steps_ = 0;
  best_.end = 0;
  const text::Token& t = tokens_->tokens[token];
  const std::uint64_t next = token_symbols_[token + 1];
  bool number = true;
  if (t.kind == text::TokenKind::punctuation) {
    const auto found = grammar_.by_mark.find(t.value);
    if (found != grammar_.by_mark.end()) try_edges(found->second, token, next);
    return;
  }
  if (t.kind == text::TokenKind::number) {
    try_edges(grammar_.by_digits, token, next);
    const Numeric& numeric = numeric_at(token);
    if (numeric.shape != NumericShape::none) {
      try_edges(grammar_.by_shape[static_cast<std::size_t>(numeric.shape)], token, token_symbols_[numeric.last]);
    }
  } else {
    const Word& word = words_[t.analysis];
    number = word.number;
    if ((word.second & next) != 0) {
      for (std::uint32_t i = 0; i < word.count; ++i) try_edge(candidates_[word.first + i], token, next);
    }
    if (word.begins_phrase) try_phrases(token);
  }
  if (!number) return;
  if (const Number* read = number_at(token); read != nullptr) {
    try_edges(grammar_.by_number, token, token_symbols_[read->last]);
  }
}

void Matcher::try_phrases(std::uint32_t token) {
  grammar_.phrases.find(*tokens_, *analyzer_, token, [&](const rules::PhraseTable::Match& match) {
    for (const std::uint32_t payload : grammar_.phrases.payloads(match.node)) {
      const Candidates& list = grammar_.by_class[grammar_.phrase_senses[payload].cls];
      try_edges(list, token, token_symbols_[token + match.tokens]);
    }
    return false;
  });
}

}  // namespace tarikh::timex
