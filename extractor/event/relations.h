// Who stands where around a trigger: subject, object, genitive, nationality adjective, prepositional phrases.
// Arabic reads verb-subject-object and subject-verb-object; the article, clitics and agreement tell them apart.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "event/rules.h"
#include "event/structure.h"

namespace tarikh::event {

/// A mention in a slot of a trigger.
struct Filler {
  std::uint32_t mention = 0;
  Slot slot = Slot::agent;
  text::WordId preposition = text::kNoWord;
  std::uint16_t distance = 0;  ///< tokens between it and the trigger
  bool implied = false;        ///< carried over from an earlier clause (pronoun subject)
  std::uint32_t pronoun = kNoIndex;  ///< token that stands for it: "she", "the two"
};

/// What the text so far lets a pronoun or a verb without a subject refer to.
struct Discourse {
  std::vector<std::uint32_t> subjects;  ///< mentions of the last subject
  std::uint32_t sentence = 0;           ///< where it stood
  std::uint32_t person = kNoIndex;      ///< mention of the last subject that was a person
};

/// What stands as the subject of an English verb: a mention, a pronoun, or a noun that is neither (unknown); nothing at all
/// where the verb opens its sentence.
struct EnglishSubject {
  std::uint32_t mention = kNoIndex;
  std::uint32_t pronoun = kNoIndex;
  bool unknown = false;

  static EnglishSubject of(std::uint32_t mention) { return {.mention = mention, .pronoun = kNoIndex, .unknown = false}; }
  static EnglishSubject by_pronoun(std::uint32_t token) { return {.mention = kNoIndex, .pronoun = token, .unknown = false}; }
  static EnglishSubject nobody() { return {.mention = kNoIndex, .pronoun = kNoIndex, .unknown = true}; }
};

class Relations {
 public:
  explicit Relations(const Structure& structure);

  /// Every slot of the trigger word at `token`, but for its surroundings. `verbal`: it is a finite verb here; otherwise a noun. Of the sense only the
  /// features and is_speech() count.
  void find(const text::Sentence& sentence, std::uint32_t token, const rules::Sense& sense, bool verbal,
            const Discourse& discourse, std::vector<Filler>& out);

  /// The slots before, after and sentence: what stands near, whatever its part.
  void surroundings(const text::Sentence& sentence, std::uint32_t token, std::vector<Filler>& out) const;

  /// The finite verb that the noun at `token` belongs to, or kNoIndex.
  /// Whether the noun may be the object of the verb before it: nothing but names and adjectives stands between.
  [[nodiscard]] bool is_object(std::uint32_t verb, std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t governing_verb(const text::Sentence& sentence, std::uint32_t token) const;

  /// Whether the sense is one of saying something: its speaker may stand behind it.
  [[nodiscard]] bool is_speech(const rules::Sense& sense) const { return speech_[sense.cls]; }

  /// Whether the English verb at `token` is passive.
  [[nodiscard]] bool is_passive(const text::Sentence& sentence, std::uint32_t token, const rules::Sense& sense) const;

 private:
  void arabic_verb(const text::Sentence&, std::uint32_t token, const rules::Sense&, const Discourse&, std::vector<Filler>&);
  void arabic_passive(const text::Sentence&, std::uint32_t token, std::vector<Filler>&);
  void arabic_noun(const text::Sentence&, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  void english_verb(const text::Sentence&, std::uint32_t token, const rules::Sense&, const Discourse&, std::vector<Filler>&);
  void english_noun(const text::Sentence&, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  void prepositions(const text::Sentence&, std::uint32_t token, bool verbal, std::vector<Filler>&);
  void add_dateline(std::uint32_t token, std::vector<Filler>& out) const;
  void add_place_meant(std::uint32_t token, std::vector<Filler>&) const;
  void topic(std::uint32_t token, std::vector<Filler>&) const;
  [[nodiscard]] std::uint32_t arabic_shared_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool may_be_relative_of(std::uint32_t relative, std::uint32_t mention) const;
  void arabic_relative(const text::Sentence&, std::uint32_t token, std::vector<Filler>&);
  [[nodiscard]] bool opens_clause(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_clause_head(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_adjacent_subject(const text::Sentence&, std::uint32_t token) const;
  void arabic_possessor(const text::Sentence&, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  [[nodiscard]] std::uint32_t arabic_right_subject(const text::Sentence&, std::uint32_t token, bool& unknown_noun) const;
  [[nodiscard]] std::uint32_t before_aside(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_left_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_topic(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t person_of_title(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool unknown_subject_before(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool is_oblique(std::uint32_t mention) const;
  [[nodiscard]] bool is_title(std::uint32_t token) const;
  [[nodiscard]] bool happens(std::uint32_t verb) const;
  [[nodiscard]] bool is_number(std::uint32_t token) const;
  [[nodiscard]] bool is_object_form(std::uint32_t verb, std::uint32_t noun) const;
  [[nodiscard]] bool goes_on(const text::Sentence&, std::uint32_t verb) const;
  [[nodiscard]] bool stands_alone(const text::Sentence& sentence, std::uint32_t mention);
  [[nodiscard]] bool begins_clause(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool describes_noun(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool unknown_topic(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t arabic_main_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool acts_as_told(const text::Sentence&, std::uint32_t token, std::uint32_t named, const Discourse& discourse);
  [[nodiscard]] bool told_by_unnamed(const text::Sentence&, std::uint32_t verb, const rules::Sense& sense) const;
  [[nodiscard]] std::uint32_t plain_aside_end(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool is_gerund(std::uint32_t token) const;
  [[nodiscard]] bool main_verb_behind(const text::Sentence&, std::uint32_t participle) const;
  [[nodiscard]] EnglishSubject english_described_subject(const text::Sentence&, std::uint32_t verb) const;
  [[nodiscard]] EnglishSubject english_left_subject(const text::Sentence&, std::uint32_t token, bool participle) const;
  [[nodiscard]] EnglishSubject english_shared_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] EnglishSubject english_infinitive_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] EnglishSubject english_gerund_subject(const text::Sentence&, std::uint32_t token, Structure::Gerund gerund) const;
  [[nodiscard]] EnglishSubject english_main_subject(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] EnglishSubject english_antecedent(const text::Sentence&, std::uint32_t relative) const;
  [[nodiscard]] std::uint32_t english_inverted(const text::Sentence&, std::uint32_t token, const rules::Sense&, const EnglishSubject&) const;
  [[nodiscard]] std::uint32_t english_aside(const text::Sentence&, std::uint32_t closing) const;
  [[nodiscard]] bool coordinated_passive(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] bool opens_participle(const text::Sentence&, std::uint32_t token) const;
  [[nodiscard]] std::int32_t class_value(std::uint32_t token, std::string_view name) const;
  [[nodiscard]] bool is_anaphor(std::uint32_t article, std::uint32_t noun, std::int32_t anaphor) const;
  [[nodiscard]] bool is_subject_pronoun(std::uint32_t token) const;
  void english_subject(Slot slot, const text::Sentence&, std::uint32_t verb, const EnglishSubject&, std::uint32_t token, const Discourse&,
                       std::vector<Filler>&);
  void add_pronoun(Slot slot, const text::Sentence&, std::uint32_t pronoun, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  void find_antecedent(Slot slot, const text::Sentence&, std::uint32_t pronoun, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  [[nodiscard]] bool pronoun_fits(std::uint64_t marks, std::uint32_t mention) const;
  void add_chain(std::uint32_t mention, Slot slot, text::WordId preposition, std::uint32_t token, std::vector<Filler>&,
                 bool implied = false);
  void add_discourse(Slot slot, const rules::Sense* sense, std::uint32_t token, const Discourse&, std::vector<Filler>&);
  [[nodiscard]] std::uint16_t distance(std::uint32_t mention, std::uint32_t token) const;

  const Structure& structure_;
  std::array<rules::ClassId, 3> titles_;  ///< classes of words that stand before the name of a person
  std::array<rules::ClassId, 4> numbers_;  ///< classes of counting words
  std::vector<bool> speech_;     ///< by class: verbs of saying
  rules::ClassId rules_over_;    ///< what is done to a body or an officer: جمد, أعفى
  rules::ClassId wants_object_;  ///< verbs that no news has without an object: التقى
  rules::ClassId takes_deed_;     ///< verbs whose object is a deed: "أعلنت انسحابها"
  rules::ClassId stands_for_;    ///< حكومة, إدارة: the name behind them acts
  rules::ClassId never_acts_;    ///< الاتفاق, الجلسة: the object, also right behind the verb
  rules::ClassId determiner_;    ///< the, its
  rules::ClassId person_noun_;   ///< chairman, widow: the name behind the comma is theirs
  rules::ClassId honorific_;     ///< سمو, فخامة: before whom they honour
  rules::ClassId there_;         ///< there, هناك, نحوه: the place named last
  rules::ClassId here_;          ///< here: the place of the dateline
  rules::ClassId takes_place_;   ///< what an event does: استهدف
  rules::ClassId company_;       ///< with: behind a comma it goes on with the main verb
  std::vector<std::uint32_t> scratch_;
};

}  // namespace tarikh::event
