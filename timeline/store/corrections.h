// The fields that a correction can name, and how their values are read and shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/corrections.h"

namespace tarikh::store {

enum class FieldKind : std::uint8_t { date, type, phase, factuality, participants, place, title, deed };

struct CorrectedField {
  std::string_view name;
  FieldKind kind;
  bool may_be_empty = false;
};

/// None if there is no such field.
[[nodiscard]] const CorrectedField* find_field(std::string_view name);

/// "CN; x:new|The New|الجديد": ids of the gazetteer, or ids with names. The role is left as it is.
Result<std::vector<EntryParticipant>> parse_participants(std::string_view value, const Ruleset&);

/// "ev-…", or "DOC:EVENT" with %XX in DOC as in mentions.csv.
Result<TellingRef> parse_telling(std::string_view text);
[[nodiscard]] std::string to_string(const TellingRef&);

}  // namespace tarikh::store
