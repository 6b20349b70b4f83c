// What each format makes of the bytes of a document, before the rules that are the same for all of them (whose date
// counts, what the document is called) are applied in document.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tarikh/document.h"
#include "tarikh/result.h"

namespace tarikh::reader {

/// A publication date as the document writes it, and the field it stands in.
struct DateField {
  std::string name;
  std::string value;
};

/// All strings are valid UTF-8.
struct Draft {
  std::string id;
  std::string language;  ///< as written: "ar", "ar-EG", "AR_sa"
  std::string title;
  std::string text;
  std::string source;
  std::vector<DateField> dates{};  ///< the first that is a date counts
  bool dates_are_ours = false;     ///< written for us (front matter, JSON): what is no date is an error, not skipped
};

Result<Draft> read_text(std::string_view bytes);
Result<Draft> read_markdown(std::string_view bytes);
Result<Draft> read_html(std::string_view bytes);
Result<Draft> read_json(std::string_view json);

}  // namespace tarikh::reader
