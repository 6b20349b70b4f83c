// The days of a record: what its ISO strings say, as numbers that compare and subtract. An open end reaches for ever.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tarikh::model {

/// Days since 1970-01-01, both inclusive.
struct Days {
  static constexpr std::int32_t kOpenStart = std::numeric_limits<std::int32_t>::min() / 4;
  static constexpr std::int32_t kOpenEnd = std::numeric_limits<std::int32_t>::max() / 4;
  std::int32_t first = kOpenStart;
  std::int32_t last = kOpenEnd;

  [[nodiscard]] std::int32_t length() const { return last - first + 1; }
  [[nodiscard]] bool overlaps(const Days& other) const { return first <= other.last && other.first <= last; }
  [[nodiscard]] bool before(const Days& other) const { return last < other.first; }
  /// Where it stands in a timeline: its first day, or its last if it has no first.
  [[nodiscard]] std::int32_t position() const { return first == kOpenStart ? last : first; }
  friend bool operator==(const Days&, const Days&) = default;
};

/// From ISO days; an empty or impossible one is an open end. The year may have a minus sign or five digits.
[[nodiscard]] Days parse_days(std::string_view first, std::string_view last);

/// A stretch that somebody asks for: open where nothing is said.
[[nodiscard]] Days days_between(const std::optional<date::sys_days>& first, const std::optional<date::sys_days>& last);

/// True if `edtf` ends with ~, ? or %: said to be about right, or not sure.
[[nodiscard]] bool is_qualified(std::string_view edtf);

}  // namespace tarikh::model
