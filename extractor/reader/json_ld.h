// The publication date in a page's linked data (schema.org in JSON-LD).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tarikh::reader {

/// "datePublished" of an article, report or posting, else of anything on the page; nothing if the text is no JSON.
std::optional<std::string> json_ld_date(std::string_view json);

}  // namespace tarikh::reader
