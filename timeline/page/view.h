// What the templates see: plain text under names, made from an entry. Nothing here is escaped yet; the template engine
// does that, for every name, by page::escape_html.
#pragma once

#include <string>
#include <string_view>

#include "page/facets.h"
#include "page/strings.h"
#include "page/template.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// "e-" and the id, with everything but letters, digits, - and _ made harmless.
[[nodiscard]] std::string anchor_of(std::string_view entry_id);

/// The id as a part of a class name.
[[nodiscard]] std::string class_of(std::string_view id);

/// Sets all names that an entry's template asks for; the same view serves one entry after the other.
void set_entry(View&, const Entry&, const Facets&, const Strings&);
[[nodiscard]] View facets_view(const Facets&, const Strings&);

}  // namespace tarikh::page
