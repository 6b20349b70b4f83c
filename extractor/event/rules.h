// Event rules: a trigger of one or more anchor words and the roles around it. Compiled from
// data/<lang>/events/*.rules; the syntax is in docs/reference/rule-format.md.
//
//   rule membership/become-member
//     type     membership
//     phase    effective
//     trigger  +become:finite ~15 +member     # anchors from left to right, at most 15 tokens between
//     role     subject agent Country|Org required
//     role     organisation of|prep:في Org
//     example  …
//
// Roles are filled from grammatical slots (event/relations.h), so one rule serves every word order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/lexicon.h"
#include "rules/rule_table.h"
#include "tarikh/ruleset.h"

namespace tarikh::event {

/// Which forms of a word an anchor takes.
enum class FormFilter : std::uint8_t { any, finite, masdar, participle, passive, noun };

struct Anchor {
  std::vector<rules::ClassId> classes;
  std::uint64_t mask = 0;  ///< bit (class mod 64) of each: a quick no
  std::vector<FormFilter> forms;  ///< of each class: which of its forms will do
  std::uint8_t gap = 0;  ///< tokens allowed between the anchor before it and this one
  template <class Image>
  void fields(Image& image) {
    image(classes, mask, forms, gap);
  }
};

/// Where a participant stands in relation to the trigger.
enum class Slot : std::uint8_t {
  agent,       ///< subject of an active verb; "by X" of a passive one
  patient,     ///< object of an active verb; subject of a passive one
  genitive,    ///< right after a noun (إضافة), "of X", "X's"
  nisba,       ///< adjective of nationality on the noun
  prep,        ///< after one of the rule's prepositions
  governor,    ///< subject of the verb that governs the noun ("X held talks")
  before,      ///< any bare mention before the trigger, nearest first
  after,       ///< any bare mention after the trigger, nearest first
  sentence,    ///< any mention of the sentence, nearest first
  topic        ///< the international organisation that the text is about, named or not
};

enum KindBit : std::uint8_t { kCountry = 1, kOrg = 2, kPerson = 4, kGroup = 8, kPlace = 16, kOffice = 32, kLeaders = 64, kBody = 128 };
inline constexpr std::uint8_t kActor = kCountry | kOrg | kPerson | kGroup;

struct SlotSpec {
  Slot slot = Slot::agent;
  std::vector<text::WordId> prepositions;
  template <class Image>
  void fields(Image& image) {
    image(slot, prepositions);
  }
};

struct RoleSpec {
  Role role = Role::subject;
  bool is_place = false;
  std::vector<SlotSpec> slots;
  std::uint8_t kinds = 0;
  bool required = false;
  bool single = false;  ///< takes one mention, not a list of them
  template <class Image>
  void fields(Image& image) {
    image(role, is_place, slots, kinds, required, single);
  }
};

/// "not before ~3 +class": the rule does not hold with such a word there.
struct Exclusion {
  bool before = true;
  std::uint8_t distance = 0;
  Anchor words;
  template <class Image>
  void fields(Image& image) {
    image(before, distance, words);
  }
};

struct Title {
  std::string language;  ///< of the title: "ar", "en"
  std::string pattern;   ///< with {subject} {object} {organisation} {place} {content}, and [joins|join] by the number of the names before it
  template <class Image>
  void fields(Image& image) {
    image(language, pattern);
  }
};

struct EventExample {
  std::string file;
  int line = 0;
  bool reject = false;
  std::string language;
  std::string dct;
  std::string text;
  std::string type;   ///< of the rule
  std::string want;   ///< key=value pairs
  template <class Image>
  void fields(Image& image) {
    image(file, line, reject, language, dct, text, type, want);
  }
};

struct EventRule {
  std::string type;
  std::string phase;
  std::vector<Anchor> anchors;
  std::size_t primary = 0;  ///< index of the anchor that is the event's trigger
  std::vector<std::uint32_t> later;  ///< WordSets of the anchors behind the second
  std::vector<RoleSpec> roles;
  std::vector<std::vector<Role>> needs;  ///< of each list at least one role filled
  bool needs_anything = false;           ///< at least one role or place filled
  bool needs_two = false;                ///< two participants at least, of whatever role
  std::vector<Exclusion> exclusions;
  std::vector<Title> titles;
  std::optional<Factuality> factuality;  ///< fixed by the words ("postponed")
  bool occasion = false;                 ///< others may happen at it and take its date
  bool background = false;               ///< dated only by an expression of its own
  bool of_others = false;                ///< speaks of what somebody else did
  bool by_day = false;                   ///< holds without its participants where it is called by its day: "the May 18 accord"
  bool dated = false;                    ///< holds without its participants where a day is told
  bool bare = false;                     ///< a noun without participants may be a mention of an event told elsewhere
  RuleId id = kNoRule;
  template <class Image>
  void fields(Image& image) {
    image(type, phase, anchors, primary, later, roles, needs, needs_anything, needs_two, exclusions, titles, factuality, occasion, background, of_others, by_day, dated, bare,
          id);
  }
};

class EventRules {
 public:
  /// Loads the lexica and rules of one language's files into its lexicon.
  static Result<EventRules> compile(rules::Lexicon& lexicon, std::span<const RuleSource> files,
                                    std::span<const EventType> types, rules::RuleTable& table);

  [[nodiscard]] const std::vector<EventRule>& rules() const { return rules_; }
  /// The words that an anchor behind the first may be have a number, the same for all anchors that take the same ones: most
  /// rules fail because a sentence has none of them, and need not be looked at. 0 stands for no such anchor.
  using WordSet = std::uint32_t;
  [[nodiscard]] std::uint32_t word_set_count() const { return word_set_count_; }
  /// The sets that words of the class are in.
  [[nodiscard]] std::span<const WordSet> word_sets_of(rules::ClassId cls) const { return word_sets_.at(cls); }

  /// A rule whose first anchor a word may be, with the set of its second one.
  struct Start {
    std::uint32_t rule = 0;
    WordSet second = 0;
  };
  /// Rules whose first anchor can be a word of the class.
  [[nodiscard]] std::span<const Start> starting_with(rules::ClassId cls) const {
    return cls < by_class_.size() ? std::span<const Start>(by_class_[cls]) : std::span<const Start>{};
  }
  [[nodiscard]] const std::vector<EventExample>& examples() const { return examples_; }
  template <class Image>
  void fields(Image& image) {
    image(rules_, by_class_, word_sets_, word_set_count_, examples_);
  }

 private:
  friend class RuleReader;
  std::vector<EventRule> rules_;
  std::vector<std::vector<Start>> by_class_;
  rules::Lists<WordSet> word_sets_;  // by class
  std::uint32_t word_set_count_ = 1;
  std::vector<EventExample> examples_;
};

}  // namespace tarikh::event
