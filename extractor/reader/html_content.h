// The article of a page, without what stands around it.
#pragma once

#include <gumbo.h>

#include <string>

namespace tarikh::reader {

/// One line per paragraph, heading or list item, white space collapsed. Left out: navigation, headers and footers of
/// the page, asides, figures, forms, hidden parts, cookie notices, comments, sharing and related links. The article
/// is what the page marks as such, else where the paragraphs are densest. Empty if the page has no words.
std::string html_content(const GumboNode& root);

}  // namespace tarikh::reader
