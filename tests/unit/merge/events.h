// Records for tests, written short: who did what when, and in which document.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tarikh/date.h"
#include "tarikh/timeline.h"

namespace tarikh::testing {

struct EventText {
  std::string id, type, phase, date;  ///< EDTF, empty for none
  std::vector<std::string> subjects = {}, objects = {}, organisations = {};
  std::string place = {};
  Factuality factuality = Factuality::actual;
  DateBasis basis = DateBasis::explicit_;
  std::string subevent_of = {};
  std::string sentence = {};  ///< empty: one of its own
  std::string land = {};      ///< of the place
};

inline ParticipantRecord participant(Role role, const std::string& id) {
  ParticipantRecord record;
  record.role = role;
  record.id = id;
  record.name_en = "The " + id;
  record.name_ar = "ال" + id;
  return record;
}

inline EventRecord event(const EventText& text, std::uint32_t start) {
  EventRecord record;
  record.id = text.id;
  record.type = text.type;
  record.phase = text.phase;
  record.trigger = {"trigger", start, start + 7};
  record.sentence = {text.sentence, start, start + 26};
  record.date_edtf = text.date;
  if (Result<Date> date = parse_edtf(text.date)) {
    if (!date->open_start) record.first = to_iso(date->first);
    if (!date->open_end) record.last = to_iso(date->last);
    record.granularity = to_string(date->granularity);
  }
  record.date_basis = text.date.empty() ? DateBasis::none : text.basis;
  for (const auto& [role, ids] : {std::pair{Role::subject, &text.subjects}, std::pair{Role::object, &text.objects},
                                  std::pair{Role::organisation, &text.organisations}}) {
    for (const std::string& id : *ids) record.participants.push_back(participant(role, id));
  }
  if (!text.place.empty()) {
    record.place = participant(Role::subject, text.place);
    record.place->country = text.land;
  }
  record.factuality = text.factuality;
  record.subevent_of = text.subevent_of;
  record.title_en = text.type + " of " + text.id;
  record.title_ar = text.type + " في " + text.id;
  record.rule = "en/events/test.rules:1 test";
  return record;
}

inline DocumentRecord document(const std::string& id, const std::string& dct, const std::vector<EventText>& events) {
  DocumentRecord record;
  record.doc = id;
  record.lang = "en";
  record.dct = dct;
  record.dct_basis = DctBasis::metadata;
  record.title = "Title of " + id;
  record.source = "https://example.org/" + id;
  std::uint32_t start = 0;
  for (const EventText& text : events) {
    record.events.push_back(event(text, start += 30));
    if (text.sentence.empty()) record.events.back().sentence.text = id + " tells of " + text.id + ".";
  }
  return record;
}

/// "2001 founding a:e1 b:e2", then " ! 2001 2011" for a conflict, " planned" for a plan: one line per entry.
inline std::string summary(const Timeline& timeline) {
  std::string lines;
  for (const Entry& entry : timeline.entries) {
    lines += (entry.date_edtf.empty() ? "-" : entry.date_edtf) + " " + entry.type;
    for (const EntryMention& mention : entry.mentions) lines += " " + mention.doc + ":" + mention.event;
    for (const Claim& claim : entry.conflict) {
      lines += " !" + claim.date_edtf;
      for (const std::size_t mention : claim.mentions) lines += "=" + entry.mentions[mention].doc;
    }
    if (entry.factuality == Factuality::planned) lines += " planned";
    lines += "\n";
  }
  return lines;
}

}  // namespace tarikh::testing
