// datapackage.json (Frictionless Data Package, specs.frictionlessdata.io): the tables beside it, and for each column its
// name, type, titles and meaning. Titles in two languages stand under `titles`, as CSV on the Web names them.
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

// `plain[i]` is whether all cells of column i are plain days.
template <class Columns>
void write_fields(store::JsonWriter& json, const Columns& columns, const std::vector<bool>& plain) {
  json.key("fields").begin_array();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = columns[i];
    json.begin_object().field("name", column.name).field("type", type_name(column.type, plain[i]));
    write_titles(json, column.title_ar, column.title_en);
    json.field("description", column.description).end_object();
  }
  json.end_array();
}

// Notes which columns of days have a cell that is none.
template <class Columns, class... Told>
void check_days(const Columns& columns, std::vector<bool>& plain, const Told&... told) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (plain[i] && columns[i].type == ColumnType::day && !is_plain_day(columns[i].cell(told...))) plain[i] = false;
  }
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

class DataPackage final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  bool add(const Entry& entry) override {
    told_.add(entry);
    if (entry.date_edtf.empty()) return true;
    ++report_.rows;
    check_days(event_columns(), plain_events_, make_row(entry, types()));
    for (const EntryMention& mention : entry.mentions) check_days(mention_columns(), plain_mentions_, entry, mention);
    return true;
  }

  WriteReport finish() override {
    store::JsonWriter json;
    json.begin_object().field("profile", "data-package").field("name", "tarikh-timeline");
    write_titles(json, "خط زمني", "Timeline");
    json.field("tool_version", version()).key("resources").begin_array();
    write_events(json);
    write_mentions(json);
    write_memberships(json);
    json.end_array().end_object();
    put(json.take() + "\n");
    return report_;
  }

 private:
  void write_events(store::JsonWriter& json) const {
    begin_resource(json, {"csv", "events", "الأحداث", "Events"});
    write_fields(json, event_columns(), plain_events_);
    json.field("primaryKey", "event_id").end_object().end_object();
  }

  void write_mentions(store::JsonWriter& json) const {
    begin_resource(json, {"mentions", "mentions", "المقالات التي تروي كل حدث", "Articles that tell each event"});
    write_fields(json, mention_columns(), plain_mentions_);
    json.key("foreignKeys").begin_array().begin_object().field("fields", "event_id").key("reference").begin_object();
    json.field("resource", "events").field("fields", "event_id").end_object().end_object().end_array().end_object().end_object();
  }

  void write_memberships(store::JsonWriter& json) const {
    std::vector<bool> plain(membership_columns().size(), true);
    for (const Membership& membership : told_.memberships()) check_days(membership_columns(), plain, membership, told_);
    begin_resource(json, {"memberships", "memberships", "العضويات", "Memberships"});
    write_fields(json, membership_columns(), plain);
    json.end_object().end_object();
  }

  std::vector<bool> plain_events_ = std::vector<bool>(event_columns().size(), true);
  std::vector<bool> plain_mentions_ = std::vector<bool>(mention_columns().size(), true);
  MembershipReader told_;
};

}  // namespace

Started start_datapackage(Types types, const Sink& sink) { return std::make_unique<DataPackage>(types, sink); }

}  // namespace tarikh::exporting
