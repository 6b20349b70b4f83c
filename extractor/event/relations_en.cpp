// English: subject-verb-object, passives by their auxiliary, possessives.
#include <algorithm>

#include "event/relations.h"

namespace tarikh::event {

using entity::EntityMention;
using rules::Sense;
using rules::Tense;

namespace {

constexpr std::uint32_t kReach = 26;
constexpr std::uint64_t kBetween = bit(Mark::adverb) | bit(Mark::auxiliary) | bit(Mark::negation) | bit(Mark::be) | bit(Mark::have) |
                                   bit(Mark::future) | bit(Mark::pluperfect) | bit(Mark::planned);

constexpr std::uint64_t kPronoun = bit(Mark::pronoun_he) | bit(Mark::pronoun_she) | bit(Mark::pronoun_it) | bit(Mark::pronoun_they);

bool is_comma(const text::Token& token) { return token.kind == text::TokenKind::punctuation && token.value == U','; }

}  // namespace

bool Relations::is_passive(const text::Sentence& sentence, std::uint32_t token, const Sense& sense) const {
  if (sense.features.tense != Tense::past_participle && sense.features.tense != Tense::past) return false;
  for (std::uint32_t t = token; t > sentence.first && token - t < 4;) {
    --t;
    if (structure_.has(t, Mark::be)) return true;
    if (structure_.has(t, Mark::have)) return false;
    if ((structure_.info(t).marks & kBetween) == 0) break;
  }
  // A participle after a noun or a comma, with no object of its own: "the bloc, founded in 2001", "set up in 1967".
  std::uint32_t behind = token + 1;
  if (behind < sentence.last) {
    const std::string_view particle = structure_.tokens().words(structure_.tokens().tokens[behind].span);
    if (particle == "up" || particle == "out" || particle == "off" || particle == "down") ++behind;
  }
  if (behind >= sentence.last) return false;
  const TokenInfo& next = structure_.info(behind);
  const bool no_object = (next.marks & (bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::after))) != 0 || next.timex >= 0;
  if (!no_object || token == sentence.first) return false;
  const text::Token& before = structure_.tokens().tokens[token - 1];
  if (is_comma(before)) return true;
  return structure_.info(token - 1).mention < 0 && structure_.info(token - 1).marks == 0 && before.kind == text::TokenKind::word;
}

// Leftwards over auxiliaries, appositions and prepositional phrases to a bare mention of the same clause.
std::uint32_t Relations::english_left_subject(const text::Sentence& sentence, std::uint32_t token, std::uint32_t& pronoun) const {
  bool close = true;  // nothing but auxiliaries so far
  for (std::uint32_t t = token; t > sentence.first && token - t < kReach;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    const text::Token& word = structure_.tokens().tokens[t];
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      if (mention.form != MentionForm::nisba && structure_.role(m).governor != Governor::preposition) {
        return structure_.role(m).chain_head;
      }
      t = mention.first;
      close = false;
      continue;
    }
    if ((info.marks & kPronoun) != 0) {
      // "in its modern form" belongs to a phrase on the way.
      if (t > sentence.first && (structure_.info(t - 1).marks & bit(Mark::preposition)) != 0) {
        --t;
        close = false;
        continue;
      }
      pronoun = t;
      return kNoIndex;
    }
    if (close && (info.marks & bit(Mark::relative)) != 0) continue;
    if (close && (info.marks & kBetween) != 0) continue;
    if (info.inside_phrase) continue;
    if (word.kind == text::TokenKind::punctuation) {
      if (word.value == U';' || word.value == U':') return kNoIndex;
      continue;
    }
    if (structure_.is_finite(t)) {
      // "X moved … and left": the verbs share a subject.
      return english_left_subject(sentence, t, pronoun);
    }
    if ((info.marks & (bit(Mark::clause_link) | bit(Mark::complementizer))) != 0 && !close) return kNoIndex;
    close = false;
  }
  return kNoIndex;
}

// Number and gender: "he" is a man, "it" a country or organisation, "they" a group or several.
bool Relations::pronoun_fits(std::uint64_t marks, std::uint32_t mention) const {
  const EntityMention& m = structure_.mentions()[mention];
  if (m.form == MentionForm::nisba) return false;
  const bool person = m.kind == EntityKind::person || m.kind == EntityKind::office;
  if ((marks & bit(Mark::pronoun_he)) != 0) return person && m.gender != rules::Gender::feminine;
  if ((marks & bit(Mark::pronoun_she)) != 0) return person && m.gender != rules::Gender::masculine;
  if ((marks & bit(Mark::pronoun_it)) != 0) return m.kind == EntityKind::country || m.kind == EntityKind::organisation;
  return m.kind == EntityKind::group || m.kind == EntityKind::organisation || structure_.role(mention).chain_head != mention ||
         (mention + 1 < structure_.mentions().size() && structure_.role(mention + 1).chain_head == mention && mention + 1 != structure_.role(mention + 1).chain_head);
}

// The subject of the sentence before, if it agrees; else the nearest bare mention that does. "Their" looks into its own
// sentence first.
void Relations::add_pronoun(Slot slot, const text::Sentence& sentence, std::uint32_t pronoun, std::uint32_t token, const Discourse& discourse,
                            std::vector<Filler>& out) {
  constexpr std::uint32_t kBack = 70;
  const std::uint64_t marks = structure_.info(pronoun).marks & kPronoun;
  const auto& mentions = structure_.mentions();
  const auto back_to = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t m = structure_.first_mention(from); m-- > 0 && mentions[m].first >= to;) {
      if (structure_.role(m).governor == Governor::preposition || !pronoun_fits(marks, m)) continue;
      add_chain(structure_.role(m).chain_head, slot, text::kNoWord, token, out, true);
      return true;
    }
    return false;
  };
  if (pronoun > sentence.first && (marks & bit(Mark::pronoun_they)) != 0 && back_to(pronoun, sentence.first)) return;
  bool any = false;
  for (const std::uint32_t m : discourse.subjects) {
    const bool several = (marks & bit(Mark::pronoun_they)) != 0 && discourse.subjects.size() > 1;
    if (!several && !pronoun_fits(marks, m)) continue;
    out.push_back({.mention = m, .slot = slot, .preposition = text::kNoWord, .distance = distance(m, token), .implied = true});
    any = true;
  }
  if (!any) (void)back_to(pronoun, pronoun > kBack ? pronoun - kBack : 0);
}

void Relations::english_verb(const text::Sentence& sentence, std::uint32_t token, const Sense& sense, const Discourse& discourse,
                             std::vector<Filler>& out) {
  const bool passive = is_passive(sentence, token, sense);
  std::uint32_t pronoun = kNoIndex;
  std::uint32_t subject = english_left_subject(sentence, token, pronoun);
  std::uint32_t object = kNoIndex;
  const std::uint32_t end = std::min(sentence.last, token + 9);
  for (std::uint32_t t = token + 1; t < end; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      if (mention.form != MentionForm::nisba && structure_.role(m).governor == Governor::none) {
        object = m;
        break;
      }
      t = mention.last - 1;
      continue;
    }
    if ((info.marks & (bit(Mark::preposition) | bit(Mark::agent) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::relative) | bit(Mark::after))) != 0) break;
    if (structure_.is_finite(t) || structure_.tokens().tokens[t].kind == text::TokenKind::punctuation) break;
  }
  const auto add_subject = [&](Slot slot) {
    if (subject != kNoIndex) {
      add_chain(subject, slot, text::kNoWord, token, out);
    } else if (pronoun != kNoIndex) {
      add_pronoun(slot, sentence, pronoun, token, discourse, out);
    } else if (!structure_.noun_before(sentence, token)) {
      // An unknown noun before the verb is its subject: "a strong earthquake struck Morocco".
      add_discourse(slot, nullptr, token, discourse, out);
    }
  };
  if (passive) {
    add_subject(Slot::patient);
    for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + kReach) && !structure_.is_finite(t); ++t) {
      const std::int32_t m = structure_.info(t).mention;
      if (m >= 0 && structure_.role(static_cast<std::uint32_t>(m)).preposition == structure_.grammar().by) {
        add_chain(static_cast<std::uint32_t>(m), Slot::agent, text::kNoWord, token, out);
        break;
      }
    }
    return;
  }
  // "…," said X: the speaker follows when only what was said stands before the verb.
  const bool inverted = token == sentence.first || (structure_.tokens().tokens[token - 1].kind == text::TokenKind::punctuation &&
                                                    structure_.tokens().tokens[token - 1].value != U'-' && structure_.tokens().tokens[token - 1].value != U')');
  if (subject == kNoIndex && pronoun == kNoIndex && inverted && object != kNoIndex && structure_.mentions()[object].first <= token + 3) {
    add_chain(object, Slot::agent, text::kNoWord, token, out);
    return;
  }
  add_subject(Slot::agent);
  if (object != kNoIndex) add_chain(object, Slot::patient, text::kNoWord, token, out);
}

void Relations::english_noun(const text::Sentence& sentence, std::uint32_t token, const Discourse& discourse, std::vector<Filler>& out) {
  // Left: "Russia's invasion", "the Russian invasion", "the Arab League summit".
  for (std::uint32_t t = token; t > sentence.first && token - t < 6;) {
    --t;
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) continue;
    if (info.mention >= 0) {
      const auto m = static_cast<std::uint32_t>(info.mention);
      const EntityMention& mention = structure_.mentions()[m];
      const std::string_view behind = mention.last < sentence.last ? structure_.tokens().words(structure_.tokens().tokens[mention.last].span) : "";
      const bool possessive = behind == "'s" || behind == "’s";
      if (mention.form == MentionForm::nisba) {
        out.push_back({.mention = m, .slot = Slot::nisba, .preposition = text::kNoWord, .distance = distance(m, token), .implied = false});
      } else if (possessive || mention.last == token || token - mention.last <= 1) {
        add_chain(structure_.role(m).chain_head, Slot::genitive, text::kNoWord, token, out);
      } else {
        break;
      }
      t = mention.first;
      continue;
    }
    if (structure_.is_finite(t) || (info.marks & bit(Mark::preposition)) != 0) break;
    if (structure_.tokens().tokens[t].kind == text::TokenKind::punctuation && !structure_.tokens().is(t, U'-')) break;
    const std::string_view word = structure_.tokens().words(structure_.tokens().tokens[t].span);
    if (word == "its" || word == "their" || word == "his" || word == "her") {
      add_pronoun(Slot::genitive, sentence, t, token, discourse, out);
      break;
    }
  }
  for (std::uint32_t t = token + 1; t < std::min(sentence.last, token + 6); ++t) {
    const std::int32_t m = structure_.info(t).mention;
    if (m < 0) {
      if (structure_.is_finite(t)) break;
      continue;
    }
    const MentionRole& role = structure_.role(static_cast<std::uint32_t>(m));
    if (role.governor == Governor::preposition && role.preposition == structure_.grammar().of) {
      add_chain(static_cast<std::uint32_t>(m), Slot::genitive, text::kNoWord, token, out);
    }
    break;
  }
  if (const std::uint32_t verb = governing_verb(sentence, token); verb != kNoIndex) {
    std::uint32_t pronoun = kNoIndex;
    const std::uint32_t subject = english_left_subject(sentence, verb, pronoun);
    if (subject != kNoIndex) {
      add_chain(subject, Slot::governor, text::kNoWord, token, out);
    } else if (pronoun != kNoIndex) {
      add_pronoun(Slot::governor, sentence, pronoun, token, discourse, out);
    } else if (!structure_.noun_before(sentence, verb)) {
      add_discourse(Slot::governor, nullptr, token, discourse, out);
    }
  }
}

}  // namespace tarikh::event
