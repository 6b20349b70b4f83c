// Noun phrases of people and bodies in English: holder, adjectives, office, "of" holder, name, apposition.
//   former French President Nicolas Sarkozy · Ukraine's foreign minister · the secretary general of NATO ·
//   Emmanuel Macron, the French president, · the Tunisian parliament
#include "entity/tagger.h"

#include <algorithm>

#include "text/punctuation.h"

namespace tarikh::entity {
namespace {

constexpr std::uint32_t kMaxNameWords = 4;
// Numbers of gazetteer/offices.tsv.
constexpr OfficeId kPresident = 1, kPrimeMinister = 3, kKing = 10, kLeader = 34, kAmbassador = 21, kEnvoy = 22, kFirstBody = 101, kEmbassy = 170, kFirstCrowd = 201;

bool is_possessive(std::string_view word) { return text::is_possessive(word) || word == "'" || word == "’"; }
// "FIFPRO", "TUC"; not "UN", which is known, or "AI", which is none.
bool is_acronym(std::string_view word) {
  return word.size() >= 3 && word.size() <= 8 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}
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

// "the", or the owner's "'s", before the noun at the token, with adjectives between: "the centre-left government".
bool EntityTagger::english_definite(std::uint32_t token) const {
  constexpr std::uint32_t kAdjectives = 3;
  for (std::uint32_t t = token, steps = 0; t > 0 && steps <= kAdjectives && !tokens_->tokens[t].line_start; ++steps) {
    --t;
    if (tokens_->is(t, U'-') || tokens_->is(t, U'\'') || tokens_->is(t, U'’')) continue;  // "the retailers' federation"
    if (!is_word(t) || taken(t)) return false;
    if (is_the(surface(t))) return true;
    if (is_possessive(surface(t))) return steps == 0;
    if ((capitalised(t) && name_at(t).sense != nullptr) || word_of(rules_.determiner, t) || word_of(rules_.place_preposition, t) || word_of(rules_.participle_left, t) || word_of(rules_.speaking, t)) return false;
  }
  return false;
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

// "Gabon's interim president … the country": whose office it is has been named.
void EntityTagger::remember_holder(const Holder& holder) {
  if (holder.entity == kNoIndex || entity(holder.entity).kind != EntityKind::country) return;
  const Entity& e = entity(holder.entity);
  remember({.ref = e.ref, .kind = e.kind, .country = e.country, .gender = e.gender, .offices = 0, .heads = 0, .body = kNoOffice, .times = 1, .mentioned = 0});
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
  if (holder.id.empty()) return token;
  t += found.tokens;
  // "rebels of the Seleka alliance"
  if (const Word kind = word_of(rules_.org_head, t); kind && entity(found.sense->entity).kind == EntityKind::organisation && !capitalised(t)) t += kind.tokens;
  return t;
}

// "On Monday parliament approved", "ratified by parliament": a body of a kind that a country has one of needs no article.
bool EntityTagger::is_bare_body(std::uint32_t token, std::uint32_t last) const {
  if (!word_of(rules_.bare_body, token) || token == 0) return false;
  const std::uint32_t before = token - 1;
  if (word_of(rules_.speaking, before)) return true;
  if (is_word(before) && !taken(before) && !word_of(rules_.before_bare, before)) return false;
  // "parliament seats", "cabinet papers": another noun is told of.
  if (end(last) || !is_word(last) || taken(last)) return true;
  const auto hits = cache_->hits(tokens_->tokens[last].analysis);
  return surface(last).ends_with("ed") || std::ranges::any_of(hits, [](const rules::Hit& hit) {
           return hit.sense.pos == rules::Pos::verb || hit.sense.pos == rules::Pos::particle;
         });
}

std::uint32_t EntityTagger::english_body(std::uint32_t token, std::uint32_t from, const Holder& before) {
  const Word body = word_of(rules_.body, token);
  if (!body) return from;
  Holder holder = before;
  std::uint32_t t = token + body.tokens;
  const bool owned = holder.id.empty() && from == token && token > 0 && (surface(token - 1) == "his" || surface(token - 1) == "her");
  if (holder.id.empty()) {
    if (const std::uint32_t after = english_holder_after(t, holder, body.value); after > t) {
      t = after;
    } else if (owned) {
      holder = owner();
      if (holder.id.empty()) return from;
    } else {
      if (!english_definite(from) && !capitalised(token) && !is_bare_body(from, t)) return from;
      holder = country_behind(t, "in");
    }
  }
  add_body(from, t, 0, 0, body.value, holder);
  // "Reshuffled his cabinet" is a trigger all the same.
  if (owned) out_->back().common = true;
  return t;
}

// ", the French president," after a name belongs to it.
std::uint32_t EntityTagger::english_apposition(std::uint32_t token, std::size_t mention) {
  if (end(token) || !is_comma(token)) return token;
  std::uint32_t t = token + 1;
  if (end(t) || !is_word(t)) return token;
  if (word_of(rules_.determiner, t)) ++t;
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
  if (token == 0 || tokens_->tokens[token].line_start || !is_word(token - 1) || !surface(token).ends_with("ed")) return false;
  return !word_of(rules_.participle_left, token - 1) && !word_of(rules_.determiner, token - 1);
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
      } else if (const Word adjective = word_of(rules_.office_adjective, t); adjective && name_at(t).tokens < 2 && !office_at(t).word) {
        t += adjective.tokens;  // but "New Zealand" is a name, "chief justice" an office
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
  if (office.word || word_of(rules_.body, t)) remember_holder(holder);
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
  if (!office.word) {
    // "Brazil's Luiz Inacio Lula da Silva": whose he is has been said.
    if (t > token && is_possessive(surface(t - 1))) {
      rules::Gender gender = rules::Gender::any;
      if (const NameRun run = english_name(t, false); run && (run.entity != kNoIndex || is_given_name(t, &gender))) {
        add_person(token, run.last, 0, 0, run, kNoOffice, holder, run.entity == kNoIndex ? gender : entity(run.entity).gender);
        return english_apposition(run.last, out_->size() - 1);
      }
    }
    // "the Chinese embassy": what acts for whose it is.
    const Word common = word_of(rules_.common_actor, t);
    if (!common || common.value >= kFirstCrowd || common.value == kEmbassy || holder.entity == kNoIndex || entity(holder.entity).kind != EntityKind::country) return token;
    add_body(token, t + common.tokens, 0, 0, common.value, holder);
    out_->back().common = true;
    return t + common.tokens;
  }
  const NameTable::Found name = name_at(token);
  if (name.sense != nullptr && name.tokens >= t + office.word.tokens - token) return token;
  // "Saudi Arabia's King Salman": the title is part of the name.
  if (const NameTable::Found titled = name_at(t); titled.sense != nullptr && titled.tokens > office.word.tokens && entity(titled.sense->entity).kind == EntityKind::person &&
      (holder.id.empty() || entity(titled.sense->entity).country == holder.id)) {
    const NameRun run{.first = t, .last = t + titled.tokens, .entity = titled.sense->entity};
    add_person(token, run.last, 0, 0, run, office.word.value, holder, office.gender);
    return run.last;
  }
  const bool office_capitalised = capitalised(t);
  t += office.word.tokens;
  if (holder.id.empty()) t = english_holder_after(t, holder, office.word.value);
  if (office.plural) {
    const bool the = token > 0 && is_the(surface(token - 1));
    // "The two leaders" are told of before; "diplomats from Japan" act for Japan.
    const bool leaders = office.word.value == kPresident || office.word.value == kPrimeMinister || office.word.value == kKing || office.word.value == kLeader;
    const bool others = (!the && english_definite(token)) || (!leaders && !end(t) && word_of(rules_.place_preposition, t));
    if (holder.id.empty() && !the && others) return token;
    add_group(token, t, 0, 0, office.word.value, holder);
    out_->back().common = holder.id.empty() && !the;  // rules see the word
    return t;
  }
  const bool comma = !end(t) && is_comma(t);
  NameRun run = english_name(comma ? t + 1 : t, !comma);
  if (comma && run && run.entity == kNoIndex) run = {};
  // "the president Tuesday", "chair Committee": an unknown name needs a capitalised office, a holder, "former", a given name or two words.
  const auto unknown = [&](std::uint32_t w) { return cache_->hits(tokens_->tokens[w].analysis).empty(); };
  const bool full = run && run.last >= run.first + 2 && unknown(run.first) && unknown(run.last - 1);  // "prime minister Timoci Bavadra"
  if (run && run.entity == kNoIndex && !office_capitalised && !former && holder.id.empty() && !full && !is_given_name(run.first)) run = {};
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
  // "elect a new president": nobody yet.
  if (holder.id.empty() && token > 0 && !tokens_->tokens[token].line_start && word_of(rules_.indefinite, token - 1)) return token;
  // "presidents" and "a president" point at nobody; "President" at the head of a sentence does not either.
  if (add_described(token, t, 0, 0, office.word.value, holder, former, definite, rules::Gender::any)) return t;
  return token;
}

bool EntityTagger::starts_sentence(std::uint32_t token) const {
  return token == 0 || tokens_->tokens[token].line_start || !is_word(token - 1);
}

bool EntityTagger::english_person_noun(std::uint32_t token) const {
  return word_of(rules_.person_noun, token) || word_of(rules_.person_title, token) || word_of(rules_.counterpart, token) || (office_at(token).word && !office_at(token).plural);
}

// Whether what stands beside an unknown name says that it is somebody's: "a historian, Liz Carden,", "Liz Carden, a
// historian at Leeds", "Tama Rewiti, who", "Tama Rewiti told", "said Liz Carden".
bool EntityTagger::names_person(const NameRun& run) const {
  constexpr std::uint32_t kApposition = 9;
  const bool first = run.first == 0 || tokens_->tokens[run.first].line_start;
  if (!first && is_comma(run.first - 1)) {
    for (std::uint32_t t = run.first - 1, steps = 0; t-- > 0 && steps < kApposition && is_word(t) && !taken(t); ++steps) {
      if (english_person_noun(t)) return true;
      if (tokens_->tokens[t].line_start) break;
    }
  } else if (!first && is_word(run.first - 1)) {
    if (english_person_noun(run.first - 1)) return true;
    if (word_of(rules_.speaking, run.first - 1) && (end(run.last) || !is_word(run.last) || !capitalised(run.last))) return true;
    if (word_of(rules_.place_preposition, run.first - 1)) return false;
  }
  if (end(run.last)) return false;
  if (word_of(rules_.speaking, run.last) || word_of(rules_.personal, run.last)) return true;
  if ((surface(run.last) == "was" || surface(run.last) == "were") && !end(run.last + 1) && word_of(rules_.personal, run.last + 1)) return true;
  if (!is_comma(run.last) || end(run.last + 1)) return false;
  if (tokens_->tokens[run.last + 1].kind == text::TokenKind::number || surface(run.last + 1) == "who") return true;
  if (!first && is_comma(run.first - 1) && word_of(rules_.speaking, run.last + 1)) return true;
  for (std::uint32_t t = run.last + 1; t < run.last + 1 + kApposition && !end(t) && is_word(t) && !taken(t); ++t) {
    if (word_of(rules_.place_preposition, t) || word_of(rules_.participle_left, t)) break;
    if (english_person_noun(t)) return true;
  }
  return false;
}

// "the Waitangi Tribunal", "Bank of Ghana": names that a noun for bodies ends or begins.
std::uint32_t EntityTagger::english_unknown_organisation(std::uint32_t token) {
  constexpr std::uint32_t kMostWords = 7, kChamber = 3;
  std::uint32_t last = token;  // behind the last capitalised word
  std::uint32_t words = 0;
  bool noun = word_of(rules_.organisation_noun, token).tokens > 0;
  std::uint32_t named = noun ? token : kNoIndex;
  for (std::uint32_t t = token; words < kMostWords && !end(t) && is_word(t) && !taken(t); ++t) {
    if (capitalised(t)) {
      if (word_of(rules_.organisation_noun, t)) named = t + 1;
      last = t + 1;
      ++words;
      continue;
    }
    const std::string_view link = surface(t);
    const bool inside = (is_possessive(link) && t > token) || link == "of" || link == "for" || link == "and" || (link == "the" && !capitalised(t - 1));
    if (!inside || (link == "and" && named == last) || end(t + 1) || (!capitalised(t + 1) && surface(t + 1) != "the")) break;
    if (link != "and" && !is_possessive(link) && !noun && named != last) break;  // "for", "of" go on behind the noun only: "Institute for Peace"
  }
  if (named == kNoIndex && token > 0 && is_the(surface(token - 1)) && last <= token + kChamber && !end(last) && word_of(rules_.deciding, last)) {
    named = last;  // "the Dewan Rakyat approved"
    words = std::max(words, 2U);
  }
  if (named == kNoIndex || words < 2) {
    if (!is_acronym(surface(token)) || (!end(token + 1) && (tokens_->is(token + 1, U':') || tokens_->is(token + 1, U'(')))) return token;
    if (token > 0 && is_word(token - 1) && is_acronym(surface(token - 1))) return token;  // a headline in capitals
    last = token + 1;
  }
  std::uint32_t first = token;
  // "Kenya Medical Association": the country is part of the name.
  if (!out_->empty() && out_->back().last == token && out_->back().kind == EntityKind::country && token > 0 && capitalised(token - 1)) {
    first = out_->back().first;
    out_->pop_back();
  }
  EntityMention& mention = add(first, last, 0, 0);
  mention.kind = EntityKind::organisation;
  mention.form = MentionForm::name;
  mention.actor = unknown_ref(tokens_->words(mention.span));
  mention.number = rules::Number::singular;
  return last;
}

// "in Hobart", "near Port Harcourt": a place that no table holds.
std::uint32_t EntityTagger::english_unknown_place(std::uint32_t token) {
  constexpr std::uint32_t kMostWords = 3;
  std::uint32_t last = token;
  for (; last < token + kMostWords && !end(last) && is_word(last) && capitalised(last) && !taken(last) && name_at(last).sense == nullptr; ++last) {
    if (english_person_noun(last) || word_of(rules_.body, last) || word_of(rules_.organisation_noun, last)) return token;
  }
  if (last == token || (!end(last) && text::is_possessive(surface(last)))) return token;
  add_unknown_place(token, last, 0, 0);
  return last;
}

// Behind "in", "near", "visited", "flew to", "the town of".
bool EntityTagger::stands_where(std::uint32_t token) const {
  if (token == 0 || starts_sentence(token)) return false;
  if (word_of(rules_.where, token - 1).tokens == 1) return true;
  if (token < 2) return false;
  return word_of(rules_.where, token - 2).tokens == 2 || (surface(token - 1) == "of" && word_of(rules_.place_noun, token - 2));
}

// A run of capitalised words that no table holds.
std::uint32_t EntityTagger::english_unknown_name(std::uint32_t token) {
  if (taken(token) || word_of(rules_.determiner, token) || word_of(rules_.nobody_word, token)) return token;
  if (const std::uint32_t next = english_unknown_organisation(token); next > token) return next;
  if (stands_where(token)) return english_unknown_place(token);
  // "Gen. Moses Adeka": over the dot of a rank.
  const bool ranked = token > 1 && tokens_->is(token - 1, U'.') && !tokens_->tokens[token - 1].space_before && is_word(token - 2) && may_be(token - 2, rules_.person_title.bit);
  // At the head of a sentence every word is capitalised.
  if (starts_sentence(token) && !ranked && !cache_->hits(tokens_->tokens[token].analysis).empty()) return token;
  // "Mr Ito", "Judge Ortega": behind a title one word is a name.
  const bool titled = ranked || (token > 0 && !starts_sentence(token) && capitalised(token - 1) && english_person_noun(token - 1) && !english_person_noun(token));
  if (token > 0 && !starts_sentence(token) && capitalised(token - 1) && !titled && (out_->empty() || out_->back().last != token)) return token;
  const NameRun run = english_name(token, true);
  if (!run || run.entity != kNoIndex) return token;
  std::uint32_t words = 0;
  for (std::uint32_t t = run.first; t < run.last; ++t) if (capitalised(t)) ++words;
  if (words < (titled ? 1U : 2U) || (!ranked && !names_person(run))) return token;
  add_person(run.first, run.last, 0, 0, run, kNoOffice, {}, rules::Gender::any);
  return english_apposition(run.last, out_->size() - 1);
}

}  // namespace tarikh::entity
