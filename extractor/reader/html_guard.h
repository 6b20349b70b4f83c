// A page made safe to parse. Gumbo builds any tree a page asks for, and frees it by recursion; and some of HTML's own
// rules of repair (formatting elements, foster parenting in tables, long lists of attributes) take quadratic time.
// One pass over the page therefore writes it anew with the elements the reader looks at, nested a bounded number
// deep, with the attributes it reads. Layout tables become divs, links spans, inline markup goes, scripts go.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarikh::reader {

/// Elements inside each other, at most; browsers stop at 512.
inline constexpr std::size_t kMaxHtmlDepth = 200;

struct GuardedHtml {
  std::string html;
  std::string language;                       ///< of <html lang>
  std::vector<std::string_view> linked_data;  ///< contents of JSON-LD scripts; views of the page
};

/// Any bytes, linear time.
GuardedHtml guard_html(std::string_view page);

/// How the guard writes <a> and <form>.
inline constexpr std::string_view kLinkRole = "link";
inline constexpr std::string_view kFormRole = "form";

}  // namespace tarikh::reader
