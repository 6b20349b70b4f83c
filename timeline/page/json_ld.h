// The events for search engines and other readers of schema.org: the first few hundred, as JSON-LD. A date coarser than
// a day keeps its precision as ISO 8601 allows ("2024-07"); a planned event says so.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tarikh/timeline.h"

namespace tarikh::page {

inline constexpr std::size_t kMaxJsonLd = 300;  ///< larger timelines have timeline.jsonl beside the page

[[nodiscard]] std::string json_ld(std::span<const Entry* const> entries, std::string_view language);

}  // namespace tarikh::page
