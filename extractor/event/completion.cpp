#include "event/completion.h"

#include <algorithm>
#include <array>

#include "text/punctuation.h"

namespace tarikh::event {
namespace {

using entity::EntityMention;

constexpr std::uint32_t kReach = 20;  // tokens from a trigger to its place

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) { return std::ranges::find(types, type) != types.end(); }

}  // namespace

Completion::Completion(const Structure& structure)
    : structure_(structure),
      by_phone_(structure.lexicon().find_class("meeting_by_phone")),
      place_word_(structure.lexicon().find_class("place_word")),
      speech_place_(structure.lexicon().find_class("speech_place")),
      place_noun_(structure.lexicon().find_class("place_noun")),
      anybody_(structure.lexicon().find_class("anybody")),
      takes_the_floor_(structure.lexicon().find_class("takes_the_floor")) {}

void Completion::complete(std::vector<Draft>& drafts) const {
  for (Draft& draft : drafts) {
    if (draft.same_as != kNoIndex || draft.weak) continue;
    add_sides(draft);
    add_named_by_trigger(draft);
    if (draft.place != kNoIndex) continue;
    draft.place = place_of(draft);
    // "denounced the invasion at a session in Cairo": who goes back to it is elsewhere.
    for (std::size_t m = 0; m < draft.merged.size() && draft.place == kNoIndex; ++m)
      if (const Draft& mention = drafts[draft.merged[m]]; !mention.weak) draft.place = place_of(mention);
    draft.place_completed = draft.place != kNoIndex;
  }
}

bool Completion::takes_part(const Draft& draft, std::uint32_t mention) const {
  const EntityMention& m = structure_.mentions()[mention];
  return std::ranges::any_of(draft.fills, [&](const Fill& fill) {
    return fill.mention == mention || fill.words == m.span || (!m.actor.id.empty() && structure_.mentions()[fill.mention].actor.id == m.actor.id);
  });
}

// With those it is joined to. "People" and "voters" are anybody, and an embassy is what is stormed rather than who is hurt.
void Completion::add_side(Role role, std::uint32_t mention, Draft& draft) const {
  if (mention == kNoIndex || draft.first(role) != nullptr) return;
  const EntityMention& side = structure_.mentions()[mention];
  if (structure_.is_of(side.first, anybody_) || (side.common && side.kind == EntityKind::organisation && role == Role::object)) return;
  if (side.common && side.actor.id.empty() && draft.first(Role::organisation) != nullptr) return;  // BRICS, and not "the parties" beside it
  std::vector<std::uint32_t> chain;
  structure_.chain(mention, chain);
  if (std::ranges::any_of(chain, [&](std::uint32_t m) { return takes_part(draft, m) || draft.place == m; })) return;
  for (const std::uint32_t m : chain) {
    if (m >= mention) draft.fills.push_back({.role = role, .mention = m, .implied = false, .completed = true});
  }
}

// Who did it and to whom, by the grammar of the verb, where the rule has no role for them.
void Completion::add_sides(Draft& draft) const {
  if (draft.agent == kNoIndex && draft.patient == kNoIndex) return;
  if (is_one_of(draft.rule->type, {"disaster", "summit", "conference"})) return;
  add_side(Role::subject, draft.agent, draft);
  if (is_one_of(draft.rule->type, {"clash", "meeting", "other"})) add_side(Role::object, draft.patient, draft);
}

// "Gunmen killed", «مسلحون يقتحمون», "مقتل متظاهرين": rules that name such people in their trigger have nobody to fill a role with.
void Completion::add_named_by_trigger(Draft& draft) const {
  const auto mentions = structure_.mentions();
  for (const std::uint32_t anchor : draft.anchors) {
    const std::int32_t found = structure_.info(anchor).mention;
    if (found < 0 || anchor == draft.token) continue;
    const auto m = static_cast<std::uint32_t>(found);
    const bool actor = mentions[m].common && mentions[m].kind == EntityKind::group && structure_.role(m).governor != Governor::preposition;
    if (!actor || takes_part(draft, m)) continue;
    const bool passive = draft.sense.features.passive_only || draft.sense.features.tense == rules::Tense::past_participle;
    // English has its objects behind the verb; what follows an Arabic verb is the subject, if nothing else is.
    const bool behind = anchor > draft.token && (!structure_.grammar().arabic() || draft.first(Role::subject) != nullptr);
    add_side((draft.verbal && passive) || behind ? Role::object : Role::subject, m, draft);
  }
}

bool Completion::is_place(std::uint32_t mention) const {
  const EntityMention& m = structure_.mentions()[mention];
  return m.form != MentionForm::nisba && (!m.place.id.empty() || m.kind == EntityKind::place);
}

// "in Geneva", "at the White House", "بجنيف"; "from Rome", if somebody speaks.
bool Completion::is_where(const Draft& draft, std::uint32_t mention) const {
  const MentionRole& role = structure_.role(mention);
  const Grammar& grammar = structure_.grammar();
  const std::uint32_t behind = structure_.mentions()[mention].last;
  if (behind < structure_.tokens().tokens.size() && text::is_possessive(structure_.word(behind))) return false;  // "at Iraq's request"
  return role.governor == Governor::preposition && role.chain_head == mention && is_place(mention) &&
         ((role.preposition == grammar.bi && structure_.mentions()[mention].kind != EntityKind::country) || structure_.is_of(role.token, place_word_) ||
          (draft.rule->type == "statement" && structure_.is_of(role.token, speech_place_)));
}

bool Completion::is_anchor(const Draft& draft, std::uint32_t token) const {
  return (token >= draft.token && token < draft.token_end) || std::ranges::find(draft.anchors, token) != draft.anchors.end();
}

// Whether what ends at the token is the trigger, somebody who takes part, or a date; or a phrase without a name behind one of them:
// "sworn in at a ceremony", "قال في مؤتمر صحافي".
bool Completion::belongs(const Draft& draft, std::uint32_t token) const {
  constexpr std::uint32_t kPhrase = 5;
  constexpr std::uint32_t kObject = 3;
  if (is_side(draft, token)) return true;
  const auto plain = [&](std::uint32_t t) {
    const TokenInfo& info = structure_.info(t);
    return structure_.is_word(t) && info.mention < 0 && info.timex < 0 && !is_anchor(draft, t) && !structure_.is_finite(t);
  };
  const auto before_object = [&](std::uint32_t t) {  // "visited the hospital", "denied the claim"
    const std::uint32_t last = t;
    while (t > draft.token && last - t < kObject && plain(t) && !structure_.has(t, Mark::preposition)) --t;
    return t;
  };
  // But "condemned the attack in Paris" is said anywhere.
  if (draft.rule->type != "statement" && is_side(draft, before_object(token))) return true;
  std::uint32_t t = token;
  while (t > draft.token && token - t < kPhrase && plain(t) && !structure_.is_of(t, place_word_)) --t;
  return t > draft.token && structure_.is_of(t, place_word_) && is_side(draft, before_object(t - 1));
}

bool Completion::is_side(const Draft& draft, std::uint32_t token) const {
  const TokenInfo& info = structure_.info(token);
  if (info.timex >= 0 || is_anchor(draft, token)) return true;
  if (info.mention < 0) return false;
  const auto m = static_cast<std::uint32_t>(info.mention);
  return std::ranges::any_of(draft.fills, [&](const Fill& fill) { return structure_.role(fill.mention).chain_head == structure_.role(m).chain_head; });
}

bool Completion::no_verb_between(const Draft& draft, std::uint32_t from) const {
  constexpr std::uint64_t kClause = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link);
  for (std::uint32_t t = from; t < draft.token; ++t) {
    if (is_anchor(draft, t)) continue;
    if (structure_.is_finite(t) || ((structure_.info(t).marks & kClause) != 0 && !structure_.info(t).inside_phrase)) return false;
  }
  return true;
}

// "said in Brussels that", "signed the deal on Monday in Doha": right behind what belongs to the event, in its clause.
std::uint32_t Completion::place_behind(const Draft& draft) const {
  constexpr std::uint64_t kClause = bit(Mark::relative) | bit(Mark::complementizer);
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  const auto mentions = structure_.mentions();
  // "سيستضيف الاتحاد في أديس أبابا مؤتمرا": from the first word of the trigger.
  const std::uint32_t first = draft.anchors.empty() ? draft.token : std::min(draft.token, *std::ranges::min_element(draft.anchors));
  for (std::uint32_t t = first + 1; t < std::min(sentence.last, draft.token_end + kReach); ++t) {
    const TokenInfo& info = structure_.info(t);
    if (!is_anchor(draft, t) && (structure_.is_finite(t) || ((info.marks & kClause) != 0 && !info.inside_phrase))) return kNoIndex;
    const text::Token& token = structure_.tokens().tokens[t];
    if (token.kind == text::TokenKind::punctuation && (token.value == U':' || token.value == U';' || token.value == U'؛')) return kNoIndex;
    if (info.mention < 0) continue;
    const auto m = static_cast<std::uint32_t>(info.mention);
    t = mentions[m].last - 1;
    if (takes_part(draft, m)) continue;
    std::uint32_t before = structure_.role(m).token;
    const bool visited = draft.rule->type == "visit" && structure_.role(m).governor == Governor::noun && is_place(m) && structure_.is_of(before, place_noun_);  // "تفقد مرفأ بيروت"
    if (!visited && !is_where(draft, m)) continue;
    if (before <= first) continue;
    --before;
    // "المجلس العسكري في النيجر", "officers in Gabon": which ones, not where.
    const std::int32_t beside = structure_.info(before).mention;
    if (beside >= 0 && structure_.mentions()[static_cast<std::size_t>(beside)].kind != EntityKind::person && before + 1 == structure_.role(m).token &&
        structure_.mentions()[static_cast<std::size_t>(beside)].kind != EntityKind::country) continue;
    if (structure_.is_comma(before)) --before;
    if (belongs(draft, before)) return m;
  }
  return kNoIndex;
}

// "In Moscow, Putin embraced", "وفي نيويورك قال", "At a rally in Erbil, he had told": at the head of the sentence.
std::uint32_t Completion::place_before(const Draft& draft) const {
  constexpr std::uint32_t kPhrase = 6;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  const std::uint32_t m = structure_.first_mention(sentence.first);
  if (m >= structure_.mentions().size() || structure_.mentions()[m].last > draft.token || !is_where(draft, m)) return kNoIndex;
  const std::uint32_t preposition = structure_.role(m).token;
  if (preposition > sentence.first + kPhrase || (preposition > sentence.first && !structure_.is_of(sentence.first, place_word_))) return kNoIndex;
  for (std::uint32_t t = sentence.first; t < preposition; ++t) {
    if (!structure_.is_word(t)) return kNoIndex;
  }
  return no_verb_between(draft, sentence.first) ? m : kNoIndex;
}

// "Nicola Sturgeon, speaking in Edinburgh, said".
std::uint32_t Completion::place_of_speaking(const Draft& draft) const {
  if (draft.rule->type != "statement") return kNoIndex;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  const auto mentions = structure_.mentions();
  for (std::uint32_t t = draft.token; t > sentence.first && draft.token - t < kReach;) {
    --t;
    if (!structure_.is_of(t, takes_the_floor_)) continue;
    std::uint32_t place = kNoIndex;  // the last: "at the radio in Bujumbura"
    for (std::uint32_t m = structure_.first_mention(t); m < mentions.size() && mentions[m].first < draft.token; ++m) {
      if (is_where(draft, m)) place = m;
    }
    return place;
  }
  return kNoIndex;
}

// "the Izmit earthquake", "محادثات كينشاسا".
std::uint32_t Completion::place_in_name(const Draft& draft) const {
  if (draft.verbal || !is_one_of(draft.rule->type, {"summit", "meeting", "conference", "disaster"})) return kNoIndex;
  const bool arabic = structure_.grammar().arabic();
  const std::uint32_t beside = arabic ? draft.token_end : draft.token - 1;
  if (!arabic && draft.token == 0) return kNoIndex;
  if (beside >= structure_.tokens().tokens.size() || structure_.info(beside).mention < 0) return kNoIndex;
  const auto m = static_cast<std::uint32_t>(structure_.info(beside).mention);
  const EntityMention& mention = structure_.mentions()[m];
  const bool city = mention.kind == EntityKind::place || mention.form == MentionForm::metonym;
  const bool joined = structure_.role(m).chain_head != m || (m + 1 < structure_.mentions().size() && structure_.role(m + 1).chain_head == m);
  return city && is_place(m) && !joined && !takes_part(draft, m) && mention.proclitics == 0 ? m : kNoIndex;
}

// "PRETORIA — Ethiopia and the rebels signed": what is held or signed in the main clause of the lead.
std::uint32_t Completion::dateline(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 14;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  if (!sentence.line_start || structure_.info(sentence.first).mention < 0) return kNoIndex;
  const bool held = is_one_of(draft.rule->type, {"summit", "meeting", "conference", "declaration"}) || draft.rule->phase == "signed";
  if (!held) return kNoIndex;
  const auto m = static_cast<std::uint32_t>(structure_.info(sentence.first).mention);
  if (!is_place(m)) return kNoIndex;
  for (std::uint32_t t = structure_.mentions()[m].last; t < std::min(draft.token, sentence.first + kLongest); ++t) {
    const text::Token& token = structure_.tokens().tokens[t];
    if (structure_.is_finite(t)) return kNoIndex;
    if (token.kind != text::TokenKind::punctuation || structure_.info(t).timex >= 0) continue;
    if (token.value == U'/') return kNoIndex;  // of two places one
    const bool ends = token.value == U'-' || token.value == U'–' || token.value == U'—' || token.value == U':' || token.value == U'ـ';
    if (ends) return no_verb_between(draft, t) ? m : kNoIndex;
  }
  return kNoIndex;
}

std::uint32_t Completion::place_of(const Draft& draft) const {
  std::uint32_t place = place_behind(draft);
  if (place == kNoIndex) place = place_in_name(draft);
  if (place == kNoIndex) place = place_before(draft);
  if (place == kNoIndex) place = place_of_speaking(draft);
  if (place == kNoIndex) place = dateline(draft);
  if (place == kNoIndex) return place;
  // Where those are whom it hits is not where it is decided.
  if (is_one_of(draft.rule->type, {"sanction", "withdrawal", "suspension", "membership", "founding", "diplomatic_ties"})) return kNoIndex;
  const bool phone = std::ranges::any_of(draft.anchors, [&](std::uint32_t anchor) { return structure_.is_of(anchor, by_phone_) || structure_.phrase_of(anchor, by_phone_) > 0; });
  return phone ? kNoIndex : place;
}

}  // namespace tarikh::event
