#include "event/sequels.h"

#include <algorithm>

namespace tarikh::event {
namespace {

constexpr std::uint32_t kBack = 2;  // sentences to the event that is repeated

}  // namespace

Sequels::Sequels(const Structure& structure)
    : structure_(structure),
      relations_(structure),
      follow_(structure.lexicon().find_class("follow_suit")),
      follow_when_(structure.lexicon().find_class("follow_when")),
      in_kind_(structure.lexicon().find_class("follow_in_kind")),
      follow_it_(structure.lexicon().find_class("follow_it")),
      footstep_(structure.lexicon().find_class("follow_footstep")) {}

// ", followed by Sweden in March": who did so behind "by", with a date of his own.
std::uint32_t Sequels::follower(std::uint32_t token) const {
  const auto& tokens = structure_.tokens().tokens;
  if (token == 0 || !structure_.is_comma(token - 1) || token + 2 >= tokens.size() || structure_.word(token + 1) != "by") return kNoIndex;
  const std::uint32_t name = token + (structure_.word(token + 2) == "the" ? 3 : 2);
  const std::int32_t m = name < tokens.size() ? structure_.info(name).mention : -1;
  if (m < 0) return kNoIndex;
  std::uint32_t t = structure_.mentions()[static_cast<std::size_t>(m)].last;
  if (t < tokens.size() && structure_.has(t, Mark::preposition)) ++t;
  return t < tokens.size() && structure_.info(t).timex >= 0 ? static_cast<std::uint32_t>(m) : kNoIndex;
}

std::uint32_t Sequels::likewise(std::uint32_t token) const {
  for (const PhraseSense& phrase : structure_.phrase_senses(token)) {
    if (phrase.sense->cls == follow_ || (in_kind_ != rules::kNoClass && phrase.sense->cls == in_kind_)) return phrase.tokens;
  }
  if (!structure_.is_finite(token)) return 0;
  if (structure_.is_of(token, follow_)) return 1;
  if (structure_.is_of(token, follow_when_)) {
    std::uint32_t t = token + 1;
    if (t < structure_.tokens().tokens.size() && structure_.has(t, Mark::preposition)) ++t;
    if (t < structure_.tokens().tokens.size() && structure_.info(t).timex >= 0) return 1;
    if (follower(token) != kNoIndex) return 1;
  }
  return structure_.is_of(token, follow_it_) && structure_.enclitic(token) != text::Enclitic::none ? 1 : 0;
}

// The last event before the verb that somebody did.
const Draft* Sequels::model(std::uint32_t sentence, std::uint32_t token, const std::vector<Draft>& drafts) const {
  const Draft* found = nullptr;
  for (const Draft& draft : drafts) {
    if (draft.token >= token || draft.sentence + kBack < sentence || draft.weak || draft.factuality != Factuality::actual) continue;
    if (draft.rule->type == "statement" || draft.first(Role::subject) == nullptr) continue;
    if (found == nullptr || draft.token > found->token) found = &draft;
  }
  return found;
}

void Sequels::find(std::uint32_t sentence, const Discourse& discourse, std::size_t first, std::vector<Draft>& drafts) {
  const auto present = [&](rules::ClassId cls) { return cls != rules::kNoClass && structure_.is_present(cls); };
  const bool in_kind = present(in_kind_);
  if (!present(follow_) && !present(follow_it_) && !present(follow_when_) && !in_kind) return;
  const text::Sentence& s = structure_.tokens().sentences[sentence];
  bool any = false;
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const std::uint32_t words = structure_.is_word(t) ? likewise(t) : 0;
    if (words == 0) continue;
    const bool taken = std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), [&](const Draft& d) {
      return std::ranges::find(d.anchors, t) != d.anchors.end();
    });
    const Draft* before = taken ? nullptr : model(sentence, t, drafts);
    const Fill* who = before == nullptr ? nullptr : before->first(Role::subject);
    if (who == nullptr) continue;
    rules::Sense sense;
    sense.pos = rules::Pos::verb;
    relations_.find(s, t, sense, true, discourse, fillers_);
    const EntityKind kind = structure_.mentions()[who->mention].kind;
    const std::string& doer = structure_.mentions()[who->mention].actor.id;
    Draft next = *before;
    std::erase_if(next.fills, [](const Fill& fill) { return fill.role == Role::subject; });
    for (Fill& fill : next.fills) fill.implied = true;
    // "Ottawa responded in kind": against the one who did it first.
    const bool back = in_kind && std::ranges::any_of(structure_.phrase_senses(t), [&](const PhraseSense& phrase) { return phrase.sense->cls == in_kind_; });
    if (back) {
      if (before->rule->type != "diplomatic_ties") continue;
      next.fills.assign(1, {.role = Role::object, .mention = who->mention, .implied = true});
    }
    const std::uint32_t by = follower(t);
    // "Macron met Scholz on Monday, followed by Meloni on Tuesday": whom he met.
    if (by != kNoIndex && before->first(Role::object) != nullptr) continue;
    if (by != kNoIndex) fillers_.clear();
    for (const Filler& filler : fillers_) {
      const entity::EntityMention& m = structure_.mentions()[filler.mention];
      if (filler.slot != Slot::agent || filler.implied || (m.kind != kind && !back) || m.actor.id == doer) continue;
      next.fills.insert(next.fills.begin(), {.role = Role::subject, .mention = filler.mention, .implied = false});
    }
    if (by != kNoIndex && structure_.mentions()[by].kind == kind && structure_.mentions()[by].actor.id != doer) {
      next.fills.insert(next.fills.begin(), {.role = Role::subject, .mention = by, .implied = false});
    }
    if (next.first(Role::subject) == nullptr) continue;
    next.sentence = sentence;
    next.token = t;
    next.token_end = t + words;
    next.anchors = {t};
    next.senses = {sense};
    // "حذت الإكوادور حذوها": both words.
    const std::uint32_t behind = structure_.mentions()[next.fills.front().mention].last;
    if (behind > t && behind < s.last && structure_.is_of(behind, footstep_)) {
      next.anchors.push_back(behind);
      next.senses.push_back(sense);
    }
    next.sense = sense;
    next.verbal = true;
    next.place = kNoIndex;
    next.own.clear();
    next.dating = {};
    next.speaker = kNoIndex;
    next.background = false;
    drafts.push_back(std::move(next));
    any = true;
  }
  if (any) std::stable_sort(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), [](const Draft& a, const Draft& b) { return a.token < b.token; });
}

}  // namespace tarikh::event
