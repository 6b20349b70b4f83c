#include "event/rosters.h"

#include <algorithm>

namespace tarikh::event {
namespace {

// In brackets two names may be anything: the seats, the sides of a quarrel.
constexpr std::size_t kFewestInBrackets = 3;
constexpr std::size_t kFewestNamed = 2;
// Words between a name and its verb ("which also"), and behind a list ("as observers").
constexpr std::uint32_t kGap = 3;
constexpr std::uint32_t kBehind = 4;
// Words between the members that are named and the guests: "and two other states".
constexpr std::uint32_t kBeyond = 12;

}  // namespace

Rosters::Rosters(const Structure& structure)
    : structure_(structure),
      has_members_(structure.lexicon().find_class("has_members")),
      also_(structure.lexicon().find_class("among_others")),
      no_member_(structure.lexicon().find_class("no_member")),
      members_(structure.lexicon().find_class("members")),
      outside_(structure.lexicon().find_class("outside_member")),
      named_(structure.lexicon().find_class("named_after")),
      besides_(structure.lexicon().find_class("besides")),
      as_(structure.lexicon().find_class("in_the_role_of")),
      once_(structure.lexicon().find_class("no_longer")) {}

void Rosters::find(const text::Sentence& sentence, std::vector<Roster>& out) const {
  const auto take = [&](std::optional<Roster> found) {
    if (found) out.push_back(std::move(*found));
  };
  const auto mentions = structure_.mentions();
  std::uint32_t m = structure_.first_mention(sentence.first);
  if (!structure_.is_present(has_members_) && !structure_.is_present(members_) && !structure_.is_present(outside_)) {
    for (; m < mentions.size() && mentions[m].first < sentence.last; ++m) take(in_brackets(m, sentence));
    return;
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (m < mentions.size() && mentions[m].first == t) {
      take(in_brackets(m, sentence));
      take(by_group(m++, sentence));
    } else if (structure_.info(t).mention >= 0) {
      continue;
    } else if (structure_.phrase_of(t, has_members_) > 0) {
      take(by_verb(t, sentence));
    } else if (structure_.phrase_of(t, members_) > 0) {
      take(by_noun(t, sentence));
    } else if (structure_.phrase_of(t, outside_) > 0) {
      take(outside(t, sentence));
    }
  }
}

// A body of several states: a ministry has no members.
bool Rosters::is_organisation(std::uint32_t mention) const {
  const entity::EntityMention& m = structure_.mentions()[mention];
  return m.kind == EntityKind::organisation && !m.actor.id.empty() && m.country.empty() && !m.common;
}

// Names of countries with nothing but commas, "and" and articles between them.
Rosters::List Rosters::list_at(std::uint32_t token, std::uint32_t last) const {
  List list{{}, token};
  const auto mentions = structure_.mentions();
  const text::Tokens& tokens = structure_.tokens();
  for (std::uint32_t m = structure_.first_mention(token); m < mentions.size() && mentions[m].first < last; ++m) {
    const entity::EntityMention& mention = mentions[m];
    if (mention.kind != EntityKind::country || mention.actor.id.empty() || mention.form == MentionForm::nisba || mention.form == MentionForm::metonym) break;
    bool joined = list.members.empty() || (mention.proclitics & text::kWa) != 0;
    bool nothing_else = true;
    for (std::uint32_t t = list.end; t < mention.first && nothing_else; ++t) {
      const bool joins = tokens.is_comma(t) || (structure_.is_word(t) && tokens.word(t) == "and");
      const bool is_also = list.members.empty() && structure_.is_word(t) && structure_.is_of(t, also_);
      joined = joined || joins;
      nothing_else = joins || is_also || (structure_.is_word(t) && tokens.word(t) == "the");
    }
    if (!joined || !nothing_else) break;
    list.members.push_back(m);
    list.end = mention.last;
  }
  return list;
}

// "as observers", «بصفة مراقب».
bool Rosters::are_no_members(std::uint32_t token, std::uint32_t last) const {
  for (std::uint32_t t = token; t < std::min(last, token + kBehind); ++t) {
    if (structure_.is_word(t) && structure_.is_of(t, no_member_)) return true;
  }
  return false;
}

bool Rosters::is_denied(std::uint32_t verb, std::uint32_t first) const {
  constexpr std::uint64_t kUnreal = bit(Mark::negation) | bit(Mark::future) | bit(Mark::hypothetical) | bit(Mark::planned) | bit(Mark::wishing) |
                                    bit(Mark::auxiliary) | bit(Mark::pluperfect);
  if ((structure_.proclitics(verb) & text::kSa) != 0) return true;
  for (std::uint32_t t = verb > first + 2 ? verb - 2 : first; t < verb; ++t) {
    if ((structure_.info(t).marks & kUnreal) != 0) return true;
  }
  return false;
}

// "the SCO, which also", «المنظمة – التي»; kNoIndex when something else stands between.
std::uint32_t Rosters::organisation_before(std::uint32_t verb, std::uint32_t first) const {
  bool relative = false;
  for (std::uint32_t t = verb; t-- > first && t + kGap + 1 >= verb;) {
    const std::int32_t found = structure_.info(t).mention;
    if (found >= 0) {
      const auto mention = static_cast<std::uint32_t>(found);
      // "talks with the SCO include": the talks do.
      const bool is_subject = relative || structure_.role(mention).governor == Governor::none;
      return is_organisation(mention) && is_subject ? mention : kNoIndex;
    }
    relative = relative || structure_.has(t, Mark::relative);
    const bool light = !structure_.is_word(t) || structure_.has(t, Mark::relative) || structure_.is_of(t, also_);
    if (!light) return kNoIndex;
  }
  return kNoIndex;
}

std::optional<Roster> Rosters::in_brackets(std::uint32_t organisation, const text::Sentence& sentence) const {
  if (!is_organisation(organisation)) return std::nullopt;
  const std::uint32_t bracket = structure_.mentions()[organisation].last;
  if (bracket >= sentence.last || !structure_.is(bracket, U'(')) return std::nullopt;
  const List list = list_at(bracket + 1, sentence.last);
  const bool closed = list.end < sentence.last && structure_.is(list.end, U')');
  if (list.members.size() < kFewestInBrackets || !closed) return std::nullopt;
  return roster_of(organisation, list, sentence, true);
}

std::optional<Roster> Rosters::by_verb(std::uint32_t verb, const text::Sentence& sentence) const {
  if (is_denied(verb, sentence.first)) return std::nullopt;
  std::uint32_t behind = verb + structure_.phrase_of(verb, has_members_);
  std::uint32_t organisation = organisation_before(verb, sentence.first);
  if (organisation == kNoIndex && structure_.grammar().arabic() && behind < sentence.last) {
    // «تضم المنظمة الصين وروسيا»: the organisation behind its verb.
    const std::int32_t next = structure_.info(behind).mention;
    if (next < 0 || !is_organisation(static_cast<std::uint32_t>(next))) return std::nullopt;
    organisation = static_cast<std::uint32_t>(next);
    behind = structure_.mentions()[organisation].last;
  }
  if (organisation == kNoIndex) return std::nullopt;
  const List list = list_at(behind, sentence.last);
  if (list.members.size() < kFewestNamed || are_no_members(list.end, sentence.last)) return std::nullopt;
  bool partial = false;
  for (std::uint32_t t = structure_.mentions()[organisation].last; t < structure_.mentions()[list.members.front()].first; ++t) {
    partial = partial || (structure_.is_word(t) && structure_.is_of(t, also_));
  }
  for (std::uint32_t t = list.end; t < std::min(sentence.last, list.end + kGap); ++t) {
    partial = partial || (structure_.is_word(t) && structure_.is_of(t, also_));
  }
  return roster_of(organisation, list, sentence, !partial);
}

// "the leaders of the members of the SCO, India and Pakistan, as well as the presidents of Iran and Turkey": some of its
// members, and guests.
std::optional<Roster> Rosters::by_noun(std::uint32_t noun, const text::Sentence& sentence) const {
  std::uint32_t organisation = kNoIndex;
  std::uint32_t behind = noun + structure_.phrase_of(noun, members_);
  const std::int32_t ahead = noun > sentence.first ? structure_.info(noun - 1).mention : -1;
  if (ahead >= 0 && is_organisation(static_cast<std::uint32_t>(ahead))) {
    organisation = static_cast<std::uint32_t>(ahead);  // "SCO members China and Russia"
  } else {
    for (std::uint32_t t = behind, last = std::min(sentence.last, behind + kGap); t < last && organisation == kNoIndex; ++t) {
      const std::int32_t mention = structure_.info(t).mention;
      if (mention >= 0 && !is_organisation(static_cast<std::uint32_t>(mention))) return std::nullopt;
      if (mention >= 0) organisation = static_cast<std::uint32_t>(mention);
      else if (!structure_.has(t, Mark::preposition) && !structure_.is_of(t, named_)) return std::nullopt;
    }
    if (organisation == kNoIndex) return std::nullopt;
    behind = structure_.mentions()[organisation].last;
  }
  return named_members(organisation, behind, sentence);
}

// «زعماء أعضاء المنظمة الهند وباكستان»: one mention, and their states behind it.
std::optional<Roster> Rosters::by_group(std::uint32_t group, const text::Sentence& sentence) const {
  const entity::EntityMention& m = structure_.mentions()[group];
  if (m.kind != EntityKind::group || m.organisation.empty()) return std::nullopt;
  bool members = false;
  for (std::uint32_t t = m.first; t < m.last && !members; ++t) members = structure_.is_of(t, members_);
  return members ? named_members(group, m.last, sentence) : std::nullopt;
}

std::optional<Roster> Rosters::named_members(std::uint32_t organisation, std::uint32_t behind, const text::Sentence& sentence) const {
  while (behind < sentence.last && structure_.is_of(behind, named_)) ++behind;
  const List list = list_at(behind, sentence.last);
  if (list.members.size() < kFewestNamed || are_no_members(list.end, sentence.last)) return std::nullopt;
  Roster roster = roster_of(organisation, list, sentence, false);
  for (const std::uint32_t m : invited(list.end, sentence)) {
    roster.outsiders.push_back({structure_.mentions()[m].actor, structure_.mentions()[m].span});
  }
  return roster;
}

// ", as well as the presidents of Iran and Turkey": leaders who are named apart from those of the members.
std::vector<std::uint32_t> Rosters::invited(std::uint32_t token, const text::Sentence& sentence) const {
  const auto mentions = structure_.mentions();
  for (std::uint32_t t = token; t < std::min(sentence.last, token + kBeyond); ++t) {
    const std::uint32_t besides = structure_.phrase_of(t, besides_);
    if (besides == 0) continue;
    std::uint32_t m = structure_.first_mention(t + besides);
    const bool leaders = m < mentions.size() && mentions[m].first <= t + besides + 1 && mentions[m].last <= sentence.last && mentions[m].leaders && !mentions[m].country.empty();
    if (!leaders) return {};
    std::vector<std::uint32_t> guests{m};
    // "رئيسي إيران وتركيا": the first of the countries is part of the group's name.
    for (++m; m < mentions.size() && mentions[m].last <= sentence.last && mentions[m].kind == EntityKind::country; ++m) {
      const std::uint32_t before = mentions[m].first - 1;
      const bool joined = (mentions[m].proclitics & text::kWa) != 0 || structure_.has(before, Mark::conjunction) || structure_.is_comma(before);
      if (!joined || mentions[m].first > mentions[guests.back()].last + 1 || mentions[m].form == MentionForm::nisba) break;
      guests.push_back(m);
    }
    return guests;
  }
  return {};
}

std::uint32_t Rosters::organisation_of(const text::Sentence& sentence, std::uint32_t token) const {
  const auto mentions = structure_.mentions();
  std::uint32_t found = kNoIndex;
  for (std::uint32_t m = structure_.first_mention(sentence.first); m < mentions.size() && mentions[m].last <= sentence.last; ++m) {
    if (!is_organisation(m)) continue;
    if (mentions[m].first > token && found != kNoIndex) break;
    found = m;
  }
  return found;
}

// "Mongolia and Iran as observers", «إيران بصفة مراقب»: the countries that a word behind them puts outside.
std::vector<std::uint32_t> Rosters::before(std::uint32_t word, const text::Sentence& sentence) const {
  bool as = (structure_.proclitics(word) & text::kKa) != 0;
  for (std::uint32_t t = word; t-- > sentence.first && t + kBehind >= word;) {
    const std::int32_t found = structure_.info(t).mention;
    if (found < 0) {
      if (structure_.is_of(t, once_)) return {};
      as = as || structure_.phrase_of(t, as_) > 0;
      if (structure_.is_word(t) && structure_.phrase_of(t, as_) == 0 && !structure_.is_of(t, named_)) return {};
      continue;
    }
    const entity::EntityMention& mention = structure_.mentions()[static_cast<std::size_t>(found)];
    std::vector<std::uint32_t> all;
    if (as && mention.kind == EntityKind::country && mention.form == MentionForm::name) structure_.chain(static_cast<std::uint32_t>(found), all);
    return all;
  }
  return {};
}

std::optional<Roster> Rosters::outside(std::uint32_t word, const text::Sentence& sentence) const {
  const std::uint32_t organisation = organisation_of(sentence, word);
  if (organisation == kNoIndex || (word > sentence.first && structure_.is_of(word - 1, once_))) return std::nullopt;
  std::uint32_t behind = word + structure_.phrase_of(word, outside_);
  const std::uint32_t last = std::min(sentence.last, behind + kBehind);
  while (behind < last && (structure_.is_of(behind, named_) || structure_.is(behind, U':'))) ++behind;
  List list = list_at(behind, sentence.last);
  if (list.members.empty()) list.members = before(word, sentence);
  std::erase_if(list.members, [&](std::uint32_t m) {
    const entity::EntityMention& mention = structure_.mentions()[m];
    return mention.kind != EntityKind::country || mention.actor.id.empty() || mention.form == MentionForm::nisba || mention.form == MentionForm::metonym;
  });
  if (list.members.empty()) return std::nullopt;
  Roster roster = roster_of(organisation, list, sentence, false);
  std::swap(roster.members, roster.outsiders);
  return roster;
}

Roster Rosters::roster_of(std::uint32_t organisation, const List& list, const text::Sentence& sentence, bool complete) const {
  const auto mentions = structure_.mentions();
  Roster roster{mentions[organisation].actor, mentions[organisation].span, {}, {}, complete, sentence.span};
  for (const std::uint32_t m : list.members) roster.members.push_back({mentions[m].actor, mentions[m].span});
  return roster;
}

}  // namespace tarikh::event
