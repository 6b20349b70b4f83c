#include "page/json_ld.h"

#include <utility>

#include "page/escape.h"
#include "page/facets.h"
#include "page/view.h"

namespace tarikh::page {
namespace {

// ISO 8601 reduced precision where EDTF says no more than that; else the days.
std::string_view start_of(const Entry& entry) {
  const std::string_view edtf = entry.date_edtf;
  const bool plain = edtf.find_first_not_of("0123456789-") == std::string_view::npos && edtf.size() >= 4 &&
                     (edtf.size() != 7 || edtf.substr(5) <= "12");
  return plain ? edtf : std::string_view(entry.first);
}

void write_articles(store::JsonWriter& json, const Entry& entry) {
  json.key("subjectOf").begin_array();
  for (const EntryMention& mention : entry.mentions) {
    json.begin_object().field("@type", "NewsArticle").field_if("headline", mention.source_title);
    json.field_if("url", web_address(mention.source)).field_if("datePublished", mention.published);
    json.field_if("inLanguage", mention.lang).end_object();
  }
  json.end_array();
}

void write_event(store::JsonWriter& json, const Entry& entry, std::string_view language) {
  json.begin_object().field("@type", "Event").field("@id", "#" + anchor_of(entry.id));
  json.field("name", title_of(entry, language).text).field_if("startDate", start_of(entry));
  if (start_of(entry) != entry.date_edtf) json.field_if("endDate", entry.last);
  if (entry.factuality == Factuality::planned) json.field("eventStatus", "https://schema.org/EventScheduled");
  if (entry.place) {
    json.key("location")
        .begin_object()
        .field("@type", "Place")
        .field("name", label_of(*entry.place, language).text)
        .end_object();
  }
  json.key("about").begin_array();
  for (const EntryParticipant& participant : entry.participants) {
    json.begin_object().field("@type", "Thing").field("name", label_of(participant, language).text).end_object();
  }
  json.end_array();
  write_articles(json, entry);
  json.end_object();
}

}  // namespace

JsonLd::JsonLd(std::string language) : language_(std::move(language)) {
  json_.begin_object().field("@context", "https://schema.org").key("@graph").begin_array();
}

void JsonLd::add(const Entry& entry) {
  if (count_++ < kMaxJsonLd) write_event(json_, entry, language_);
}

std::string JsonLd::take() {
  json_.end_array().end_object();
  return json_.take();
}

}  // namespace tarikh::page
