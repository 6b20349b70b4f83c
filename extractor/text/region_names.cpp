#include "text/region_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace tarikh::text {

std::string region_name(std::string_view region, std::string_view language) {
  const std::string code(region);
  icu::UnicodeString name;
  icu::Locale("und", code.c_str()).getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8 == code ? std::string{} : utf8;
}

}  // namespace tarikh::text
