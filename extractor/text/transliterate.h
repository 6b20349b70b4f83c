// A name in the other script, for people that no gazetteer knows: Arabic to Latin and back, by ICU's rules.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::text {

/// "فلان" -> "Flan": letters that news spelling uses, capitalised words. Slow: for names, not for running text.
[[nodiscard]] std::string to_latin(std::string_view arabic);
/// "Kovac" -> كوفاك.
[[nodiscard]] std::string to_arabic(std::string_view latin);

}  // namespace tarikh::text
