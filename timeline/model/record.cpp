// An extraction as a record: byte spans become code points, indices become ids, dates become strings.
#include "tarikh/record.h"

#include "model/code_points.h"

namespace tarikh {
namespace {

using model::CodePoints;

std::string timex_id(std::size_t index) { return "t" + std::to_string(index + 1); }

std::string first_day(const Date& date) { return date.open_start ? std::string() : to_iso(date.first); }
std::string last_day(const Date& date) { return date.open_end ? std::string() : to_iso(date.last); }

TimexRecord make_timex(Timex& timex, std::size_t index, const CodePoints& points, const Ruleset& rules) {
  TimexRecord record;
  record.id = timex_id(index);
  record.quote = points.quote(timex.span);
  record.type = timex.type;
  record.value = std::move(timex.value);
  record.resolution = timex.resolution;
  record.mod = timex.mod;
  record.quant = std::move(timex.quant);
  record.freq = timex.freq;
  if (timex.anchor != kNoIndex) record.anchor = timex_id(timex.anchor);
  record.begin_point = std::move(timex.begin_point);
  record.end_point = std::move(timex.end_point);
  record.hijri = std::move(timex.hijri);
  if (timex.date) {
    if (timex.date->written_in != Calendar::gregorian) record.calendar = to_string(timex.date->written_in);
    record.first = first_day(*timex.date);
    record.last = last_day(*timex.date);
  }
  record.note = std::move(timex.note);
  record.rule = rules.rule_name(timex.rule);
  return record;
}

ParticipantRecord make_participant(Argument& argument, const CodePoints& points) {
  ParticipantRecord record;
  record.role = argument.role;
  if (argument.span) record.quote = points.quote(*argument.span);
  record.id = std::move(argument.entity.id);
  record.name_en = std::move(argument.entity.name_en);
  record.name_ar = std::move(argument.entity.name_ar);
  record.country = std::move(argument.country);
  return record;
}

EventRecord make_event(Event& event, const CodePoints& points, const Ruleset& rules) {
  EventRecord record;
  record.id = std::move(event.id);
  record.type = std::move(event.type);
  record.phase = std::move(event.phase);
  record.trigger = points.quote(event.trigger);
  record.other_mentions.reserve(event.other_mentions.size());
  for (const Span& mention : event.other_mentions) record.other_mentions.push_back(points.quote(mention));
  if (event.date) {
    record.date_edtf = to_edtf(*event.date);
    record.first = first_day(*event.date);
    record.last = last_day(*event.date);
    record.granularity = to_string(event.date->granularity);
  }
  record.date_basis = event.basis;
  record.timex.reserve(event.timexes.size());
  for (const std::uint32_t timex : event.timexes) record.timex.push_back(timex_id(timex));
  record.participants.reserve(event.arguments.size());
  for (Argument& argument : event.arguments) record.participants.push_back(make_participant(argument, points));
  if (event.place) record.place = make_participant(*event.place, points);
  record.factuality = event.factuality;
  record.attributed_to = std::move(event.attributed_to);
  record.sentence = points.quote(event.sentence);
  record.title_ar = std::move(event.title_ar);
  record.title_en = std::move(event.title_en);
  record.rule = rules.rule_name(event.rule);
  return record;
}

ParticipantRecord make_named(Role role, const EntityRef& entity, Span span, const CodePoints& points) {
  return {role, points.quote(span), entity.id, entity.name_en, entity.name_ar};
}

RosterRecord make_roster(const Roster& roster, const CodePoints& points) {
  RosterRecord record;
  record.organisation = make_named(Role::organisation, roster.organisation, roster.organisation_span, points);
  for (const Roster::Member& member : roster.members) record.members.push_back(make_named(Role::subject, member.entity, member.span, points));
  for (const Roster::Member& outsider : roster.outsiders) record.outsiders.push_back(make_named(Role::subject, outsider.entity, outsider.span, points));
  record.complete = roster.complete;
  record.sentence = points.quote(roster.sentence);
  return record;
}

}  // namespace

DocumentRecord make_record(const Document& document, Extraction extraction, const Ruleset& rules, bool with_text) {
  const CodePoints points(document.text);
  DocumentRecord record;
  record.doc = document.id;
  record.lang = extraction.language;
  if (document.dct) record.dct = to_iso(*document.dct);
  record.dct_basis = document.dct_basis;
  record.title = document.title;
  record.source = document.source;
  record.timexes.reserve(extraction.timexes.size());
  for (std::size_t i = 0; i < extraction.timexes.size(); ++i) {
    record.timexes.push_back(make_timex(extraction.timexes[i], i, points, rules));
  }
  record.events.reserve(extraction.events.size());
  for (Event& event : extraction.events) record.events.push_back(make_event(event, points, rules));
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    const std::uint32_t parent = extraction.events[i].subevent_of;
    if (parent < record.events.size()) record.events[i].subevent_of = record.events[parent].id;
  }
  for (const Roster& roster : extraction.rosters) record.rosters.push_back(make_roster(roster, points));
  if (with_text) record.text = document.text;
  return record;
}

}  // namespace tarikh
