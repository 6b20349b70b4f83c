#include "entity/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "entity/tsv.h"
#include "rules/source.h"
#include "text/fold.h"
#include "text/region_names.h"

namespace tarikh::entity {
namespace {

std::vector<std::string> alternatives(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string_view piece : rules::split(cell, "|")) out.emplace_back(piece);
  return out;
}

void append(std::vector<std::string>& names, std::string_view cell) {
  for (std::string& name : alternatives(cell)) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
}

rules::Gender gender_of(std::string_view cell) {
  return cell == "f" ? rules::Gender::feminine : cell == "m" ? rules::Gender::masculine : rules::Gender::any;
}

// "2012-05-07", "2012-05", "2012": the first or the last day of it.
std::optional<date::sys_days> day_of(std::string_view text, bool last) {
  const Result<Date> date = parse_edtf(text);
  if (!date) return std::nullopt;
  return last ? date->last : date->first;
}

// places.tsv and organisations.tsv have the same columns.
const std::vector<std::string_view> kNamedColumns{"id", "kind", "country", "name_en", "name_ar", "aliases_en", "aliases_ar"};

Entity named_entity(const TsvRow& row, EntityKind kind) {
  const auto& c = row.cells;
  Entity entity{.ref = {std::string(c[0]), std::string(c[3]), std::string(c[4])}, .kind = kind};
  append(entity.names_en, c[3]);
  append(entity.names_en, c[5]);
  append(entity.names_ar, c[4]);
  append(entity.names_ar, c[6]);
  return entity;
}

constexpr date::sys_days kEndOfTime = date::sys_days{date::year{9999} / 12 / 31};

// British papers write what is spoken as a word with one capital: Asean, Unesco, Brics. Short ones could be any word.
void add_spoken_acronyms(std::vector<std::string>& names) {
  constexpr std::size_t kShort = 4;
  constexpr std::string_view kAlsoASurname = "SWIFT";
  const std::vector<std::string> written = names;
  for (const std::string& name : written) {
    const bool is_acronym = std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool is_spoken = name.find_first_of("AEIOU") != std::string::npos;
    if (name.size() <= kShort || !is_acronym || !is_spoken || name == kAlsoASurname) continue;
    std::string spoken = name;
    std::transform(spoken.begin() + 1, spoken.end(), spoken.begin() + 1, [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    if (std::ranges::find(names, spoken) == names.end()) names.push_back(std::move(spoken));
  }
}

}  // namespace

Result<void> Gazetteer::add(Entity entity, std::string_view file, int line) {
  if (entity.ref.id.empty()) return Error{"a row needs an id", std::string(file), line};
  if (entity.ref.name_en.empty() && entity.ref.name_ar.empty()) return Error{"a row needs a name", std::string(file), line};
  const auto [known, fresh] = by_id_.try_emplace(entity.ref.id, static_cast<std::uint32_t>(entities_.size()));
  if (!fresh) return Error{fmt::format("the id '{}' is taken", entity.ref.id), std::string(file), line};
  entities_.push_back(std::move(entity));
  return {};
}

std::uint32_t Gazetteer::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? kNoIndex : found->second;
}

Result<void> Gazetteer::load_countries(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows = parse_tsv(
      source.path, source.text,
      {"id", "name_en", "name_ar", "aliases_en", "aliases_ar", "adjectives_en", "nisba_ar", "people_ar"});
  if (!rows) return rows.error();
  // CLDR calls a country that is gone by the name of its heir: a name of the table is never added to another row.
  std::map<std::string, std::string_view> owner;
  for (const TsvRow& row : *rows) {
    for (const std::size_t column : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
      for (const std::string& name : alternatives(row.cells[column])) owner.try_emplace(text::fold(name), row.cells[0]);
    }
  }
  const auto add_cldr = [&](std::vector<std::string>& names, std::string_view id, std::string_view language) {
    const std::string name = text::region_name(id, language);
    const auto found = owner.find(text::fold(name));
    if (!name.empty() && (found == owner.end() || found->second == id)) append(names, name);
  };
  for (const TsvRow& row : *rows) {
    const auto& c = row.cells;
    Entity entity{.ref = {std::string(c[0]), std::string(c[1]), std::string(c[2])}, .kind = EntityKind::country};
    entity.gender = rules::Gender::feminine;
    entity.country = entity.ref.id;
    append(entity.names_en, c[1]);
    append(entity.names_en, c[3]);
    add_cldr(entity.names_en, c[0], "en");
    append(entity.names_ar, c[2]);
    append(entity.names_ar, c[4]);
    add_cldr(entity.names_ar, c[0], "ar");
    entity.people_en = alternatives(c[5]);
    if (!entity.people_en.empty()) entity.adjective_en = entity.people_en.front();
    entity.nisbas_ar = alternatives(c[6]);
    if (!entity.nisbas_ar.empty()) entity.nisba_ar = entity.nisbas_ar.front();
    entity.people_ar = alternatives(c[7]);
    if (Result<void> added = add(std::move(entity), source.path, row.line); !added) return added;
  }
  return {};
}

Result<void> Gazetteer::load_places(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows =
      parse_tsv(source.path, source.text, kNamedColumns);
  if (!rows) return rows.error();
  constexpr std::array<std::string_view, 6> kKinds{"capital", "seat", "city", "region", "water", "site"};
  for (const TsvRow& row : *rows) {
    const auto& c = row.cells;
    if (std::ranges::find(kKinds, c[1]) == kKinds.end()) {
      return Error{fmt::format("unknown kind of place '{}'{}", c[1], rules::did_you_mean(c[1], {kKinds.begin(), kKinds.end()})),
                   source.path, row.line};
    }
    Entity entity = named_entity(row, EntityKind::place);
    entity.metonym = c[1] == "capital" || c[1] == "seat";
    // "BE:eu": in Belgium, but Brussels acts for the European Union.
    const std::size_t colon = c[2].find(':');
    entity.acts_for = c[2].substr(colon == std::string_view::npos ? 0 : colon + 1);
    if (c[1] == "capital") capitals_.try_emplace(std::string(c[2].substr(0, colon)), static_cast<std::uint32_t>(entities_.size()));
    entity.country = c[2].substr(0, colon);
    if (Result<void> added = add(std::move(entity), source.path, row.line); !added) return added;
  }
  return {};
}

Result<void> Gazetteer::load_organisations(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows =
      parse_tsv(source.path, source.text, kNamedColumns);
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    Entity entity = named_entity(row, EntityKind::organisation);
    entity.country = row.cells[2];
    entity.decides = row.cells[1] == "court" || row.cells[1] == "bank";
    add_spoken_acronyms(entity.names_en);
    if (Result<void> added = add(std::move(entity), source.path, row.line); !added) return added;
  }
  return {};
}

// "president:RU:2012-05-07..; prime_minister:RU:2008-05-08..2012-05-07"
Result<void> Gazetteer::add_tenures(std::string_view cell, std::uint32_t person, std::string_view file, int line) {
  const auto fail = [&](std::string message) { return Error{std::move(message), std::string(file), line}; };
  for (const std::string_view piece : rules::split(cell, ";")) {
    const std::vector<std::string_view> parts = rules::split(piece, ":");
    const std::size_t dots = piece.rfind("..");
    if (parts.size() != 3 || dots == std::string_view::npos) {
      return fail(fmt::format("'{}' is no tenure; write president:RU:2012-05-07.. or …..2018-05-07", piece));
    }
    const OfficeId number = office(parts[0]);
    if (number == kNoOffice) {
      std::vector<std::string_view> known;
      for (const auto& [id, institution] : institutions_) known.push_back(institution.id);
      return fail(fmt::format("unknown office '{}'{}", parts[0], rules::did_you_mean(parts[0], known)));
    }
    const std::size_t split = parts[2].find("..");
    const std::string_view from = rules::trim(parts[2].substr(0, split));
    const std::string_view to = rules::trim(parts[2].substr(split + 2));
    const auto first = day_of(from, false);
    const auto last = to.empty() ? std::optional(kEndOfTime) : day_of(to, true);
    if (!first || !last || *last < *first) return fail(fmt::format("'{}' holds no two dates in order", piece));
    const auto index = static_cast<std::uint32_t>(tenures_.size());
    tenures_.push_back({.office = number, .holder = std::string(parts[1]), .from = *first, .to = *last, .person = person});
    by_office_[{number, std::string(parts[1])}].push_back(index);
  }
  return {};
}

Result<void> Gazetteer::load_people(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows = parse_tsv(
      source.path, source.text,
      {"id", "name_en", "name_ar", "aliases_en", "aliases_ar", "gender", "country", "offices", "source"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    const auto& c = row.cells;
    Entity entity{.ref = {std::string(c[0]), std::string(c[1]), std::string(c[2])}, .kind = EntityKind::person};
    entity.gender = gender_of(c[5]);
    entity.country = c[6];
    append(entity.names_en, c[1]);
    append(entity.names_en, c[3]);
    append(entity.names_ar, c[2]);
    append(entity.names_ar, c[4]);
    const auto person = static_cast<std::uint32_t>(entities_.size());
    if (Result<void> added = add(std::move(entity), source.path, row.line); !added) return added;
    if (Result<void> added = add_tenures(c[7], person, source.path, row.line); !added) return added;
  }
  return {};
}

Result<void> Gazetteer::load_offices(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows =
      parse_tsv(source.path, source.text, {"number", "id", "name_en", "name_ar", "gender", "decides"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    OfficeId number = 0;
    const std::string_view cell = row.cells[0];
    if (std::from_chars(cell.data(), cell.data() + cell.size(), number).ec != std::errc{} || number <= 0) {
      return Error{fmt::format("'{}' is no number from 1", cell), source.path, row.line};
    }
    institutions_[number] = {std::string(row.cells[1]), std::string(row.cells[2]), std::string(row.cells[3]),
                             gender_of(row.cells[4]), row.cells[5] == "yes"};
  }
  return {};
}

Result<void> Gazetteer::load_adjectives(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows = parse_tsv(source.path, source.text, {"id", "adjectives_en", "nisba_ar"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    const std::uint32_t index = find(row.cells[0]);
    if (index == kNoIndex) return Error{fmt::format("'{}' is no organisation of organisations.tsv", row.cells[0]), source.path, row.line};
    entities_[index].people_en = alternatives(row.cells[1]);
    entities_[index].nisbas_ar = alternatives(row.cells[2]);
  }
  return {};
}

Result<void> Gazetteer::load_given_names(const RuleSource& source) {
  const Result<std::vector<TsvRow>> rows = parse_tsv(source.path, source.text, {"name_en", "name_ar", "gender"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    for (const std::size_t column : {std::size_t{0}, std::size_t{1}}) {
      for (const std::string& name : alternatives(row.cells[column])) given_names_.try_emplace(text::fold(name), gender_of(row.cells[2]));
    }
  }
  return {};
}

Result<Gazetteer> Gazetteer::compile(std::span<const RuleSource> sources) {
  struct Table {
    std::string_view path;
    Result<void> (Gazetteer::*load)(const RuleSource&);
  };
  // Offices first: people refer to them. Then by who wins a name that two kinds claim.
  constexpr std::array<Table, 7> kTables{{{"offices", &Gazetteer::load_offices},
                                          {"countries", &Gazetteer::load_countries},
                                          {"organisations", &Gazetteer::load_organisations},
                                          {"adjectives", &Gazetteer::load_adjectives},
                                          {"people", &Gazetteer::load_people},
                                          {"places", &Gazetteer::load_places},
                                          {"given_names", &Gazetteer::load_given_names}}};
  Gazetteer out;
  for (const Table& table : kTables) {
    for (const RuleSource& source : sources) {
      // "gazetteer/people.tsv" and a user's "gazetteer/people-local.tsv" alike.
      const std::string_view name = std::string_view(source.path).substr(std::min(source.path.size(), source.path.rfind('/') + 1));
      if (!source.path.starts_with("gazetteer/") || !name.starts_with(table.path)) continue;
      if (Result<void> loaded = (out.*table.load)(source); !loaded) return loaded.error();
    }
  }
  return out;
}

std::uint32_t Gazetteer::officeholder(OfficeId office, std::string_view holder, date::sys_days day) const {
  const auto found = by_office_.find({office, std::string(holder)});
  if (found == by_office_.end()) return kNoIndex;
  const Tenure* best = nullptr;
  for (const std::uint32_t index : found->second) {
    const Tenure& tenure = tenures_[index];
    if (day < tenure.from || day > tenure.to) continue;
    // On the day of a handover the newcomer is meant.
    if (best == nullptr || tenure.from > best->from) best = &tenure;
  }
  return best == nullptr ? kNoIndex : best->person;
}

std::span<const Tenure> Gazetteer::tenures_of(std::uint32_t person) const {
  const auto first = std::ranges::lower_bound(tenures_, person, {}, &Tenure::person);
  auto last = first;
  while (last != tenures_.end() && last->person == person) ++last;
  return {first, last};
}

// A president may chair a union for a year; a secretary general has left the government that he led.
std::string_view Gazetteer::state_of(std::uint32_t person) const {
  const std::string& country = entities_[person].country;
  const auto tenures = tenures_of(person);
  const auto of_country = [&](const Tenure& tenure) { return tenure.holder == country; };
  const bool all_of_it = std::ranges::all_of(tenures, [&](const Tenure& tenure) {
    return of_country(tenure) || std::ranges::any_of(tenures, [&](const Tenure& other) {
      return of_country(other) && other.from <= tenure.from && tenure.to <= other.to;
    });
  });
  return all_of_it && std::ranges::any_of(tenures, of_country) ? std::string_view(country) : std::string_view();
}

std::uint32_t Gazetteer::capital_of(std::string_view country) const {
  const auto found = capitals_.find(std::string(country));
  return found == capitals_.end() ? kNoIndex : found->second;
}

OfficeId Gazetteer::office(std::string_view id) const {
  for (const auto& [number, institution] : institutions_) {
    if (institution.id == id) return number;
  }
  return kNoOffice;
}

const Institution* Gazetteer::institution(OfficeId number) const {
  const auto found = institutions_.find(number);
  return found == institutions_.end() ? nullptr : &found->second;
}

}  // namespace tarikh::entity
