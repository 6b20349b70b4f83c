// Two states of a timeline: what came, what went, what is told differently, and which articles or rules made it so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh {

enum class ChangeKind : std::uint8_t { added, changed, gone };
[[nodiscard]] std::string_view to_string(ChangeKind);

struct FieldChange {
  std::string field;          ///< as in a timeline entry: "date_edtf", "place" …
  std::string before, after;  ///< empty: nothing
};

struct Change {
  ChangeKind kind = ChangeKind::changed;
  const Entry* before = nullptr;  ///< in the old timeline; none if added
  const Entry* after = nullptr;   ///< in the new timeline; none if gone
  std::vector<FieldChange> fields;
  std::vector<std::string> reasons;  ///< "article b tells it", "a:e1 is found by another rule: …"
};

/// By time. Entries are the same if they have one id or share a telling (the same words of the same document).
[[nodiscard]] std::vector<Change> compare(const Timeline& before, const Timeline& after);

}  // namespace tarikh
