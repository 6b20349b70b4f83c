// Articles that print one text: what an agency sends out and ten papers print is one source. Told by runs of words that
// two articles share in the sentences of their events, for records need not hold the whole text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tarikh/record.h"

namespace tarikh::merging {

/// By document, in canonical order: the older one whose text it prints, or itself. Most of the shorter of two must stand in
/// the other, and enough of it that it is no chance. Work grows with the number of words.
[[nodiscard]] std::vector<std::uint32_t> originals(std::span<const DocumentRecord* const> documents);

}  // namespace tarikh::merging
