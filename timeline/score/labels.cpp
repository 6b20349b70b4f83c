#include "score/labels.h"

#include <functional>

#include "model/names.h"
#include "store/json_fields.h"
#include "tarikh/date.h"

namespace tarikh::score {
namespace {

using store::JsonFields;
using store::Problem;

// An extent of no characters is none: records write 0 to 0 for what is only implied.
std::optional<Extent> read_extent(const JsonFields& fields) {
  const Extent extent{fields.number("start"), fields.number("end")};
  if (extent.end < extent.start) fields.complain("end", "lies before start");
  return extent.end > extent.start ? std::optional(extent) : std::nullopt;
}

ExpressionLabel read_expression(const JsonFields& fields) {
  const auto extent = read_extent(fields);
  if (!extent) fields.complain("start", "start and end are needed");
  return {extent.value_or(Extent{}), std::string(fields.text("type")), std::string(fields.text("value"))};
}

// The id of a record is the gazetteer's and no key of the gold: there the words and their place decide.
PartyLabel read_party(const JsonFields& fields) {
  return {std::string(fields.text("role")), std::string(fields.text("text")), std::string(fields.text("key")), read_extent(fields)};
}

EventLabel read_event(const JsonFields& fields) {
  EventLabel event;
  event.type = fields.required("type");
  event.date = fields.text("date_edtf");
  event.basis = fields.text("date_basis");
  event.factuality = fields.text("factuality");
  if (event.factuality.empty()) event.factuality = "actual";
  event.optional = fields.flag("optional");
  const auto add_mention = [&](const JsonFields& mention) {
    if (const auto extent = read_extent(mention)) event.mentions.push_back(*extent);
  };
  if (const auto trigger = fields.object("trigger")) add_mention(*trigger);
  fields.each("other_mentions", add_mention);
  if (event.mentions.empty()) fields.complain("trigger", "start and end are needed");
  fields.each("participants", [&](const JsonFields& party) { event.parties.push_back(read_party(party)); });
  if (const auto place = fields.object("place")) event.place = read_party(*place);
  return event;
}

Result<void> each_line(std::string_view lines, const std::function<void(const JsonFields&)>& take) {
  int number = 0;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    ++number;
    if (model::trim(line).empty()) continue;
    const auto read = store::read_json_line(line, number, [&](const JsonFields& fields, Problem&) { take(fields); });
    if (!read) return read.error();
  }
  return {};
}

}  // namespace

Result<void> read_document_facts(std::string_view json, Labels& labels) {
  return store::read_json_line(json, 0, [&](const JsonFields& fields, Problem&) {
    labels.dct = fields.required("dct");
    labels.lang = fields.text("lang");
    if (!parse_iso_day(labels.dct)) fields.complain("dct", "is no day: " + labels.dct);
  });
}

Result<void> read_expressions(std::string_view lines, Labels& labels) {
  return each_line(lines, [&](const JsonFields& fields) { labels.expressions.push_back(read_expression(fields)); });
}

Result<void> read_events(std::string_view lines, Labels& labels) {
  return each_line(lines, [&](const JsonFields& fields) { labels.events.push_back(read_event(fields)); });
}

Result<void> read_record(std::string_view line, int number, Corpus& corpus) {
  return store::read_json_line(line, number, [&](const JsonFields& fields, Problem&) {
    Labels& labels = corpus[std::string(fields.required("doc"))];
    fields.each("timexes", [&](const JsonFields& timex) { labels.expressions.push_back(read_expression(timex)); });
    fields.each("events", [&](const JsonFields& event) { labels.events.push_back(read_event(event)); });
  });
}

}  // namespace tarikh::score
