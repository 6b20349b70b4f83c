// Dates and clock times written in digits: 4/7/2024, 2024-07-04, 4.7.2024, 04-07-24, 7/2024, 16 - 9, 18:35,
// 2024-03-05T18:30. Day before month; month first only where nothing else is possible.
#pragma once

#include <cstdint>

#include "text/tokens.h"
#include "timex/frame.h"

namespace tarikh::timex {

enum class NumericShape : std::uint8_t { none, full, month_year, day_month, clock };

struct Numeric {
  NumericShape shape = NumericShape::none;
  std::uint32_t last = 0;  ///< token, exclusive
  bool slash = false;      ///< of a day and month: 22/4
  Frame frame;
};

/// The numeric form that begins at a number token.
[[nodiscard]] Numeric read_numeric(const text::Tokens& tokens, std::uint32_t token);

}  // namespace tarikh::timex
