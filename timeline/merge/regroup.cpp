#include "merge/regroup.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "merge/entries.h"

namespace tarikh::merging {
namespace {

using Members = std::vector<std::uint32_t>;

// With fewer a reason says nothing.
std::size_t fewest_members(MergeReasonKind kind) {
  switch (kind) {
    case MergeReasonKind::same_event:
    case MergeReasonKind::linked:
    case MergeReasonKind::copied:
    case MergeReasonKind::one_speech:
    case MergeReasonKind::contradiction:
    case MergeReasonKind::plan: return 2;
    case MergeReasonKind::undated:
    case MergeReasonKind::put_here:
    case MergeReasonKind::taken_out: return 1;
  }
  return 1;
}

std::string name_of(std::string_view doc, std::string_view event) { return fmt::format("{}:{}", doc, event); }
std::string name_of(const TellingRef& ref) { return ref.entry.empty() ? name_of(ref.doc, ref.event) : ref.entry; }

class Regrouper {
 public:
  Regrouper(std::vector<Group> groups, std::span<const Candidate> candidates) : candidates_(candidates), groups_(std::move(groups)) {
    home_.resize(candidates.size());
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      entries_.emplace(id_of(groups_[g], candidates_), g);
      for (const std::uint32_t member : groups_[g].members) home_[member] = g;
    }
    for (std::uint32_t i = 0; i < candidates.size(); ++i) tellings_[label(i)].push_back(i);
  }

  /// Why it cannot be done; none if it was.
  std::optional<std::string> carry_out(const Move& move) {
    const Members what = find(move.what);
    if (what.empty()) return unknown(move.what);
    std::uint32_t to = 0;
    if (move.to.empty()) {
      if (groups_[home_[what.front()]].members.size() == what.size()) return "it has an entry of its own already";
      to = static_cast<std::uint32_t>(groups_.size());
      groups_.emplace_back();
    } else {
      const Members there = find(move.to);
      if (there.empty()) return unknown(move.to);
      to = home_[there.front()];
      if (std::ranges::all_of(what, [&](std::uint32_t i) { return home_[i] == to; })) return "they are one entry already";
    }
    for (const std::uint32_t i : what) {
      if (home_[i] != to) take_out(i, to);
    }
    put_in(what, to);
    const MergeReasonKind kind = move.to.empty() ? MergeReasonKind::taken_out : MergeReasonKind::put_here;
    groups_[to].reasons.push_back({kind, what, {}, move.who, move.why});
    return std::nullopt;
  }

  std::vector<Group> take() {
    std::erase_if(groups_, [](const Group& group) { return group.members.empty(); });
    return std::move(groups_);
  }

 private:
  [[nodiscard]] std::string label(std::uint32_t i) const { return name_of(candidates_[i].record->doc, candidates_[i].event->id); }

  [[nodiscard]] Members find(const TellingRef& ref) const {
    if (ref.entry.empty()) {
      const auto found = tellings_.find(name_of(ref.doc, ref.event));
      return found == tellings_.end() ? Members{} : found->second;
    }
    const auto found = entries_.find(ref.entry);
    return found == entries_.end() ? Members{} : groups_[found->second].members;
  }

  [[nodiscard]] static std::string unknown(const TellingRef& ref) {
    return fmt::format("no {} is called {}", ref.entry.empty() ? "mention" : "entry", name_of(ref));
  }

  // Finest date first, and what took place before what was planned.
  [[nodiscard]] auto rank(std::uint32_t i) const {
    const Features& f = candidates_[i].features;
    return std::tuple(!f.dated, f.planned, f.days.length(), candidates_[i].event->date_basis, candidates_[i].document,
                      candidates_[i].event->trigger.start, i);
  }

  // `heir` answers to the id of a group that nothing is left of.
  void take_out(std::uint32_t telling, std::uint32_t heir) {
    Group& group = groups_[home_[telling]];
    const std::string id = id_of(group, candidates_);
    std::erase(group.members, telling);
    for (Members& claim : group.claims) std::erase(claim, telling);
    std::erase_if(group.claims, [](const Members& claim) { return claim.empty(); });
    if (group.claims.size() < 2) group.claims.clear();
    std::erase_if(group.reasons, [&](Reason& reason) {
      const bool is_of_it = std::erase(reason.members, telling) > 0;
      return is_of_it && reason.members.size() < fewest_members(reason.kind);
    });
    if (group.members.empty()) entries_[id] = heir;
    else entries_[id_of(group, candidates_)] = home_[telling];
  }

  void put_in(const Members& tellings, std::uint32_t to) {
    Group& group = groups_[to];
    for (const std::uint32_t i : tellings) {
      if (home_[i] == to && std::ranges::find(group.members, i) != group.members.end()) continue;
      group.members.push_back(i);
      home_[i] = to;
    }
    std::ranges::sort(group.members, {}, [&](std::uint32_t i) { return rank(i); });
    find_claims(group);
    entries_[id_of(group, candidates_)] = to;
  }

  void find_claims(Group& group) const {
    group.claims.clear();
    const bool all_planned = candidates_[group.members.front()].features.planned;
    for (const std::uint32_t i : group.members) {
      const Features& f = candidates_[i].features;
      if (!f.dated || (f.planned && !all_planned)) continue;
      const auto claim = std::ranges::find_if(
          group.claims, [&](const Members& other) { return candidates_[other.front()].features.possible.overlaps(f.possible); });
      if (claim == group.claims.end()) group.claims.push_back({i});
      else claim->push_back(i);
    }
    std::ranges::stable_sort(group.claims, {}, [&](const Members& claim) { return candidates_[claim.front()].features.days.position(); });
    if (group.claims.size() < 2) group.claims.clear();
  }

  std::span<const Candidate> candidates_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> home_;  // by candidate
  std::unordered_map<std::string, std::uint32_t> entries_;
  std::unordered_map<std::string, Members> tellings_;
};

}  // namespace

std::vector<Group> regroup(std::vector<Group> groups, std::span<const Candidate> candidates, const MergeOptions& options) {
  Regrouper regrouper(std::move(groups), candidates);
  for (const Move& move : options.moves) {
    const std::optional<std::string> refused = regrouper.carry_out(move);
    if (refused && options.refuse) options.refuse(move, *refused);
  }
  return regrouper.take();
}

}  // namespace tarikh::merging
