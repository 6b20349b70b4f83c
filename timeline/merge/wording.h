// Whether two people who quote somebody can have heard the same: what is said on one occasion has words in common, however
// it is put. Only within one language.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tarikh/record.h"

namespace tarikh::merging {

/// Numbers of the words that carry what the sentence says, sorted: without those of `besides` (who says it, and when), without
/// small words and words of saying, and each without its ending.
[[nodiscard]] std::vector<std::uint32_t> words_that_matter(std::string_view sentence, std::span<const Quote> besides);

/// False if one of them says nothing that the other says.
[[nodiscard]] bool may_quote_one_speech(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace tarikh::merging
