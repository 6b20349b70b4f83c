// The door: records in any order -> entries in timeline order.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "merge/entries.h"
#include "merge/regroup.h"

namespace tarikh {
namespace {

constexpr std::array<std::string_view, 9> kReasonNames = {"same_event", "linked", "copied",   "one_speech", "contradiction",
                                                          "plan",       "undated", "put_here", "taken_out"};

constexpr std::array<std::string_view, 6> kDoubtNames = {"killed", "injured", "missing", "ordinal", "list", "weekday"};

}  // namespace

std::string_view to_string(DoubtKind kind) { return kDoubtNames[static_cast<std::size_t>(kind)]; }

std::optional<DoubtKind> parse_doubt_kind(std::string_view name) {
  const auto* const found = std::ranges::find(kDoubtNames, name);
  if (found == kDoubtNames.end()) return std::nullopt;
  return static_cast<DoubtKind>(found - kDoubtNames.begin());
}

std::string_view to_string(MergeReasonKind kind) { return kReasonNames[static_cast<std::size_t>(kind)]; }

std::optional<MergeReasonKind> parse_merge_reason_kind(std::string_view name) {
  const auto* const found = std::ranges::find(kReasonNames, name);
  if (found == kReasonNames.end()) return std::nullopt;
  return static_cast<MergeReasonKind>(found - kReasonNames.begin());
}

void merge_each(std::span<const DocumentRecord> records, std::span<const EventType> types, const MergeOptions& options,
                const std::function<bool(Entry&&)>& visit) {
  merging::Names names;
  const std::vector<const DocumentRecord*> documents = merging::canonical(records);
  const std::vector<merging::Candidate> candidates = merging::candidates(
      documents, types, names, {.keep_undated = options.keep_undated || !options.moves.empty(), .jobs = options.jobs});
  const bool selects = options.from || options.to;
  const model::Days wanted = model::days_between(options.from, options.to);
  std::vector<merging::Group> groups = merging::group(candidates, names);
  if (!options.moves.empty()) groups = merging::regroup(std::move(groups), candidates, options);
  groups = merging::in_order(std::move(groups), candidates);
  std::unordered_map<std::string_view, int> seen;
  seen.reserve(groups.size());
  for (const merging::Group& group : groups) {
    const bool dated = candidates[group.members.front()].features.dated;
    if (!dated && !options.keep_undated) continue;
    // Two documents with one id can give two entries one id: the later ones get a number.
    const int count = ++seen[group.id];
    if (selects && !(dated && merging::days_of(group, candidates).overlaps(wanted))) continue;
    Entry entry = merging::make_entry(group, candidates, names);
    if (count > 1) entry.id += "-" + std::to_string(count);
    if (!visit(std::move(entry))) return;
  }
}

std::vector<const DocumentRecord*> distinct_records(std::span<const DocumentRecord> records) { return merging::canonical(records); }

Timeline merge(std::span<const DocumentRecord> records, std::span<const EventType> types, const MergeOptions& options) {
  Timeline timeline;
  merge_each(records, types, options, [&](Entry&& entry) {
    timeline.entries.push_back(std::move(entry));
    return true;
  });
  return timeline;
}

}  // namespace tarikh
