// The record of an article that is from one of several days.
#pragma once

#include "tarikh/record.h"

namespace tarikh::publication {

/// What the records of the first and of the last possible day agree on; a date that differs is as wide as the difference, up
/// to a year, and the rest is as in the record without a publication day.
[[nodiscard]] DocumentRecord agreed(const DocumentRecord& undated, const DocumentRecord& early, const DocumentRecord& late);

}  // namespace tarikh::publication
