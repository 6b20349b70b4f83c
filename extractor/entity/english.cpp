// Noun phrases of people and bodies in English: holder, adjectives, office, "of" holder, name, apposition.
//   former French President Nicolas Sarkozy · Ukraine's foreign minister · the secretary general of NATO ·
//   Emmanuel Macron, the French president, · the Tunisian parliament
#include "entity/tagger.h"

#include <algorithm>
#include <array>

namespace tarikh::entity {
namespace {

constexpr std::uint32_t kMaxNameWords = 4;
// Numbers of gazetteer/offices.tsv.
constexpr OfficeId kAmbassador = 21, kEnvoy = 22, kFirstBody = 101;

bool is_possessive(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }
bool is_the(std::string_view word) { return word == "the" || word == "The"; }

}  // namespace

EntityTagger::NameRun EntityTagger::english_name(std::uint32_t token, bool after_office) const {
  if (end(token) || taken(token)) return {};
  if (const NameTable::Found found = name_at(token); found.sense != nullptr) {
    if (entity(found.sense->entity).kind == EntityKind::person) return {.first = token, .last = token + found.tokens, .entity = found.sense->entity};
    if (!is_given_name(token)) return {};
  }
  const bool given = is_given_name(token);
  if (!given && !after_office) return {};
  std::uint32_t t = token;
  std::uint32_t last = token;
  std::uint32_t words = 0;
  while (words < kMaxNameWords && !end(t) && !taken(t)) {
    if (is_word(t)) {
      const bool particle = !capitalised(t) && word_of(rules_.name_particle, t).tokens > 0;
      if (!capitalised(t) && !(particle && t > token)) break;
      if (t > token && !is_given_name(t) && name_at(t).sense != nullptr && entity(name_at(t).sense->entity).kind != EntityKind::person) break;
      if (office_at(t).word) break;
      ++t;
      if (!particle) {
        last = t;
        ++words;
      }
    } else if (t > token && (tokens_->is(t, U'-') || (tokens_->is(t, U'.') && surface(t - 1).size() == 1)) && !end(t + 1) && is_word(t + 1)) {
      ++t;
    } else {
      break;
    }
  }
  if (words == 0 || (!after_office && words < 2)) return {};
  return {.first = token, .last = last};
}

// "French", "France's", "UN" before an office. Gives the token behind, or `token`.
std::uint32_t EntityTagger::english_holder_before(std::uint32_t token, Holder& holder) const {
  const NameTable::Found found = name_at(token);
  if (found.sense == nullptr) return token;
  const EntityKind kind = entity(found.sense->entity).kind;
  if (kind == EntityKind::person) return token;
  std::uint32_t t = token + found.tokens;
  const bool possessive = !end(t) && is_possessive(surface(t));
  if (kind == EntityKind::place && !possessive && !entity(found.sense->entity).metonym) return token;
  if (possessive) ++t;
  holder = holder_of(found);
  return holder.id.empty() ? token : t;
}

// "of France", "of the African Union", "for the EU".
std::uint32_t EntityTagger::english_holder_after(std::uint32_t token, Holder& holder, OfficeId office) const {
  if (end(token) || !is_word(token)) return token;
  const std::string_view word = surface(token);
  const bool sent = word == "to" && (office == kAmbassador || office == kEnvoy);
  if (word != "of" && (word != "for" || office >= kFirstBody) && !sent) return token;
  std::uint32_t t = token + 1;
  if (!end(t) && is_the(surface(t))) ++t;
  const NameTable::Found found = name_at(t);
  if (found.sense == nullptr || found.sense->form == MentionForm::nisba || entity(found.sense->entity).kind == EntityKind::person) return token;
  holder = holder_of(found);
  return holder.id.empty() ? token : t + found.tokens;
}

std::uint32_t EntityTagger::english_body(std::uint32_t token, std::uint32_t from, const Holder& before) {
  const Word body = word_of(rules_.body, token);
  if (!body) return from;
  Holder holder = before;
  std::uint32_t t = token + body.tokens;
  if (holder.id.empty()) {
    if (const std::uint32_t after = english_holder_after(t, holder, body.value); after > t) {
      t = after;
    } else {
      // A bare noun is a body only where it is one of a kind.
      const bool definite = token > 0 && is_the(surface(token - 1));
      if (!definite && !capitalised(token)) return from;
    }
  }
  add_body(from, t, 0, 0, body.value, holder);
  return t;
}

// ", the French president," after a name belongs to it.
std::uint32_t EntityTagger::english_apposition(std::uint32_t token, std::size_t mention) {
  if (end(token) || !is_comma(token)) return token;
  std::uint32_t t = token + 1;
  if (end(t) || !is_word(t)) return token;
  if (is_the(surface(t)) || surface(t) == "a" || surface(t) == "an") ++t;
  bool former = false;
  Holder holder;
  for (int steps = 0; steps < 4 && !end(t); ++steps) {
    if (const Word word = word_of(rules_.office_former, t)) {
      former = true;
      t += word.tokens;
    } else if (const Word adjective = word_of(rules_.office_adjective, t)) {
      t += adjective.tokens;
    } else if (const std::uint32_t next = english_holder_before(t, holder); next > t) {
      t = next;
    } else {
      break;
    }
  }
  const Office office = office_at(t);
  if (!office.word || office.plural) return token;
  t += office.word.tokens;
  if (const std::uint32_t next = english_holder_after(t, holder, office.word.value); next > t) t = next;
  // A name behind the office is somebody else: "Macron, President Biden and …".
  if (!end(t) && (capitalised(t) || name_at(t).sense != nullptr)) return token;
  EntityMention& m = (*out_)[mention];
  m.last = t;
  for (Known& known : known_) {
    if (known.ref == m.actor && !former) known.offices |= std::uint64_t{1} << static_cast<unsigned>(office.word.value % 64);
    if (known.ref == m.actor && known.country.empty()) known.country = holder.id;
  }
  if (m.country.empty()) m.country = holder.id;
  return t;
}

// "Soldiers ousted President Bazoum": behind a subject the participle is a verb, not what the president is called.
bool EntityTagger::english_verb_here(std::uint32_t token) const {
  constexpr auto kBeforeNouns = std::to_array<std::string_view>({"the", "The", "a", "A", "an", "An", "its", "Its", "their", "Their", "his", "His", "her", "Her", "of", "by", "to", "with", "for", "from", "and", "or", "as",
                                                                 "against", "that", "between", "on", "after", "before", "over", "about", "including", "said", "like", "'s", "’s"});
  if (token == 0 || tokens_->tokens[token].line_start || !is_word(token - 1) || !surface(token).ends_with("ed")) return false;
  return std::ranges::find(kBeforeNouns, surface(token - 1)) == kBeforeNouns.end();
}

std::uint32_t EntityTagger::english_office(std::uint32_t token) {
  if (word_of(rules_.office_former, token) && english_verb_here(token)) return token;
  Holder holder;
  bool former = false;
  std::uint32_t t = token;
  const auto skip_adjectives = [&] {
    for (int steps = 0; steps < 3 && !end(t); ++steps) {
      if (const Word word = word_of(rules_.office_former, t)) {
        former = true;
        t += word.tokens;
        if (!end(t) && tokens_->is(t, U'-')) ++t;
      } else if (const Word adjective = word_of(rules_.office_adjective, t)) {
        t += adjective.tokens;
      } else {
        break;
      }
    }
  };
  skip_adjectives();
  if (!end(t)) t = english_holder_before(t, holder);
  skip_adjectives();
  if (end(t)) return token;
  const Office office = office_at(t);
  if (const Word body = word_of(rules_.body, t); body && body.tokens > office.word.tokens) return english_body(t, token, holder);
  if (const Word counterpart = word_of(rules_.counterpart, t)) {
    if (holder.id.empty()) return token;
    t += counterpart.tokens;
    if (const NameRun run = english_name(t, true)) {
      add_person(token, run.last, 0, 0, run, kNoOffice, holder, rules::Gender::any);
      return run.last;
    }
    for (std::size_t k = known_.size(); k-- > 0;) {
      if (known_[k].kind != EntityKind::person || known_[k].offices == 0) continue;
      for (OfficeId o = 1; o < 64; ++o) {
        if (((known_[k].offices >> o) & 1U) == 0) continue;
        return add_described(token, t, 0, 0, o, holder, false, true, rules::Gender::any) ? t : token;
      }
    }
    return token;
  }
  if (!office.word) return token;
  const NameTable::Found name = name_at(token);
  if (name.sense != nullptr && name.tokens >= t + office.word.tokens - token) return token;
  const bool office_capitalised = capitalised(t);
  t += office.word.tokens;
  if (holder.id.empty()) t = english_holder_after(t, holder, office.word.value);
  if (office.plural) {
    const bool definite = token > 0 && is_the(surface(token - 1));
    if (holder.id.empty() && !definite) return token;
    add_group(token, t, 0, 0, office.word.value, holder);
    return t;
  }
  const bool comma = !end(t) && is_comma(t);
  NameRun run = english_name(comma ? t + 1 : t, !comma);
  if (comma && run && run.entity == kNoIndex) run = {};
  // "the president Tuesday", "chair Committee": an unknown name needs a capitalised office, a holder or a given name.
  if (run && run.entity == kNoIndex && !office_capitalised && holder.id.empty() && !is_given_name(run.first)) run = {};
  if (run) {
    rules::Gender gender = office.gender;
    if (run.entity == kNoIndex && !is_given_name(run.first, &gender)) gender = rules::Gender::any;
    add_person(token, run.last, 0, 0, run, office.word.value, holder, gender);
    return run.last;
  }
  if (!end(t) && short_name(t) > t) {
    EntityMention& mention = out_->back();
    mention.first = token;
    mention.span.begin = tokens_->tokens[token].span.begin;
    return mention.last;
  }
  const bool definite = token > 0 && is_the(surface(token - 1));
  const std::string_view before = token > 0 && !tokens_->tokens[token].line_start ? surface(token - 1) : std::string_view{};
  // "elect a new president": nobody yet.
  if (holder.id.empty() && (before == "a" || before == "an" || before == "another" || before == "no")) return token;
  // "presidents" and "a president" point at nobody; "President" at the head of a sentence does not either.
  if (add_described(token, t, 0, 0, office.word.value, holder, former, definite, rules::Gender::any)) return t;
  return token;
}

}  // namespace tarikh::entity
