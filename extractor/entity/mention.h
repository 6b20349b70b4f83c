// An entity mention as the event room needs it: where it stands, who it is, and how it agrees.
#pragma once

#include <cstdint>
#include <string>

#include "rules/features.h"
#include "tarikh/extraction.h"

namespace tarikh::entity {

struct EntityMention {
  Span span;                  ///< the full noun phrase, title and name, without proclitics
  std::uint32_t first = 0;    ///< tokens [first, last)
  std::uint32_t last = 0;
  EntityKind kind = EntityKind::place;
  MentionForm form = MentionForm::name;
  EntityRef actor;            ///< who acts: for a metonym ("Moscow said") the country; id empty when it cannot act
  EntityRef place;            ///< where: for a country, city or metonym; id empty when it is no place
  std::string country;        ///< of a person, organisation or group: country id, empty when unknown
  std::string state;          ///< of a person: id of the country it holds or has held office in, empty when unknown
  std::string organisation;   ///< of a group ("the leaders of the SCO"): organisation id
  bool common = false;        ///< nobody in particular: "protesters", "the committee"; its words may trigger events
  bool decides = false;       ///< a public body that votes, orders, rules: the parliament, a court, "the committee"
  bool leaders = false;       ///< of a group: heads of state or government
  std::uint8_t proclitics = 0;///< text::Proclitic bits before the span on its first token
  rules::Number number = rules::Number::singular;
  rules::Gender gender = rules::Gender::any;
};

}  // namespace tarikh::entity
