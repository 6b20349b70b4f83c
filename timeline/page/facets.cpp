#include "page/facets.h"

#include <algorithm>
#include <set>

#include "model/names.h"
#include "page/escape.h"

namespace tarikh::page {
namespace {

Label pick(const std::string& arabic, const std::string& english, std::string_view language) {
  const bool in_arabic = language == "ar" ? !arabic.empty() : english.empty();
  return in_arabic ? Label{arabic, "ar"} : Label{english, "en"};
}

class Counter {
 public:
  void add(const std::string& id, const Label& label) {
    FacetValue& value = values_[id];
    if (value.count++ == 0) value.id = id, value.label = label;
  }

  Facet facet() {
    Facet facet;
    for (auto& [id, value] : values_) facet.values.push_back(std::move(value));
    std::ranges::stable_sort(facet.values, std::ranges::greater{}, &FacetValue::count);
    for (std::size_t i = 0; i < facet.values.size(); ++i) facet.numbers[facet.values[i].id] = i;
    return facet;
  }

 private:
  std::map<std::string, FacetValue> values_;
};

const EventType* find_type(std::span<const EventType> types, std::string_view id) {
  const auto found = std::ranges::find(types, id, &EventType::id);
  return found == types.end() ? nullptr : &*found;
}

}  // namespace

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

Facets count_facets(std::span<const Entry* const> entries, std::span<const EventType> types,
                    std::string_view language) {
  Counter by_type, by_participant, by_place, by_publisher;
  for (const Entry* entry : entries) {
    const EventType* type = find_type(types, entry->type);
    by_type.add(entry->type,
                type != nullptr ? pick(type->label_ar, type->label_en, language) : Label{entry->type, "en"});
    std::set<std::string_view> seen;
    for (const EntryParticipant& participant : entry->participants) {
      if (seen.insert(participant.id).second) by_participant.add(participant.id, label_of(participant, language));
    }
    std::set<std::string_view> publishers;
    for (const EntryMention& mention : entry->mentions) {
      const std::string_view publisher = publisher_of(mention);
      if (publishers.insert(publisher).second) by_publisher.add(std::string(publisher), {std::string(publisher), "en"});
    }
    if (entry->place) by_place.add(entry->place->id, label_of(*entry->place, language));
  }
  Facets facets{by_type.facet(), by_participant.facet(), by_place.facet(), by_publisher.facet()};
  for (FacetValue& value : facets.types.values) {
    const EventType* type = find_type(types, value.id);
    value.hidden_at_first = type != nullptr && !type->on_page;
  }
  return facets;
}

}  // namespace tarikh::page
