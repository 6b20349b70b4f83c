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
  Span words{};          ///< what stands for it in the text: "the two countries", "she"; empty for the mention itself
  bool completed = false;  ///< the rule did not ask for it: headlines do without
};

/// How a draft got its date.
struct Dating {
  DateBasis basis = DateBasis::none;
  std::optional<Date> date;
  std::vector<std::uint32_t> timexes;
  std::uint32_t occasion = kNoIndex;  ///< index of the draft it happened at
};

/// Which end of a gathering a date is said to be: "opened on Tuesday", "في ختام القمة".
enum class Edge : std::uint8_t { none, start, end };

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
  bool place_completed = false;         ///< the rule did not find it
  std::uint32_t agent = kNoIndex;       ///< mention: who does it by grammar, whether the rule asks or not
  std::uint32_t patient = kNoIndex;     ///< and whom it is done to
  Factuality factuality = Factuality::actual;
  bool weak = false;                    ///< names no participant: counts only as a mention of an event told elsewhere
  bool alone = false;                   ///< its rule wants a participant and found none: an event only if it has a day of its own
  bool background = false;              ///< stands after "since", "after": told in passing
  std::uint32_t speaker = kNoIndex;     ///< draft of the statement it is said in
  std::vector<std::uint32_t> own;       ///< expressions attached to it
  Dating dating;
  std::optional<Date> counted;          ///< its day by another event: not told as its date, but it has no other
  bool counts = false;                  ///< its own words count from another event: it has no date but that
  Edge edge = Edge::none;               ///< of a gathering: which end of it the words tell of
  Edge placed = Edge::none;             ///< at which end of a gathering something is said to happen: "at the close (of the summit)"
  int days = 0;                         ///< how many a gathering lasts; 0 when the words do not say
  std::uint32_t same_as = kNoIndex;     ///< an earlier draft that is the same event
  std::vector<std::uint32_t> merged;    ///< later drafts that are this event

  [[nodiscard]] const Fill* first(Role role) const {
    for (const Fill& fill : fills) {
      if (fill.role == role) return &fill;
    }
    return nullptr;
  }
};

/// The gathering that opens on one of two days and closes on the other; nothing if the dates are no such days.
[[nodiscard]] std::optional<Date> from_edges(const Date& a, Edge edge_a, const Date& b, Edge edge_b);

}  // namespace tarikh::event
