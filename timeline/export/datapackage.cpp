// datapackage.json (Frictionless Data Package, specs.frictionlessdata.io): the tables beside it, and for each column its
// name, type, titles and meaning. Titles in two languages stand under `titles`, as CSV on the Web names them.
#include <algorithm>

#include "export/formats.h"
#include "export/rows.h"
#include "store/json_writer.h"
#include "tarikh/extractor.h"

namespace tarikh::exporting {
namespace {

// A date for every reader: YYYY-MM-DD. Years outside 0000 to 9999 are days for EDTF only.
bool is_plain_day(std::string_view cell) {
  return cell.empty() || (cell.size() == 10 && cell[4] == '-' && cell[7] == '-' && cell.find_first_not_of("0123456789-") == std::string_view::npos &&
                          cell.front() != '-');
}

std::string_view type_name(ColumnType type, bool plain_days) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "integer";
    case ColumnType::day:
      return plain_days ? "date" : "string";
  }
  return "string";
}

void write_titles(store::JsonWriter& json, std::string_view arabic, std::string_view english) {
  json.field("title", english).key("titles").begin_object().field("ar", arabic).field("en", english).end_object();
}

// `everywhere(column)` is whether all its cells are plain days.
template <class Columns, class Everywhere>
void write_fields(store::JsonWriter& json, const Columns& columns, Everywhere everywhere) {
  json.key("fields").begin_array();
  for (const auto& column : columns) {
    const bool plain_days = column.type == ColumnType::day && everywhere(column);
    json.begin_object().field("name", column.name).field("type", type_name(column.type, plain_days));
    write_titles(json, column.title_ar, column.title_en);
    json.field("description", column.description).end_object();
  }
  json.end_array();
}

struct Table {
  std::string_view format;  ///< in the table of formats
  std::string_view name;
  std::string_view title_ar, title_en;
};

void begin_resource(store::JsonWriter& json, const Table& table) {
  json.begin_object().field("name", table.name).field("path", find_writer(table.format)->file_name);
  write_titles(json, table.title_ar, table.title_en);
  json.field("profile", "tabular-data-resource").field("format", "csv").field("mediatype", "text/csv").field("encoding", "utf-8");
  json.key("dialect").begin_object().field("delimiter", ",").field("lineTerminator", "\r\n").field("quoteChar", "\"").end_object();
  json.key("schema").begin_object();
}

void write_events(store::JsonWriter& json, const Timeline& timeline, Types types) {
  begin_resource(json, {"csv", "events", "الأحداث", "Events"});
  write_fields(json, event_columns(), [&](const Column& column) {
    return std::ranges::all_of(timeline.entries, [&](const Entry& entry) {
      return entry.date_edtf.empty() || is_plain_day(column.cell(make_row(entry, types)));
    });
  });
  json.field("primaryKey", "event_id").end_object().end_object();
}

void write_mentions(store::JsonWriter& json, const Timeline& timeline) {
  begin_resource(json, {"mentions", "mentions", "المقالات التي تروي كل حدث", "Articles that tell each event"});
  write_fields(json, mention_columns(), [&](const MentionColumn& column) {
    return std::ranges::all_of(timeline.entries, [&](const Entry& entry) {
      return entry.date_edtf.empty() ||
             std::ranges::all_of(entry.mentions, [&](const EntryMention& mention) { return is_plain_day(column.cell(entry, mention)); });
    });
  });
  json.key("foreignKeys").begin_array().begin_object().field("fields", "event_id").key("reference").begin_object();
  json.field("resource", "events").field("fields", "event_id").end_object().end_object().end_array().end_object().end_object();
}

void write_memberships(store::JsonWriter& json, const Timeline& timeline) {
  const std::vector<Membership> rows = memberships(timeline);
  begin_resource(json, {"memberships", "memberships", "العضويات", "Memberships"});
  write_fields(json, membership_columns(), [&](const MembershipColumn& column) {
    return std::ranges::all_of(rows, [&](const Membership& row) { return is_plain_day(column.cell(row, timeline)); });
  });
  json.end_object().end_object();
}

}  // namespace

WriteReport write_datapackage(const Timeline& timeline, Types types, const Sink& sink) {
  store::JsonWriter json;
  json.begin_object().field("profile", "data-package").field("name", "tarikh-timeline");
  write_titles(json, "خط زمني", "Timeline");
  json.field("tool_version", version()).key("resources").begin_array();
  write_events(json, timeline, types);
  write_mentions(json, timeline);
  write_memberships(json, timeline);
  json.end_array().end_object();
  WriteReport report;
  report.rows = static_cast<std::size_t>(std::ranges::count_if(timeline.entries, [](const Entry& entry) { return !entry.date_edtf.empty(); }));
  sink(json.take() + "\n");
  return report;
}

}  // namespace tarikh::exporting
