// How many were killed, hurt or missing, and the how-manieth something was, in the sentence that tells an event. Only what
// is unmistakable is read: a sentence that gives two numbers of a kind gives none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tarikh/timeline.h"

namespace tarikh::conflict {

/// "at least 12" is 12 and more, "about 100" is 90 to 110.
struct Quantity {
  std::int64_t low = 0, high = 0;
  std::string shown;  ///< "12", ">=12", "<=12", "~100"
  [[nodiscard]] bool fits(const Quantity& other) const { return low <= other.high && other.low <= high; }
};

/// Of killed, injured or missing.
[[nodiscard]] std::optional<Quantity> read_casualties(std::string_view sentence, DoubtKind kind);

/// The ordinal beside the word that begins at byte `at`: "tenth member", «العضو العاشر», «القمة الثانية والثلاثون».
[[nodiscard]] std::optional<Quantity> read_ordinal(std::string_view sentence, std::size_t at);

}  // namespace tarikh::conflict
