#include "model/names.h"

namespace tarikh::model {
namespace {

// The small letter of a code point below U+0800.
unsigned small(unsigned c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
    return c + 32;
  }
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  // Latin Extended-A has pairs, capital first; from U+0139 to U+0148 and from U+0179 the capitals are odd.
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  const bool paired = c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149 && c != 0x178;
  if (paired && (c % 2 == 1) == odd_capitals) return c + 1;
  return c;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view transliterated_in(std::string_view id) {
  constexpr std::string_view kUnknown = "x:";
  if (!id.starts_with(kUnknown) || id.size() == kUnknown.size()) return {};
  return static_cast<unsigned char>(id[kUnknown.size()]) < 0x80 ? "ar" : "en";
}

std::string fold_case(std::string_view name) {
  name = trim(name);
  std::string folded;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto lead = static_cast<unsigned char>(name[i]);
    if (lead < 0x80) {
      folded += static_cast<char>(small(lead));
    } else if (lead >= 0xC2 && lead <= 0xDF && i + 1 < name.size()) {
      const unsigned c = small((lead & 0x1FU) << 6U | (static_cast<unsigned char>(name[++i]) & 0x3FU));
      folded += static_cast<char>(0xC0U | c >> 6U);
      folded += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
      folded += name[i];
    }
  }
  return folded;
}

}  // namespace tarikh::model
