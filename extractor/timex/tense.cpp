#include "timex/tense.h"

#include <algorithm>

namespace tarikh::timex {
namespace {

constexpr int kFar = 40;           // tokens
constexpr int kClauseCost = 12;    // a comma or a conjunction counts as that many words
constexpr int kAndCost = 4;        // "و…"
constexpr int kAfterCost = 6;      // "on Monday he said": what stands before the date is nearer

}  // namespace

TenseReader::TenseReader(const rules::Lexicon& lexicon)
    : past_(lexicon.find_class("tense_past")),
      future_(lexicon.find_class("tense_future")),
      present_(lexicon.find_class("tense_present")),
      near_(lexicon.find_class("tense_near")),
      noun_(lexicon.find_class("tense_noun")),
      function_(lexicon.find_class("tense_function")),
      since_(lexicon.find_class("tense_since")),
      jussive_(lexicon.find_class("tense_jussive")),
      was_(lexicon.find_class("tense_was")),
      that_(lexicon.find_class("tense_that")),
      conjoined_(lexicon.find_class("tense_conjoined")),
      be_(lexicon.find_class("tense_be")),
      base_(lexicon.find_class("tense_base")),
      boundary_(lexicon.find_class("tense_boundary")) {}

void TenseReader::begin(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache) {
  tokens_ = &tokens;
  analyzer_ = &analyzer;
  cache_ = &cache;
}

bool TenseReader::is(std::uint32_t token, rules::ClassId cls) const {
  const text::Token& t = tokens_->tokens[token];
  return t.kind == text::TokenKind::word && cls != rules::kNoClass && cache_->find(t.analysis, cls) != nullptr;
}

// What stands before an imperfect decides its time: لم يعقد and كان يعقد are past.
TenseReader::Cue TenseReader::governed(std::uint32_t token, Cue own) const {
  constexpr std::uint32_t kReach = 4;
  if (own != Cue::present || !tokens_->tokens[token].arabic || token == 0) return own;
  if (is(token - 1, jussive_)) return Cue::past;
  if (is(token - 1, future_)) return Cue::future;
  for (std::uint32_t back = 1; back <= kReach && back <= token; ++back) {
    if (tokens_->tokens[token - back].kind == text::TokenKind::punctuation || is(token - back, that_)) break;
    if (is(token - back, was_)) return Cue::past;
  }
  return own;
}

// "التقى الوزيران اللذان يقودان … الجمعة": the main verb rules over the imperfect of a relative clause.
bool TenseReader::past_before(std::uint32_t begin, std::uint32_t token) const {
  const std::uint32_t from = token - std::min(token - begin, static_cast<std::uint32_t>(kFar));
  while (token-- > from) {
    if (is(token, that_) && !(token > from && is(token - 1, conjoined_))) return false;
    if (cue(token) == Cue::past) return true;
  }
  return false;
}

bool TenseReader::after_plural(std::uint32_t token) const {
  if (token == 0 || tokens_->tokens[token - 1].kind != text::TokenKind::word) return false;
  const std::string_view before = analyzer_->surface(tokens_->tokens[token - 1].analysis);
  return before.size() > 3 && before.ends_with('s');
}

TenseReader::Cue TenseReader::latin_cue(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  Cue found = Cue::none;
  for (const rules::Hit& hit : cache_->hits(t.analysis)) {
    if (hit.sense.pos != rules::Pos::verb) continue;
    switch (hit.sense.features.tense) {
      case rules::Tense::past: return Cue::past;
      case rules::Tense::present_s:
        if (!is(token, noun_) && (token == 0 || !is(token - 1, function_))) found = Cue::present;
        break;
      case rules::Tense::base:
        if (after_plural(token)) found = Cue::present;
        break;
      case rules::Tense::none:
      case rules::Tense::perfect:
      case rules::Tense::imperfect:
      case rules::Tense::masdar:
      case rules::Tense::active_participle:
      case rules::Tense::passive_participle:
      case rules::Tense::past_participle:
      case rules::Tense::gerund: break;
    }
  }
  if (found == Cue::none && cache_->find(t.analysis, base_) != nullptr && after_plural(token)) found = Cue::present;
  if (found != Cue::none) return found;
  const std::string_view surface = analyzer_->surface(t.analysis);
  return surface.size() > 4 && surface.ends_with("ed") && !analyzer_->analysis(t.analysis).capitalised ? Cue::past : Cue::none;
}

TenseReader::Cue TenseReader::arabic_cue(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  const std::span<const text::Reading> readings = analyzer_->readings(t.analysis);
  Cue found = Cue::none;
  for (const rules::Hit& hit : cache_->hits(t.analysis)) {
    if (hit.sense.pos != rules::Pos::verb) continue;
    if (hit.sense.features.tense == rules::Tense::perfect) found = Cue::past;
    if (hit.sense.features.tense == rules::Tense::imperfect) {
      if ((readings[hit.reading].proclitics & text::kSa) != 0) return Cue::future;
      if (found == Cue::none) found = Cue::present;
    }
  }
  if (found != Cue::none || !cache_->hits(t.analysis).empty()) return found;
  // An unknown word that looks like سيفعل or ستفعل.
  const std::string_view surface = analyzer_->surface(t.analysis);
  std::string_view rest = surface;
  if (rest.starts_with("و")) rest.remove_prefix(2);
  const bool s = (rest.starts_with("سي") || rest.starts_with("ست") || rest.starts_with("سن")) && rest.size() >= 10 && rest.size() <= 16;
  const bool nominal = rest.ends_with("ة") || rest.ends_with("ية") || rest.ends_with("ي") || rest.ends_with("ات");
  return s && !nominal ? Cue::future : Cue::none;
}

// "be held", "be formally signed": the auxiliary before it has the tense.
bool TenseReader::is_passive(std::uint32_t token) const {
  return (token > 0 && is(token - 1, be_)) || (token > 1 && is(token - 2, be_));
}

TenseReader::Cue TenseReader::cue(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  if (t.kind != text::TokenKind::word) return Cue::none;
  if (cache_->find(t.analysis, future_) != nullptr) return Cue::future;
  if (cache_->find(t.analysis, near_) != nullptr) return Cue::near;
  if (!t.arabic && is_passive(token)) return Cue::none;
  if (cache_->find(t.analysis, past_) != nullptr) return Cue::past;
  if (cache_->find(t.analysis, present_) != nullptr) return governed(token, Cue::present);
  return t.arabic ? governed(token, arabic_cue(token)) : latin_cue(token);
}

int TenseReader::step_cost(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  if (t.kind == text::TokenKind::punctuation) {
    return t.value == U',' || t.value == U'،' || t.value == U';' || t.value == U'؛' || t.value == U':' ? kClauseCost : 1;
  }
  if (t.kind != text::TokenKind::word) return 1;
  if (cache_->find(t.analysis, boundary_) != nullptr) return kClauseCost;
  const std::span<const text::Reading> readings = analyzer_->readings(t.analysis);
  return t.arabic && !readings.empty() && (readings.front().proclitics & text::kWa) != 0 ? kAndCost : 1;
}

ClauseTense TenseReader::at(std::uint32_t first, std::uint32_t last, bool& sure) const {
  const auto& sentences = tokens_->sentences;
  const auto after = std::ranges::upper_bound(sentences, first, {}, &text::Sentence::first);
  const std::uint32_t begin = after == sentences.begin() ? 0 : (after - 1)->first;
  const std::uint32_t end = after == sentences.begin() ? last : (after - 1)->last;
  if (first > begin && is(first - 1, since_)) {
    sure = true;
    return ClauseTense::past;
  }
  int best_cost = kFar;
  Cue best = Cue::none;
  const auto look = [&](std::uint32_t token, int cost) {
    const Cue found = cue(token);
    if (found == Cue::none || cost >= best_cost) return false;
    best = found == Cue::present && tokens_->tokens[token].arabic && past_before(begin, token) ? Cue::past : found;
    best_cost = cost;
    return true;
  };
  int cost = 0;
  for (std::uint32_t token = first; token-- > begin && cost < kFar;) {
    if (look(token, cost)) break;
    cost += step_cost(token);
  }
  cost = kAfterCost;
  for (std::uint32_t token = last; token < end && cost < best_cost; ++token) {
    if (look(token, cost)) break;
    cost += step_cost(token);
  }
  sure = best == Cue::past || best == Cue::future;
  switch (best) {
    case Cue::none:
    case Cue::past: return ClauseTense::past;
    case Cue::present: return ClauseTense::present;
    case Cue::future: return ClauseTense::future;
    case Cue::near: return ClauseTense::near;
  }
  return ClauseTense::past;
}

}  // namespace tarikh::timex
