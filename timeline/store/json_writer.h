// JSON out, byte for byte the same for the same values: keys in the order they are written, no white space,
// nothing escaped that need not be. Bytes that are no UTF-8 become U+FFFD, so that every line can be read back.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
  /// A name of our own, which has nothing to escape: copied as it stands.
  template <std::size_t size>
  JsonWriter& key(const char (&name)[size]) {
    char* out = room(size + 3);
    if (!first_) *out++ = ',';
    *out++ = '"';
    std::memcpy(out, name, size - 1);
    out += size - 1;
    *out++ = '"';
    *out++ = ':';
    size_ = static_cast<std::size_t>(out - bytes_.get());
    first_ = true;
    return *this;
  }
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::uint64_t number);
  /// The shortest text that reads back as the same number.
  JsonWriter& decimal(double number);
  JsonWriter& null();
  JsonWriter& flag(bool value);

  template <class Name>
  JsonWriter& field(const Name& name, std::string_view text) { return key(name).value(text); }
  template <class Name>
  JsonWriter& field(const Name& name, std::uint64_t number) { return key(name).value(number); }
  template <class Name, std::same_as<double> Number>
  JsonWriter& field(const Name& name, Number number) { return key(name).decimal(number); }
  /// null for an empty text.
  template <class Name>
  JsonWriter& field_or_null(const Name& name, std::string_view text) { return text.empty() ? key(name).null() : key(name).value(text); }
  /// Nothing for an empty text.
  template <class Name>
  JsonWriter& field_if(const Name& name, std::string_view text) { return text.empty() ? *this : key(name).value(text); }

  /// What has been written; the writer is as new.
  [[nodiscard]] std::string take();

 private:
  char* room(std::size_t bytes) {
    if (size_ + bytes > capacity_) grow(bytes);
    return bytes_.get() + size_;
  }
  void grow(std::size_t bytes);
  // With a comma, where one belongs before it.
  JsonWriter& put(std::string_view ascii, bool first_behind);
  void append_quoted(std::string_view text);
  void append_escaped(std::string_view text);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  bool first_ = true;  // nothing stands before in this object or array
};

}  // namespace tarikh::store
