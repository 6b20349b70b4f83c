// What may stand in a page. Every text of an article is hostile until it went through one of these: HTML text and
// attributes, addresses, JSON inside a script element.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarikh::page {

/// Bytes of the UTF-8 sequence at the start of `text`; 0 if there is none (also for overlong forms and surrogates).
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// For HTML text and for attributes in either kind of quotes. What is no UTF-8, and control characters that HTML
/// forbids, become U+FFFD.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The address itself if a browser may follow it: http or https, visible ASCII or UTF-8 without spaces. Else empty.
[[nodiscard]] std::string web_address(std::string_view text);

/// The host of a web address without "www.": "bbc.com". Empty for anything else.
[[nodiscard]] std::string_view host_of(std::string_view address);

/// JSON that cannot end the script element it stands in.
[[nodiscard]] std::string script_json(std::string_view json);

}  // namespace tarikh::page
