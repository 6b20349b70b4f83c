// What the templates see: plain text under names, made from an entry. Nothing here is escaped yet; the template engine
// does that, for every name, by page::escape_html.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "page/facets.h"
#include "page/overview.h"
#include "page/strings.h"
#include "page/template.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// "e-" and the id, with everything but letters, digits, - and _ made harmless.
[[nodiscard]] std::string anchor_of(const Entry&);

/// The id as a part of a class name.
[[nodiscard]] std::string class_of(std::string_view id);

/// Year and month an entry is listed under; month 0 when its date is no finer than a year.
[[nodiscard]] Place group_of(const Entry&);

/// Sets all names that an entry's template asks for; the same view serves one entry after the other.
void set_entry(View&, const Entry&, const Facets&, const Strings&);
[[nodiscard]] View facets_view(const Facets&, std::span<const Entry* const>, const Strings&);

/// Coarser than a day, or said to be approximate.
[[nodiscard]] bool is_coarse(const Entry&);

}  // namespace tarikh::page
