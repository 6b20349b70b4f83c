// How expressions came to their values, and what else was read in the words: for a person who asks. Filled only
// when asked for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tarikh/extraction.h"

namespace tarikh::timex {

/// Parts of a date that words leave out. A day stands for all of its date: "yesterday".
enum LeftOut : std::uint8_t {
  kCenturyLeftOut = 1,
  kYearLeftOut = 2,
  kMonthLeftOut = 4,
  kWeekLeftOut = 8,
  kDayLeftOut = 16
};

/// A reading that was not taken: another rule's match of the words, or another day by the same rule.
struct Rejected {
  Span span;
  RuleId rule = kNoRule;  ///< none for another day
  std::string value;      ///< of another day: TIMEX3
  std::string what;       ///< of another day: "the next Thursday"
  std::string why;
};

/// Of one expression.
struct Derivation {
  std::uint8_t left_out = 0;      ///< LeftOut: what the DCT or the anchor supplied
  std::uint8_t from_partner = 0;  ///< LeftOut: what the other end of the range, or its neighbour in a list, supplied
  Span partner;
  std::string unresolved;  ///< why there is no day, where a note does not say so
  std::vector<Rejected> rejected;
};

/// Words that look like time and were taken out of play, by a rule without a value or by what stands beside them.
struct LeftAlone {
  Span span;
  RuleId rule = kNoRule;  ///< none: what stands beside them ruled every reading out
  std::vector<Rejected> rejected;
};

struct Derivations {
  std::vector<Derivation> expressions;  ///< one for each Timex
  std::vector<LeftAlone> left_alone;    ///< in text order
};

}  // namespace tarikh::timex
