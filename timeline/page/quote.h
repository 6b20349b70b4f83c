// A quoted sentence in pieces: which words are the trigger, the date, a role. Offsets that do not fit the sentence are
// left out rather than shown in a wrong place.
#pragma once

#include <string_view>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh::page {

enum class Mark : std::uint8_t { none, trigger, date, role };

struct Piece {
  std::string_view text;  ///< of mention.quote
  Mark mark = Mark::none;
};

/// The pieces joined are the quote.
[[nodiscard]] std::vector<Piece> quote_pieces(const EntryMention& mention);

}  // namespace tarikh::page
