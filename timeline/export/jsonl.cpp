// JSON Lines: everything an entry holds, what `page` and `export` read.
#include "export/formats.h"

namespace tarikh::exporting {

WriteReport write_jsonl(const Timeline& timeline, Types, const Sink& sink) {
  WriteReport report;
  for (const Entry& entry : timeline.entries) {
    if (!sink(to_json(entry) + "\n")) return report;
    ++report.rows;
  }
  return report;
}

}  // namespace tarikh::exporting
