// A pile of records as a newsroom's would be, of any size and the same for the same seed: a world of states, people,
// bodies and cities in which things happen over twenty years; articles that tell the news of their day, some of it in
// many articles at once, and look back on older things with coarser dates. The world does not grow with the pile, so a
// larger one is denser too.
#pragma once

#include <cstdint>
#include <vector>

#include "tarikh/record.h"

namespace tarikh::bench {

/// About `events` events, ten to an article.
[[nodiscard]] std::vector<DocumentRecord> make_pile(std::size_t events, std::uint32_t seed = 1);

}  // namespace tarikh::bench
