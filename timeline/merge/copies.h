// Articles that print one text: what an agency sends out and ten papers print is one source. Told by runs of words that
// two articles share in the sentences of their events, for records need not hold the whole text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tarikh/record.h"

namespace tarikh::merging {

/// By document, in canonical order: the older one whose text it prints, or itself. Most of the shorter of two must stand in
/// the other, and enough of it that it is no chance, or all sentences are the same at the same places. Work grows with the
/// number of words.
[[nodiscard]] std::vector<std::uint32_t> originals(std::span<const DocumentRecord* const> documents, unsigned jobs);

/// True if two events of one text are one: the same word of the same sentence, understood in the same way.
[[nodiscard]] bool is_same_telling(const EventRecord& a, const EventRecord& b);
/// The same for all that are, so that they are found without comparing all.
[[nodiscard]] std::size_t hash_of_telling(const EventRecord& event);

}  // namespace tarikh::merging
