#include "reader/json_ld.h"

#include <simdjson.h>

namespace tarikh::reader {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxDepth = 8;  // article in @graph in a list; deeper is somebody else's data

struct Found {
  std::optional<std::string> of_article, of_anything;
};

bool is_article(const object& fields) {
  element type;
  if (fields.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  const auto names_article = [](const element& value) {
    std::string_view name;
    if (value.get(name) != simdjson::SUCCESS) return false;
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
  };
  array types;
  if (type.get(types) != simdjson::SUCCESS) return names_article(type);
  for (const element one : types) {
    if (names_article(one)) return true;
  }
  return false;
}

void search(const element& value, int depth, Found& found) {
  if (depth == 0 || found.of_article) return;
  array items;
  if (value.get(items) == simdjson::SUCCESS) {
    for (const element item : items) search(item, depth - 1, found);
    return;
  }
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return;
  std::string_view date;
  if (fields.at_key("datePublished").get(date) == simdjson::SUCCESS && !date.empty()) {
    std::optional<std::string>& place = is_article(fields) ? found.of_article : found.of_anything;
    if (!place) place = std::string(date);
  }
  for (const auto field : fields) search(field.value, depth - 1, found);
}

}  // namespace

std::optional<std::string> json_ld_date(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  Found found;
  search(root, kMaxDepth, found);
  return found.of_article ? found.of_article : found.of_anything;
}

}  // namespace tarikh::reader
