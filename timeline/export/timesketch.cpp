// Timesketch: CSV whose rows have a full time. What is no day is put at its first instant; date_precision says so.
#include "export/csv.h"
#include "export/formats.h"
#include "export/rows.h"

namespace tarikh::exporting {

WriteReport write_timesketch(const Timeline& timeline, Types types, const Sink& sink) {
  WriteReport report;
  if (!sink("message,datetime,timestamp_desc,date_edtf,date_precision,event_id,actors,source_url,tag\r\n"))
    return report;
  CsvLine line(true);
  for (const Entry& entry : timeline.entries) {
    const std::string& day = entry.first.empty() ? entry.last : entry.first;
    if (day.empty()) {
      ++report.left_out;
      report.left_out_why = "without a date";
      continue;
    }
    const Row row = make_row(entry, types);
    std::vector<std::string> names;
    for (const EntryParticipant& p : entry.participants) names.push_back(p.name_en.empty() ? p.name_ar : p.name_en);
    line.cell(headline(row)).cell(day + "T00:00:00+00:00").cell(type_label(row, headline_language(row)));
    line.cell(entry.date_edtf).cell(entry.granularity).cell(entry.id).cell(join_values(names));
    line.cell(row.witness == nullptr ? "" : row.witness->source).cell(entry.type);
    if (!sink(line.take())) return report;
    ++report.rows;
  }
  return report;
}

}  // namespace tarikh::exporting
