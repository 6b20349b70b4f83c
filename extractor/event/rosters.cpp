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

}  // namespace

Rosters::Rosters(const Structure& structure)
    : structure_(structure),
      has_members_(structure.lexicon().find_class("has_members")),
      also_(structure.lexicon().find_class("among_others")),
      no_member_(structure.lexicon().find_class("no_member")) {}

void Rosters::find(const text::Sentence& sentence, std::vector<Roster>& out) const {
  const auto take = [&](std::optional<Roster> found) {
    if (found) out.push_back(std::move(*found));
  };
  const auto mentions = structure_.mentions();
  std::uint32_t m = structure_.first_mention(sentence.first);
  if (!structure_.is_present(has_members_)) {
    for (; m < mentions.size() && mentions[m].first < sentence.last; ++m) take(in_brackets(m, sentence));
    return;
  }
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (m < mentions.size() && mentions[m].first == t) take(in_brackets(m++, sentence));
    else if (structure_.info(t).mention < 0 && has_members(t) > 0) take(by_verb(t, sentence));
  }
}

std::uint32_t Rosters::has_members(std::uint32_t token) const {
  if (!structure_.may_be(token, has_members_)) return 0;
  for (const PhraseSense& phrase : structure_.phrase_senses(token)) {
    if (phrase.sense->cls == has_members_) return phrase.tokens;
  }
  return structure_.is_word(token) && structure_.is_of(token, has_members_) ? 1 : 0;
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
      const bool joins = tokens.is(t, U',') || tokens.is(t, U'،') || (structure_.is_word(t) && tokens.words(tokens.tokens[t].span) == "and");
      const bool is_also = list.members.empty() && structure_.is_word(t) && structure_.is_of(t, also_);
      joined = joined || joins;
      nothing_else = joins || is_also || (structure_.is_word(t) && tokens.words(tokens.tokens[t].span) == "the");
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
  if (bracket >= sentence.last || !structure_.tokens().is(bracket, U'(')) return std::nullopt;
  const List list = list_at(bracket + 1, sentence.last);
  const bool closed = list.end < sentence.last && structure_.tokens().is(list.end, U')');
  if (list.members.size() < kFewestInBrackets || !closed) return std::nullopt;
  return roster_of(organisation, list, sentence, true);
}

std::optional<Roster> Rosters::by_verb(std::uint32_t verb, const text::Sentence& sentence) const {
  if (is_denied(verb, sentence.first)) return std::nullopt;
  std::uint32_t behind = verb + has_members(verb);
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

Roster Rosters::roster_of(std::uint32_t organisation, const List& list, const text::Sentence& sentence, bool complete) const {
  const auto mentions = structure_.mentions();
  Roster roster{mentions[organisation].actor, mentions[organisation].span, {}, complete, sentence.span};
  for (const std::uint32_t m : list.members) roster.members.push_back({mentions[m].actor, mentions[m].span});
  return roster;
}

}  // namespace tarikh::event
