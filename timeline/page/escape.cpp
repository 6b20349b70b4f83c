#include "page/escape.h"

#include <algorithm>
#include <array>

namespace tarikh::page {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool starts_with_nocase(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char have) {
           return want == (have >= 'A' && have <= 'Z' ? static_cast<char>(have + ('a' - 'A')) : have);
         });
}

constexpr std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '`':
      return "&#96;";
    default:
      return {};
  }
}

// ASCII that stands for itself; with letters of two bytes, nearly all there is.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = entity(static_cast<char>(c)).empty();
  return plain;
}();

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned char lead = byte(text, 0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return text.size() > 1 && (byte(text, 1) & 0xC0U) == 0x80 ? 2 : 0;
  const std::size_t length = lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(text, i) & 0xC0U) != 0x80) return 0;
  }
  const unsigned char second = byte(text, 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
  return overlong || outside ? 0 : length;
}

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 16);
  std::size_t done = 0, at = 0;  // what lies between may stay as it is
  while (at < text.size()) {
    const unsigned char c = byte(text, at);
    if (kPlain[c]) {
      ++at;
      continue;
    }
    const std::size_t length = c < 0x80 ? 1 : utf8_length(text.substr(at));
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    const std::string_view instead = length == 0 || control ? kReplacement : entity(text[at]);
    if (!instead.empty()) {
      html += text.substr(done, at - done);
      html += instead;
      done = at + 1;
    }
    at += std::max<std::size_t>(length, 1);
  }
  html += text.substr(done);
  return html;
}

std::string web_address(std::string_view text) {
  if (!starts_with_nocase(text, "http://") && !starts_with_nocase(text, "https://")) return {};
  if (host_of(text).empty()) return {};
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t length = utf8_length(rest);
    const unsigned char c = byte(rest, 0);
    if (length == 0 || c <= 0x20 || c == 0x7F || c == '\\' || c == '<' || c == '>' || c == '"') return {};
    rest.remove_prefix(length);
  }
  return std::string(text);
}

std::string_view host_of(std::string_view address) {
  if (!starts_with_nocase(address, "http://") && !starts_with_nocase(address, "https://")) return {};
  address.remove_prefix(address.find("//") + 2);
  address = address.substr(0, address.find_first_of("/?#"));
  if (const std::size_t at = address.rfind('@'); at != std::string_view::npos) address.remove_prefix(at + 1);
  if (starts_with_nocase(address, "www.")) address.remove_prefix(4);
  return address.substr(0, address.find(':'));
}

std::string script_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i);
    if (rest.front() == '<')
      safe += "\\u003c";
    else if (rest.front() == '>')
      safe += "\\u003e";
    else if (rest.front() == '&')
      safe += "\\u0026";
    else if (rest.substr(0, 3) == "\xE2\x80\xA8")
      safe += "\\u2028", i += 2;
    else if (rest.substr(0, 3) == "\xE2\x80\xA9")
      safe += "\\u2029", i += 2;
    else
      safe += rest.front();
  }
  return safe;
}

}  // namespace tarikh::page
