// One line of JSON Lines: {"id","text"} and optionally lang, dct, title, url. Other fields are left alone.
#include <fmt/format.h>
#include <simdjson.h>

#include "reader/charset.h"
#include "reader/formats.h"

namespace tarikh::reader {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// Takes a text, or a number for an id; leaves `value` alone where the field is missing or null.
std::string take(const object& fields, std::string_view name, std::string& value) {
  element field;
  if (fields.at_key(name).get(field) != simdjson::SUCCESS || field.is_null()) return {};
  std::string_view text;
  std::int64_t number = 0;
  if (field.get(text) == simdjson::SUCCESS)
    value = text;
  else if (name == "id" && field.get(number) == simdjson::SUCCESS)
    value = std::to_string(number);
  else
    return fmt::format("\"{}\" is no text", name);
  return {};
}

Result<Draft> to_draft(const element& root) {
  object fields;
  if (root.get(fields) != simdjson::SUCCESS) return Error{"expected an object, {\"id\":\"…\",\"text\":\"…\"}"};
  Draft draft;
  draft.dates_are_ours = true;
  std::string dct;
  const std::pair<std::string_view, std::string*> wanted[] = {
      {"id", &draft.id},       {"text", &draft.text}, {"lang", &draft.language},
      {"title", &draft.title}, {"dct", &dct},         {"url", &draft.source}};
  for (const auto& [name, value] : wanted) {
    if (const std::string problem = take(fields, name, *value); !problem.empty()) return Error{problem};
  }
  if (fields.at_key("text").error() != simdjson::SUCCESS) return Error{"\"text\" is missing"};
  if (!dct.empty()) draft.dates.push_back({"dct", std::move(dct)});
  return draft;
}

}  // namespace

Result<Draft> read_json(std::string_view json) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  simdjson::error_code error = parser.parse(json.data(), json.size()).get(root);
  if (error == simdjson::UTF8_ERROR) {
    const std::string repaired = repair_utf8(json);
    error = parser.parse(repaired.data(), repaired.size()).get(root);
  }
  if (error != simdjson::SUCCESS) return Error{fmt::format("is no JSON: {}", simdjson::error_message(error))};
  return to_draft(root);
}

}  // namespace tarikh::reader
