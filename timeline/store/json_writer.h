// JSON out, byte for byte the same for the same values: keys in the order they are written, no white space,
// nothing escaped that need not be. Bytes that are no UTF-8 become U+FFFD, so that every line can be read back.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tarikh::store {

/// Commas come by themselves.
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

  /// What has been written; the writer is as new.
  [[nodiscard]] std::string take();

 private:
  // A place for so many bytes more, and a few to spare: texts are copied in whole words.
  char* room(std::size_t bytes) {
    if (size_ + bytes + kSpare > capacity_) grow(bytes);
    return bytes_.get() + size_;
  }
  void grow(std::size_t bytes);
  // With a comma, where one belongs before it.
  JsonWriter& put(std::string_view ascii, bool first_behind);
  void append_quoted(std::string_view text);
  void append_escaped(std::string_view text);

  static constexpr std::size_t kSpare = 16;
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  bool first_ = true;  // nothing stands before in this object or array
};

}  // namespace tarikh::store
