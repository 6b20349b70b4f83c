// Actors that have no name: "protesters", "the committee", «أطباء المستشفيات الحكومية». They take part in events, so that a
// verb with such a subject has one; nobody is looked up for them, and they are not opaque: rules see their words.
#include "entity/tagger.h"

namespace tarikh::entity {
namespace {

constexpr OfficeId kFirstCrowd = 201;  // of offices.tsv: below are bodies, from here on groups of people
constexpr std::uint32_t kComplement = 2;  // words

bool is_the(std::string_view word) { return word == "the" || word == "The"; }

}  // namespace

// "المستشفيات الحكومية" behind "أطباء": a genitive, and an adjective that can be nothing else.
std::uint32_t EntityTagger::arabic_complement(std::uint32_t token) const {
  std::uint32_t t = token;
  for (; t < token + kComplement && !end(t) && is_word(t) && !taken(t); ++t) {
    const std::string_view word = surface(t);
    if (!word.starts_with("ال") || name_at(t).sense != nullptr) break;
    if (t > token && !word.ends_with("ية") && !word.ends_with("ي")) break;
  }
  return t;
}

std::uint32_t EntityTagger::common_actor(std::uint32_t token) {
  const Word word = word_of(rules_.common_actor, token);
  if (!word || word.enclitic) return token;
  const bool crowd = word.value >= kFirstCrowd;
  std::uint32_t last = token + word.tokens;
  if (rules_.arabic) {
    if (!word.definite) last = arabic_complement(last);
    // With a nisba or a name behind it acts for that one, which is a mention itself.
    if (!end(last) && is_word(last) && name_at(last).sense != nullptr) return token;
    const bool definite = word.definite || last > token + word.tokens;
    if (!crowd && !definite) return token;
  } else {
    const bool follows_name = !out_->empty() && out_->back().last + 1 >= token && !tokens_->is(token - 1, U',');
    if (follows_name) return token;  // "Israeli soldiers", "Chad's lawmakers" act for whose they are
    const bool definite = token > 0 && is_the(surface(token - 1));
    if (!crowd && !definite) return token;
  }
  const Institution* institution = rules_.gazetteer->institution(word.value);
  if (institution == nullptr) return token;
  EntityMention& mention = add(token, last, word.begin, word.proclitics);
  mention.kind = crowd ? EntityKind::group : EntityKind::organisation;
  mention.form = MentionForm::description;
  mention.actor = {.id = {}, .name_en = institution->name_en, .name_ar = institution->name_ar};
  mention.gender = institution->gender;
  mention.number = crowd ? rules::Number::plural : rules::Number::singular;
  mention.common = true;
  return last;
}

}  // namespace tarikh::entity
