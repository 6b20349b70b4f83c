#include "tarikh/entries.h"

#include <algorithm>

namespace tarikh {

Result<void> TimelineEntries::each(const Visit& visit, std::size_t begin, std::size_t end) {
  end = std::min(end, timeline_.entries.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (!visit(timeline_.entries[i])) break;
  }
  return {};
}

}  // namespace tarikh
