// Who is known by name: countries, places, organisations and people, with the offices they held. One table of
// entities for all languages; their names go into one NameTable per language (entity/names.h).
#pragma once

#include <date/date.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/features.h"
#include "tarikh/extraction.h"
#include "tarikh/result.h"
#include "tarikh/ruleset.h"

namespace tarikh::entity {

/// Number of an office in gazetteer/offices.tsv; lexica of offices use it as their value.
using OfficeId = std::int32_t;
inline constexpr OfficeId kNoOffice = 0;

struct Entity {
  EntityRef ref;
  EntityKind kind = EntityKind::place;
  bool metonym = false;       ///< a capital or seat of power: acts for its country
  std::string acts_for;       ///< of a metonym: who acts, a country or organisation id
  rules::Gender gender = rules::Gender::any;
  bool decides = false;       ///< a court, a bank: it rules and resolves as a public body does
  std::string country;        ///< country id, empty when unknown or its own
  std::string adjective_en;   ///< of a country: "Russian"
  std::string nisba_ar;       ///< of a country: masculine, without article
  std::vector<std::string> names_en, names_ar;  ///< all of them, the canonical first
  std::vector<std::string> people_en;           ///< of a country: other adjectives and nouns of its people
  std::vector<std::string> nisbas_ar, people_ar;
  template <class Image>
  void fields(Image& image) {
    image(ref.id, ref.name_en, ref.name_ar, kind, metonym, acts_for, gender, decides, country, adjective_en, nisba_ar, names_en, names_ar, people_en,
          nisbas_ar, people_ar);
  }
};

/// Somebody in an office for a time.
struct Tenure {
  OfficeId office = kNoOffice;
  std::string holder;   ///< country or organisation id
  date::sys_days from{}, to{};  ///< inclusive; `to` is the end of time when in office
  std::uint32_t person = 0;     ///< index of the entity
  template <class Image>
  void fields(Image& image) {
    image(office, holder, from, to, person);
  }
};

/// An office ("president") or a public body ("parliament") that a country or organisation has: enough to name it.
struct Institution {
  std::string id;
  std::string name_en, name_ar;
  rules::Gender gender = rules::Gender::masculine;
  bool decides = false;  ///< votes, orders, rules: a parliament, a court, a ministry, a committee
  template <class Image>
  void fields(Image& image) {
    image(id, name_en, name_ar, gender, decides);
  }
};

class Gazetteer {
 public:
  /// Loads every source below gazetteer/. Errors: wrong columns, unknown kinds and offices, ids claimed twice,
  /// dates that do not exist.
  static Result<Gazetteer> compile(std::span<const RuleSource> sources);

  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] const Entity& entity(std::uint32_t index) const { return entities_[index]; }
  /// kNoIndex when unknown.
  [[nodiscard]] std::uint32_t find(std::string_view id) const;

  /// Who held the office on that day; kNoIndex when unknown or when it had two holders.
  [[nodiscard]] std::uint32_t officeholder(OfficeId office, std::string_view holder, date::sys_days day) const;
  /// Every tenure of one person.
  [[nodiscard]] std::span<const Tenure> tenures_of(std::uint32_t person) const;
  /// The country that the person holds or has held office in; empty for who serves an organisation, or nobody.
  [[nodiscard]] std::string_view state_of(std::uint32_t person) const;
  /// The capital of a country; kNoIndex when unknown.
  [[nodiscard]] std::uint32_t capital_of(std::string_view country) const;
  /// Number of an office by its id; kNoOffice when unknown.
  [[nodiscard]] OfficeId office(std::string_view id) const;
  /// By number; null when unknown.
  [[nodiscard]] const Institution* institution(OfficeId number) const;
  /// Given names of people: folded -> gender.
  [[nodiscard]] const std::map<std::string, rules::Gender, std::less<>>& given_names() const { return given_names_; }
  template <class Image>
  void fields(Image& image) {
    image(entities_, by_id_, capitals_, institutions_, tenures_, by_office_, given_names_);
  }

 private:
  Result<void> load_countries(const RuleSource&);
  Result<void> load_places(const RuleSource&);
  Result<void> load_organisations(const RuleSource&);
  Result<void> load_people(const RuleSource&);
  Result<void> load_offices(const RuleSource&);
  Result<void> load_adjectives(const RuleSource&);
  Result<void> load_given_names(const RuleSource&);
  Result<void> add(Entity entity, std::string_view file, int line);
  Result<void> add_tenures(std::string_view cell, std::uint32_t person, std::string_view file, int line);

  std::vector<Entity> entities_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::string, std::uint32_t> capitals_;  // by country id
  std::map<OfficeId, Institution> institutions_;
  std::vector<Tenure> tenures_;             // people in the order of the file
  std::map<std::pair<OfficeId, std::string>, std::vector<std::uint32_t>> by_office_;
  std::map<std::string, rules::Gender, std::less<>> given_names_;
};

}  // namespace tarikh::entity
