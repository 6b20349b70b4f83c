// Rules against sentences: triggers, their anchors, and the roles that the rule asks for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "event/draft.h"
#include "event/relations.h"
#include "event/structure.h"

namespace tarikh::event {

/// A rule whose trigger stood there but that did not hold, for `explain`.
struct NearMiss {
  std::uint32_t token = 0;
  const EventRule* rule = nullptr;
  std::string why;
};

class Matcher {
 public:
  Matcher(const EventRules& rules, const Structure& structure) : rules_(rules), structure_(structure), relations_(structure), press_(structure.lexicon().find_class("press")), tale_(structure.lexicon().find_class("tale")), tells_tale_(structure.lexicon().find_class("tells_tale")) {}

  /// Appends the drafts of one sentence, in text order, and moves the discourse on. `misses` may be null.
  void match(std::uint32_t sentence, Discourse& discourse, std::vector<Draft>& drafts, std::vector<NearMiss>* misses);

 private:
  void try_rule(const EventRule& rule, std::uint32_t sentence, std::uint32_t token, const Discourse& discourse,
                std::vector<NearMiss>* misses);
  [[nodiscard]] bool find_anchors(const EventRule& rule, const text::Sentence& sentence, std::uint32_t token, Draft& draft);
  [[nodiscard]] const rules::Hit* anchor_hit(const Anchor& anchor, std::uint32_t token, std::uint32_t& end, rules::Hit& phrase) const;
  void look_up_forms();
  void note_word_sets(const text::Sentence& sentence);
  [[nodiscard]] bool has(EventRules::WordSet set) const { return present_[set] == sentences_; }
  [[nodiscard]] std::uint32_t tale_begins(const text::Sentence& sentence) const;
  [[nodiscard]] bool is_opaque(std::uint32_t token) const;
  [[nodiscard]] bool goes_on(std::uint32_t token) const;
  [[nodiscard]] bool is_described(std::uint32_t token) const;
  [[nodiscard]] bool may_begin(std::uint32_t token) const;
  [[nodiscard]] bool form_fits(FormFilter form, const rules::Hit& hit, std::uint32_t token) const;
  [[nodiscard]] bool excluded(const EventRule& rule, const text::Sentence& sentence, const Draft& draft) const;
  /// Why it does not hold; empty if it does.
  [[nodiscard]] std::string_view fill_roles(const EventRule& rule, const text::Sentence& sentence, const Discourse& discourse, Draft& draft);
  const std::vector<Filler>& slots_of(const text::Sentence& sentence, std::uint32_t token, const rules::Sense& sense, bool verbal, const Discourse& discourse);
  const std::vector<Filler>& surroundings_of(const text::Sentence& sentence, std::uint32_t token);
  [[nodiscard]] bool has_arguments(const Draft& draft, std::uint32_t anchor) const;
  void choose(const text::Sentence& sentence, const Discourse& discourse, std::vector<Draft>& drafts);
  void note_sides(const text::Sentence& sentence, const Discourse& discourse, Draft& draft);
  [[nodiscard]] bool placed_near(const Filler& filler, std::uint32_t trigger) const;
  [[nodiscard]] bool is_addressee(const Filler& filler, const Draft& draft) const;
  [[nodiscard]] bool kind_fits(const RoleSpec& spec, const entity::EntityMention& mention) const;
  void remember_subject(std::uint32_t sentence, Discourse& discourse, const std::vector<Draft>& drafts, std::size_t first) const;

  const EventRules& rules_;
  const Structure& structure_;
  Relations relations_;
  rules::ClassId press_;  ///< reporters, الصحفيين
  rules::ClassId tale_;   ///< الفيلم, المسرحية
  rules::ClassId tells_tale_;
  std::vector<Draft> attempts_;          // that held at the sentence at hand: the first attempt_count_
  std::size_t attempt_count_ = 0;
  std::vector<std::uint32_t> order_;     // of the attempts, the best one first
  struct Form {
    std::uint32_t first_start = 0, starts = 0;  // in start_rules_
    std::uint32_t first_set = 0, sets = 0;      // in form_sets_
  };
  std::vector<Form> forms_;              // by analysis
  std::vector<EventRules::Start> start_rules_;
  std::vector<EventRules::WordSet> form_sets_;
  std::uint32_t generation_ = 0;         // of the cache that forms_ were made from
  std::vector<std::uint32_t> present_;   // by WordSet: the last sentence that had a word of it
  std::uint32_t sentences_ = 0;
  Draft draft_;  // the one being tried: most rules fail at once, and its lists keep their memory
  // Slots around a word: asked for by every rule that it is an anchor of.
  struct Slots {
    std::uint32_t token = 0;
    rules::Features features;
    bool verbal = false, speech = false;
    std::vector<Filler> fillers;
  };
  // The last ones of the sentence at hand; a few, so that a sentence of nothing but triggers is no longer to search.
  std::array<Slots, 16> slots_;
  std::size_t slots_count_ = 0;  // found in the sentence
  struct Surroundings {
    std::uint32_t token = 0;
    std::vector<Filler> fillers;
  };
  std::array<Surroundings, 16> surroundings_;
  std::size_t surroundings_count_ = 0;
  std::vector<Filler> all_fillers_;
};

}  // namespace tarikh::event
