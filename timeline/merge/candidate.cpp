#include "merge/candidate.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "merge/copies.h"
#include "model/names.h"
#include "model/skeleton.h"

namespace tarikh::merging {
namespace {

using model::Days;

auto event_key(const EventRecord& e) {
  return std::tie(e.id, e.type, e.phase, e.date_edtf, e.trigger.start, e.trigger.end, e.trigger.text, e.factuality,
                  e.sentence.text, e.title_en, e.title_ar);
}

auto document_key(const DocumentRecord& d) { return std::tie(d.doc, d.source, d.dct, d.title, d.lang); }

bool less(const DocumentRecord& a, const DocumentRecord& b) {
  if (document_key(a) != document_key(b)) return document_key(a) < document_key(b);
  return std::ranges::lexicographical_compare(
      a.events, b.events, [](const EventRecord& x, const EventRecord& y) { return event_key(x) < event_key(y); });
}

std::optional<Days> days_of(const EventRecord& event) {
  if (event.date_edtf.empty()) return std::nullopt;
  if (!event.first.empty() || !event.last.empty()) return model::parse_days(event.first, event.last);
  const Result<Date> date = parse_edtf(event.date_edtf);
  if (!date) return std::nullopt;
  Days days;
  if (!date->open_start) days.first = static_cast<std::int32_t>(date->first.time_since_epoch().count());
  if (!date->open_end) days.last = static_cast<std::int32_t>(date->last.time_since_epoch().count());
  return days;
}

// The days it may have happened on: an approximate date reaches as far again on both sides, and what is dated by
// the publication day alone may be of the day before.
Days possible_days(const EventRecord& event, Days days) {
  const bool bounded = days.first != Days::kOpenStart && days.last != Days::kOpenEnd;
  if (model::is_qualified(event.date_edtf) && bounded) {
    const std::int32_t length = days.length();
    days.first -= length;
    days.last += length;
  }
  if (event.date_basis == DateBasis::dct && bounded) --days.first;
  return days;
}

// What names the participant: its id, else its name, else its words.
std::string_view identify(const ParticipantRecord& participant) {
  if (!participant.id.empty()) return participant.id;
  if (!participant.name_en.empty()) return participant.name_en;
  return participant.name_ar.empty() ? std::string_view(participant.quote.text) : std::string_view(participant.name_ar);
}

// What several ids have in common: the consonants of a person whom no table knows, as the article writes him; whose cabinet
// it is that another article calls the government. Empty for all others.
std::string meaning(const ParticipantRecord& participant) {
  constexpr std::string_view kCabinet = ".cabinet", kGovernment = ".government";
  const std::string_view id = participant.id;
  for (const std::string_view body : {kCabinet, kGovernment}) {
    if (id.ends_with(body)) return std::string(id.substr(0, id.size() - body.size())).append(kGovernment);
  }
  const std::string_view transliterated = model::transliterated_in(id);
  if (transliterated.empty()) return {};
  return model::skeleton(transliterated == "en" ? participant.name_ar : participant.name_en);
}

// Who is suspended or expelled is told as the object, who leaves by itself as the subject: both are the member.
void put_member_first(std::string_view type, Features& f) {
  if ((type != "suspension" && type != "withdrawal") || f.objects.empty()) return;
  if (f.organisations.empty()) f.organisations = std::move(f.subjects);
  f.subjects = std::move(f.objects);
  f.objects.clear();
}

// Two capital letters.
bool is_state(std::string_view id) { return id.size() == 2 && id.front() >= 'A' && id.front() <= 'Z'; }

bool is_one_of(std::string_view type, std::span<const std::string_view> types) { return std::ranges::find(types, type) != types.end(); }

// An army fights and a parliament ratifies for its state: "IL.army" of one article is "IL" of another. In other types
// two bodies of a state may do two things on one day. Whoever speaks for a body says what it says.
std::string_view as_whole(std::string_view type, std::string_view id) {
  constexpr std::array<std::string_view, 5> kActsOfStates = {"military_action", "clash", "agreement", "sanction", "diplomatic_ties"};
  constexpr std::string_view kSpokesperson = ".spokesperson";
  if (type == "statement" && id.ends_with(kSpokesperson) && id.size() > kSpokesperson.size()) id.remove_suffix(kSpokesperson.size());
  const std::size_t dot = id.find('.');
  const bool is_of_state = model::transliterated_in(id).empty() && is_one_of(type, kActsOfStates);
  return is_of_state && dot != std::string_view::npos && dot > 0 ? id.substr(0, dot) : id;
}

// Who signs for a country, or cuts its ties: "the Algerian president signed" of one article is "Algeria signed" of another.
// Two of one country deal with each other, and are no one country.
bool acts_for_state(const EventRecord& event, const ParticipantRecord& person) {
  constexpr std::array<std::string_view, 2> kOfBoth = {"agreement", "declaration"};
  constexpr std::array<std::string_view, 3> kOfTheDoer = {"military_action", "sanction", "diplomatic_ties"};
  if (person.country.empty()) return false;
  if (!is_one_of(event.type, kOfBoth) && !(person.role == Role::subject && is_one_of(event.type, kOfTheDoer))) return false;
  return std::ranges::none_of(event.participants, [&](const ParticipantRecord& other) {
    if (other.id == person.id) return false;
    return other.country == person.country || as_whole(event.type, other.id) == person.country;
  });
}

// "Attacked Beirut" strikes at Lebanon, or at Beirut itself: where it was says it already, and "in Beirut" says no more.
void leave_out_the_place(const EventRecord& event, Names& names, Features& f) {
  if (!event.place || f.objects.empty() || f.identity != Identity::fight) return;
  const std::uint32_t place = names.number(identify(*event.place));
  const std::uint32_t land = names.number(event.place->country);
  std::erase_if(f.objects, [&](std::uint32_t id) { return id == place || id == land; });
}

// What is of many kinds is told apart by its words.
void take_kind(const DocumentRecord& record, const EventRecord& event, Features& f) {
  constexpr std::array<std::string_view, 3> kOfManyKinds = {"decision", "other", "disaster"};
  f.is_of_many_kinds = is_one_of(event.type, kOfManyKinds);
  if (!f.is_of_many_kinds) return;
  f.wording = Wording(record, event);
  for (const ParticipantRecord& who : event.participants) {
    if (who.role != Role::subject) continue;
    f.by_state = f.by_state || is_state(who.id);
    f.by_person = f.by_person || !who.country.empty() || !model::transliterated_in(who.id).empty();
  }
}

// Whom no name and no id tells apart. A speaker is whoever spoke.
bool is_nobody(const ParticipantRecord& participant, Identity identity) {
  constexpr std::array<Identity, 5> kAnybody = {Identity::deed, Identity::parties, Identity::fight, Identity::joint, Identity::gathering};
  return participant.id.empty() && std::ranges::find(kAnybody, identity) != kAnybody.end();
}

// Beside who takes office stand who appoints, whose office it was, the palace: of one state all of them, and none of them tells
// one appointment from another.
std::string_view beside_appointee(const ParticipantRecord& participant) {
  if (!participant.country.empty()) return participant.country;
  const std::string_view id = identify(participant);
  return id.size() > 3 && id[2] == '.' && is_state(id.substr(0, 2)) ? id.substr(0, 2) : id;
}

// "US strikes Syria", "Attack of US on Syria", "NATO bombs Yugoslavia"; no withdrawal, and no fighting.
bool is_strike(const EventRecord& event) {
  constexpr std::array<std::string_view, 2> kTypes = {"clash", "military_action"};
  constexpr std::array<std::string_view, 4> kBlows = {"trike", "ttack", "bomb", " raid"};
  return is_one_of(event.type, kTypes) && std::ranges::any_of(kBlows, [&](std::string_view blow) { return event.title_en.view().find(blow) != std::string_view::npos; });
}

Features features_of(const DocumentRecord& record, const EventRecord& event, std::span<const EventType> types, Names& names) {
  Features f;
  f.type = names.number(event.type);
  f.phase = names.number(event.phase);
  const auto type = std::ranges::find(types, event.type, &EventType::id);
  f.identity = identity_of(event.type, type != types.end() && type->once_only);
  // "Protesters", "a delegation" beside somebody with a name: which ones, nobody says.
  const bool named = std::ranges::any_of(event.participants, [](const ParticipantRecord& participant) { return !participant.id.empty(); });
  for (const ParticipantRecord& participant : event.participants) {
    if (named && participant.id.empty()) continue;
    const std::string_view whole = as_whole(event.type, identify(participant));
    const bool as_told = whole == identify(participant) && !names.is_known(whole);  // its meaning is worked out once
    const bool is_beside = f.identity == Identity::office && participant.role == Role::object;
    const std::uint32_t id = is_beside                            ? names.number(beside_appointee(participant))
                             : acts_for_state(event, participant) ? names.number(participant.country)
                             : as_told                          ? names.number(whole, meaning(participant))
                                                                : names.number(whole);
    if (id != 0) (is_nobody(participant, f.identity) ? f.nobodies : f.of(participant.role)).push_back(id);
  }
  for (std::vector<std::uint32_t>* ids : {&f.subjects, &f.objects, &f.organisations, &f.nobodies}) {
    std::ranges::sort(*ids);
    ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
  }
  put_member_first(event.type, f);
  leave_out_the_place(event, names, f);
  for (const std::vector<std::uint32_t>* ids : {&f.subjects, &f.objects, &f.organisations}) unite(f.everyone, *ids);
  if (event.place) {
    f.place = names.number(identify(*event.place));
    if (!event.place->country.empty()) f.land = names.number(event.place->country);
  }
  if (const auto days = days_of(event)) {
    f.dated = true;
    f.days = *days;
    f.possible = possible_days(event, *days);
  }
  if (f.identity == Identity::speech) f.sentence = names.number(event.sentence.text);
  take_kind(record, event, f);
  f.title_ar = names.number(event.title_ar);
  f.title_en = names.number(event.title_en);
  f.by_publication = event.date_basis == DateBasis::dct;
  f.is_strike = is_strike(event);
  f.is_approval = event.type == "membership" && event.phase == "approved";
  f.planned = event.factuality == Factuality::planned;
  return f;
}

}  // namespace

std::vector<Side> sides_of(const EventRecord& event, Names& names) {
  std::vector<Side> sides;
  for (const ParticipantRecord& participant : event.participants) {
    const std::string_view state = is_state(participant.id) ? std::string_view(participant.id) : std::string_view(participant.country);
    if (state.empty()) return {};
    sides.push_back({names.number(state), names.number(participant.id)});
  }
  std::ranges::sort(sides);
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  const bool two_for_one = std::ranges::adjacent_find(sides, {}, &Side::state) != sides.end();
  return two_for_one ? std::vector<Side>{} : sides;
}

std::uint32_t Names::number(std::string_view name) {
  const auto [place, is_new] = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (is_new) names_.push_back(name);
  return place->second;
}

std::uint32_t Names::number(std::string_view name, std::string meaning) {
  if (meaning.empty() || is_known(name)) return number(name);
  const std::uint32_t first = by_meaning_.emplace(std::move(meaning), static_cast<std::uint32_t>(names_.size())).first->second;
  return first == names_.size() ? number(name) : numbers_.emplace(name, first).first->second;
}

std::vector<const DocumentRecord*> canonical(std::span<const DocumentRecord> records) {
  std::vector<const DocumentRecord*> documents;
  documents.reserve(records.size());
  for (const DocumentRecord& record : records) documents.push_back(&record);
  std::ranges::sort(documents, [](const auto* a, const auto* b) { return less(*a, *b); });
  const auto same = [](const auto* a, const auto* b) { return !less(*a, *b) && !less(*b, *a); };
  documents.erase(std::unique(documents.begin(), documents.end(), same), documents.end());
  return documents;
}

std::vector<std::uint64_t> undone_by(const Features& f, Names& names) {
  const std::uint32_t membership = names.number("membership");
  const std::uint32_t withdrawal = names.number("withdrawal");
  const bool undoes = (f.type == membership || f.type == withdrawal) && !f.planned && names.name(f.phase) == "effective";
  if (!undoes) return {};
  return undone_keys(f, f.type == membership ? withdrawal : membership);
}

std::vector<Candidate> candidates(std::span<const DocumentRecord* const> documents, std::span<const EventType> types, Names& names,
                                  const CandidateOptions& options) {
  std::vector<Candidate> all;
  std::size_t told = 0;
  for (const DocumentRecord* record : documents) told += record->events.size();
  all.reserve(told);
  const std::vector<std::uint32_t> original = originals(documents, options.jobs);
  std::uint32_t number = 0;
  for (const DocumentRecord* record : documents) {
    const std::uint32_t language = names.number(record->lang);
    for (const EventRecord& event : record->events) {
      if (event.factuality != Factuality::actual && event.factuality != Factuality::planned) continue;
      Features features = features_of(*record, event, types, names);
      features.language = language;
      const bool may_be_dated = features.dated || !reference_keys(features, event.type, event.phase).empty();
      if (!may_be_dated && !options.keep_undated) continue;
      all.push_back({record, &event, number, documents[original[number]], std::move(features)});
    }
    ++number;
  }
  return all;
}

}  // namespace tarikh::merging
