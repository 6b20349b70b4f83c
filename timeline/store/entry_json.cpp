// The timeline entry as a line of JSON and back.
#include "model/names.h"
#include "store/json_fields.h"
#include "store/json_writer.h"
#include "tarikh/timeline.h"

namespace tarikh {
namespace {

using store::JsonFields;
using store::JsonWriter;
using store::Problem;

void write_names(JsonWriter& json, const EntryParticipant& participant) {
  json.field("id", participant.id).field("name_en", participant.name_en).field("name_ar", participant.name_ar);
  json.field_if("transliterated", model::transliterated_in(participant.id)).field_if("country", participant.country).end_object();
}

void write_mention_numbers(JsonWriter& json, const std::vector<std::size_t>& mentions) {
  json.key("mentions").begin_array();
  for (const std::size_t mention : mentions) json.value(static_cast<std::uint64_t>(mention));
  json.end_array();
}

void write_conflict(JsonWriter& json, const std::vector<Claim>& claims) {
  json.key("conflict");
  if (claims.empty()) {
    json.null();
    return;
  }
  json.begin_object().key("claims").begin_array();
  for (const Claim& claim : claims) {
    json.begin_object().field("date_edtf", claim.date_edtf);
    write_mention_numbers(json, claim.mentions);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_rosters(JsonWriter& json, const std::vector<ToldRoster>& rosters) {
  json.key("rosters").begin_array();
  for (const ToldRoster& roster : rosters) {
    write_names(json.begin_object().key("organisation").begin_object(), roster.organisation);
    json.key("members").begin_array();
    for (const EntryParticipant& member : roster.members) write_names(json.begin_object(), member);
    json.end_array();
    if (!roster.outsiders.empty()) {
      json.key("outsiders").begin_array();
      for (const EntryParticipant& outsider : roster.outsiders) write_names(json.begin_object(), outsider);
      json.end_array();
    }
    json.key("complete").flag(roster.complete).field("quote", roster.quote).end_object();
  }
  json.end_array();
}

void write_mention(JsonWriter& json, const EntryMention& mention) {
  json.begin_object().field("doc", mention.doc).field("event", mention.event);
  json.field("source", mention.source).field("source_title", mention.source_title);
  json.field_or_null("copy_of", mention.copy_of);
  json.field_or_null("published", mention.published).field_if("published_inferred", mention.published_inferred);
  json.field("lang", mention.lang).field("quote", mention.quote);
  json.field_or_null("date_text", mention.date_text).field_or_null("date_edtf", mention.date_edtf);
  json.field("date_basis", to_string(mention.date_basis)).field("factuality", to_string(mention.factuality));
  json.field("start", mention.start).field("end", mention.end).field("trigger", mention.trigger);
  json.field("sentence_start", mention.sentence_start).field("sentence_end", mention.sentence_end);
  json.key("highlights").begin_array();
  for (const Quote& quote : mention.highlights) {
    json.begin_object().field("text", quote.text).field("start", quote.start).field("end", quote.end).end_object();
  }
  json.end_array().field_or_null("attributed_to", mention.attributed_to);
  json.field_or_null("subevent_of", mention.subevent_of).field("rule", mention.rule);
  if (!mention.rosters.empty()) write_rosters(json, mention.rosters);
  json.end_object();
}

void write_corrections(JsonWriter& json, const std::vector<EntryCorrection>& corrections) {
  json.key("corrections").begin_array();
  for (const EntryCorrection& correction : corrections) {
    json.begin_object().field("field", correction.field).field_or_null("was", correction.was).field_or_null("value", correction.value);
    json.field("who", correction.who).field("why", correction.why).end_object();
  }
  json.end_array();
}

void write_reason(JsonWriter& json, const MergeReason& reason) {
  json.begin_object().field("kind", to_string(reason.kind));
  write_mention_numbers(json, reason.mentions);
  if (!reason.shared.empty()) {
    json.key("shared").begin_array();
    for (const std::string& id : reason.shared) json.value(id);
    json.end_array();
  }
  json.field_if("who", reason.who).field_if("why", reason.why).end_object();
}

void write_doubts(JsonWriter& json, const std::vector<Doubt>& doubts) {
  json.key("doubts").begin_array();
  for (const Doubt& doubt : doubts) {
    json.begin_object().field("kind", to_string(doubt.kind)).key("claims").begin_array();
    for (const DoubtClaim& claim : doubt.claims) {
      json.begin_object().field("value", claim.value);
      write_mention_numbers(json, claim.mentions);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

EntryParticipant read_participant(const JsonFields& fields) {
  return {fields.choice("role", Role::subject, parse_role), std::string(fields.text("id")),
          std::string(fields.text("name_en")), std::string(fields.text("name_ar")), std::string(fields.text("country"))};
}

ToldRoster read_roster(const JsonFields& fields) {
  ToldRoster roster;
  if (const auto organisation = fields.object("organisation")) roster.organisation = read_participant(*organisation);
  roster.organisation.role = Role::organisation;
  fields.each("members", [&](const JsonFields& member) { roster.members.push_back(read_participant(member)); });
  fields.each("outsiders", [&](const JsonFields& outsider) { roster.outsiders.push_back(read_participant(outsider)); });
  roster.complete = fields.flag("complete");
  roster.quote = fields.text("quote");
  return roster;
}

EntryMention read_mention(const JsonFields& fields) {
  EntryMention mention;
  mention.doc = fields.required("doc");
  mention.event = fields.text("event");
  mention.source = fields.text("source");
  mention.source_title = fields.text("source_title");
  mention.copy_of = fields.text("copy_of");
  mention.published = fields.text("published");
  mention.published_inferred = fields.text("published_inferred");
  mention.lang = fields.text("lang");
  mention.quote = fields.text("quote");
  mention.date_text = fields.text("date_text");
  mention.date_edtf = fields.text("date_edtf");
  mention.date_basis = fields.choice("date_basis", DateBasis::none, parse_date_basis);
  mention.factuality = fields.choice("factuality", Factuality::actual, parse_factuality);
  mention.start = fields.number("start");
  mention.end = fields.number("end");
  mention.trigger = fields.text("trigger");
  mention.sentence_start = fields.number("sentence_start");
  mention.sentence_end = fields.number("sentence_end");
  fields.each("highlights", [&](const JsonFields& quote) {
    mention.highlights.push_back({quote.text("text"), quote.number("start"), quote.number("end")});
  });
  mention.attributed_to = fields.text("attributed_to");
  mention.subevent_of = fields.text("subevent_of");
  mention.rule = fields.text("rule");
  fields.each("rosters", [&](const JsonFields& roster) { mention.rosters.push_back(read_roster(roster)); });
  return mention;
}

std::vector<std::size_t> read_mention_numbers(const JsonFields& fields, const Entry& entry) {
  std::vector<std::size_t> numbers = fields.numbers("mentions");
  for (const std::size_t mention : numbers) {
    if (mention >= entry.mentions.size()) fields.complain("mentions", "no such mention: " + std::to_string(mention));
  }
  return numbers;
}

void read_conflict(const JsonFields& fields, Entry& entry) {
  const auto conflict = fields.object("conflict");
  if (!conflict) return;
  conflict->each("claims", [&](const JsonFields& claim) {
    entry.conflict.push_back({std::string(claim.text("date_edtf")), read_mention_numbers(claim, entry)});
  });
}

Doubt read_doubt(const JsonFields& fields, const Entry& entry) {
  Doubt doubt;
  if (!fields.required("kind").empty()) doubt.kind = fields.choice("kind", doubt.kind, parse_doubt_kind);
  fields.each("claims", [&](const JsonFields& claim) {
    doubt.claims.push_back({std::string(claim.required("value")), read_mention_numbers(claim, entry)});
  });
  return doubt;
}

MergeReason read_reason(const JsonFields& fields, const Entry& entry) {
  MergeReason reason;
  if (!fields.required("kind").empty()) reason.kind = fields.choice("kind", reason.kind, parse_merge_reason_kind);
  reason.mentions = read_mention_numbers(fields, entry);
  for (const std::string_view name : fields.texts("shared")) reason.shared.emplace_back(name);
  reason.who = fields.text("who");
  reason.why = fields.text("why");
  return reason;
}

}  // namespace

std::string to_json(const Entry& entry) {
  JsonWriter json;
  json.begin_object().field("id", entry.id).field("type", entry.type).field_or_null("phase", entry.phase);
  json.field_or_null("date_edtf", entry.date_edtf).field_or_null("first", entry.first).field_or_null("last", entry.last);
  json.field_or_null("granularity", entry.granularity).field("date_basis", to_string(entry.date_basis));
  json.field("factuality", to_string(entry.factuality)).key("participants").begin_array();
  for (const EntryParticipant& participant : entry.participants) {
    write_names(json.begin_object().field("role", to_string(participant.role)), participant);
  }
  json.end_array().key("place");
  if (entry.place) write_names(json.begin_object(), *entry.place);
  else json.null();
  json.field("title_ar", entry.title_ar).field("title_en", entry.title_en);
  write_conflict(json, entry.conflict);
  if (!entry.doubts.empty()) write_doubts(json, entry.doubts);
  json.key("mentions").begin_array();
  for (const EntryMention& mention : entry.mentions) write_mention(json, mention);
  json.end_array().key("merge_reasons").begin_array();
  for (const MergeReason& reason : entry.merge_reasons) write_reason(json, reason);
  json.end_array();
  if (!entry.corrections.empty()) write_corrections(json, entry.corrections);
  json.end_object();
  return json.take();
}

Result<Entry> parse_entry(std::string_view json, int line) {
  Entry entry;
  const Result<void> read = store::read_json_line(json, line, [&](const JsonFields& fields, Problem&) {
    entry.id = fields.required("id");
    entry.type = fields.required("type");
    entry.phase = fields.text("phase");
    entry.date_edtf = fields.text("date_edtf");
    entry.first = fields.text("first");
    entry.last = fields.text("last");
    entry.granularity = fields.text("granularity");
    entry.date_basis = fields.choice("date_basis", DateBasis::none, parse_date_basis);
    entry.factuality = fields.choice("factuality", Factuality::actual, parse_factuality);
    fields.each("participants", [&](const JsonFields& p) { entry.participants.push_back(read_participant(p)); });
    if (const auto place = fields.object("place")) entry.place = read_participant(*place);
    entry.title_ar = fields.text("title_ar");
    entry.title_en = fields.text("title_en");
    fields.each("mentions", [&](const JsonFields& mention) { entry.mentions.push_back(read_mention(mention)); });
    read_conflict(fields, entry);
    fields.each("doubts", [&](const JsonFields& doubt) { entry.doubts.push_back(read_doubt(doubt, entry)); });
    fields.each("merge_reasons", [&](const JsonFields& reason) { entry.merge_reasons.push_back(read_reason(reason, entry)); });
    fields.each("corrections", [&](const JsonFields& c) {
      entry.corrections.push_back({std::string(c.required("field")), std::string(c.text("was")), std::string(c.text("value")), std::string(c.text("who")), std::string(c.text("why"))});
    });
  });
  if (!read) return read.error();
  return entry;
}

}  // namespace tarikh
