// Text for XML 1.0, as the formats that are XML need it.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::exporting {

/// For text and for attributes in double quotes. Characters that XML 1.0 forbids become U+FFFD.
[[nodiscard]] std::string escape_xml(std::string_view text);

}  // namespace tarikh::exporting
