#include "store/json_fields.h"

#include <fmt/format.h>

#include <limits>

namespace tarikh::store {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;

namespace {

std::string_view kind(const element& value) {
  switch (value.type()) {
    case element_type::ARRAY: return "a list";
    case element_type::OBJECT: return "an object";
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE: return "a number";
    case element_type::STRING: return "a text";
    case element_type::BOOL: return "true or false";
    case element_type::NULL_VALUE: return "null";
  }
  return "something else";
}

std::optional<std::uint64_t> whole_number(const element& value) {
  if (!value.is_uint64()) return std::nullopt;
  std::uint64_t number = 0;
  if (value.get(number) != simdjson::SUCCESS || number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return number;
}

}  // namespace

JsonFields::JsonFields(element value, const JsonFields* parent, std::string_view name, std::size_t item, Problem& problem)
    : parent_(parent), name_(name), item_(item), problem_(&problem) {
  simdjson::dom::object object;
  if (value.get(object) == simdjson::SUCCESS) object_ = object;
  else problem.note(fmt::format("{}: expected an object, found {}", parent == nullptr ? "the line" : where(), kind(value)));
}

std::string JsonFields::where() const {
  std::string where = parent_ == nullptr ? std::string() : parent_->where();
  if (!where.empty()) where += '.';
  where += name_;
  return item_ == kNoItem ? where : fmt::format("{}[{}]", where, item_);
}

void JsonFields::complain(std::string_view name, std::string_view what) const {
  const std::string outer = where();
  problem_->note(fmt::format("{}{}{}: {}", outer, outer.empty() ? "" : ".", name, what));
}

std::optional<element> JsonFields::find(std::string_view name) const {
  if (!object_) return std::nullopt;
  element value;
  if (object_->at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::string_view JsonFields::text(std::string_view name) const {
  const auto value = find(name);
  if (!value) return {};
  std::string_view text;
  if (value->get(text) != simdjson::SUCCESS) complain(name, fmt::format("expected a text, found {}", kind(*value)));
  return text;
}

std::string_view JsonFields::required(std::string_view name) const {
  const std::string_view value = text(name);
  if (value.empty()) complain(name, "is missing");
  return value;
}

std::uint32_t JsonFields::number(std::string_view name) const {
  const auto value = find(name);
  if (!value) return 0;
  const auto number = whole_number(*value);
  if (!number) complain(name, fmt::format("expected a whole number from 0, found {}", kind(*value)));
  return static_cast<std::uint32_t>(number.value_or(0));
}

bool JsonFields::flag(std::string_view name) const {
  const auto value = find(name);
  bool flag = false;
  if (value && value->get(flag) != simdjson::SUCCESS) complain(name, fmt::format("expected true or false, found {}", kind(*value)));
  return flag;
}

std::vector<std::string_view> JsonFields::texts(std::string_view name) const {
  std::vector<std::string_view> list;
  const auto value = find(name);
  if (!value) return list;
  array items;
  if (value->get(items) != simdjson::SUCCESS) {
    complain(name, fmt::format("expected a list, found {}", kind(*value)));
    return list;
  }
  for (const element item : items) {
    std::string_view text;
    if (item.get(text) != simdjson::SUCCESS) complain(name, fmt::format("expected texts, found {}", kind(item)));
    list.emplace_back(text);
  }
  return list;
}

std::vector<std::size_t> JsonFields::numbers(std::string_view name) const {
  std::vector<std::size_t> list;
  const auto value = find(name);
  array items;
  if (!value) return list;
  if (value->get(items) != simdjson::SUCCESS) {
    complain(name, fmt::format("expected a list, found {}", kind(*value)));
    return list;
  }
  for (const element item : items) {
    const auto number = whole_number(item);
    if (!number) complain(name, fmt::format("expected whole numbers from 0, found {}", kind(item)));
    list.push_back(static_cast<std::size_t>(number.value_or(0)));
  }
  return list;
}

std::optional<JsonFields> JsonFields::object(std::string_view name) const {
  const auto value = find(name);
  if (!value) return std::nullopt;
  return JsonFields(*value, this, name, kNoItem, *problem_);
}

void JsonFields::each(std::string_view name, const std::function<void(const JsonFields&)>& take) const {
  const auto value = find(name);
  if (!value) return;
  array items;
  if (value->get(items) != simdjson::SUCCESS) return complain(name, fmt::format("expected a list, found {}", kind(*value)));
  std::size_t index = 0;
  for (const element item : items) take(JsonFields(item, this, name, index++, *problem_));
}

std::size_t JsonFields::size(std::string_view name) const {
  const auto value = find(name);
  array items;
  return value && value->get(items) == simdjson::SUCCESS ? items.size() : 0;
}

Result<void> read_json_line(std::string_view json, int line, const std::function<void(const JsonFields&, Problem&)>& read) {
  // The parser owns the parsed line; one per thread saves its buffers from line to line.
  static thread_local simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root); error != simdjson::SUCCESS) {
    return Error{fmt::format("is no JSON: {}", simdjson::error_message(error)), "", line};
  }
  Problem problem;
  const JsonFields fields(root, problem);
  read(fields, problem);
  if (!problem.message.empty()) return Error{problem.message, "", line};
  return {};
}

}  // namespace tarikh::store
