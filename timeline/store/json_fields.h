// JSON in: one object of a record, field by field. A field that is absent or null is empty; one of the wrong type is
// an error that names it. The first error is kept, later reads give empty values, so that a reader reads straight on.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::store {

/// The first thing wrong with a line, and where it stands in it.
struct Problem {
  std::string message;
  void note(std::string text) {
    if (message.empty()) message = std::move(text);
  }
};

class JsonFields {
 public:
  /// The object of a whole line.
  JsonFields(simdjson::dom::element element, Problem& problem) : JsonFields(element, nullptr, {}, kNoItem, problem) {}

  /// Until the next line is parsed.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  /// Like text, but absent, null and "" are errors.
  [[nodiscard]] std::string_view required(std::string_view name) const;
  [[nodiscard]] std::uint32_t number(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> texts(std::string_view name) const;
  [[nodiscard]] std::vector<std::size_t> numbers(std::string_view name) const;
  [[nodiscard]] std::optional<JsonFields> object(std::string_view name) const;
  void each(std::string_view name, const std::function<void(const JsonFields&)>& take) const;

  /// A list in exactly the memory it needs: of millions of records half would be room to grow.
  template <class Item, class Read>
  void list(std::string_view name, std::vector<Item>& into, Read read) const {
    into.reserve(into.size() + size(name));
    each(name, [&](const JsonFields& item) { into.push_back(read(item)); });
  }

  /// A name of a closed list; absent = `otherwise`, unknown = error.
  template <class Enum, class Parse>
  [[nodiscard]] Enum choice(std::string_view name, Enum otherwise, Parse parse) const {
    const std::string_view value = text(name);
    if (value.empty()) return otherwise;
    const std::optional<Enum> parsed = parse(value);
    if (!parsed) complain(name, "no such value: " + std::string(value));
    return parsed.value_or(otherwise);
  }
  void complain(std::string_view name, std::string_view what) const;

 private:
  static constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

  // `parent` has to outlive it; `item` is the number in a list of that name.
  JsonFields(simdjson::dom::element element, const JsonFields* parent, std::string_view name, std::size_t item, Problem& problem);
  [[nodiscard]] std::optional<simdjson::dom::element> find(std::string_view name) const;
  [[nodiscard]] std::size_t size(std::string_view name) const;
  // "mentions[2].rosters[0]"; made only to complain.
  [[nodiscard]] std::string where() const;

  std::optional<simdjson::dom::object> object_;
  const JsonFields* parent_;
  std::string_view name_;
  std::size_t item_;
  Problem* problem_;
};

/// Parses one line and hands its object to `read`; what went wrong is the error, with the line.
Result<void> read_json_line(std::string_view json, int line, const std::function<void(const JsonFields&, Problem&)>& read);

}  // namespace tarikh::store
