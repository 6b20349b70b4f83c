// Every format once. A new one is a file with its function and a row here.
#include <algorithm>

#include "export/formats.h"

namespace tarikh {

const std::vector<WriterInfo>& writers() {
  static const std::vector<WriterInfo> kWriters = {
      {"csv", "events.csv", "one row per event", exporting::write_events_csv},
      {"mentions", "mentions.csv", "CSV, one row per event and article", exporting::write_mentions_csv},
      {"memberships", "memberships.csv", "CSV, who was a member of what and when", exporting::write_memberships_csv},
      {"datapackage", "datapackage.json", "what the columns of the tables are: a Frictionless Data Package", exporting::write_datapackage},
      {"excel", "events-excel.csv", "csv for spreadsheets: with a byte order mark, safe from formulas",
       exporting::write_excel_csv},
      {"xlsx", "events.xlsx", "a spreadsheet: events and mentions on two sheets", exporting::write_xlsx},
      {"jsonl", "timeline.jsonl", "everything, one entry per line", exporting::write_jsonl},
      {"timelinejs", "timelinejs.json", "for TimelineJS", exporting::write_timelinejs},
      {"ics", "timeline.ics", "iCalendar, for calendar programs", exporting::write_icalendar},
      {"timesketch", "timesketch.csv", "CSV for Timesketch", exporting::write_timesketch},
      {"jsonld", "timeline.jsonld", "schema.org events as JSON-LD", exporting::write_jsonld},
      {"atom", "timeline.atom", "Atom feed, newest articles first", exporting::write_atom},
      {"svg", "timeline.svg", "a picture of how many events of which type there were when", exporting::write_svg},
  };
  return kWriters;
}

const WriterInfo* find_writer(std::string_view name) {
  const auto found = std::ranges::find(writers(), name, &WriterInfo::name);
  return found == writers().end() ? nullptr : &*found;
}

}  // namespace tarikh
