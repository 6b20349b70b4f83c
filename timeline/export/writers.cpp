// Every format once. A new one is a file with its function and a row here.
#include <algorithm>

#include "export/formats.h"

namespace tarikh {

const std::vector<WriterInfo>& writers() {
  static const std::vector<WriterInfo> kWriters = {
      {"csv", "events.csv", "one row per event", exporting::start_events_csv},
      {"mentions", "mentions.csv", "CSV, one row per event and article", exporting::start_mentions_csv},
      {"memberships", "memberships.csv", "CSV, who was a member of what and when", exporting::start_memberships_csv},
      {"datapackage", "datapackage.json", "what the columns of the tables are: a Frictionless Data Package", exporting::start_datapackage},
      {"excel", "events-excel.csv", "csv for spreadsheets: with a byte order mark, safe from formulas",
       exporting::start_excel_csv},
      {"xlsx", "events.xlsx", "a spreadsheet: events and mentions on two sheets", exporting::start_xlsx, true},
      {"jsonl", "timeline.jsonl", "everything, one entry per line", exporting::start_jsonl},
      {"timelinejs", "timelinejs.json", "for TimelineJS", exporting::start_timelinejs},
      {"ics", "timeline.ics", "iCalendar, for calendar programs", exporting::start_icalendar, true},
      {"timesketch", "timesketch.csv", "CSV for Timesketch", exporting::start_timesketch},
      {"jsonld", "timeline.jsonld", "schema.org events as JSON-LD", exporting::start_jsonld},
      {"atom", "timeline.atom", "Atom feed, newest articles first", exporting::start_atom},
      {"svg", "timeline.svg", "a picture of how many events of which type there were when", exporting::start_svg},
  };
  return kWriters;
}

const WriterInfo* find_writer(std::string_view name) {
  const auto found = std::ranges::find(writers(), name, &WriterInfo::name);
  return found == writers().end() ? nullptr : &*found;
}

Result<WriteReport> WriterInfo::write(EntrySource& entries, std::span<const EventType> types, const Sink& sink) const {
  const std::unique_ptr<TimelineWriter> writer = start(types, sink);
  if (looks_first) {
    const Result<void> seen = entries.each([&](const Entry& entry) {
      writer->look(entry);
      return true;
    });
    if (!seen) return seen.error();
  }
  if (const Result<void> told = entries.each([&](const Entry& entry) { return writer->add(entry); }); !told) return told.error();
  return writer->finish();
}

WriteReport WriterInfo::write(const Timeline& timeline, std::span<const EventType> types, const Sink& sink) const {
  TimelineEntries entries(timeline);
  return *write(entries, types, sink);
}

}  // namespace tarikh
