#include "event/pairs.h"

#include <algorithm>

namespace tarikh::event {
namespace {

constexpr std::uint32_t kBack = 10;  // sentences

}  // namespace

Pairs::Pairs(const Structure& structure)
    : structure_(structure),
      two_countries_(structure.lexicon().find_class("two_countries")),
      two_people_(structure.lexicon().find_class("two_people")),
      two_sides_(structure.lexicon().find_class("two_sides")),
      number_(structure.lexicon().find_class("num_unit")) {}

bool Pairs::are_two(std::uint32_t mention) const {
  const entity::EntityMention& m = structure_.mentions()[mention];
  if (!m.common || !m.actor.id.empty()) return false;
  // "The three neighbours"
  const bool counted = m.first > 0 && structure_.is_of(m.first - 1, number_) && structure_.word(m.first - 1) != "two";
  if (counted) return false;
  return std::ranges::any_of(std::array{two_countries_, two_people_, two_sides_}, [&](rules::ClassId cls) { return means(mention, cls); });
}

// "Two leaders", of which "leaders" may be the mention.
bool Pairs::means(std::uint32_t mention, rules::ClassId cls) const {
  const std::uint32_t first = structure_.mentions()[mention].first;
  return structure_.phrase_of(first, cls) > 0 || (first > 0 && structure_.phrase_of(first - 1, cls) > 1);
}

bool Pairs::fit(const Two& two, std::uint32_t mention) const {
  const entity::EntityMention &a = structure_.mentions()[two[0]], &b = structure_.mentions()[two[1]];
  const auto named = [](const entity::EntityMention& m) {
    return !m.actor.id.empty() && m.form != MentionForm::nisba && m.form != MentionForm::metonym && m.kind != EntityKind::place;
  };
  if (!named(a) || !named(b) || a.actor.id == b.actor.id) return false;
  const auto person = [](const entity::EntityMention& m) { return m.kind == EntityKind::person || m.kind == EntityKind::office; };
  if (means(mention, two_countries_)) return a.kind == EntityKind::country && b.kind == EntityKind::country;
  if (means(mention, two_people_)) return person(a) && person(b);
  return person(a) == person(b);
}

// Those who took part in it, if they are two.
std::optional<Pairs::Two> Pairs::sides_of(const Draft& draft) const {
  std::vector<std::uint32_t> all;
  for (const Fill& fill : draft.fills) {
    if (fill.role == Role::organisation) continue;
    const std::string& id = structure_.mentions()[fill.mention].actor.id;
    const bool known = std::ranges::any_of(all, [&](std::uint32_t m) { return structure_.mentions()[m].actor.id == id; });
    if (!known) all.push_back(fill.mention);
  }
  return all.size() == 2 ? std::optional(Two{all[0], all[1]}) : std::nullopt;
}

// "Iraq and Oman welcomed the deal between the two countries": who only comments is not meant, if anybody else may be.
bool Pairs::comment(std::uint32_t mention, const std::vector<Draft>& drafts) const {
  return std::ranges::any_of(drafts, [&](const Draft& draft) {
    return draft.rule->type == "statement" && std::ranges::any_of(draft.fills, [&](const Fill& fill) { return fill.mention == mention; });
  });
}

// The nearest before it, named together or told of as the sides of an event.
std::optional<Pairs::Two> Pairs::named_before(std::uint32_t mention, std::uint32_t draft, const std::vector<Draft>& drafts) const {
  const auto mentions = structure_.mentions();
  const std::uint32_t sentence = drafts[draft].sentence;
  const std::uint32_t first = structure_.tokens().sentences[sentence > kBack ? sentence - kBack : 0].first;
  const std::uint32_t last = mentions[mention].first;
  std::optional<Two> found, commenting;
  std::uint32_t where = first;
  for (std::uint32_t d = draft; d-- > 0 && drafts[d].token >= first && !found;) {
    if (drafts[d].token >= last || drafts[d].rule->type == "statement") continue;
    found = sides_of(drafts[d]);
    if (found && !fit(*found, mention)) found.reset();
    if (found) where = drafts[d].token;
  }
  for (std::uint32_t m = mention; m-- > 1 && mentions[m].first > where;) {
    const std::optional<Two> two = joined(m);
    if (!two || !fit(*two, mention)) continue;
    if (!comment(m, drafts)) return two;
    if (!commenting) commenting = two;
  }
  return found ? found : commenting;
}

// "Kiir and his former deputy Machar": the second of two that are joined, and of no more.
std::optional<Pairs::Two> Pairs::joined(std::uint32_t mention) const {
  constexpr std::uint32_t kTitle = 2;  // words before a name that are no part of its mention
  const auto mentions = structure_.mentions();
  std::vector<std::uint32_t> chain;
  structure_.chain(mention, chain);
  if (chain.size() == 2 && chain.back() == mention) return Two{chain[0], chain[1]};
  const std::uint32_t before = mention - 1;
  const std::uint32_t from = mentions[before].last;
  if (chain.size() != 1 || mentions[mention].first <= from || mentions[mention].first > from + kTitle + 1) return std::nullopt;
  chain.clear();
  structure_.chain(before, chain);
  const bool linked = structure_.has(from, Mark::conjunction) || (structure_.is_word(from) && (structure_.proclitics(from) & text::kWa) != 0);
  if (chain.size() != 1 || !linked) return std::nullopt;
  for (std::uint32_t t = from; t < mentions[mention].first; ++t) {
    if (!structure_.is_word(t) || structure_.is_finite(t)) return std::nullopt;
  }
  return Two{before, mention};
}

// Rules that name "the two sides" in their trigger have nobody to fill a role with.
std::uint32_t Pairs::told_by_trigger(const Draft& draft) const {
  if (draft.first(Role::subject) != nullptr) return kNoIndex;
  for (const std::uint32_t anchor : draft.anchors) {
    // "The two" may be the trigger's, and "countries" the mention's.
    for (std::uint32_t t = anchor; t < std::min<std::size_t>(anchor + 3, structure_.tokens().tokens.size()); ++t) {
      const std::int32_t mention = structure_.info(t).mention;
      if (mention >= 0 && are_two(static_cast<std::uint32_t>(mention))) return static_cast<std::uint32_t>(mention);
    }
  }
  return kNoIndex;
}

void Pairs::resolve(std::vector<Draft>& drafts) const {
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    std::vector<Fill>& fills = drafts[d].fills;
    for (std::size_t f = 0; f < fills.size(); ++f) {
      const Fill told = fills[f];
      const std::optional<Two> two = are_two(told.mention) ? named_before(told.mention, d, drafts) : std::nullopt;
      if (!two) continue;
      fills.erase(fills.begin() + static_cast<std::ptrdiff_t>(f));
      put(*two, told.role, structure_.mentions()[told.mention].span, fills.begin() + static_cast<std::ptrdiff_t>(f++), fills);
    }
    const std::uint32_t trigger = told_by_trigger(drafts[d]);
    const std::optional<Two> two = trigger == kNoIndex ? std::nullopt : named_before(trigger, d, drafts);
    if (two) put(*two, Role::subject, structure_.mentions()[trigger].span, fills.begin(), fills);
  }
}

// The words in the text go with the first of the two.
void Pairs::put(const Two& two, Role role, Span words, std::vector<Fill>::iterator where, std::vector<Fill>& fills) {
  const std::array<Fill, 2> both{{{.role = role, .mention = two[0], .implied = true, .words = words}, {.role = role, .mention = two[1], .implied = true, .words = {}}}};
  fills.insert(where, both.begin(), both.end());
}

}  // namespace tarikh::event
