// What the pile knows of the events that an article tells without a date.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "publication/day_ranges.h"
#include "tarikh/ruleset.h"
#include "tarikh/timeline.h"

namespace tarikh::publication {

struct Known {
  DayRange days;
  std::string doc;    ///< an article that dates it
  std::string title;  ///< of the event
};

class KnownEvents {
 public:
  /// Of the events that can happen once only: with any other one, the article may mean the next of its kind.
  KnownEvents(const Ruleset&, const Timeline&);
  /// Null when no other article dates the event.
  [[nodiscard]] const Known* find(const std::string& doc, const std::string& event) const;

 private:
  std::map<std::pair<std::string, std::string>, Known> by_event_;
};

}  // namespace tarikh::publication
