#include "page/facets.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "model/names.h"
#include "page/escape.h"

namespace tarikh::page {
namespace {

Label pick(const std::string& arabic, const std::string& english, std::string_view language) {
  const bool in_arabic = language == "ar" ? !arabic.empty() : english.empty();
  return in_arabic ? Label{arabic, "ar"} : Label{english, "en"};
}

const EventType* find_type(std::span<const EventType> types, std::string_view id) {
  const auto found = std::ranges::find(types, id, &EventType::id);
  return found == types.end() ? nullptr : &*found;
}

}  // namespace

std::string_view key_of(const EntryParticipant& participant) {
  for (const std::string* text : {&participant.id, &participant.name_en}) {
    if (!text->empty()) return *text;
  }
  return participant.name_ar;
}

Label label_of(const EntryParticipant& participant, std::string_view language) {
  if (participant.name_ar.empty() && participant.name_en.empty()) return {participant.id, "en"};
  Label label = pick(participant.name_ar, participant.name_en, language);
  label.transliterated = label.language == model::transliterated_in(participant.id);
  return label;
}

Label title_of(const Entry& entry, std::string_view language) {
  if (entry.title_ar.empty() && entry.title_en.empty()) return {entry.id, "en"};
  return pick(entry.title_ar, entry.title_en, language);
}

std::string_view publisher_of(const EntryMention& mention) {
  const std::string_view host = host_of(mention.source);
  return host.empty() ? std::string_view(mention.doc) : host;
}

Place group_of(const Entry& entry) {
  const std::string& day = entry.first.empty() ? entry.last : entry.first;
  const std::size_t dash = day.find('-', 1);
  Place place;
  std::from_chars(day.data(), day.data() + std::min(dash, day.size()), place.year);
  if (dash != std::string::npos) std::from_chars(day.data() + dash + 1, day.data() + day.size(), place.month);
  const std::string_view edtf = entry.date_edtf;
  const std::size_t start = edtf.find_first_not_of("[./");
  const std::string_view date =
      start == std::string_view::npos ? edtf : edtf.substr(start, edtf.substr(start).find_first_of("/,]"));
  if (date.find('-', 1) == std::string_view::npos) place.month = 0;
  return place;
}

bool is_coarse(const Entry& entry) {
  return entry.granularity != "day" && entry.conflict.empty()
             ? true
             : entry.date_edtf.find_first_of("~?%") != std::string::npos;
}

Facet FacetCounter::Values::facet() {
  Facet facet;
  for (auto& [id, value] : values_) facet.values.push_back(std::move(value));
  std::ranges::stable_sort(facet.values, std::ranges::greater{}, &FacetValue::count);
  for (std::size_t i = 0; i < facet.values.size(); ++i) facet.numbers[facet.values[i].id] = i;
  return facet;
}

void FacetCounter::add(const Entry& entry) {
  by_type_.add(entry.type, [&] {
    const EventType* type = find_type(types_, entry.type);
    return type != nullptr ? pick(type->label_ar, type->label_en, language_) : Label{entry.type, "en"};
  });
  std::set<std::string_view> seen;
  for (const EntryParticipant& participant : entry.participants) {
    const std::string_view key = key_of(participant);
    if (!key.empty() && seen.insert(key).second) by_participant_.add(key, [&] { return label_of(participant, language_); });
  }
  std::set<std::string_view> publishers;
  for (const EntryMention& mention : entry.mentions) {
    const std::string_view publisher = publisher_of(mention);
    if (publishers.insert(publisher).second) by_publisher_.add(publisher, [&] { return Label{std::string(publisher), "en"}; });
  }
  if (entry.place && !key_of(*entry.place).empty()) by_place_.add(key_of(*entry.place), [&] { return label_of(*entry.place, language_); });
  ++counts_.years[group_of(entry).year];
  ++counts_.certainties[entry.date_basis];
  ++(entry.factuality == Factuality::planned ? counts_.planned : counts_.confirmed);
  if (!entry.conflict.empty()) ++counts_.conflicts;
  if (is_coarse(entry)) ++counts_.coarse;
}

Facets FacetCounter::take() {
  Facets facets = std::move(counts_);
  facets.types = by_type_.facet();
  facets.participants = by_participant_.facet();
  facets.places = by_place_.facet();
  facets.publishers = by_publisher_.facet();
  for (FacetValue& value : facets.types.values) {
    const EventType* type = find_type(types_, value.id);
    value.hidden_at_first = type != nullptr && !type->on_page;
  }
  return facets;
}

}  // namespace tarikh::page
