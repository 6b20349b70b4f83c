// Corrections laid over a pile: mentions first, so that they merge as corrected; then what is put together or taken apart;
// then the entries. What no longer fits is told, and the rest is done.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "model/days.h"
#include "store/corrections.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using store::CorrectedField;
using store::FieldKind;

// In the terms of an entry or of an event: the two have the same fields under the same names.

Role role_of(std::string_view field) { return parse_role(field).value_or(Role::subject); }

template <class Told>
std::string ids_of(const Told& told, Role role) {
  std::string ids;
  for (const auto& participant : told.participants) {
    if (participant.role != role) continue;
    if (!ids.empty()) ids += "; ";
    ids += participant.id;
  }
  return ids;
}

template <class Told>
std::string value_of(const Told& told, const CorrectedField& field) {
  switch (field.kind) {
    case FieldKind::date: return std::string(told.date_edtf);
    case FieldKind::type: return std::string(told.type);
    case FieldKind::phase: return std::string(told.phase);
    case FieldKind::factuality: return std::string(to_string(told.factuality));
    case FieldKind::participants: return ids_of(told, role_of(field.name));
    case FieldKind::place: return told.place ? std::string(told.place->id) : "";
    case FieldKind::title: return std::string(field.name == "title_ar" ? told.title_ar : told.title_en);
    case FieldKind::deed: break;
  }
  return {};
}

template <class Told>
void set_date(Told& told, const std::string& value) {
  told.date_edtf.clear();
  told.first.clear();
  told.last.clear();
  told.granularity.clear();
  told.date_basis = DateBasis::none;
  const Result<Date> date = parse_edtf(value);
  if (!date) return;  // nothing is known
  told.date_edtf = to_edtf(*date);
  if (!date->open_start) told.first = to_iso(date->first);
  if (!date->open_end) told.last = to_iso(date->last);
  told.granularity = to_string(date->granularity);
  told.date_basis = DateBasis::corrected;
}

void append(std::vector<EntryParticipant>& list, const EntryParticipant& who) { list.push_back(who); }
void append(std::vector<ParticipantRecord>& list, const EntryParticipant& who) { list.push_back({who.role, {}, who.id, who.name_en, who.name_ar, who.country}); }
void put(std::optional<EntryParticipant>& place, const EntryParticipant& where) { place = where; }
void put(std::optional<ParticipantRecord>& place, const EntryParticipant& where) {
  place = ParticipantRecord{where.role, {}, where.id, where.name_en, where.name_ar, {}};
}

std::vector<std::string> phases_of(std::string_view type, const Ruleset& rules) {
  const auto row = std::ranges::find(rules.event_types(), type, &EventType::id);
  return row == rules.event_types().end() ? std::vector<std::string>{} : row->phases;
}

bool has_phase(std::string_view type, std::string_view phase, const Ruleset& rules) {
  const std::vector<std::string> phases = phases_of(type, rules);
  return std::ranges::find(phases, phase) != phases.end();
}

std::string phase_names(std::string_view type, const Ruleset& rules) {
  const std::vector<std::string> phases = phases_of(type, rules);
  return phases.empty() ? "none" : fmt::format("{}", fmt::join(phases, ", "));
}

// The values were checked when the table was read.
template <class Told>
void set_value(Told& told, const CorrectedField& field, const std::string& value, const Ruleset& rules) {
  switch (field.kind) {
    case FieldKind::date: return set_date(told, value);
    case FieldKind::type:
      told.type = value;
      if (!has_phase(value, told.phase, rules)) told.phase.clear();
      return;
    case FieldKind::phase: told.phase = value; return;
    case FieldKind::factuality: told.factuality = parse_factuality(value).value_or(told.factuality); return;
    case FieldKind::participants: {
      const Role role = role_of(field.name);
      std::erase_if(told.participants, [&](const auto& participant) { return participant.role == role; });
      const auto list = store::parse_participants(value, rules);
      for (EntryParticipant who : list ? *list : std::vector<EntryParticipant>{}) {
        who.role = role;
        append(told.participants, who);
      }
      return;
    }
    case FieldKind::place: {
      told.place.reset();
      const auto list = store::parse_participants(value, rules);
      if (list && !list->empty()) put(told.place, list->front());
      return;
    }
    case FieldKind::title: (field.name == "title_ar" ? told.title_ar : told.title_en) = value; return;
    case FieldKind::deed: return;
  }
}

// What was done; none if nothing is left to be done.
template <class Told>
Result<std::optional<EntryCorrection>> change(Told& told, const Correction& line, const Ruleset& rules) {
  const CorrectedField& field = *store::find_field(line.field);
  if (field.kind == FieldKind::phase && !line.value.empty() && !has_phase(told.type, line.value, rules)) {
    return Error{fmt::format("{} has no phase {}; it has {}", told.type, line.value, phase_names(told.type, rules))};
  }
  const std::string was = value_of(told, field);
  if (!line.was.empty() && line.was != was) {
    return Error{fmt::format("no longer applies: {} is {}, not {}", line.field, was.empty() ? "empty" : was, line.was)};
  }
  Told corrected = told;
  set_value(corrected, field, line.value, rules);
  const std::string now = value_of(corrected, field);
  if (now == was) return std::optional<EntryCorrection>{};
  told = std::move(corrected);
  return std::optional(EntryCorrection{line.field, was, now, line.who, line.why});
}

class Correcting {
 public:
  Correcting(std::vector<DocumentRecord> records, const Ruleset& rules, const Corrections& corrections)
      : records_(std::move(records)), rules_(rules), corrections_(corrections) {}

  CorrectedTimeline run(const MergeOptions& options);

 private:
  struct Place {
    std::size_t record, event;
  };

  void refuse(const Correction& line, std::string why) { result_.problems.push_back({std::move(why), "", line.line}); }
  void needless(const Correction& line) {
    result_.notes.push_back({fmt::format("{}: {} is so already; the line can go", store::to_string(line.target), line.field), "", line.line});
  }

  void find_mentions();
  void correct_mention(const Correction& line);
  void change_mention(const Correction& line, const std::vector<Place>& places);
  void add_mention(const Correction& line);
  void drop_mentions();
  void head_added_mentions();

  void collect_moves();
  void merge_all(const MergeOptions& options);
  void tell_mentions();

  void find_entries();
  [[nodiscard]] std::optional<std::size_t> entry_of(const TellingRef& ref) const;
  void correct_entry(const Correction& line);
  void sort_entries();

  std::vector<DocumentRecord> records_;
  const Ruleset& rules_;
  const Corrections& corrections_;
  CorrectedTimeline result_;

  std::unordered_map<std::string, std::vector<Place>> mentions_;  // by DOC:EVENT
  std::map<std::string, std::vector<EntryCorrection>> of_mentions_;
  std::set<std::string> added_, dropped_;

  std::vector<Move> moves_;
  std::vector<const Correction*> move_lines_;
  std::vector<bool> moved_;

  std::unordered_map<std::string, std::size_t> entries_;    // by id
  std::unordered_map<std::string, std::size_t> telling_in_;  // by DOC:EVENT
  std::vector<bool> entry_dropped_;
};

void Correcting::find_mentions() {
  for (std::size_t r = 0; r < records_.size(); ++r) {
    for (std::size_t e = 0; e < records_[r].events.size(); ++e) {
      mentions_[fmt::format("{}:{}", records_[r].doc, records_[r].events[e].id)].push_back({r, e});
    }
  }
}

void Correcting::correct_mention(const Correction& line) {
  if (line.field == "add") return add_mention(line);
  const std::string name = store::to_string(line.target);
  const auto found = mentions_.find(name);
  if (found == mentions_.end()) return refuse(line, fmt::format("no mention is called {}", name));
  if (line.field == "drop") dropped_.insert(name);
  else change_mention(line, found->second);
}

// An event at another one has its date from there: it is corrected with it.
void Correcting::change_mention(const Correction& line, const std::vector<Place>& places) {
  for (const Place& place : places) {
    DocumentRecord& record = records_[place.record];
    EventRecord& event = record.events[place.event];
    const auto old_date = event.date_edtf;
    const Result<std::optional<EntryCorrection>> changed = change(event, line, rules_);
    if (!changed) return refuse(line, changed.error().message);
    if (!*changed) return needless(line);
    const std::string name = store::to_string(line.target);
    // Of what a person added, every field is that person's.
    if (!added_.contains(name)) of_mentions_[name].push_back(**changed);
    if (line.field != "date") continue;
    event.timex.clear();
    for (EventRecord& other : record.events) {
      const bool dated_by_it = other.subevent_of == event.id && other.date_basis == DateBasis::inherited && other.date_edtf == old_date;
      if (!dated_by_it) continue;
      set_date(other, line.value);
      of_mentions_[fmt::format("{}:{}", record.doc, other.id)].push_back(**changed);
    }
  }
}

void Correcting::add_mention(const Correction& line) {
  const std::string name = store::to_string(line.target);
  if (mentions_.contains(name)) return refuse(line, fmt::format("there is a mention {} already", name));
  auto record = std::ranges::find(records_, line.target.doc, &DocumentRecord::doc);
  if (record == records_.end()) {
    if (line.target.doc != kAddedDocument) return refuse(line, fmt::format("no article is called {}", line.target.doc));
    DocumentRecord own;
    own.doc = kAddedDocument;
    record = records_.insert(record, std::move(own));
  }
  EventRecord event;
  event.id = line.target.event;
  event.type = line.value;
  event.sentence.text = line.why;
  event.rule = fmt::format("added by {}", line.who);
  record->events.push_back(std::move(event));
  mentions_[name].push_back({static_cast<std::size_t>(record - records_.begin()), record->events.size() - 1});
  of_mentions_[name].push_back({line.field, "", line.value, line.who, line.why});
  added_.insert(name);
}

// Last, for it moves the places of others.
void Correcting::drop_mentions() {
  if (dropped_.empty()) return;
  for (DocumentRecord& record : records_) {
    std::erase_if(record.events, [&](const EventRecord& event) { return dropped_.contains(fmt::format("{}:{}", record.doc, event.id)); });
  }
}

// "Summit: A, B", where no line gives a headline.
void Correcting::head_added_mentions() {
  for (const std::string& name : added_) {
    const Place place = mentions_.at(name).front();
    EventRecord& event = records_[place.record].events[place.event];
    const auto type = std::ranges::find(rules_.event_types(), event.type, &EventType::id);
    std::vector<std::string> arabic, english;
    for (const ParticipantRecord& who : event.participants) {
      arabic.emplace_back(who.name_ar);
      english.emplace_back(who.name_en);
    }
    const auto headline = [](const std::string& label, const std::vector<std::string>& names, std::string_view comma) {
      return names.empty() ? label : fmt::format("{}: {}", label, fmt::join(names, comma));
    };
    if (event.title_ar.empty()) event.title_ar = headline(type->label_ar, arabic, "، ");
    if (event.title_en.empty()) event.title_en = headline(type->label_en, english, ", ");
  }
}

void Correcting::collect_moves() {
  for (const Correction& line : corrections_.lines) {
    if (line.field != "merge" && line.field != "split") continue;
    const Result<TellingRef> to = line.field == "merge" ? store::parse_telling(line.value) : Result<TellingRef>(TellingRef{});
    moves_.push_back({line.target, to ? *to : TellingRef{}, line.who, line.why});
    move_lines_.push_back(&line);
  }
  moved_.assign(moves_.size(), true);
}

void Correcting::merge_all(const MergeOptions& options) {
  MergeOptions how = options;
  how.keep_undated = true;  // a line may give it a date
  how.moves = moves_;
  how.refuse = [&](const Move& move, std::string_view why) {
    const auto i = static_cast<std::size_t>(&move - moves_.data());
    moved_[i] = false;
    refuse(*move_lines_[i], std::string(why));
  };
  result_.timeline = merge(records_, rules_.event_types(), how);
  entry_dropped_.assign(result_.timeline.entries.size(), false);
}

void Correcting::find_entries() {
  for (std::size_t i = 0; i < result_.timeline.entries.size(); ++i) {
    const Entry& entry = result_.timeline.entries[i];
    entries_.emplace(entry.id, i);
    for (const EntryMention& mention : entry.mentions) telling_in_.emplace(fmt::format("{}:{}", mention.doc, mention.event), i);
  }
}

// An entry that was put into another one is that one.
std::optional<std::size_t> Correcting::entry_of(const TellingRef& ref) const {
  const auto& places = ref.entry.empty() ? telling_in_ : entries_;
  if (const auto found = places.find(store::to_string(ref)); found != places.end()) return found->second;
  for (std::size_t i = 0; i < moves_.size(); ++i) {
    const bool put_elsewhere = moved_[i] && !ref.entry.empty() && moves_[i].what.entry == ref.entry && moves_[i].to.entry != ref.entry;
    if (put_elsewhere) return entry_of(moves_[i].to);
  }
  return std::nullopt;
}

// What was corrected in mentions is told by the entries that they have come to.
void Correcting::tell_mentions() {
  for (const auto& [name, corrections] : of_mentions_) {
    const auto home = telling_in_.find(name);
    if (home == telling_in_.end()) continue;
    std::vector<EntryCorrection>& told = result_.timeline.entries[home->second].corrections;
    for (const EntryCorrection& correction : corrections) {
      if (std::ranges::find(told, correction) == told.end()) told.push_back(correction);
    }
  }
  for (std::size_t i = 0; i < moves_.size(); ++i) {
    const std::optional<std::size_t> home = moved_[i] ? entry_of(moves_[i].what) : std::nullopt;
    if (!home) continue;
    const Correction& line = *move_lines_[i];
    result_.timeline.entries[*home].corrections.push_back({line.field, store::to_string(line.target), line.value, line.who, line.why});
  }
}

void Correcting::correct_entry(const Correction& line) {
  const std::optional<std::size_t> found = entry_of(line.target);
  if (!found) return refuse(line, fmt::format("no entry is called {}", line.target.entry));
  if (line.field == "drop") {
    entry_dropped_[*found] = true;
    return;
  }
  Entry& entry = result_.timeline.entries[*found];
  const Result<std::optional<EntryCorrection>> changed = change(entry, line, rules_);
  if (!changed) return refuse(line, changed.error().message);
  if (!*changed) return needless(line);
  entry.corrections.push_back(**changed);
}

// The order of a timeline, after dates have changed.
void Correcting::sort_entries() {
  using Key = std::tuple<bool, std::int32_t, std::int32_t, const std::string&, std::uint32_t, const std::string&>;
  std::ranges::stable_sort(result_.timeline.entries, {}, [](const Entry& entry) {
    const model::Days days = entry.date_edtf.empty() ? model::Days{0, 0} : model::parse_days(entry.first, entry.last);
    const EntryMention& first = entry.mentions.front();
    return Key(entry.date_edtf.empty(), days.position(), -days.length(), first.doc, first.start, entry.id);
  });
}

CorrectedTimeline Correcting::run(const MergeOptions& options) {
  find_mentions();
  collect_moves();
  for (const Correction& line : corrections_.lines) {
    if (line.target.entry.empty() && line.field != "merge" && line.field != "split") correct_mention(line);
  }
  head_added_mentions();
  drop_mentions();
  merge_all(options);
  find_entries();
  tell_mentions();
  for (const Correction& line : corrections_.lines) {
    if (!line.target.entry.empty() && line.field != "merge") correct_entry(line);
  }
  std::vector<Entry>& entries = result_.timeline.entries;
  std::size_t index = 0;
  std::erase_if(entries, [&](const Entry& entry) { return entry_dropped_[index++] || (!options.keep_undated && entry.date_edtf.empty()); });
  sort_entries();
  std::ranges::stable_sort(result_.problems, {}, &Error::line);
  std::ranges::stable_sort(result_.notes, {}, &Error::line);
  return std::move(result_);
}

}  // namespace

CorrectedTimeline merge(std::vector<DocumentRecord> records, const Ruleset& rules, const Corrections& corrections,
                        const MergeOptions& options) {
  return Correcting(std::move(records), rules, corrections).run(options);
}

}  // namespace tarikh
