#include "publication/known.h"

#include <algorithm>

namespace tarikh::publication {
namespace {

bool happens_once(const Ruleset& rules, const Entry& entry) {
  const auto type = std::ranges::find(rules.event_types(), entry.type, &EventType::id);
  return type != rules.event_types().end() && type->once_only;
}

}  // namespace

KnownEvents::KnownEvents(const Ruleset& rules, const Timeline& timeline) {
  for (const Entry& entry : timeline.entries) {
    if (!entry.conflict.empty() || entry.factuality != Factuality::actual || !happens_once(rules, entry)) continue;
    const auto first = parse_iso_day(entry.first);
    const auto last = parse_iso_day(entry.last);
    const auto witness = std::ranges::find_if(entry.mentions, [](const EntryMention& m) { return !m.date_edtf.empty(); });
    if (!first || !last || *first < kAnyDay.first || witness == entry.mentions.end()) continue;
    for (const EntryMention& mention : entry.mentions) {
      if (!mention.date_edtf.empty() || mention.doc == witness->doc) continue;
      by_event_[{mention.doc, mention.event}] = {{*first, *last}, witness->doc, entry.title_en.empty() ? entry.title_ar : entry.title_en};
    }
  }
}

const Known* KnownEvents::find(const std::string& doc, const std::string& event) const {
  const auto found = by_event_.find({doc, event});
  return found == by_event_.end() ? nullptr : &found->second;
}

}  // namespace tarikh::publication
