// What a page says about itself: title, publication date, address, language.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

#include "reader/formats.h"

namespace tarikh::reader {

struct HtmlMetadata {
  std::string title;             ///< og:title, else the first <h1>, else <title>
  std::string canonical;         ///< <link rel=canonical>, else og:url
  std::string language;          ///< <meta http-equiv=content-language>, og:locale
  std::vector<DateField> dates;  ///< most reliable first: <meta>, itemprop, <time> of the article, any <time>
};

HtmlMetadata html_metadata(const GumboNode& root);

/// All words below a node, white space collapsed.
std::string inner_text(const GumboNode& node);

}  // namespace tarikh::reader
