// The document record as a line of JSON and back. Absent and empty are one: what has no value is null where the
// contract names the field for every record, and left out of time expressions.
#include <algorithm>
#include <array>

#include "model/names.h"
#include "store/json_fields.h"
#include "store/json_writer.h"
#include "tarikh/record.h"

namespace tarikh {
namespace {

using store::JsonFields;
using store::JsonWriter;
using store::Problem;

template <class Enum, std::size_t size>
std::optional<Enum> by_name(const std::array<Enum, size>& values, std::string_view name) {
  const auto found = std::ranges::find_if(values, [&](Enum value) { return to_string(value) == name; });
  return found == values.end() ? std::nullopt : std::optional(*found);
}

std::optional<Resolution> parse_resolution(std::string_view name) {
  constexpr std::array kAll = {Resolution::none, Resolution::explicit_, Resolution::dct, Resolution::anchor};
  return by_name(kAll, name);
}

std::optional<Modifier> parse_modifier(std::string_view name) {
  constexpr std::array kAll = {Modifier::start,     Modifier::mid,       Modifier::end,          Modifier::approx,
                               Modifier::more_than, Modifier::less_than, Modifier::equal_or_more};
  return by_name(kAll, name);
}

void write_span(JsonWriter& json, const Quote& quote) { json.field("start", quote.start).field("end", quote.end); }

void write_quote(JsonWriter& json, const Quote& quote) {
  json.begin_object().field("text", quote.text);
  write_span(json, quote);
  json.end_object();
}

void write_timex(JsonWriter& json, const TimexRecord& timex) {
  json.begin_object().field("id", timex.id);
  write_span(json, timex.quote);
  json.field("text", timex.quote.text).field("type", to_string(timex.type)).field("value", timex.value);
  json.field("resolution", to_string(timex.resolution));
  if (timex.mod != Modifier::none) json.field("mod", to_string(timex.mod));
  json.field_if("quant", timex.quant).field_if("freq", timex.freq).field_if("anchor", timex.anchor);
  json.field_if("beginPoint", timex.begin_point).field_if("endPoint", timex.end_point);
  json.field_if("calendar", timex.calendar).field_if("hijri", timex.hijri);
  json.field_if("first", timex.first).field_if("last", timex.last);
  json.field_if("note", timex.note).field_if("rule", timex.rule).end_object();
}

void write_names(JsonWriter& json, const ParticipantRecord& participant) {
  json.field_or_null("text", participant.quote.text);
  write_span(json, participant.quote);
  json.field("id", participant.id).field("name_en", participant.name_en).field("name_ar", participant.name_ar);
  json.field_if("transliterated", model::transliterated_in(participant.id)).field_if("country", participant.country).end_object();
}

void write_event(JsonWriter& json, const EventRecord& event) {
  json.begin_object().field("id", event.id).field("type", event.type).field_or_null("phase", event.phase);
  write_quote(json.key("trigger"), event.trigger);
  json.key("other_mentions").begin_array();
  for (const Quote& mention : event.other_mentions) write_quote(json, mention);
  json.end_array().field_or_null("date_edtf", event.date_edtf).field_or_null("first", event.first);
  json.field_or_null("last", event.last).field_or_null("granularity", event.granularity);
  json.field("date_basis", to_string(event.date_basis)).key("timex").begin_array();
  for (const Text& timex : event.timex) json.value(timex);
  json.end_array().field_or_null("subevent_of", event.subevent_of).key("participants").begin_array();
  for (const ParticipantRecord& participant : event.participants) {
    write_names(json.begin_object().field("role", to_string(participant.role)), participant);
  }
  json.end_array().key("place");
  if (event.place) write_names(json.begin_object(), *event.place);
  else json.null();
  json.field("factuality", to_string(event.factuality)).field_or_null("attributed_to", event.attributed_to);
  json.key("sentence").begin_object();
  write_span(json, event.sentence);
  json.field("text", event.sentence.text).end_object();
  json.field("title_ar", event.title_ar).field("title_en", event.title_en).field("rule", event.rule).end_object();
}

void write_roster(JsonWriter& json, const RosterRecord& roster) {
  write_names(json.begin_object().key("organisation").begin_object(), roster.organisation);
  json.key("members").begin_array();
  for (const ParticipantRecord& member : roster.members) write_names(json.begin_object(), member);
  json.end_array();
  if (!roster.outsiders.empty()) {
    json.key("outsiders").begin_array();
    for (const ParticipantRecord& outsider : roster.outsiders) write_names(json.begin_object(), outsider);
    json.end_array();
  }
  json.key("complete").flag(roster.complete).key("sentence").begin_object();
  write_span(json, roster.sentence);
  json.field("text", roster.sentence.text).end_object().end_object();
}

Quote read_quote(const JsonFields& fields) {
  const Quote quote{fields.text("text"), fields.number("start"), fields.number("end")};
  if (quote.end < quote.start) fields.complain("end", "lies before start");
  return quote;
}

Quote read_quote(const JsonFields& fields, std::string_view name) {
  const auto quote = fields.object(name);
  return quote ? read_quote(*quote) : Quote{};
}

TimexRecord read_timex(const JsonFields& fields) {
  TimexRecord timex;
  timex.id = fields.text("id");
  timex.quote = read_quote(fields);
  timex.type = fields.choice("type", TimexType::date, parse_timex_type);
  timex.value = fields.text("value");
  timex.resolution = fields.choice("resolution", Resolution::none, parse_resolution);
  timex.mod = fields.choice("mod", Modifier::none, parse_modifier);
  timex.quant = fields.text("quant");
  timex.freq = fields.text("freq");
  timex.anchor = fields.text("anchor");
  timex.begin_point = fields.text("beginPoint");
  timex.end_point = fields.text("endPoint");
  timex.calendar = fields.text("calendar");
  timex.hijri = fields.text("hijri");
  timex.first = fields.text("first");
  timex.last = fields.text("last");
  timex.note = fields.text("note");
  timex.rule = fields.text("rule");
  return timex;
}

ParticipantRecord read_participant(const JsonFields& fields) {
  ParticipantRecord participant;
  participant.role = fields.choice("role", Role::subject, parse_role);
  participant.quote = read_quote(fields);
  participant.id = fields.text("id");
  participant.name_en = fields.text("name_en");
  participant.name_ar = fields.text("name_ar");
  participant.country = fields.text("country");
  return participant;
}

RosterRecord read_roster(const JsonFields& fields) {
  RosterRecord roster;
  if (const auto organisation = fields.object("organisation")) roster.organisation = read_participant(*organisation);
  roster.organisation.role = Role::organisation;
  fields.list("members", roster.members, read_participant);
  fields.list("outsiders", roster.outsiders, read_participant);
  roster.complete = fields.flag("complete");
  roster.sentence = read_quote(fields, "sentence");
  return roster;
}

EventRecord read_event(const JsonFields& fields) {
  EventRecord event;
  event.id = fields.required("id");
  event.type = fields.required("type");
  event.phase = fields.text("phase");
  event.trigger = read_quote(fields, "trigger");
  fields.list("other_mentions", event.other_mentions, [](const JsonFields& mention) { return read_quote(mention); });
  event.date_edtf = fields.text("date_edtf");
  event.first = fields.text("first");
  event.last = fields.text("last");
  event.granularity = fields.text("granularity");
  event.date_basis = fields.choice("date_basis", DateBasis::none, parse_date_basis);
  const std::vector<std::string_view> timex = fields.texts("timex");
  event.timex.assign(timex.begin(), timex.end());
  event.subevent_of = fields.text("subevent_of");
  fields.list("participants", event.participants, read_participant);
  if (const auto place = fields.object("place")) event.place = read_participant(*place);
  event.factuality = fields.choice("factuality", Factuality::actual, parse_factuality);
  event.attributed_to = fields.text("attributed_to");
  event.sentence = read_quote(fields, "sentence");
  event.title_ar = fields.text("title_ar");
  event.title_en = fields.text("title_en");
  event.rule = fields.text("rule");
  return event;
}

// What merging would trip over: an empty date with days, and days that are no days.
void check_days(const JsonFields& fields, const EventRecord& event) {
  for (const auto& [name, day] : {std::pair{"first", &event.first}, std::pair{"last", &event.last}}) {
    if (!day->empty() && day->size() == 10 && !parse_iso_day(*day) && !day->view().starts_with('-')) {
      fields.complain(name, "is no day of the calendar: " + std::string(*day));
    }
  }
}

EventRecord read_checked_event(const JsonFields& fields) {
  EventRecord event = read_event(fields);
  check_days(fields, event);
  return event;
}

void write_clues(JsonWriter& json, std::string_view name, const std::vector<ClueRecord>& clues) {
  if (clues.empty()) return;
  json.key(name).begin_array();
  for (const ClueRecord& clue : clues) json.begin_object().field("kind", clue.kind).field("text", clue.text).field("why", clue.why).end_object();
  json.end_array();
}

void read_clues(const JsonFields& fields, std::string_view name, std::vector<ClueRecord>& clues) {
  fields.each(name, [&](const JsonFields& clue) { clues.push_back({clue.text("kind"), clue.text("text"), clue.text("why")}); });
}

}  // namespace

std::string to_json(const DocumentRecord& record) {
  JsonWriter json;
  json.begin_object().field("doc", record.doc).field("lang", record.lang).field_or_null("dct", record.dct);
  json.field("dct_basis", to_string(record.dct_basis)).field_if("dct_edtf", record.dct_edtf);
  write_clues(json, "dct_clues", record.dct_clues);
  write_clues(json, "dct_contradictions", record.dct_contradictions);
  json.field("title", record.title).field("source", record.source);
  if (!record.text.empty()) json.field("text", record.text);
  json.key("timexes").begin_array();
  for (const TimexRecord& timex : record.timexes) write_timex(json, timex);
  json.end_array().key("events").begin_array();
  for (const EventRecord& event : record.events) write_event(json, event);
  json.end_array();
  if (!record.rosters.empty()) {
    json.key("rosters").begin_array();
    for (const RosterRecord& roster : record.rosters) write_roster(json, roster);
    json.end_array();
  }
  json.end_object();
  return json.take();
}

Result<DocumentRecord> parse_document_record(std::string_view json, int line) {
  DocumentRecord record;
  const Result<void> read = store::read_json_line(json, line, [&](const JsonFields& fields, Problem& problem) {
    fields.each("mentions", [&](const JsonFields&) { problem.note("is an entry of a timeline that was made without --with-records; records are what `tarikh extract` writes"); });
    record.doc = fields.required("doc");
    record.lang = fields.text("lang");
    record.dct = fields.text("dct");
    record.dct_basis = fields.choice("dct_basis", DctBasis::none, parse_dct_basis);
    record.dct_edtf = fields.text("dct_edtf");
    read_clues(fields, "dct_clues", record.dct_clues);
    read_clues(fields, "dct_contradictions", record.dct_contradictions);
    record.title = fields.text("title");
    record.source = fields.text("source");
    record.text = fields.text("text");
    fields.list("timexes", record.timexes, read_timex);
    fields.list("events", record.events, read_checked_event);
    fields.list("rosters", record.rosters, read_roster);
  });
  if (!read) return read.error();
  return record;
}

}  // namespace tarikh
