// The writers behind the table of formats (writers.cpp): one function per format, all of one shape.
#pragma once

#include "tarikh/writer.h"

namespace tarikh::exporting {

using Types = std::span<const EventType>;

WriteReport write_events_csv(const Timeline&, Types, const Sink&);
WriteReport write_mentions_csv(const Timeline&, Types, const Sink&);
WriteReport write_memberships_csv(const Timeline&, Types, const Sink&);
/// What the columns of these tables are: a Frictionless Data Package.
WriteReport write_datapackage(const Timeline&, Types, const Sink&);
/// events.csv for spreadsheets: a byte order mark, and no cell that starts like a formula.
WriteReport write_excel_csv(const Timeline&, Types, const Sink&);
WriteReport write_jsonl(const Timeline&, Types, const Sink&);
WriteReport write_timelinejs(const Timeline&, Types, const Sink&);
WriteReport write_icalendar(const Timeline&, Types, const Sink&);
WriteReport write_timesketch(const Timeline&, Types, const Sink&);
WriteReport write_jsonld(const Timeline&, Types, const Sink&);
WriteReport write_atom(const Timeline&, Types, const Sink&);
WriteReport write_svg(const Timeline&, Types, const Sink&);
WriteReport write_xlsx(const Timeline&, Types, const Sink&);

}  // namespace tarikh::exporting
