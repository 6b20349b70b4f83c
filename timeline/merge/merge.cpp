// The door: records in any order -> entries in timeline order.
#include <algorithm>
#include <unordered_map>

#include "merge/entries.h"

namespace tarikh {
namespace {

// Two documents with one id can give two entries one id: the later ones get a number.
void number_equal_ids(std::vector<Entry>& entries) {
  std::unordered_map<std::string, int> seen;
  for (Entry& entry : entries) {
    const int count = ++seen[entry.id];
    if (count > 1) entry.id += "-" + std::to_string(count);
  }
}

}  // namespace

Timeline merge(std::span<const DocumentRecord> records, std::span<const EventType> types, const MergeOptions& options) {
  merging::Names names;
  const std::vector<const DocumentRecord*> documents = merging::canonical(records);
  const std::vector<merging::Candidate> candidates = merging::candidates(documents, types, names);
  Timeline timeline;
  for (const merging::Group& group : merging::group(candidates, names)) {
    if (!options.keep_undated && !candidates[group.members.front()].features.dated) continue;
    timeline.entries.push_back(merging::make_entry(group, candidates));
  }
  std::ranges::stable_sort(timeline.entries, merging::comes_before);
  number_equal_ids(timeline.entries);
  return timeline;
}

}  // namespace tarikh
