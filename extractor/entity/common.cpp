// Actors that have no name: "protesters", "the committee", «أطباء المستشفيات الحكومية». They take part in events, so that a
// verb with such a subject has one; nobody is looked up for them, and they are not opaque: rules see their words.
#include <algorithm>
#include <array>

#include "entity/tagger.h"
#include "text/punctuation.h"

namespace tarikh::entity {
namespace {

// Of offices.tsv: bodies, groups of people from 201, single people from 301.
constexpr OfficeId kFirstCrowd = 201, kFirstPerson = 301;
constexpr std::uint32_t kComplement = 2;  // words

// "حزب", "حركة", "منظمة", "اتحاد", "ائتلاف": what stands behind them is the name of such a body, not its owner.
bool is_head_of_names(OfficeId actor) {
  constexpr std::array<OfficeId, 5> kHeads{153, 157, 158, 166, 177};
  return std::ranges::find(kHeads, actor) != kHeads.end();
}

// "هاجم مسلحون نيامي": a plural that keeps its ن has no genitive.
bool keeps_ending(std::string_view word) { return word.ends_with("ون") || word.ends_with("ين"); }

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

// Whose the actor is: "السفارة الفرنسية", "سفارة الهند", "جنود روس", "بعثة للأمم المتحدة", "مكتب نتنياهو".
EntityTagger::Holder EntityTagger::arabic_owner(std::uint32_t token, bool definite, bool genitive) const {
  if (opens_quoted_name(token)) ++token;
  const NameTable::Found found = end(token) || !is_word(token) ? NameTable::Found{} : name_at(token);
  if (found.sense == nullptr) return {};
  if (found.sense->form == MentionForm::nisba) return found.proclitics == 0 && found.definite == definite ? holder_of(found) : Holder{};
  const bool fits = found.proclitics == 0 ? genitive : !definite && found.proclitics == text::kLi;
  return fits ? holder_of(found) : Holder{};
}

std::uint32_t EntityTagger::common_actor(std::uint32_t token) {
  const Word word = word_of(rules_.common_actor, token);
  if (!word || word.value >= kFirstPerson || word.enclitic) return token;
  const bool crowd = word.value >= kFirstCrowd;
  std::uint32_t last = token + word.tokens;
  Holder owner;
  EntityRef whole;  // "مقاتلو الجبهة", "مقاتلو حزب الله": the organisation itself
  if (rules_.arabic) {
    if (!word.definite) {
      // "حزب الحركة نحو الاشتراكية": the name is that of the actor itself.
      const std::uint32_t named = opens_quoted_name(last) ? last + 1 : last;  // "حركة «حماس»"
      const NameTable::Found name = end(named) || !is_word(named) ? NameTable::Found{} : name_at(named);
      if (name.sense != nullptr && name.proclitics == 0 && is_head_of_names(word.value) && name.sense->form != MentionForm::nisba &&
          entity(name.sense->entity).kind == EntityKind::organisation) {
        const std::uint32_t behind = plain_name(named, name);
        EntityMention& mention = out_->back();
        mention.first = token;
        if (named == last) mention.span.begin = tokens_->tokens[token].span.begin + word.begin;
        mention.proclitics = word.proclitics;
        return behind;
      }
      const Word head = crowd && !end(last) && is_word(last) ? word_of(rules_.org_head, last) : Word{};
      if (const Known* known = head ? organisation_meant(last, head) : nullptr) whole = known->ref;
      if (!keeps_ending(surface(token)) || !crowd) last = arabic_complement(last);
      if (last == token + word.tokens && !crowd) last = arabic_construct(last, kComplement);
    }
    const bool complete = word.definite || last > token + word.tokens;
    // The name stays a mention of its own.
    owner = arabic_owner(last, complete, !complete && !keeps_ending(surface(token)));
    const bool spoken = token > 0 && !tokens_->tokens[token].line_start && tells_of_people(token - 1);  // "خلصت لجنة تحقيق إلى"
    const bool counted = token > 0 && !taken(token - 1) && tokens_->tokens[token - 1].kind == text::TokenKind::number;  // "17 كتلة معارضة"
    if (!crowd && !complete && !counted && !spoken && owner.id.empty()) return token;
  } else {
    const bool linked = token > 0 && (text::is_possessive(surface(token - 1)) || surface(token - 1) == "as");
    const bool follows_name = !out_->empty() && out_->back().last + (linked ? 1 : 0) >= token && token > 0 && is_word(token - 1);
    if (follows_name) return token;  // "Israeli soldiers", "Chad's lawmakers" act for whose they are
    if (!crowd && !english_definite(token)) return token;
  }
  const Institution* institution = rules_.gazetteer->institution(word.value);
  if (institution == nullptr) return token;
  EntityMention& mention = add(token, last, word.begin, word.proclitics);
  mention.kind = crowd ? EntityKind::group : EntityKind::organisation;
  mention.form = MentionForm::description;
  if (crowd && owner.entity != kNoIndex && entity(owner.entity).kind == EntityKind::organisation) whole = entity(owner.entity).ref;
  mention.actor = whole.id.empty() ? institution_ref(word.value, owner) : whole;
  mention.organisation = whole.id;
  mention.country = whole.id.empty() ? owner.id : std::string();
  mention.gender = institution->gender;
  mention.number = crowd ? rules::Number::plural : rules::Number::singular;
  mention.decides = institution->decides;
  mention.common = true;
  return last;
}

}  // namespace tarikh::entity
