// TimelineJS: {"events":[{start_date, end_date, text, group, display_date, unique_id}]}. Dates keep the precision they
// have: a year has no month. Texts are HTML there, so they are escaped.
#include <charconv>

#include "export/formats.h"
#include "export/rows.h"
#include "model/days.h"
#include "store/json_writer.h"

namespace tarikh::exporting {
namespace {

std::string escape_html(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

// Year, month and day of an ISO day, as many as the precision allows.
void write_date(store::JsonWriter& json, std::string_view name, std::string_view iso, std::string_view precision) {
  const std::size_t month = iso.size() - 5;
  json.key(name).begin_object().field("year", iso.substr(0, month - 1));
  const bool coarse = precision == "year" || precision == "decade" || precision == "century" || precision == "set";
  if (!coarse) json.field("month", iso.substr(month, 2));
  if (!coarse && precision != "month") json.field("day", iso.substr(month + 3));
  json.end_object();
}

bool is_iso(std::string_view day) { return day.size() >= 10; }

void write_event(store::JsonWriter& json, const Row& row) {
  const Entry& entry = row.entry;
  json.begin_object();
  const std::string& start = is_iso(entry.first) ? entry.first : entry.last;
  write_date(json, "start_date", start, entry.granularity);
  const bool unit = entry.granularity == "day" || entry.granularity == "month" || entry.granularity == "year";
  if (!unit && is_iso(entry.last) && entry.last != start) write_date(json, "end_date", entry.last, entry.granularity);
  json.field("display_date", entry.date_edtf);
  const std::string quote =
      row.witness == nullptr ? std::string() : "<blockquote>" + escape_html(row.witness->quote) + "</blockquote>";
  const std::string note = entry.conflict.empty() ? std::string() : "<p>" + escape_html(conflict_note(entry)) + "</p>";
  json.key("text")
      .begin_object()
      .field("headline", escape_html(headline(row)))
      .field("text", quote + note)
      .end_object();
  json.field("group", type_label(row, headline_language(row))).field("unique_id", entry.id).end_object();
}

class TimelineJs final : public FormatWriter {
 public:
  TimelineJs(Types types, const Sink& sink) : FormatWriter(types, sink) { put("{\"events\":["); }

  bool add(const Entry& entry) override {
    if (!is_iso(entry.first) && !is_iso(entry.last)) return leave_out(kUndated);
    store::JsonWriter json;
    write_event(json, make_row(entry, types()));
    return put_row((report_.rows > 0 ? ",\n" : "\n") + json.take());
  }

  WriteReport finish() override {
    put("\n]}\n");
    return report_;
  }
};

}  // namespace

Started start_timelinejs(Types types, const Sink& sink) { return std::make_unique<TimelineJs>(types, sink); }

}  // namespace tarikh::exporting
