#include "timex/tense.h"

#include <algorithm>

#include "text/fold.h"

namespace tarikh::timex {
namespace {

constexpr int kFar = 40;         // tokens
constexpr int kClauseCost = 12;  // a comma or a conjunction counts as that many words
constexpr int kAndCost = 4;      // "و…"
constexpr int kAfterCost = 6;    // "on Monday he said": what stands before the date is nearer

}  // namespace

TenseReader::TenseReader(const rules::Lexicon& lexicon)
    : past_(lexicon.find_class("tense_past")),
      future_(lexicon.find_class("tense_future")),
      present_(lexicon.find_class("tense_present")),
      near_(lexicon.find_class("tense_near")),
      noun_(lexicon.find_class("tense_noun")),
      function_(lexicon.find_class("tense_function")),
      since_(lexicon.find_class("tense_since")),
      until_(lexicon.find_class("tense_until")),
      ahead_(lexicon.find_class("tense_ahead")),
      month_(lexicon.find_class("month")),
      jussive_(lexicon.find_class("tense_jussive")),
      was_(lexicon.find_class("tense_was")),
      that_(lexicon.find_class("tense_that")),
      conjoined_(lexicon.find_class("tense_conjoined")),
      be_(lexicon.find_class("tense_be")),
      base_(lexicon.find_class("tense_base")),
      relative_(lexicon.find_class("tense_relative")),
      flashback_(lexicon.find_class("tense_flashback")),
      determiner_(lexicon.find_class("tense_determiner")),
      boundary_(lexicon.find_class("tense_boundary")),
      for_(lexicon.find_class("tense_for")),
      has_(lexicon.find_class("tense_has")),
      to_(lexicon.find_class("tense_to")),
      is_(lexicon.find_class("tense_is")),
      were_(lexicon.find_class("tense_were")),
      coming_(lexicon.find_class("tense_coming")),
      headline_(lexicon.find_class("tense_headline")),
      feminine_(lexicon.find_class("tense_feminine")),
      behind_(lexicon.find_class("tense_behind")),
      aftermath_(lexicon.find_class("tense_aftermath")),
      announces_(lexicon.find_class("tense_announces")),
      holding_(lexicon.find_class("tense_holding")),
      moves_(lexicon.find_class("tense_moves")),
      target_(lexicon.find_class("tense_target")),
      done_(lexicon.find_class("tense_done")),
      signed_(lexicon.find_class("tense_signed")),
      document_(lexicon.find_class("tense_document")),
      scheduled_(lexicon.find_class("tense_scheduled")),
      happened_(lexicon.find_class("tense_happened")),
      of_(lexicon.find_class("tense_of")),
      when_(lexicon.find_class("tense_when")),
      goes_(lexicon.find_class("tense_goes")),
      purpose_(lexicon.find_class("tense_purpose")),
      source_(lexicon.find_class("tense_source")),
      plans_(lexicon.find_class("tense_plans")) {}

void TenseReader::begin(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache) {
  if (cache_ != &cache || generation_ != cache.generation()) forms_.clear();
  generation_ = cache.generation();
  tokens_ = &tokens;
  analyzer_ = &analyzer;
  cache_ = &cache;
}

// What stands before an imperfect decides its time: لم يعقد and كان يعقد are past.
TenseReader::Cue TenseReader::governed(std::uint32_t token, Cue own) const {
  constexpr std::uint32_t kReach = 4;
  if (own != Cue::present || !tokens_->tokens[token].arabic || token == 0) return own;
  if (is(token - 1, jussive_)) return Cue::past;
  if (is(token - 1, future_)) return Cue::future;
  for (std::uint32_t back = 1; back <= kReach && back <= token; ++back) {
    if (tokens_->is_punctuation(token - back) || is(token - back, that_)) break;
    if (is(token - back, was_)) return Cue::past;
  }
  return own;
}

// "التقى الوزيران اللذان يقودان … الجمعة": the main verb rules over the imperfect of a relative clause.
std::uint32_t TenseReader::past_before(std::uint32_t begin, std::uint32_t token) const {
  const std::uint32_t from = token - std::min(token - begin, static_cast<std::uint32_t>(kFar));
  while (token-- > from) {
    if (is(token, that_) && !(token > from && is(token - 1, conjoined_))) return kNoIndex;
    if (cue(token) == Cue::past) return token;
  }
  return kNoIndex;
}

// "رفع البنك المركزي الأوروبي الفائدة الخميس، ويجتمع المركزي الأمريكي الأربعاء"
bool TenseReader::opens_clause(std::uint32_t token) const {
  if (token == 0 || !tokens_->is_punctuation(token - 1)) return false;
  const std::span<const text::Reading> readings = analyzer_->readings(tokens_->tokens[token].analysis);
  return !readings.empty() && std::ranges::any_of(cache_->hits(tokens_->tokens[token].analysis), [&](const rules::Hit& hit) {
    return (readings[hit.reading].proclitics & text::kWa) != 0;
  });
}

bool TenseReader::after_plural(std::uint32_t token) const {
  if (token == 0 || tokens_->tokens[token - 1].kind != text::TokenKind::word) return false;
  const auto is_plural = [&](std::uint32_t t) {
    const std::string_view word = analyzer_->surface(tokens_->tokens[t].analysis);
    return word.size() > 3 && word.ends_with('s');
  };
  // "Voters in Brandenburg go to the polls", but no "villagers in Borno state": behind another verb it is none.
  const auto told_before = [&](std::uint32_t subject) {
    for (std::uint32_t t = subject; t > 0 && !tokens_->tokens[t].line_start && !tokens_->is_punctuation(t);) {
      if (is_verb(--t)) return true;
    }
    return false;
  };
  const bool behind_place = token > 2 && analyzer_->analysis(tokens_->tokens[token - 1].analysis).capitalised && analyzer_->surface(tokens_->tokens[token - 2].analysis) == "in" &&
                            tokens_->tokens[token - 2].kind == text::TokenKind::word && tokens_->tokens[token - 3].kind == text::TokenKind::word &&
                            !told_before(token - 3);
  if (is_plural(behind_place ? token - 3 : token - 1)) return true;
  // "Leaders of the BRICS bloc gather on Friday"
  constexpr std::uint32_t kComplement = 5;
  for (std::uint32_t t = token - 1; t > 0 && token - t <= kComplement && tokens_->tokens[t].kind == text::TokenKind::word; --t) {
    if (is(t, of_) && is_plural(t - 1)) return !told_before(t - 1);
    if (is_verb(t) || is(t, past_)) return false;
  }
  return false;
}

// "Pope Francis visits Dublin"
bool TenseReader::between_names(std::uint32_t token) const {
  const auto name = [&](std::uint32_t t) {
    return tokens_->tokens[t].kind == text::TokenKind::word && analyzer_->analysis(tokens_->tokens[t].analysis).capitalised &&
           analyzer_->surface(tokens_->tokens[t].analysis).size() > 3;
  };
  return token > 0 && token + 1 < tokens_->tokens.size() && name(token - 1) && name(token + 1);
}

// "signed between Ethiopia and Somaliland on 1 January"
bool TenseReader::joins_names(std::uint32_t token) const {
  const auto name = [&](std::uint32_t t) {
    return tokens_->tokens[t].kind == text::TokenKind::word && analyzer_->analysis(tokens_->tokens[t].analysis).capitalised;
  };
  return analyzer_->surface(tokens_->tokens[token].analysis) == "and" && token > 0 && token + 1 < tokens_->tokens.size() && name(token - 1) && name(token + 1);
}

// "cut rates": behind a verb stands its object.
bool TenseReader::is_verb(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  return t.kind == text::TokenKind::word && std::ranges::any_of(cache_->hits(t.analysis), [](const rules::Hit& hit) {
           return hit.sense.pos == rules::Pos::verb;
         });
}

TenseReader::Cue TenseReader::latin_cue(std::uint32_t token) const {
  if (token > 0 && is(token - 1, to_)) return Cue::none;  // "to cut" is of no time
  const text::Token& t = tokens_->tokens[token];
  Cue found = Cue::none;
  for (const rules::Hit& hit : cache_->hits(t.analysis)) {
    if (hit.sense.pos != rules::Pos::verb) continue;
    switch (hit.sense.features.tense) {
      case rules::Tense::past:
        return Cue::past;
      case rules::Tense::present_s:
        if ((!is(token, noun_) || between_names(token)) && (token == 0 || (!is(token - 1, function_) && !is_verb(token - 1))))
          found = Cue::present;
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
      case rules::Tense::gerund:
        break;
    }
  }
  if (found == Cue::none && is(token, base_) && after_plural(token)) found = Cue::present;
  if (found != Cue::none) return found;
  const std::string_view surface = analyzer_->surface(t.analysis);
  return surface.size() > 4 && surface.ends_with("ed") && !analyzer_->analysis(t.analysis).capitalised ? Cue::past
                                                                                                       : Cue::none;
}

TenseReader::Cue TenseReader::verb_cue(std::uint32_t analysis) const {
  const std::span<const text::Reading> readings = analyzer_->readings(analysis);
  // الحاكم is "the ruler" rather than ألحّا + كم.
  const bool definite = std::ranges::any_of(cache_->hits(analysis), [&](const rules::Hit& hit) { return (readings[hit.reading].proclitics & text::kAl) != 0; });
  Cue found = Cue::none;
  bool future = false;
  for (const rules::Hit& hit : cache_->hits(analysis)) {
    if (definite && readings[hit.reading].enclitic != text::Enclitic::none) continue;
    // قبل is "before" far more often than "accepted".
    if (hit.sense.pos == rules::Pos::particle && readings[hit.reading].enclitic == text::Enclitic::none)
      return Cue::none;
    // First persons are rare in news, and spelled like names: سابين is not "I shall show".
    if (hit.sense.pos != rules::Pos::verb || hit.sense.features.person == 1) continue;
    if (hit.sense.features.tense == rules::Tense::perfect) found = Cue::past;
    if (hit.sense.features.tense == rules::Tense::imperfect) {
      if ((readings[hit.reading].proclitics & text::kSa) != 0) {
        future = true;
      } else if (found == Cue::none) {
        found = Cue::present;
      }
    }
  }
  return future && found != Cue::past ? Cue::future : found;  // سيطر is "took control", not the future of طار
}

const TenseReader::Form& TenseReader::form(std::uint32_t analysis) const {
  constexpr std::size_t kLetter = 2;
  if (forms_.size() <= analysis) forms_.resize(std::max<std::size_t>(analysis + 1, analyzer_->size()));
  Form& form = forms_[analysis];
  if (form.known) return form;
  form.known = true;
  form.cue = verb_cue(analysis);
  const std::string folded = text::fold(analyzer_->surface(analysis));
  std::string_view word = folded;
  const bool feminine = word.ends_with("ه") || word.ends_with("ات") || word.ends_with("اء");
  form.masculine = word.starts_with("ال") && word.size() > 4 * kLetter && !feminine;
  if (word.starts_with("و")) word.remove_prefix(kLetter);
  form.five = word.starts_with("ت") &&
              (word.size() == 4 * kLetter || (word.size() == 5 * kLetter && word.substr(2 * kLetter).starts_with("ا")));
  if (form.cue == Cue::none && cache_->hits(analysis).empty()) {  // an unknown word that looks like سيفعل or ستفعل
    const bool s = (word.starts_with("سي") || word.starts_with("ست") || word.starts_with("سن")) &&
                   word.size() >= 5 * kLetter && word.size() <= 8 * kLetter;
    const bool nominal = word.ends_with("ه") || word.ends_with("ي") || word.ends_with("ات");
    if (s && !nominal) form.cue = Cue::future;
  }
  return form;
}

// "كولين لورانس سيكويرا": a word behind another unknown one goes on with a name.
bool TenseReader::goes_on_with_name(std::uint32_t token) const {
  if (token == 0) return false;
  const text::Token& before = tokens_->tokens[token - 1];
  if (before.kind != text::TokenKind::word || !before.arabic || !cache_->hits(before.analysis).empty()) return false;
  return cache_->hits(tokens_->tokens[token].analysis).empty() && !text::fold(analyzer_->surface(before.analysis)).starts_with("ال");
}

// "The move comes a month after the vote of 7 November": what it comes after has been. Of other verbs "in the wake of" says so, and "after" may
// be ahead.
bool TenseReader::comes_after(std::uint32_t cue, std::uint32_t date) const {
  const rules::ClassId behind = is(cue, coming_) ? behind_ : aftermath_;
  for (std::uint32_t token = cue + 1; token < date; ++token) {
    if (is(token, behind)) return true;
  }
  return false;
}

// "تأجلت القمة إلى سبتمبر", "extended the truce until June": the day that something is put off or drawn out to lies ahead.
bool TenseReader::is_moved(std::uint32_t first, rules::ClassId preposition) const {
  constexpr std::uint32_t kPhrase = 10;
  if (first == 0 || !is(first - 1, preposition)) return false;
  for (std::uint32_t t = first - 1, steps = 0; t > 0 && steps < kPhrase && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (tokens_->is_comma(t)) t = aside_start(t);  // "أرجئت الانتخابات، التي كانت مقررة في ديسمبر، إلى مارس"
    if (tokens_->is_punctuation(t) && !is(t + 1, relative_)) return false;
    if (is(t, moves_)) return true;
  }
  return false;
}

// "أعلن إجراء انتخابات مبكرة في 25 يونيو", "دعا إلى استفتاء في 25 يوليو": what is announced to be held is to come.
bool TenseReader::is_announced(std::uint32_t begin, std::uint32_t first) const {
  constexpr std::uint32_t kPhrase = 14, kName = 5;  // "انتخابات رئاسية مبكرة في"
  std::uint32_t event = kNoIndex;
  for (std::uint32_t t = first, steps = 0; t > begin && steps < kName && event == kNoIndex; ++steps) {
    --t;
    if (tokens_->tokens[t].kind != text::TokenKind::word || cue(t) == Cue::past) return false;
    if (is(t, scheduled_)) event = t;
  }
  if (event == kNoIndex || event < begin + 2) return false;
  if (!is(event - 1, holding_) && tokens_->word(event - 1) != "إلى") return false;
  for (std::uint32_t t = event - 1, steps = 0; t > begin && steps < kPhrase; ++steps) {
    --t;
    if (tokens_->is_punctuation(t) || is(t, relative_)) return false;
    if (is(t, announces_)) return true;
  }
  return false;
}

// "ويقضي الاتفاق الموقع في 20 ديسمبر", "القرار الصادر يوم الجمعة": what is done by then. But "زار الموقع" is the site.
bool TenseReader::is_of_done(std::uint32_t begin, std::uint32_t first) const {
  constexpr std::uint32_t kPreposition = 2;  // the participle, and a preposition at most
  constexpr std::uint32_t kPhrase = 4;       // "اتفاق السلام الشامل الموقع"
  for (std::uint32_t back = 1; back <= kPreposition && first >= begin + back + 1; ++back) {
    const std::uint32_t participle = first - back;
    if (is(participle, done_)) return cue(participle - 1) == Cue::none;
    if (!is(participle, signed_)) continue;
    for (std::uint32_t t = participle; t > begin && participle - t < kPhrase;) {
      if (is(--t, document_)) return true;
    }
  }
  return false;
}

// "The central bank announces on Sunday a rise": a headline, its subject before the verb, tells in the present of what was done.
bool TenseReader::in_headline(std::uint32_t begin, std::uint32_t cue) const {
  constexpr std::uint32_t kSubject = 8;
  if (cue == begin || cue - begin > kSubject || !is(cue, headline_)) return false;
  for (std::uint32_t token = begin; token < cue; ++token) {
    if (step_cost(token) > 1) return false;
  }
  return true;
}

bool TenseReader::tells_of_now(std::uint32_t token) const {
  const auto after = std::ranges::upper_bound(tokens_->sentences, token, {}, &text::Sentence::first);
  if (after == tokens_->sentences.begin()) return false;
  for (std::uint32_t t = (after - 1)->first; t < (after - 1)->last; ++t) {
    if (is(t, has_)) return true;
  }
  return false;
}

bool TenseReader::is_since(std::uint32_t first) const { return first > 0 && is(first - 1, since_); }

// "أسوأ حادث منذ انهيار منجم في منغوليا في 22 فبراير 2023": what something is compared with, not where the text goes on.
bool TenseReader::is_since_phrase(std::uint32_t first) const {
  constexpr std::uint32_t kPhrase = 12;
  for (std::uint32_t t = first, steps = 0; t > 0 && steps < kPhrase; ++steps) {
    --t;
    const text::Token& token = tokens_->tokens[t];
    if (token.kind != text::TokenKind::word) {
      if (token.kind == text::TokenKind::punctuation) return false;
      continue;
    }
    if (!token.arabic || is(t, boundary_)) return false;
    if (is(t, since_)) return true;
    if (cue(t) != Cue::none || token.line_start) return false;
  }
  return false;
}

bool TenseReader::is_until_phrase(std::uint32_t first) const {
  constexpr std::uint32_t kPhrase = 8;  // words
  for (std::uint32_t t = first; t > first - std::min(first, kPhrase);) {
    if (tokens_->tokens[t].line_start) return false;
    --t;
    if (tokens_->tokens[t].kind != text::TokenKind::word || is(t, boundary_)) return false;
    if (is(t, until_)) return true;
  }
  return false;
}

bool TenseReader::is_flashback(std::uint32_t token) const {
  constexpr std::uint32_t kClause = 20;  // words
  bool marked = false;
  for (std::uint32_t t = token; t > token - std::min(token, kClause);) {
    if (tokens_->tokens[t].line_start) return false;
    --t;
    if (tokens_->is(t, U'.')) return false;
    marked = marked || is(t, flashback_);
    if (marked && (!tokens_->tokens[t].arabic || is(t, was_))) return true;
  }
  return false;
}

bool TenseReader::in_relative_clause(std::uint32_t token) const {
  constexpr std::uint32_t kClause = 15;  // words
  for (std::uint32_t t = token; t > token - std::min(token, kClause);) {
    if (tokens_->tokens[t].line_start) return false;
    --t;
    if (tokens_->is_punctuation(t) && !tokens_->is(t, U'-')) return false;
    if (is(t, relative_)) return true;
    if (tokens_->word(t) == "that" && t + 1 < token && cue(t + 1) == Cue::past) return true;  // "a summit that had opened"
  }
  return false;
}

bool TenseReader::is_fixed(std::uint32_t first) const { return first > 0 && is(first - 1, for_); }

bool TenseReader::is_scheduled(std::uint32_t first, std::uint32_t last) const {
  if (first > 0 && (is(first - 1, scheduled_) || (first > 1 && is(first - 1, of_) && is(first - 2, scheduled_)))) return true;
  return noun_behind(last, scheduled_) != kNoIndex;
}

bool TenseReader::is_within(std::uint32_t first) const {
  if (first < 2) return false;
  const std::string_view before = tokens_->word(first - 2);
  const bool opens = first == 2 || tokens_->tokens[first - 2].line_start || tokens_->tokens[first - 3].kind != text::TokenKind::word;
  return opens && (before == "in" || before == "In" || before == "في" || before == "وفي");
}

// "the 7 November presidential election": the English noun of the class that the date before `last` is an attribute of.
std::uint32_t TenseReader::noun_behind(std::uint32_t last, rules::ClassId cls) const {
  const auto& tokens = tokens_->tokens;
  constexpr std::uint32_t kNoun = 2;
  for (std::uint32_t token = last; token < std::min<std::size_t>(tokens.size(), last + kNoun); ++token) {
    if (is(token, cls)) return token;
    if (tokens[token].kind != text::TokenKind::word || tokens[token].arabic || cue(token) != Cue::none) break;
  }
  return kNoIndex;
}

// "must respect the May 18 accord", "the cause of Friday's blast is not known", «لا تزال تنتظر بعد هجوم 7 أكتوبر»: what is called by its day has been,
// whatever the clause tells.
std::uint32_t TenseReader::happened(std::uint32_t begin, std::uint32_t first, std::uint32_t last) const {
  if (first == begin && last >= tokens_->tokens.size()) return kNoIndex;
  const bool weekday = tokens_->tokens[first].kind == text::TokenKind::word;
  if (first > begin && is(first - 1, happened_) && !weekday) return first - 1;
  const bool owner = last < tokens_->tokens.size() && text::is_possessive(tokens_->word(last));
  if (!owner && (first == begin || !is(first - 1, determiner_))) return kNoIndex;
  return noun_behind(owner ? last + 1 : last, happened_);
}

bool TenseReader::is_gone_to(std::uint32_t first) const {
  constexpr std::uint32_t kNoun = 10, kVerb = 20;
  bool noun = false;
  bool purpose = false;
  for (std::uint32_t t = first; t > first - std::min(first, kVerb) && !tokens_->tokens[t].line_start;) {
    --t;
    if (tokens_->is_punctuation(t)) return false;
    if (purpose) {
      if (is(t, goes_)) return true;
      continue;
    }
    if (first - t > kNoun) return false;
    if (is(t, purpose_)) {
      if (!noun) return false;
      purpose = true;
    } else if (is_verb(t) && !is(t, scheduled_)) {
      return false;
    }
    noun = noun || is(t, scheduled_);
  }
  return false;
}

bool TenseReader::is_joined(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (is(t, boundary_) && !joins_names(t)) return true;
  }
  return false;
}

bool TenseReader::is_plan(std::uint32_t cue) const { return cue < tokens_->tokens.size() && is(cue, plans_); }

bool TenseReader::is_masculine(std::uint32_t token) const {
  return token < tokens_->tokens.size() && tokens_->tokens[token].kind == text::TokenKind::word &&
         form(tokens_->tokens[token].analysis).masculine && !is(token, feminine_);
}

// "تنظر المحكمة في طعن", "تصدر المحكمة حكمها": no verb stands behind a preposition, nor a second one behind a definite noun of its clause.
bool TenseReader::is_noun_here(std::uint32_t token) const {
  constexpr std::uint32_t kClause = 8;
  if (token == 0 || tokens_->tokens[token].line_start || tokens_->tokens[token - 1].kind != text::TokenKind::word) return false;
  const std::string_view word = analyzer_->surface(tokens_->tokens[token].analysis);
  if (word.starts_with("و") || word.starts_with("ف")) return false;
  if (is(token - 1, function_)) return true;
  if (form(tokens_->tokens[token].analysis).cue != Cue::past) return false;
  if (!analyzer_->surface(tokens_->tokens[token - 1].analysis).starts_with("ال")) return false;
  for (std::uint32_t t = token - 1; t-- > token - std::min(token, kClause);) {
    if (tokens_->tokens[t].kind != text::TokenKind::word || is(t, boundary_)) return false;
    const Cue before = form(tokens_->tokens[t].analysis).cue;
    if (before == Cue::present || before == Cue::future || is_subjunctive(t)) return !is(t, was_);
    if (tokens_->tokens[t].line_start) return false;
  }
  return false;
}

// تجدد القتال, القتال تجدد: not "she renews", as the noun beside it is no feminine one.
TenseReader::Cue TenseReader::arabic_cue(std::uint32_t token) const {
  const Form own = form(tokens_->tokens[token].analysis);
  if (own.cue == Cue::future && goes_on_with_name(token)) return Cue::none;
  if (own.cue != Cue::none && is_noun_here(token)) return Cue::none;
  const bool renewed =
      own.cue == Cue::present && own.five && ((token > 0 && is_masculine(token - 1)) || is_masculine(token + 1));
  return renewed ? Cue::past : own.cue;
}

// "a summit to be held on Wednesday", "to take place": to come, whatever the main verb tells; but not "believed to be held".
bool TenseReader::is_to_come(std::uint32_t token) const {
  const bool held = token > 2 && tokens_->word(token) == "held" && tokens_->word(token - 1) == "be";
  if (!held && !(token > 1 && tokens_->word(token) == "place" && tokens_->word(token - 1) == "take")) return false;
  const std::uint32_t to = token - 2;
  if (to == 0 || !is(to, to_)) return false;
  const std::uint32_t noun = to - 1;
  if (tokens_->tokens[noun].kind != text::TokenKind::word || is(noun, scheduled_)) return true;
  return !tokens_->word(noun).ends_with("ed") && !is_verb(noun) && cue(noun) == Cue::none;
}

// "be held", "be formally signed": the auxiliary before it has the tense.
bool TenseReader::is_passive(std::uint32_t token) const {
  return (token > 0 && is(token - 1, be_)) || (token > 1 && is(token - 2, be_));
}

TenseReader::Cue TenseReader::cue(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  if (t.kind != text::TokenKind::word) return Cue::none;
  if (!t.arabic && !t.line_start && analyzer_->analysis(t.analysis).capitalised && is(token, month_)) return Cue::none;
  if (is_ahead(token)) return Cue::none;
  // "The vote was due on Tuesday": on either side.
  if (is(token, future_)) return !t.arabic && token > 0 && is(token - 1, were_) ? Cue::near : Cue::future;
  if (is(token, near_)) return Cue::near;
  if (token > 0 && is(token, to_)) {  // "are to meet", "was to have met"
    if (is(token - 1, is_)) return Cue::future;
    if (is(token - 1, were_)) return Cue::near;
  }
  if (!t.arabic && is_to_come(token)) return Cue::future;
  if (!t.arabic && is_passive(token)) return Cue::none;
  if (t.arabic && (is(token, noun_) || is_planned(token))) return Cue::none;
  if (t.arabic && is_subjunctive(token)) return governed(token, Cue::present);
  if (is(token, past_)) return t.arabic && is_noun_here(token) ? Cue::none : Cue::past;
  if (is(token, present_)) return governed(token, Cue::present);
  return t.arabic ? governed(token, arabic_cue(token)) : latin_cue(token);
}

// "من المنتظر أن تقدم الحكومة", "لن تتسلم": spelled like "he advanced", but behind «أن» and «لن» stands an imperfect.
bool TenseReader::is_subjunctive(std::uint32_t token) const {
  if (token == 0 || !form(tokens_->tokens[token].analysis).five || tokens_->tokens[token - 1].kind != text::TokenKind::word) return false;
  const std::string_view before = tokens_->word(token - 1);
  return before == "أن" || before == "وأن" || before == "لن" || before == "ولن";
}

// "قرر الوزراء عقد اجتماع", "اتفقا على إعادة فتح السفارة": the verbal noun of what is planned, spelled like the past.
bool TenseReader::is_planned(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 8;
  const auto masdar = [](const rules::Hit& hit) { return hit.sense.features.tense == rules::Tense::masdar; };
  if (!is(token, past_) && std::ranges::none_of(cache_->hits(tokens_->tokens[token].analysis), masdar)) return false;
  for (std::uint32_t back = 1; back <= kReach && back <= token; ++back) {
    if (tokens_->is_punctuation(token - back) || is(token - back, that_) || is(token - back, relative_)) return false;
    if (is_plan(token - back) || is(token - back, future_)) return true;
  }
  return false;
}

// "On August 22 the court, which is stacked with loyalists, certified it": the comma that closes the clause which the comma opens.
std::uint32_t TenseReader::aside_end(std::uint32_t token, std::uint32_t end) const {
  if (!tokens_->is(token, U',') || token + 1 >= end || !is(token + 1, relative_)) return token;
  const std::uint32_t closing = tokens_->comma_behind(token + 2, end, [](std::uint32_t) { return false; });
  return closing == kNoIndex ? token : closing;
}

// The comma that opens the relative clause which the comma closes, or that comma itself.
std::uint32_t TenseReader::aside_start(std::uint32_t token) const {
  constexpr std::uint32_t kAside = 15;
  const std::uint32_t open = tokens_->comma_before(token, token - std::min(token, kAside), [&](std::uint32_t t) { return tokens_->tokens[t].line_start; });
  return open != kNoIndex && is(open + 1, relative_) ? open : token;
}

// "will resume talks in Nairobi, the Kenyan capital, on Monday, a mediator announced": the comma that opens the name's apposition right before
// a date, or the token.
std::uint32_t TenseReader::apposition_start(std::uint32_t token, std::uint32_t begin, std::uint32_t date) const {
  constexpr std::uint32_t kApposition = 7, kPreposition = 1;
  if (date - token > kPreposition + 1 || !tokens_->is_comma(token)) return token;
  const auto tells = [&](std::uint32_t t) { return !tokens_->is_punctuation(t) && (cue(t) != Cue::none || is(t, relative_) || is(t, boundary_)); };
  const std::uint32_t open = tokens_->comma_before(token, std::max(begin, token > kApposition ? token - kApposition : 0U), tells);
  return open == kNoIndex || open <= begin || open + 1 == token ? token : open;
}

int TenseReader::step_cost(std::uint32_t token) const {
  const text::Token& t = tokens_->tokens[token];
  if (t.kind == text::TokenKind::punctuation) {
    return t.value == U',' || t.value == U'،' || t.value == U';' || t.value == U'؛' || t.value == U':' ? kClauseCost
                                                                                                       : 1;
  }
  if (t.kind != text::TokenKind::word) return 1;
  if (is(token, boundary_)) return joins_names(token) ? 1 : kClauseCost;
  const std::span<const text::Reading> readings = analyzer_->readings(t.analysis);
  return t.arabic && !readings.empty() && (readings.front().proclitics & text::kWa) != 0 ? kAndCost : 1;
}

// "– 24 July: fighting breaks out": the present of an entry in a chronology is the past.
bool TenseReader::heads_entry(std::uint32_t begin, std::uint32_t first, std::uint32_t last, std::uint32_t end) const {
  if (last >= end || !tokens_->is(last, U':')) return false;
  for (std::uint32_t token = begin; token < first; ++token) {
    if (!tokens_->is_punctuation(token)) return false;
  }
  return true;
}

// قبل is "accepted" where a clause begins.
bool TenseReader::is_ahead(std::uint32_t token) const {
  return is(token, ahead_) && token > 0 && !tokens_->tokens[token].line_start && tokens_->tokens[token - 1].kind == text::TokenKind::word;
}

// "a chance before the congress in October": the word before a noun that the date belongs to, or kNoIndex.
std::uint32_t TenseReader::ahead_of(std::uint32_t begin, std::uint32_t first) const {
  constexpr std::uint32_t kPhrase = 8;  // words
  for (std::uint32_t token = first; token-- > begin && first - token <= kPhrase;) {
    if (tokens_->tokens[token].kind != text::TokenKind::word) return kNoIndex;
    if (is_ahead(token)) return token + 1 < first ? token : kNoIndex;
  }
  return kNoIndex;
}

TenseReader::Reading TenseReader::at(std::uint32_t first, std::uint32_t last) const {
  const auto& sentences = tokens_->sentences;
  const auto after = std::ranges::upper_bound(sentences, first, {}, &text::Sentence::first);
  const std::uint32_t begin = after == sentences.begin() ? 0 : (after - 1)->first;
  const std::uint32_t end = after == sentences.begin() ? last : (after - 1)->last;
  if (first > begin && (is(first - 1, since_) || is_since_phrase(first)))
    return {.tense = ClauseTense::past, .sure = true, .until = false, .distance = 0, .cue = first - 1};
  // "حددت الحكومة 23 سبتمبر موعدا للانتخابات"
  const auto word = [&](std::uint32_t t) { return t < end ? tokens_->word(t) : std::string_view(); };
  const bool as_date = word(last) == "as" && (word(last + 1) == "the" || word(last + 1) == "a") && (word(last + 2) == "date" || word(last + 2) == "day");
  if (as_date || word(last) == "موعدا") return {.tense = ClauseTense::future, .sure = true, .until = false, .distance = 0, .cue = last};
  if (is_new_day(first)) return {.tense = ClauseTense::future, .sure = true, .until = false, .distance = 0, .cue = first - 1};
  if (is_announced(begin, first)) return {.tense = ClauseTense::future, .sure = true, .until = false, .distance = 0, .cue = first - 1};
  if (const std::uint32_t noun = happened(begin, first, last); noun != kNoIndex) return {.tense = ClauseTense::past, .sure = true, .until = false, .distance = 0, .cue = noun};
  if (is_of_done(begin, first)) return {.tense = ClauseTense::past, .sure = true, .until = false, .distance = 0, .cue = first - 1};
  int best_cost = kFar;
  Cue best = Cue::none;
  std::uint32_t best_token = kNoIndex;
  const auto look = [&](std::uint32_t token, int cost) {
    const Cue found = cue(token);
    if (found == Cue::none || cost >= best_cost) return false;
    const std::uint32_t past =
        found == Cue::present && tokens_->tokens[token].arabic && !opens_clause(token) ? past_before(begin, token) : kNoIndex;
    best = past != kNoIndex ? Cue::past : found;
    best_token = past != kNoIndex ? past : token;
    best_cost = cost;
    return true;
  };
  int cost = 0;
  for (std::uint32_t token = first; token-- > begin && cost < kFar;) {
    if (look(token, cost)) break;
    if (const std::uint32_t open = apposition_start(token, begin, first); open < token) {
      token = open;
      ++cost;
      continue;
    }
    cost += step_cost(token);
  }
  // "On 22 May the two sides met": nothing but its preposition stands before the date.
  const bool opens = first <= begin + 1;
  cost = opens ? 0 : kAfterCost;
  const auto look_right = [&](bool over_asides) {
    for (std::uint32_t token = last; token < end && cost < best_cost; ++token) {
      if (look(token, cost)) break;
      cost += step_cost(token);
      if (over_asides) token = aside_end(token, end);
    }
  };
  look_right(true);
  if (best == Cue::none) {
    cost = opens ? 0 : kAfterCost;
    look_right(false);
  }
  if (best == Cue::present && ((best_token < first && (comes_after(best_token, first) || in_headline(begin, best_token))) ||
                               heads_entry(begin, first, last, end))) {
    best = Cue::past;
  }
  Reading reading{.tense = ClauseTense::past,
                  .sure = best == Cue::past || best == Cue::future,
                  .until = false,
                  .distance = best_cost,
                  .cue = best_token};
  if (best == Cue::none && first > begin) reading.cue = is(first - 1, until_) ? first - 1 : ahead_of(begin, first);
  reading.until = best == Cue::none && reading.cue != kNoIndex;
  switch (best) {
    case Cue::none:
    case Cue::past:
      break;
    case Cue::present:
      reading.tense = ClauseTense::present;
      break;
    case Cue::future:
      reading.tense = ClauseTense::future;
      break;
    case Cue::near:
      reading.tense = ClauseTense::near;
      break;
  }
  return reading;
}

}  // namespace tarikh::timex
