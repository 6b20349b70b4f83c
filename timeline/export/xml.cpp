#include "export/xml.h"

namespace tarikh::exporting {

std::string escape_xml(std::string_view text) {
  std::string xml;
  xml.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    const bool noncharacter = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
    if (control || noncharacter) {
      xml += "\xEF\xBF\xBD";
      if (noncharacter) i += 2;
      continue;
    }
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      case '\r':
        xml += "&#13;";
        break;  // a parser would make it a line feed
      default:
        xml += c;
    }
  }
  return xml;
}

}  // namespace tarikh::exporting
