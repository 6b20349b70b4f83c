#include "publication/redate.h"

#include <algorithm>
#include <optional>

#include "publication/day_ranges.h"

namespace tarikh::publication {
namespace {

constexpr date::days kWidest{366};

// From the first to the last day that two possible dates of an event have; nothing when that says too little.
std::optional<DayRange> both(const EventRecord& a, const EventRecord& b) {
  const auto first = parse_iso_day(std::min(a.first, b.first));
  const auto last = parse_iso_day(std::max(a.last, b.last));
  return first && last && *last - *first <= kWidest ? std::optional(DayRange{*first, *last}) : std::nullopt;
}

// As a month or a year where it is inside one.
void set_date(EventRecord& event, DayRange range) {
  const DayRange month = whole_month(month_of(range.first));
  const DayRange year = whole_year(year_of(range.first));
  event.granularity = to_string(Granularity::interval);
  if (range.last <= month.last) {
    range = month;
    event.granularity = to_string(Granularity::month);
  } else if (range.last <= year.last) {
    range = year;
    event.granularity = to_string(Granularity::year);
  }
  event.first = to_iso(range.first);
  event.last = to_iso(range.last);
  event.date_edtf = to_edtf(range);
}

bool same_people(const EventRecord& a, const EventRecord& b) {
  return std::ranges::equal(a.participants, b.participants, {}, &ParticipantRecord::id, &ParticipantRecord::id);
}

bool same_expressions(const DocumentRecord& a, const DocumentRecord& b) {
  return std::ranges::equal(a.timexes, b.timexes, {}, &TimexRecord::quote, &TimexRecord::quote);
}

// The event as both days tell it; undated where they differ in more than the date, or by more than a year.
void agree(EventRecord& event, const DocumentRecord& early, const DocumentRecord& late) {
  const auto a = std::ranges::find(early.events, event.id, &EventRecord::id);
  const auto b = std::ranges::find(late.events, event.id, &EventRecord::id);
  if (a == early.events.end() || b == late.events.end() || a->type != b->type || a->phase != b->phase) return;
  if (a->date_edtf.empty() != b->date_edtf.empty()) return;
  const Factuality told = event.factuality;
  const bool differ = a->date_edtf != b->date_edtf;
  const std::optional<DayRange> wide = both(*a, *b);
  if (differ && !wide) return;
  if (same_people(*a, *b)) {
    event = EventRecord(*a);
  } else {
    event.date_edtf = a->date_edtf;
    event.first = a->first;
    event.last = a->last;
    event.granularity = a->granularity;
    event.date_basis = a->date_basis;
    event.timex = a->timex;
  }
  // What is to come on the first day and past on the last one is as the words alone have it.
  event.factuality = a->factuality == b->factuality ? a->factuality : told;
  if (differ) set_date(event, *wide);
}

}  // namespace

DocumentRecord agreed(const DocumentRecord& undated, const DocumentRecord& early, const DocumentRecord& late) {
  DocumentRecord record = undated;
  record.dct_basis = DctBasis::inferred;
  if (!same_expressions(undated, early) || !same_expressions(undated, late)) return record;
  for (std::size_t i = 0; i < record.timexes.size(); ++i) {
    if (early.timexes[i].value == late.timexes[i].value) record.timexes[i] = early.timexes[i];
  }
  for (EventRecord& event : record.events) agree(event, early, late);
  return record;
}

}  // namespace tarikh::publication
