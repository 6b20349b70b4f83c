// TimeML of one document. Records count code points, the text is bytes: one walk over the text turns the former
// into the latter, tag by tag.
#include "tarikh/timeml.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "export/xml.h"

namespace tarikh {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + exporting::escape_xml(value) + "\"";
}

// The ids that points of durations refer to. A point that no words name gets an empty tag behind the text.
class Points {
 public:
  explicit Points(const DocumentRecord& record) : next_(record.timexes.size() + 1) {
    if (!record.dct.empty()) ids_.emplace(record.dct, "t0");
    for (const TimexRecord& timex : record.timexes) {
      if (timex.type == TimexType::date) ids_.emplace(timex.value, timex.id);
    }
  }

  std::string id(std::string_view value) {
    if (value.empty()) return {};
    const auto [place, is_new] = ids_.emplace(value, "");
    if (is_new) {
      place->second = "t" + std::to_string(next_++);
      tags_ += "<TIMEX3" + attribute("tid", place->second) + attribute("type", "DATE") + attribute("value", value) + "/>";
    }
    return place->second;
  }
  [[nodiscard]] const std::string& tags() const { return tags_; }

 private:
  std::map<std::string, std::string, std::less<>> ids_;  // by value
  std::string tags_;
  std::size_t next_;
};

std::string open_tag(const TimexRecord& timex, Points& points) {
  std::string tag = "<TIMEX3";
  tag += attribute("tid", timex.id);
  tag += attribute("type", to_string(timex.type));
  tag += attribute("value", timex.value);
  if (timex.mod != Modifier::none) tag += attribute("mod", to_string(timex.mod));
  tag += attribute("quant", timex.quant);
  tag += attribute("freq", timex.freq);
  tag += attribute("anchorTimeID", timex.anchor);
  if (timex.type == TimexType::duration) {  // of the members of a range the values are enough
    tag += attribute("beginPoint", points.id(timex.begin_point));
    tag += attribute("endPoint", points.id(timex.end_point));
  }
  return tag + ">";
}

// Walks forward over the text by code points.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  /// The bytes from here to the code point.
  std::string_view up_to(std::uint32_t code_point) {
    const std::size_t from = byte_;
    for (; code_point_ < code_point && byte_ < text_.size(); ++code_point_) {
      ++byte_;
      while (byte_ < text_.size() && is_continuation(text_[byte_])) ++byte_;
    }
    return text_.substr(from, byte_ - from);
  }
  [[nodiscard]] std::string_view rest() const { return text_.substr(byte_); }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t code_point_ = 0;
};

}  // namespace

std::string to_timeml(const DocumentRecord& record) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n";
  xml += "<DOCID>" + exporting::escape_xml(record.doc) + "</DOCID>\n";
  if (!record.dct.empty()) {
    xml += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"";
    xml += record.dct;
    xml += "\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
    xml += record.dct;
    xml += "</TIMEX3></DCT>\n";
  }
  if (!record.title.empty()) xml += "<TITLE>" + exporting::escape_xml(record.title) + "</TITLE>\n";
  xml += "<TEXT>";
  Walker walker(record.text);
  Points points(record);
  for (const TimexRecord& timex : record.timexes) {
    xml += exporting::escape_xml(walker.up_to(timex.quote.start));
    xml += open_tag(timex, points) + exporting::escape_xml(walker.up_to(timex.quote.end)) + "</TIMEX3>";
  }
  return xml + exporting::escape_xml(walker.rest()) + points.tags() + "</TEXT>\n</TimeML>\n";
}

}  // namespace tarikh
