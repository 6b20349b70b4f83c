#include "store/json_writer.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

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

// Whether one of eight bytes must be escaped: below 0x20, a quotation mark or a backslash. Zero bytes are found as in
// Hacker's Delight 6-1; a byte behind a found one may be found by mistake, which only sends the text the slow way.
bool must_escape(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
  const auto below = [&](std::uint64_t bytes, std::uint64_t limit) { return (bytes - kOnes * limit) & ~bytes; };
  return ((below(word, 0x20) | below(word ^ (kOnes * '"'), 1) | below(word ^ (kOnes * '\\'), 1)) & kHigh) != 0;
}

// Two halves of a text shorter than two of them, which may overlap.
template <class Half>
std::uint64_t both_ends(std::string_view text, char* out) {
  Half front = 0;
  Half back = 0;
  std::memcpy(&front, text.data(), sizeof(Half));
  std::memcpy(&back, text.data() + text.size() - sizeof(Half), sizeof(Half));
  std::memcpy(out, &front, sizeof(Half));
  std::memcpy(out + text.size() - sizeof(Half), &back, sizeof(Half));
  return std::uint64_t{front} << (8 * sizeof(Half)) | back;
}

// Copies the text as it is, in whole words. False if something must be escaped; what has been copied then means nothing.
bool copy_plain(std::string_view text, char* out) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  constexpr std::uint64_t kBlank = 0x2020202020202020;  // beside texts that fill no word
  if (text.size() < kWord) {
    if (text.size() >= 4) return !must_escape(both_ends<std::uint32_t>(text, out));
    if (text.size() >= 2) return !must_escape((kBlank << 32U) | both_ends<std::uint16_t>(text, out));
    return text.empty() || !must_escape((kBlank << 8U) | static_cast<unsigned char>(*out = text.front()));
  }
  std::uint64_t word = 0;
  for (std::size_t at = 0; at + kWord < text.size(); at += kWord) {
    std::memcpy(&word, text.data() + at, kWord);
    std::memcpy(out + at, &word, kWord);
    if (must_escape(word)) return false;
  }
  std::memcpy(&word, text.data() + text.size() - kWord, kWord);
  std::memcpy(out + text.size() - kWord, &word, kWord);
  return !must_escape(word);
}

// Every byte that begins no UTF-8 sequence becomes U+FFFD. No sequence of JSON crosses a quotation mark, so it is enough to look at
// the whole once.
std::string repaired(std::string_view json) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < json.size();) {
    const std::size_t length = sequence_length(json, i);
    if (length == 0) {
      out += json.substr(copied, i - copied);
      out += kReplacement;
      copied = i + 1;
    }
    i += length == 0 ? 1 : length;
  }
  out += json.substr(copied);
  return out;
}

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  constexpr std::size_t kFirst = 4096;
  const std::size_t wanted = std::max({kFirst, capacity_ * 2, size_ + bytes});
  auto larger = std::make_unique_for_overwrite<char[]>(wanted);
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ = wanted;
}

JsonWriter& JsonWriter::put(std::string_view ascii, bool first_behind) {
  char* out = room(ascii.size() + 1);
  if (!first_) *out++ = ',';
  std::memcpy(out, ascii.data(), ascii.size());
  size_ = static_cast<std::size_t>(out - bytes_.get()) + ascii.size();
  first_ = first_behind;
  return *this;
}

JsonWriter& JsonWriter::begin_object() { return put("{", true); }

JsonWriter& JsonWriter::end_object() {
  first_ = true;
  return put("}", false);
}

JsonWriter& JsonWriter::begin_array() { return put("[", true); }

JsonWriter& JsonWriter::end_array() {
  first_ = true;
  return put("]", false);
}

void JsonWriter::append_quoted(std::string_view text) {
  char* out = room(text.size() + 3);
  if (!first_) *out++ = ',';
  *out++ = '"';
  size_ = static_cast<std::size_t>(out - bytes_.get());
  if (copy_plain(text, out)) {
    size_ += text.size();
  } else {
    append_escaped(text);
  }
  *room(1) = '"';
  ++size_;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  append_quoted(name);
  *room(1) = ':';
  ++size_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  append_quoted(text);
  first_ = false;
  return *this;
}

void JsonWriter::append_escaped(std::string_view text) {
  constexpr std::size_t kLongest = 6;  // \u001f
  constexpr std::string_view kDigits = "0123456789abcdef";
  char* const begin = room(text.size() * kLongest);
  char* out = begin;
  const auto escape = [&](char c) {
    *out++ = '\\';
    *out++ = c;
  };
  for (const char c : text) {
    switch (c) {
      case '"': escape('"'); break;
      case '\\': escape('\\'); break;
      case '\n': escape('n'); break;
      case '\r': escape('r'); break;
      case '\t': escape('t'); break;
      default: {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x20) {
          *out++ = c;
          break;
        }
        escape('u');
        *out++ = '0';
        *out++ = '0';
        *out++ = kDigits[code >> 4U];
        *out++ = kDigits[code & 0xFU];
      }
    }
  }
  size_ += static_cast<std::size_t>(out - begin);
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  constexpr std::size_t kLongest = 21;  // a comma and 2^64 - 1
  char* out = room(kLongest);
  if (!first_) *out++ = ',';
  first_ = false;
  size_ = static_cast<std::size_t>(std::to_chars(out, out + kLongest, number).ptr - bytes_.get());
  return *this;
}

JsonWriter& JsonWriter::decimal(double number) { return put(fmt::format("{}", number), false); }

JsonWriter& JsonWriter::null() { return put("null", false); }

JsonWriter& JsonWriter::flag(bool value) { return put(value ? "true" : "false", false); }

std::string JsonWriter::take() {
  const std::string_view json(bytes_.get(), size_);
  std::string taken = simdjson::validate_utf8(json.data(), json.size()) ? std::string(json) : repaired(json);
  size_ = 0;
  first_ = true;
  return taken;
}

}  // namespace tarikh::store
