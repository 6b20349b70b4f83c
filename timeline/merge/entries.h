// A group of tellings as an entry: the finest date, the fullest headline, everyone named, every sentence kept.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "merge/clusters.h"

namespace tarikh::merging {

/// The words of the participants, the place and the date inside the sentence of the event, in order, none inside another.
[[nodiscard]] std::vector<Quote> highlights(const DocumentRecord& record, const EventRecord& event);

/// Of the entry that the group becomes.
[[nodiscard]] std::string id_of(const Group& group, std::span<const Candidate> candidates);

/// Of the finest date, or of all claims together; the group is dated.
[[nodiscard]] model::Days days_of(const Group& group, std::span<const Candidate> candidates);

/// Of a group that in_order has seen. The id is not yet unique: two records with one document id can give the same.
[[nodiscard]] Entry make_entry(const Group& group, std::span<const Candidate> candidates, const Names& names);

/// The groups in timeline order: first day (the last where the start is open), then the longer span, then document, then
/// offset; what has no date comes last.
[[nodiscard]] std::vector<Group> in_order(std::vector<Group> groups, std::span<const Candidate> candidates);

}  // namespace tarikh::merging
