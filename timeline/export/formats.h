// The writers behind the table of formats (writers.cpp), each a class in the file of its format.
#pragma once

#include <memory>
#include <string_view>

#include "tarikh/writer.h"

namespace tarikh::exporting {

using Types = std::span<const EventType>;
using Started = std::unique_ptr<TimelineWriter>;

/// What all of them do.
class FormatWriter : public TimelineWriter {
 public:
  FormatWriter(Types types, const Sink& sink) : types_(types), sink_(sink) {}
  WriteReport finish() override { return report_; }

 protected:
  [[nodiscard]] Types types() const { return types_; }
  bool put(std::string_view bytes) { return open_ = open_ && sink_(bytes); }
  /// `bytes` that are a row.
  bool put_row(std::string_view bytes) {
    if (put(bytes)) ++report_.rows;
    return open_;
  }
  bool leave_out(std::string_view why) {
    ++report_.left_out;
    report_.left_out_why = why;
    return open_;
  }

  WriteReport report_;

 private:
  Types types_;
  Sink sink_;
  bool open_ = true;
};

inline constexpr std::string_view kUndated = "without a date";

Started start_events_csv(Types, const Sink&);
Started start_mentions_csv(Types, const Sink&);
Started start_memberships_csv(Types, const Sink&);
/// What the columns of these tables are: a Frictionless Data Package.
Started start_datapackage(Types, const Sink&);
/// events.csv for spreadsheets: a byte order mark, and no cell that starts like a formula.
Started start_excel_csv(Types, const Sink&);
Started start_jsonl(Types, const Sink&);
Started start_timelinejs(Types, const Sink&);
Started start_icalendar(Types, const Sink&);
Started start_timesketch(Types, const Sink&);
Started start_jsonld(Types, const Sink&);
Started start_atom(Types, const Sink&);
Started start_svg(Types, const Sink&);
Started start_xlsx(Types, const Sink&);

}  // namespace tarikh::exporting
