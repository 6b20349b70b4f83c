// Names of countries from CLDR, as ICU ships it: the base that the gazetteer adds variants to.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::text {

/// Name of an ISO 3166 alpha-2 region in a language ("RU", "ar" -> روسيا); empty when CLDR has none.
[[nodiscard]] std::string region_name(std::string_view region, std::string_view language);

}  // namespace tarikh::text
