// JSON-LD: schema.org events, names in both languages. A date that is a day, a month or a year is written so; of every
// other the first and last day. What the source said stands as EDTF in dcterms:date.
#include "export/formats.h"
#include "export/rows.h"
#include "store/json_writer.h"

namespace tarikh::exporting {
namespace {

constexpr std::string_view kHead =
    R"({"@context":["https://schema.org",{"date":{"@id":"http://purl.org/dc/terms/date","@type":"http://id.loc.gov/datatypes/edtf/EDTF"}}],"@graph":[)";

bool is_web(std::string_view address) { return address.starts_with("http://") || address.starts_with("https://"); }

void write_names(store::JsonWriter& json, std::string_view key, const std::string& arabic, const std::string& english) {
  json.key(key).begin_array();
  if (!arabic.empty()) json.begin_object().field("@language", "ar").field("@value", arabic).end_object();
  if (!english.empty()) json.begin_object().field("@language", "en").field("@value", english).end_object();
  json.end_array();
}

void write_thing(store::JsonWriter& json, std::string_view type, const EntryParticipant& thing) {
  json.begin_object().field("@type", type).field("identifier", thing.id);
  write_names(json, "name", thing.name_ar, thing.name_en);
  json.end_object();
}

// A calendar unit as ISO 8601 writes it, with reduced precision; empty for any other date.
std::string_view as_iso(const Entry& entry) {
  const std::string_view edtf = entry.date_edtf;
  const bool unit = entry.granularity == "day" || entry.granularity == "month" || entry.granularity == "year";
  return unit && edtf.find_first_not_of("0123456789-") == std::string_view::npos ? edtf : "";
}

void write_articles(store::JsonWriter& json, const Entry& entry) {
  json.key("subjectOf").begin_array();
  for (const EntryMention& mention : entry.mentions) {
    json.begin_object()
        .field("@type", "NewsArticle")
        .field("identifier", mention.doc)
        .field_if("headline", mention.source_title);
    json.field_if("url", is_web(mention.source) ? mention.source : "").field_if("datePublished", mention.published);
    json.field_if("inLanguage", mention.lang).field_if("text", mention.quote).end_object();
  }
  json.end_array();
}

std::string event(const Row& row) {
  const Entry& entry = row.entry;
  store::JsonWriter json;
  json.begin_object().field("@type", "Event").field("@id", "urn:x-tarikh:" + entry.id).field("identifier", entry.id);
  write_names(json, "name", entry.title_ar, entry.title_en);
  json.key("keywords").begin_array().value(entry.type);
  if (!entry.phase.empty()) json.value(entry.phase);
  json.end_array();
  const std::string_view iso = as_iso(entry);
  json.field_if("startDate", iso.empty() ? std::string_view(entry.first) : iso);
  if (iso.empty()) json.field_if("endDate", entry.last);
  json.field("date", entry.date_edtf);
  if (entry.factuality == Factuality::planned) json.field("eventStatus", "https://schema.org/EventScheduled");
  json.field_if("disambiguatingDescription", conflict_note(entry));
  json.key("about").begin_array();
  for (const EntryParticipant& participant : entry.participants) write_thing(json, "Thing", participant);
  json.end_array();
  if (entry.place) write_thing(json.key("location"), "Place", *entry.place);
  write_articles(json, entry);
  json.end_object();
  return json.take();
}

class JsonLd final : public FormatWriter {
 public:
  JsonLd(Types types, const Sink& sink) : FormatWriter(types, sink) { put(kHead); }

  bool add(const Entry& entry) override {
    if (entry.date_edtf.empty()) return leave_out(kUndated);
    return put_row((report_.rows > 0 ? ",\n" : "\n") + event(make_row(entry, types())));
  }

  WriteReport finish() override {
    put("\n]}\n");
    return report_;
  }
};

}  // namespace

Started start_jsonld(Types types, const Sink& sink) { return std::make_unique<JsonLd>(types, sink); }

}  // namespace tarikh::exporting
