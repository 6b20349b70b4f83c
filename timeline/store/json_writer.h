// JSON out, byte for byte the same for the same values: keys in the order they are written, no white space,
// nothing escaped that need not be. Bytes that are no UTF-8 become U+FFFD, so that every line can be read back.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace tarikh::store {

/// Appends to a string; commas come by themselves.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::uint64_t number);
  /// The shortest text that reads back as the same number.
  JsonWriter& decimal(double number);
  JsonWriter& null();
  JsonWriter& flag(bool value);

  JsonWriter& field(std::string_view name, std::string_view text) { return key(name).value(text); }
  JsonWriter& field(std::string_view name, std::uint64_t number) { return key(name).value(number); }
  template <std::same_as<double> Number>
  JsonWriter& field(std::string_view name, Number number) { return key(name).decimal(number); }
  /// null for an empty text.
  JsonWriter& field_or_null(std::string_view name, std::string_view text);
  /// Nothing for an empty text.
  JsonWriter& field_if(std::string_view name, std::string_view text);

  [[nodiscard]] std::string take() { return std::move(json_); }

 private:
  void separate();

  std::string json_;
  bool first_ = true;  // nothing stands before in this object or array
};

}  // namespace tarikh::store
