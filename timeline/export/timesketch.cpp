// Timesketch: CSV whose rows have a full time. What is no day is put at its first instant; date_precision says so.
#include "export/csv.h"
#include "export/formats.h"
#include "export/rows.h"

namespace tarikh::exporting {

namespace {

class Timesketch final : public FormatWriter {
 public:
  Timesketch(Types types, const Sink& sink) : FormatWriter(types, sink) {
    put("message,datetime,timestamp_desc,date_edtf,date_precision,event_id,actors,source_url,tag\r\n");
  }

  bool add(const Entry& entry) override {
    const std::string& day = entry.first.empty() ? entry.last : entry.first;
    if (day.empty()) return leave_out(kUndated);
    const Row row = make_row(entry, types());
    std::vector<std::string> names;
    for (const EntryParticipant& p : entry.participants) names.push_back(p.name_en.empty() ? p.name_ar : p.name_en);
    line_.cell(headline(row)).cell(day + "T00:00:00+00:00").cell(type_label(row, headline_language(row)));
    line_.cell(entry.date_edtf).cell(entry.granularity).cell(entry.id).cell(join_values(names));
    line_.cell(row.witness == nullptr ? "" : row.witness->source).cell(entry.type);
    return put_row(line_.take());
  }

 private:
  CsvLine line_{true};
};

}  // namespace

Started start_timesketch(Types types, const Sink& sink) { return std::make_unique<Timesketch>(types, sink); }

}  // namespace tarikh::exporting
