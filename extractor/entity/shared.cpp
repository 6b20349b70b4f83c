// Nouns that several countries have one each of: «وزيرا الخارجية الكيني والأوغندي», "the Kenyan and Ugandan governments".
// Each is a mention of its own, though the noun is written once.
#include <array>

#include "entity/tagger.h"

namespace tarikh::entity {
namespace {

constexpr OfficeId kFirstCrowd = 201;  // of offices.tsv

}  // namespace

// The noun that several have one each of: of many who hold an office, of a crowd or a body.
EntityTagger::Shared EntityTagger::shared_noun_at(std::uint32_t token) const {
  const Office office = office_at(token);
  if (office.word) return office.plural ? Shared{.noun = office.word, .people = true} : Shared{};
  if (const Word bodies = word_of(rules_.body_pl, token)) return {.noun = bodies};
  if (const Word common = word_of(rules_.common_actor, token)) return {.noun = common, .people = common.value >= kFirstCrowd};
  return {.noun = word_of(rules_.body, token)};
}

void EntityTagger::add_shared(std::uint32_t first, std::uint32_t last, const Shared& shared, std::uint32_t skip_bytes, std::uint8_t proclitics, const Holder& holder) {
  if (shared.people) add_group(first, last, skip_bytes, proclitics, shared.noun.value, holder);
  else add_body(first, last, skip_bytes, proclitics, shared.noun.value, holder);
}

// «وزيرا الخارجية الكيني والأوغندي»: the noun stands with the first, and the others are told by whose they are alone.
std::uint32_t EntityTagger::arabic_shared(std::uint32_t token) {
  const Shared shared = shared_noun_at(token);
  if (!shared.noun) return token;
  std::uint32_t t = token + shared.noun.tokens;
  const bool definite = name_at(t).definite;
  const auto owner_at = [&](std::uint32_t at, std::uint8_t proclitics) {
    const NameTable::Found found = name_at(at);
    const bool owner = found.sense != nullptr && found.sense->form == MentionForm::nisba && found.definite == definite && found.proclitics == proclitics;
    return owner ? found : NameTable::Found{};
  };
  const NameTable::Found first = owner_at(t, 0);
  if (first.sense == nullptr || owner_at(t + first.tokens, text::kWa).sense == nullptr) return token;
  t += first.tokens;
  add_shared(token, t, shared, shared.noun.begin, shared.noun.proclitics, holder_of(first));
  for (NameTable::Found next = owner_at(t, text::kWa); next.sense != nullptr; next = owner_at(t, text::kWa)) {
    add_shared(t, t + next.tokens, shared, next.begin, next.proclitics, holder_of(next));
    t += next.tokens;
  }
  return t;
}

// "the Kenyan, Chadian and Ugandan foreign ministers": the noun stands with the last.
std::uint32_t EntityTagger::english_shared(std::uint32_t token) {
  constexpr std::size_t kMost = 6;
  std::array<std::uint32_t, kMost> starts{};
  std::size_t count = 0;
  bool joined = false;
  std::uint32_t t = token;
  while (count < kMost && !end(t) && capitalised(t)) {
    const NameTable::Found found = name_at(t);
    if (found.sense == nullptr || found.sense->form != MentionForm::nisba) return token;
    starts[count++] = t;
    t += found.tokens;
    if (joined || end(t)) break;
    const std::uint32_t comma = t;
    if (is_comma(t)) ++t;
    joined = !end(t) && is_word(t) && surface(t) == "and";
    if (joined) ++t;
    else if (t == comma) return token;
  }
  if (!joined || count < 2) return token;
  while (const Word adjective = word_of(rules_.office_adjective, t)) t += adjective.tokens;
  const Shared shared = end(t) || !is_word(t) ? Shared{} : shared_noun_at(t);
  if (!shared.noun) return token;
  const std::uint32_t last = t + shared.noun.tokens;
  if (!shared.people && !surface(last - 1).ends_with("s")) return token;
  for (std::size_t i = 0; i < count; ++i) {
    const NameTable::Found found = name_at(starts[i]);
    add_shared(starts[i], i + 1 == count ? last : starts[i] + found.tokens, shared, 0, 0, holder_of(found));
  }
  return last;
}

}  // namespace tarikh::entity
