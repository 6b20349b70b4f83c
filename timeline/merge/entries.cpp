#include "merge/entries.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "conflict/doubts.h"

namespace tarikh::merging {
namespace {

using model::Days;

// FNV-1a, 64 bits; in letters and digits that no spreadsheet takes for a number.
std::string stable_id(std::string_view doc, std::string_view event, std::string_view type) {
  constexpr std::string_view kDigits = "abcdefghijkmnpqrstuvwxyz23456789";
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const std::string_view part : {doc, std::string_view("\n", 1), event, std::string_view("\n", 1), type}) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  std::string id = "ev-";
  for (int i = 0; i < 12; ++i, hash >>= 5U) id += kDigits[hash & 31U];
  return id;
}

EntryParticipant as_participant(const ParticipantRecord& from) { return {from.role, std::string(from.id), std::string(from.name_en), std::string(from.name_ar), std::string(from.country)}; }

// A state is no event: it stands with the first event that its document tells of the organisation, if possible in the same
// sentence.
const EventRecord* home_of(const RosterRecord& roster, const DocumentRecord& record) {
  const EventRecord* home = nullptr;
  for (const EventRecord& event : record.events) {
    const bool names_it = std::ranges::find(event.participants, roster.organisation.id, &ParticipantRecord::id) != event.participants.end();
    const bool is_told = event.factuality == Factuality::actual || event.factuality == Factuality::planned;
    if (!names_it || !is_told || event.date_edtf.empty()) continue;
    if (event.sentence == roster.sentence) return &event;
    if (home == nullptr) home = &event;
  }
  return home;
}

void take_rosters(const Candidate& candidate, EntryMention& mention) {
  for (const RosterRecord& roster : candidate.record->rosters) {
    if (home_of(roster, *candidate.record) != candidate.event) continue;
    ToldRoster told{as_participant(roster.organisation), {}, {}, roster.complete, std::string(roster.sentence.text)};
    for (const ParticipantRecord& member : roster.members) told.members.push_back(as_participant(member));
    for (const ParticipantRecord& outsider : roster.outsiders) told.outsiders.push_back(as_participant(outsider));
    mention.rosters.push_back(std::move(told));
  }
}

EntryMention make_mention(const Candidate& candidate) {
  const DocumentRecord& record = *candidate.record;
  const EventRecord& event = *candidate.event;
  EntryMention m;
  m.doc = record.doc;
  m.event = event.id;
  m.source = record.source;
  m.source_title = record.title;
  if (record.dct_basis == DctBasis::inferred) m.published_inferred = record.dct_edtf;
  else m.published = record.dct;
  if (candidate.original->doc != record.doc) m.copy_of = candidate.original->doc;
  m.lang = record.lang;
  m.quote = event.sentence.text;
  for (const Text& id : event.timex) {
    const auto timex = std::ranges::find(record.timexes, id, &TimexRecord::id);
    if (timex == record.timexes.end()) continue;
    if (!m.date_text.empty()) m.date_text += " … ";
    m.date_text += timex->quote.text;
  }
  m.date_edtf = event.date_edtf;
  m.date_basis = event.date_basis;
  m.factuality = event.factuality;
  m.start = event.trigger.start;
  m.end = event.trigger.end;
  m.sentence_start = event.sentence.start;
  m.sentence_end = event.sentence.end;
  m.trigger = event.trigger.text;
  m.highlights = highlights(record, event);
  m.attributed_to = event.attributed_to;
  m.subevent_of = event.subevent_of;
  m.rule = event.rule;
  take_rosters(candidate, m);
  return m;
}

void add_participant(const ParticipantRecord& from, std::vector<EntryParticipant>& participants) {
  const auto same = [&](const EntryParticipant& p) {
    return from.id.empty() ? p.id.empty() && p.name_en == from.name_en && p.name_ar == from.name_ar : p.id == from.id;
  };
  const auto known = std::ranges::find_if(participants, same);
  if (known == participants.end()) {
    participants.push_back(as_participant(from));
    return;
  }
  if (known->name_en.empty()) known->name_en = from.name_en;
  if (known->name_ar.empty()) known->name_ar = from.name_ar;
  if (known->country.empty()) known->country = from.country;
}

// The first one told, or a city that lies in it.
void take_place(const ParticipantRecord& place, Entry& entry) {
  if (entry.place && (place.country.empty() || place.country != entry.place->id)) return;
  entry.place = as_participant(place);
  entry.place->role = Role::subject;
}

// Headlines come from the telling that names most; on a tie from the first.
void take_titles(std::span<const Candidate* const> members, Entry& entry) {
  const auto fullness = [&](const Candidate* c, const Text& title) {
    return std::tuple(!title.empty(), c->event->factuality == entry.factuality,
                      c->event->participants.size() + (c->event->place ? 1U : 0U));
  };
  const auto best = [&](Text EventRecord::*title) {
    const auto* const found = &*std::ranges::max_element(members, [&](const Candidate* a, const Candidate* b) {
      return fullness(a, a->event->*title) < fullness(b, b->event->*title);
    });
    return (*found)->event->*title;
  };
  entry.title_ar = best(&EventRecord::title_ar);
  entry.title_en = best(&EventRecord::title_en);
}

std::string iso(std::int32_t day) {
  const bool open = day == Days::kOpenStart || day == Days::kOpenEnd;
  return open ? std::string() : to_iso(date::sys_days{date::days{day}});
}

// In what order the tellings of an entry stand.
std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> position(std::span<const Candidate> candidates, std::uint32_t i) {
  return {candidates[i].document, candidates[i].event->trigger.start, i};
}

void take_date(const Group& group, std::span<const Candidate> candidates, Entry& entry) {
  const Candidate& finest = candidates[group.members.front()];
  if (!finest.features.dated) return;
  const Days days = days_of(group, candidates);
  entry.first = iso(days.first);
  entry.last = iso(days.last);
  entry.date_basis = finest.event->date_basis;
  entry.date_edtf = finest.event->date_edtf;
  entry.granularity = finest.event->granularity;
}

// By candidate: which mention of the entry it is.
using MentionOf = std::unordered_map<std::uint32_t, std::size_t>;

// "[2001,2011]": all claims, none chosen.
void take_claims(const Group& group, std::span<const Candidate> candidates, const MentionOf& mention_of, Entry& entry) {
  if (group.claims.empty()) return;
  entry.date_edtf.clear();
  for (const auto& members : group.claims) {
    Claim claim{std::string(candidates[members.front()].event->date_edtf), {}};
    for (const std::uint32_t member : members) claim.mentions.push_back(mention_of.at(member));
    std::ranges::sort(claim.mentions);
    entry.date_edtf += (entry.date_edtf.empty() ? "[" : ",") + claim.date_edtf;
    entry.conflict.push_back(std::move(claim));
  }
  entry.date_edtf += "]";
  entry.granularity = "set";
}

void take_reasons(const Group& group, const MentionOf& mention_of, const Names& names, Entry& entry) {
  for (const Reason& reason : group.reasons) {
    MergeReason told{reason.kind, {}, {}, std::string(reason.who), std::string(reason.why)};
    for (const std::uint32_t member : reason.members) told.mentions.push_back(mention_of.at(member));
    for (const std::uint32_t name : reason.shared) told.shared.emplace_back(names.name(name));
    entry.merge_reasons.push_back(std::move(told));
  }
}

void take_weekdays(std::span<const Candidate* const> members, Entry& entry) {
  Doubt doubt{DoubtKind::weekday, {}};
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (const TimexRecord& timex : members[i]->record->timexes) {
      const std::vector<Text>& used = members[i]->event->timex;
      if (!conflict::is_wrong_weekday(timex) || std::ranges::find(used, timex.id) == used.end()) continue;
      const auto known = std::ranges::find(doubt.claims, timex.first, &DoubtClaim::value);
      if (known == doubt.claims.end()) doubt.claims.push_back({std::string(timex.first), {i}});
      else if (known->mentions.back() != i) known->mentions.push_back(i);
    }
  }
  if (!doubt.claims.empty()) entry.doubts.push_back(std::move(doubt));
}

// "The tenth member" beside a list of nine, on the day of the list.
void take_lists(std::span<const Candidate* const> members, Entry& entry) {
  constexpr std::int32_t kFresh = 31;  // days: of an older accession a list says nothing
  if (entry.type != "membership" || entry.phase != "effective") return;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const DocumentRecord& record = *members[i]->record;
    const std::optional<conflict::Quantity> ordinal = conflict::ordinal_of(entry.mentions[i]);
    if (!ordinal || record.dct.empty() || !members[i]->features.dated) continue;
    const std::int32_t published = model::parse_days(record.dct, record.dct).first;
    if (members[i]->features.days.last + kFresh < published) continue;
    for (const RosterRecord& roster : record.rosters) {
      const auto& participants = members[i]->event->participants;
      const bool is_of_it = std::ranges::find(participants, roster.organisation.id, &ParticipantRecord::id) != participants.end();
      const auto listed = static_cast<std::int64_t>(roster.members.size());
      if (!roster.complete || !is_of_it || listed == ordinal->low) continue;
      entry.doubts.push_back({DoubtKind::list, {{ordinal->shown, {i}}, {std::to_string(listed), {i}}}});
      break;
    }
  }
}

}  // namespace

Days days_of(const Group& group, std::span<const Candidate> candidates) {
  if (group.claims.empty()) return candidates[group.members.front()].features.days;
  Days all{Days::kOpenEnd, Days::kOpenStart};
  for (const auto& members : group.claims) {
    all.first = std::min(all.first, candidates[members.front()].features.days.first);
    all.last = std::max(all.last, candidates[members.front()].features.days.last);
  }
  return all;
}

std::vector<Quote> highlights(const DocumentRecord& record, const EventRecord& event) {
  std::vector<Quote> quotes;
  const auto add = [&](const Quote& quote) {
    if (!quote.text.empty() && quote.start >= event.sentence.start && quote.end <= event.sentence.end) quotes.push_back(quote);
  };
  for (const ParticipantRecord& participant : event.participants) add(participant.quote);
  if (event.place) add(event.place->quote);
  for (const TimexRecord& timex : record.timexes) {
    if (std::ranges::find(event.timex, timex.id) != event.timex.end()) add(timex.quote);
  }
  std::ranges::sort(quotes, {}, [](const Quote& q) { return std::tuple(q.start, std::numeric_limits<std::uint32_t>::max() - q.end); });
  std::uint32_t end = 0;
  std::erase_if(quotes, [&](const Quote& q) {
    if (q.start < end) return true;
    end = q.end;
    return false;
  });
  return quotes;
}

// Named after its oldest telling: later articles do not rename it.
std::string id_of(const Group& group, std::span<const Candidate> candidates) {
  const std::uint32_t oldest = *std::ranges::min_element(group.members, {}, [&](std::uint32_t i) {
    const std::string_view dct = candidates[i].record->dct;
    return std::tuple(dct.empty(), dct, position(candidates, i));
  });
  return stable_id(candidates[oldest].record->doc, candidates[oldest].event->id, candidates[oldest].event->type);
}

Entry make_entry(const Group& group, std::span<const Candidate> candidates, const Names& names) {
  const Candidate& finest = candidates[group.members.front()];
  std::vector<std::uint32_t> order = group.members;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return position(candidates, i); });
  std::vector<const Candidate*> members;
  for (const std::uint32_t i : order) members.push_back(&candidates[i]);

  Entry entry;
  entry.id = group.id;
  entry.type = finest.event->type;
  entry.phase = finest.event->phase;
  const bool happened = std::ranges::any_of(members, [](const Candidate* c) { return c->event->factuality == Factuality::actual; });
  entry.factuality = happened ? Factuality::actual : Factuality::planned;
  take_date(group, candidates, entry);
  MentionOf mention_of;
  for (std::size_t i = 0; i < order.size(); ++i) mention_of.emplace(order[i], i);
  take_claims(group, candidates, mention_of, entry);
  take_reasons(group, mention_of, names, entry);
  take_titles(members, entry);
  for (const ParticipantRecord& participant : finest.event->participants) add_participant(participant, entry.participants);
  for (const Candidate* member : members) {
    for (const ParticipantRecord& participant : member->event->participants) add_participant(participant, entry.participants);
    if (entry.phase.empty()) entry.phase = member->event->phase;
    if (member->event->place) take_place(*member->event->place, entry);
    entry.mentions.push_back(make_mention(*member));
  }
  entry.doubts = conflict::doubts(entry);
  take_lists(members, entry);
  take_weekdays(members, entry);
  return entry;
}

std::vector<Group> in_order(std::vector<Group> groups, std::span<const Candidate> candidates) {
  struct Place {
    std::tuple<bool, std::int32_t, std::int32_t> days;
    std::tuple<std::string_view, std::uint32_t, std::string_view> telling;
    std::uint32_t group;
    bool operator<(const Place& other) const { return days != other.days ? days < other.days : telling < other.telling; }
  };
  std::vector<Place> places;
  places.reserve(groups.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const Candidate& first = candidates[*std::ranges::min_element(groups[g].members, {}, [&](std::uint32_t i) { return position(candidates, i); })];
    const bool dated = candidates[groups[g].members.front()].features.dated;
    const Days days = dated ? days_of(groups[g], candidates) : Days{0, 0};
    groups[g].id = id_of(groups[g], candidates);
    places.push_back({{!dated, days.position(), -days.length()}, {first.record->doc, first.event->trigger.start, groups[g].id}, g});
  }
  std::ranges::sort(places, [](const Place& a, const Place& b) { return a < b; });
  std::vector<Group> sorted;
  sorted.reserve(groups.size());
  for (const Place& place : places) sorted.push_back(std::move(groups[place.group]));
  return sorted;
}

}  // namespace tarikh::merging
