// Plain text: the text as given, so that offsets in records are offsets in the file. Its first line is also its title
// if it looks like one: "Summit in Astana", but not "The summit opened in Astana.", and not a text of one line.
#include <algorithm>
#include <array>
#include <string_view>

#include "reader/charset.h"
#include "reader/formats.h"

namespace tarikh::reader {
namespace {

constexpr std::ptrdiff_t kLongestTitle = 160;  // characters
constexpr std::string_view kBlank = " \t\r\f\v";

std::string_view trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(kBlank);
  return first == std::string_view::npos ? "" : line.substr(first, line.find_last_not_of(kBlank) - first + 1);
}

// Also behind quotation marks and brackets that close after it.
bool ends_with_full_stop(std::string_view line) {
  constexpr std::array<std::string_view, 8> kClosing{"\"", "'", ")", "]", "»", "”", "’", "\u200F"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (!line.ends_with(mark)) continue;
      line.remove_suffix(mark.size());
      again = true;
    }
  }
  return line.ends_with('.') || line.ends_with("۔");
}

std::string_view title_of(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\f\v\n"), text.size());
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string_view line = trimmed(text.substr(begin, end - begin));
  const auto characters = std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
  const bool alone = text.find_first_not_of(" \t\r\f\v\n", end) == std::string_view::npos;
  return alone || characters > kLongestTitle || ends_with_full_stop(line) ? "" : line;
}

}  // namespace

Result<Draft> read_text(std::string_view bytes) {
  Result<std::string> text = to_utf8(bytes);
  if (!text) return text.error();
  Draft draft;
  draft.text = std::move(*text);
  draft.title = title_of(draft.text);
  return draft;
}

}  // namespace tarikh::reader
