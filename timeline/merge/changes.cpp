#include "tarikh/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace tarikh {
namespace {

// A telling is its words' place in a document: the id of its event may change with the rules.
using Tellings = std::map<std::string, const EntryMention*>;

std::string place_of(const EntryMention& mention) { return fmt::format("{}@{}", mention.doc, mention.start); }
std::string name_of(const EntryMention& mention) { return mention.doc + ":" + mention.event; }

Tellings tellings(const Entry& entry) {
  Tellings found;
  for (const EntryMention& mention : entry.mentions) found.emplace(place_of(mention), &mention);
  return found;
}

std::set<std::string> documents(const Entry* entry) {
  std::set<std::string> found;
  if (entry == nullptr) return found;
  for (const EntryMention& mention : entry->mentions) found.insert(mention.doc);
  return found;
}

std::string participants(const Entry& entry) {
  std::vector<std::string> list;
  for (const EntryParticipant& who : entry.participants) list.push_back(fmt::format("{} {}", to_string(who.role), who.id));
  std::ranges::sort(list);
  return fmt::format("{}", fmt::join(list, ", "));
}

std::vector<FieldChange> field_changes(const Entry& a, const Entry& b) {
  std::vector<FieldChange> changes;
  const auto look = [&](const char* field, const std::string& before, const std::string& after) {
    if (before != after) changes.push_back({field, before, after});
  };
  look("type", a.type, b.type);
  look("phase", a.phase, b.phase);
  look("date_edtf", a.date_edtf, b.date_edtf);
  look("factuality", std::string(to_string(a.factuality)), std::string(to_string(b.factuality)));
  look("participants", participants(a), participants(b));
  look("place", a.place ? a.place->id : "", b.place ? b.place->id : "");
  look("title_ar", a.title_ar, b.title_ar);
  look("title_en", a.title_en, b.title_en);
  return changes;
}

// What of the pile or of the rules is behind the change.
std::vector<std::string> reasons(const Entry* before, const Entry* after) {
  std::vector<std::string> list;
  const std::set<std::string> old_documents = documents(before), new_documents = documents(after);
  for (const std::string& doc : new_documents) {
    if (!old_documents.contains(doc)) list.push_back(fmt::format("article {} tells it", doc));
  }
  for (const std::string& doc : old_documents) {
    if (!new_documents.contains(doc)) list.push_back(fmt::format("article {} no longer tells it", doc));
  }
  const auto tell_corrections = [&](const Entry* entry, const Entry* other, std::string_view what) {
    for (const EntryCorrection& c : entry == nullptr ? std::vector<EntryCorrection>{} : entry->corrections) {
      const bool in_both = other != nullptr && std::ranges::find(other->corrections, c) != other->corrections.end();
      if (!in_both) list.push_back(fmt::format("{} by {}: {}, {}", what, c.who, c.field, c.why));
    }
  };
  tell_corrections(after, before, "correction");
  tell_corrections(before, after, "no more correction");
  if (before == nullptr || after == nullptr) return list;
  const Tellings now = tellings(*after), then = tellings(*before);
  for (const auto& [place, mention] : now) {
    const auto found = then.find(place);
    const std::string name = name_of(*mention);
    if (found == then.end()) {
      if (old_documents.contains(mention->doc)) list.push_back(fmt::format("{} is one more telling of it", name));
    } else if (found->second->rule != mention->rule) {
      list.push_back(fmt::format("{} is found by {}, not by {}", name, mention->rule, found->second->rule));
    }
  }
  for (const auto& [place, mention] : then) {
    if (now.contains(place) || !new_documents.contains(mention->doc)) continue;
    list.push_back(fmt::format("{} is no longer part of it", name_of(*mention)));
  }
  return list;
}

// Pairs of indices: by id first, then by a telling that both have; each entry at most once.
std::vector<std::optional<std::size_t>> pair_up(const Timeline& before, const Timeline& after) {
  std::unordered_map<std::string, std::size_t> by_id, by_telling;
  for (std::size_t i = 0; i < before.entries.size(); ++i) {
    by_id.emplace(before.entries[i].id, i);
    for (const EntryMention& mention : before.entries[i].mentions) by_telling.emplace(place_of(mention), i);
  }
  std::vector<std::optional<std::size_t>> partner(after.entries.size());
  std::vector<bool> taken(before.entries.size());
  for (std::size_t j = 0; j < after.entries.size(); ++j) {
    const auto found = by_id.find(after.entries[j].id);
    if (found == by_id.end() || taken[found->second]) continue;
    partner[j] = found->second;
    taken[found->second] = true;
  }
  for (std::size_t j = 0; j < after.entries.size(); ++j) {
    for (const EntryMention& mention : after.entries[j].mentions) {
      const auto found = by_telling.find(place_of(mention));
      if (partner[j] || found == by_telling.end() || taken[found->second]) continue;
      partner[j] = found->second;
      taken[found->second] = true;
    }
  }
  return partner;
}

// As a timeline is ordered, by the newer state.
bool comes_before(const Change& a, const Change& b) {
  const Entry &x = a.after != nullptr ? *a.after : *a.before, &y = b.after != nullptr ? *b.after : *b.before;
  return std::tie(x.first, x.last, x.id) < std::tie(y.first, y.last, y.id);
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"added", "changed", "gone"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Change> compare(const Timeline& before, const Timeline& after) {
  const std::vector<std::optional<std::size_t>> partner = pair_up(before, after);
  std::vector<Change> changes;
  std::vector<bool> kept(before.entries.size());
  for (std::size_t j = 0; j < after.entries.size(); ++j) {
    const Entry& now = after.entries[j];
    if (!partner[j]) {
      changes.push_back({ChangeKind::added, nullptr, &now, {}, reasons(nullptr, &now)});
      continue;
    }
    kept[*partner[j]] = true;
    const Entry& then = before.entries[*partner[j]];
    Change change{ChangeKind::changed, &then, &now, field_changes(then, now), reasons(&then, &now)};
    if (!change.fields.empty() || !change.reasons.empty()) changes.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < before.entries.size(); ++i) {
    if (!kept[i]) changes.push_back({ChangeKind::gone, &before.entries[i], nullptr, {}, reasons(&before.entries[i], nullptr)});
  }
  std::ranges::stable_sort(changes, comes_before);
  return changes;
}

}  // namespace tarikh
