// An event while it is being found: indices into tokens, mentions and expressions of the document.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "event/rules.h"

namespace tarikh::event {

struct Fill {
  Role role = Role::subject;
  std::uint32_t mention = kNoIndex;
  bool implied = false;  ///< the mention stands in another clause
};

/// How a draft got its date.
struct Dating {
  DateBasis basis = DateBasis::none;
  std::optional<Date> date;
  std::vector<std::uint32_t> timexes;
  std::uint32_t occasion = kNoIndex;  ///< index of the draft it happened at
};

struct Draft {
  const EventRule* rule = nullptr;
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;              ///< the trigger
  std::uint32_t token_end = 0;          ///< one past its last token
  std::vector<std::uint32_t> anchors;   ///< tokens of all anchors, the trigger's too
  std::vector<rules::Sense> senses;     ///< of the anchors
  rules::Sense sense;                   ///< of the trigger
  bool verbal = false;                  ///< the trigger is a finite verb
  std::vector<Fill> fills;
  std::uint32_t place = kNoIndex;       ///< mention
  Factuality factuality = Factuality::actual;
  bool weak = false;                    ///< names no participant: counts only as a mention of an event told elsewhere
  bool background = false;              ///< stands after "since", "after": told in passing
  std::uint32_t speaker = kNoIndex;     ///< draft of the statement it is said in
  std::vector<std::uint32_t> own;       ///< expressions attached to it
  Dating dating;
  std::uint32_t same_as = kNoIndex;     ///< an earlier draft that is the same event
  std::vector<std::uint32_t> merged;    ///< later drafts that are this event

  [[nodiscard]] const Fill* first(Role role) const {
    for (const Fill& fill : fills) {
      if (fill.role == role) return &fill;
    }
    return nullptr;
  }
};

}  // namespace tarikh::event
