#include "store/json_writer.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstddef>

namespace tarikh::store {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the UTF-8 sequence at `at` (RFC 3629), 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const auto tail = [&](std::size_t i) { return within(i, 0x80, 0xBF); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool second = within(at + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return second && tail(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool second = within(at + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return second && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

void append_control(std::string& json, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  json += "\\u00";
  json += kDigits[code >> 4U];
  json += kDigits[code & 0xFU];
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) json_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  json_ += '{';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  json_ += '}';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  json_ += '[';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  json_ += ']';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  json_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  json_ += '"';
  // Most texts need nothing replaced; this loop is made of vector instructions.
  unsigned char high = 0;
  unsigned char escaped = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    high = static_cast<unsigned char>(high | byte);
    escaped = static_cast<unsigned char>(escaped | ((byte < 0x20) | (byte == '"') | (byte == '\\')));
  }
  const bool valid = high < 0x80 || simdjson::validate_utf8(text.data(), text.size());
  if (valid && escaped == 0) {
    json_ += text;
    json_ += '"';
    return *this;
  }
  std::size_t copied = 0;  // bytes of `text` that stand in json_ already
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view with) {
    json_ += text.substr(copied, at - copied);
    json_ += with;
    copied = at + length;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t length = valid ? 1 : sequence_length(text, i);
      if (length == 0) replace(i, 1, kReplacement);
      i += length == 0 ? 1 : length;
      continue;
    }
    switch (c) {
      case '"': replace(i, 1, "\\\""); break;
      case '\\': replace(i, 1, "\\\\"); break;
      case '\n': replace(i, 1, "\\n"); break;
      case '\r': replace(i, 1, "\\r"); break;
      case '\t': replace(i, 1, "\\t"); break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          replace(i, 1, {});
          append_control(json_, c);
        }
    }
    ++i;
  }
  json_ += text.substr(copied);
  json_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  separate();
  json_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::decimal(double number) {
  separate();
  json_ += fmt::format("{}", number);
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  json_ += "null";
  return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
  separate();
  json_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::field_or_null(std::string_view name, std::string_view text) {
  key(name);
  return text.empty() ? null() : value(text);
}

JsonWriter& JsonWriter::field_if(std::string_view name, std::string_view text) {
  return text.empty() ? *this : field(name, text);
}

}  // namespace tarikh::store
