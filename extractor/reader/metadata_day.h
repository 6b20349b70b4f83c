// The day in a metadata field: the forms of the web, not of prose.
#pragma once

#include <date/date.h>

#include <optional>
#include <string_view>

#include "tarikh/result.h"

namespace tarikh::reader {

/// The day as written, whatever its time zone: "2024-07-04", "2024-07-04T10:00:00+03:00", "2024/7/4", "20240704",
/// "Thu, 04 Jul 2024 10:00 GMT" (RFC 5322), "July 4, 2024". Nothing for other text; an error for a day that
/// does not exist (2024-02-31).
std::optional<Result<date::sys_days>> metadata_day(std::string_view text);

}  // namespace tarikh::reader
