// Whether a clause speaks of the past or of what is to come, as far as a date in it depends on that. The nearest
// cue decides: a finite verb, an auxiliary, a phrase such as "scheduled". News without a cue is past.
#pragma once

#include <vector>

#include "rules/lexicon.h"
#include "rules/word_cache.h"
#include "tarikh/extraction.h"
#include "text/tokens.h"

namespace tarikh::timex {

/// `near`: a future seen from the past ("said it would meet on Monday").
enum class ClauseTense : std::uint8_t { past, present, future, near };

class TenseReader {
 public:
  explicit TenseReader(const rules::Lexicon& lexicon);
  void begin(const text::Tokens& tokens, const text::Analyzer& analyzer, const rules::WordCache& cache);

  struct Reading {
    ClauseTense tense = ClauseTense::past;
    bool sure = false;   ///< a cue was found
    bool until = false;  ///< no cue, and until, by or حتى before it
    int distance = 0;    ///< of the cue, in words
    std::uint32_t cue = kNoIndex;  ///< token
  };
  /// Of the clause around tokens [first, last).
  [[nodiscard]] Reading at(std::uint32_t first, std::uint32_t last) const;
  /// Whether the sentence of the token is in the present perfect, which leaves a story of the past.
  [[nodiscard]] bool tells_of_now(std::uint32_t token) const;
  /// Whether the day that begins at the token is one that something is fixed for: "called a session for Thursday".
  [[nodiscard]] bool is_fixed(std::uint32_t first) const;
  /// Whether the word that tells the tense is of a plan ("agreed to", «قرر»): what it is about lies ahead of it.
  [[nodiscard]] bool is_plan(std::uint32_t cue) const;
  /// "when", «حين»: what follows happened then.
  [[nodiscard]] bool is_when(std::uint32_t token) const { return is(token, when_); }
  /// Whether another clause is joined on between two tokens: "In 2019 he was convicted, but in June …".
  [[nodiscard]] bool is_joined(std::uint32_t begin, std::uint32_t end) const;
  /// "flew in on Monday for a summit with Putin on Wednesday": the day of what one goes to.
  [[nodiscard]] bool is_gone_to(std::uint32_t first) const;
  /// "in the October 2 …", «في انتخابات 2 أكتوبر»: the clause opens with what the date belongs to, and tells what was done in it.
  [[nodiscard]] bool is_within(std::uint32_t first) const;
  /// Right behind «إلا»: "not before".
  [[nodiscard]] bool is_only_after(std::uint32_t first) const { return first > 0 && tokens_->word(first - 1) == "إلا"; }
  /// Whether "since" stands before the token: the day bounds a state rather than being told of.
  [[nodiscard]] bool is_since(std::uint32_t first) const;
  [[nodiscard]] bool is_since_phrase(std::uint32_t first) const;
  [[nodiscard]] bool is_until_phrase(std::uint32_t first) const;
  /// Whether the words from a relative pronoun on lead to the token: "where troops had stormed the palace on 26 June".
  [[nodiscard]] bool in_relative_clause(std::uint32_t token) const;
  /// Whether the clause of the token looks back: "had backed it in 2022", «كان قد أيدها عام 2022».
  [[nodiscard]] bool is_flashback(std::uint32_t token) const;
  /// Whether something is put off or drawn out to the expression that begins at the token.
  [[nodiscard]] bool is_new_day(std::uint32_t first) const { return is_moved(first, target_); }
  /// "postponed from June": the day that is no more.
  [[nodiscard]] bool is_old_day(std::uint32_t first) const { return is_moved(first, source_); }
  [[nodiscard]] bool is_behind(std::uint32_t token) const { return is(token, behind_); }
  [[nodiscard]] bool is_determiner(std::uint32_t token) const { return is(token, determiner_); }
  /// Whether tokens [first, last) date a noun that is held by appointment, whatever the clause is about: "the election of 22
  /// October", "انتخابات 7 نوفمبر".
  [[nodiscard]] bool is_scheduled(std::uint32_t first, std::uint32_t last) const;

 private:
  enum class Cue : std::uint8_t { none, past, future, present, near };
  /// What an Arabic word form tells by itself, whatever its marks.
  struct Form {
    bool known = false;
    Cue cue = Cue::none;
    bool five = false;       ///< تجدد, تعاون: "it renewed itself" or "she renews"
    bool masculine = false;  ///< a definite noun without a feminine ending
  };
  [[nodiscard]] Cue cue(std::uint32_t token) const;
  [[nodiscard]] bool is_moved(std::uint32_t first, rules::ClassId preposition) const;
  [[nodiscard]] bool is_passive(std::uint32_t token) const;
  [[nodiscard]] bool is_to_come(std::uint32_t token) const;
  [[nodiscard]] bool between_names(std::uint32_t token) const;
  [[nodiscard]] bool joins_names(std::uint32_t token) const;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool after_plural(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, rules::ClassId cls) const {
    const text::Token& t = tokens_->tokens[token];
    const bool may_be = t.kind == text::TokenKind::word && (cache_->class_mask(t.analysis) & rules::WordCache::bit(cls)) != 0;
    return may_be && cache_->find(t.analysis, cls) != nullptr;
  }
  /// The token of a past; kNoIndex if there is none.
  [[nodiscard]] std::uint32_t past_before(std::uint32_t begin, std::uint32_t token) const;
  [[nodiscard]] Cue governed(std::uint32_t token, Cue own) const;
  [[nodiscard]] const Form& form(std::uint32_t analysis) const;
  [[nodiscard]] Cue verb_cue(std::uint32_t analysis) const;
  [[nodiscard]] bool is_verb(std::uint32_t token) const;
  [[nodiscard]] bool is_ahead(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t ahead_of(std::uint32_t begin, std::uint32_t first) const;
  [[nodiscard]] bool heads_entry(std::uint32_t begin, std::uint32_t first, std::uint32_t last, std::uint32_t end) const;
  [[nodiscard]] bool is_planned(std::uint32_t token) const;
  [[nodiscard]] bool is_masculine(std::uint32_t token) const;
  [[nodiscard]] bool is_noun_here(std::uint32_t token) const;
  [[nodiscard]] bool goes_on_with_name(std::uint32_t token) const;
  [[nodiscard]] bool is_announced(std::uint32_t begin, std::uint32_t first) const;
  [[nodiscard]] bool is_of_done(std::uint32_t begin, std::uint32_t first) const;
  [[nodiscard]] std::uint32_t noun_behind(std::uint32_t last, rules::ClassId cls) const;
  [[nodiscard]] std::uint32_t happened(std::uint32_t begin, std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_subjunctive(std::uint32_t token) const;
  [[nodiscard]] bool comes_after(std::uint32_t cue, std::uint32_t date) const;
  [[nodiscard]] bool in_headline(std::uint32_t begin, std::uint32_t cue) const;
  [[nodiscard]] Cue latin_cue(std::uint32_t token) const;
  [[nodiscard]] Cue arabic_cue(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t aside_end(std::uint32_t token, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t aside_start(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t apposition_start(std::uint32_t token, std::uint32_t begin, std::uint32_t date) const;
  [[nodiscard]] int step_cost(std::uint32_t token) const;

  rules::ClassId past_ = 0;    ///< tense_past: had, was, كان
  rules::ClassId future_ = 0;  ///< tense_future: will, scheduled, سوف, من المقرر
  rules::ClassId present_ = 0;
  rules::ClassId near_ = 0;          ///< tense_near: would
  rules::ClassId noun_ = 0;          ///< tense_noun: talks, attacks, وفقا; no verb
  rules::ClassId function_ = 0;      ///< tense_function: the, of; what follows is no finite verb
  rules::ClassId since_ = 0;         ///< tense_since: since, منذ; the day is past
  rules::ClassId until_ = 0;         ///< tense_until: until, by, حتى; a day to come, unless a verb says otherwise
  rules::ClassId ahead_ = 0;         ///< tense_ahead: before, قبيل; so is the day of a noun behind it
  rules::ClassId month_ = 0;         ///< a capitalised May is none of the cues
  rules::ClassId jussive_ = 0;       ///< tense_jussive: لم; a following imperfect is past
  rules::ClassId was_ = 0;           ///< tense_was: كان; so is one a little further on
  rules::ClassId that_ = 0;          ///< tense_that: أن; the clause after it has a time of its own
  rules::ClassId conjoined_ = 0;     ///< tense_conjoined: قبل, before أن; that clause goes with the main one
  rules::ClassId be_ = 0;            ///< tense_be: be, been; "will be held" is not past
  rules::ClassId base_ = 0;          ///< tense_base: vote, meet; a present behind a plural
  rules::ClassId relative_ = 0;      ///< tense_relative: who, الذي
  rules::ClassId flashback_ = 0;     ///< tense_flashback: had, قد behind كان
  rules::ClassId determiner_ = 0;    ///< tense_determiner: the, its
  rules::ClassId boundary_ = 0;      ///< tense_boundary: which, but, حيث
  rules::ClassId for_ = 0;           ///< tense_for: for
  rules::ClassId has_ = 0;           ///< tense_has: has, have
  rules::ClassId to_ = 0;            ///< tense_to: "is to meet", "was to meet"
  rules::ClassId is_ = 0;            ///< tense_is: is, are
  rules::ClassId were_ = 0;          ///< tense_were: was, were
  rules::ClassId coming_ = 0;        ///< tense_coming: "the move comes …", "تأتي الخطوة …"
  rules::ClassId headline_ = 0;      ///< tense_headline: يعلن, "تعتقل"; nobody announces them beforehand
  rules::ClassId feminine_ = 0;      ///< tense_feminine: المكسيك, without an ending that says so
  rules::ClassId behind_ = 0;        ///< tense_behind: after, بعد
  rules::ClassId aftermath_ = 0;     ///< tense_aftermath: عقب, إثر
  rules::ClassId announces_ = 0;     ///< tense_announces: أعلن, دعا
  rules::ClassId holding_ = 0;       ///< tense_holding: إجراء, عقد
  rules::ClassId moves_ = 0;         ///< tense_moves: postpone, extend
  rules::ClassId target_ = 0;        ///< tense_target: to, until
  rules::ClassId done_ = 0;          ///< tense_done: الصادر, المبرم
  rules::ClassId signed_ = 0;        ///< tense_signed: الموقع, which is also a site
  rules::ClassId document_ = 0;      ///< tense_document: what is signed
  rules::ClassId scheduled_ = 0;     ///< tense_scheduled: election, summit, انتخابات
  rules::ClassId happened_ = 0;      ///< tense_happened: attack, accord, هجوم; what is called by its day and has been
  rules::ClassId of_ = 0;            ///< tense_of: of
  rules::ClassId when_ = 0;          ///< tense_when: when, حين
  rules::ClassId goes_ = 0;          ///< tense_goes: fly, وصل
  rules::ClassId purpose_ = 0;       ///< tense_purpose: for, للمشاركة
  rules::ClassId source_ = 0;        ///< tense_source: postponed from, من
  rules::ClassId plans_ = 0;         ///< tense_plans: اتفق, قرر
  mutable std::vector<Form> forms_;  // by analysis
  std::uint32_t generation_ = 0;     // of the WordCache that forms_ go with
  const text::Tokens* tokens_ = nullptr;
  const text::Analyzer* analyzer_ = nullptr;
  const rules::WordCache* cache_ = nullptr;
};

}  // namespace tarikh::timex
