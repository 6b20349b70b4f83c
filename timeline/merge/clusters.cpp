#include "merge/clusters.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "conflict/disagreement.h"
#include "merge/blocks.h"
#include "merge/copies.h"
#include "merge/pair_set.h"

namespace tarikh::merging {
namespace {

using model::Days;

constexpr std::uint32_t kNone = kNoIndex;
constexpr std::size_t kMostAlike = 64;  // of more meetings or strikes on one day none is the only one that fits

struct Cluster {
  Features features;  // of all members; days, and what tells statements apart, of the first
  std::vector<std::uint32_t> members;
  std::vector<Reason> reasons;
};

class Grouper {
 public:
  Grouper(std::span<const Candidate> candidates, Names& names) : candidates_(candidates), names_(names) {}

  std::vector<Group> run() {
    cluster_of_.assign(candidates_.size(), kNone);
    clusters_.reserve(candidates_.size());
    find_copies();
    const std::vector<std::uint32_t> order = work_order();
    for (const std::uint32_t i : order) {
      if (!has_occasion(features(i))) place({i}, features(i));
    }
    unite_gatherings();
    unite_states();
    unite_strikes();
    find_occasions();
    place_declarations(order);
    place_speeches(order);
    judge_once_only();
    add_undated();
    return std::move(groups_);
  }

 private:
  [[nodiscard]] const Features& features(std::uint32_t i) const { return candidates_[i].features; }
  [[nodiscard]] Identity identity(std::uint32_t i) const { return features(i).identity; }

  // Dated candidates, finest first; what is stated before what is inferred; what says its phase before what may be of any;
  // what names a city before what names a country; then canonical order.
  [[nodiscard]] std::vector<std::uint32_t> work_order() const {
    using Key = std::tuple<std::int32_t, bool, int, int, std::uint32_t, std::uint32_t, std::uint32_t>;
    std::vector<Key> keys;
    keys.reserve(candidates_.size());
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
      if (!features(i).dated || is_copy_[i]) continue;
      const EventRecord& e = *candidates_[i].event;
      const int basis = e.date_basis == DateBasis::none ? 9 : static_cast<int>(e.date_basis);
      const int vague = (features(i).phase == 0 ? 2 : 0) + (is_placed_in_country(features(i)) ? 1 : 0);
      keys.emplace_back(features(i).days.length(), model::is_qualified(e.date_edtf), basis, vague, candidates_[i].document, e.trigger.start, i);
    }
    std::ranges::sort(keys);
    std::vector<std::uint32_t> order;
    order.reserve(keys.size());
    for (const Key& key : keys) order.push_back(std::get<6>(key));
    return order;
  }

  void find_copies();
  template <class Visit>
  void each_copy(std::uint32_t candidate, Visit visit) const {
    for (std::uint32_t copy = next_copy_[candidate]; copy != kNone; copy = next_copy_[copy]) visit(copy);
  }
  void place(const std::vector<std::uint32_t>& unit, Features f);
  [[nodiscard]] std::uint32_t choose(std::span<const std::uint64_t> keys, const Features& f, std::span<const std::uint32_t> documents);
  [[nodiscard]] std::uint32_t only_one(std::span<const std::uint64_t> keys, const Features& f, std::span<const std::uint32_t> documents);
  [[nodiscard]] bool may_join(std::uint32_t id, const Features& f, std::span<const std::uint32_t> documents) const;
  void add(std::uint32_t cluster, std::uint32_t candidate);
  void unite_gatherings();
  using Near = std::map<std::uint64_t, std::vector<std::uint32_t>>;  // key -> clusters
  template <class Fits>
  void unite_only_ones(const Near& near, Fits fits);
  void unite_states();
  void unite_strikes();
  void move_all(std::uint32_t from, std::uint32_t to);
  void find_occasions();
  void place_declarations(std::span<const std::uint32_t> order);
  void take_words(const std::vector<std::uint32_t>& unit, Features& f);
  void place_speeches(std::span<const std::uint32_t> order);
  [[nodiscard]] std::uint32_t occasion_of(std::uint32_t candidate) const;
  void judge_once_only();
  void judge(const std::vector<std::uint32_t>& clusters, std::span<const Days> ends, std::vector<bool>& taken);
  void contradiction(const conflict::Verdict& verdict, std::span<const std::uint32_t> clusters);
  [[nodiscard]] static Group as_group(Cluster& cluster) { return {std::move(cluster.members), {}, std::move(cluster.reasons)}; }
  void add_undated();

  std::span<const Candidate> candidates_;
  Names& names_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> cluster_of_;         // by candidate
  std::vector<std::uint32_t> next_copy_;          // by candidate: the next telling that prints the same sentence
  std::vector<std::uint32_t> made_at_;            // by candidate: the one of its document that it names as its occasion
  std::vector<bool> is_copy_;                     // by candidate: goes where the one that it copies goes
  PairSet told_by_;                               // cluster and document
  Blocks blocks_;
  std::vector<Group> groups_;
};

// Who prints the text of another article tells nothing of its own: its events are those of the other, however little
// each of them says.
void Grouper::find_copies() {
  next_copy_.assign(candidates_.size(), kNone);
  is_copy_.assign(candidates_.size(), false);
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  const auto key = [&](std::uint32_t i) {
    return hash_of_telling(*candidates_[i].event) ^ (std::hash<const void*>{}(candidates_[i].original) * 0x9E3779B97F4A7C15ULL);
  };
  const auto prints_another = [&](std::uint32_t i) { return candidates_[i].original != candidates_[i].record; };
  std::unordered_set<const DocumentRecord*> printed;
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    if (prints_another(i)) printed.insert(candidates_[i].original);
  }
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    if (!prints_another(i) && printed.contains(candidates_[i].record)) first.emplace(key(i), i);
  }
  for (std::uint32_t i = static_cast<std::uint32_t>(candidates_.size()); i-- > 0;) {
    if (!prints_another(i)) continue;
    const auto found = first.find(key(i));
    if (found == first.end() || !is_same_telling(*candidates_[found->second].event, *candidates_[i].event)) continue;
    is_copy_[i] = true;
    next_copy_[i] = std::exchange(next_copy_[found->second], i);
  }
}

bool Grouper::may_join(std::uint32_t id, const Features& f, std::span<const std::uint32_t> documents) const {
  const Cluster& cluster = clusters_[id];
  if (!days_agree(cluster.features, f) || !agree(cluster.features, f) || cluster.members.empty()) return false;
  // The extractor kept apart what one document tells twice, unless it can only be one.
  const auto tells_it = [&](std::uint32_t document) { return told_by_.contains(id, document); };
  return is_once(f) || std::ranges::none_of(documents, tells_it);
}

// A year holds all that somebody did in it: two of them are looked for, and no more.
std::uint32_t Grouper::only_one(std::span<const std::uint64_t> keys, const Features& f, std::span<const std::uint32_t> documents) {
  std::uint32_t only = kNone;
  const bool saw_all = blocks_.visit(keys, f.possible, [&](std::uint32_t id) {
    if (id == only || !may_join(id, f, documents)) return true;
    return std::exchange(only, id) == kNone;
  });
  return saw_all ? only : kNone;
}

// The one group that the event belongs to; none if several fit equally. Of those with the same date, or if one must be
// chosen, the one with most participants in common, and of the same phase.
std::uint32_t Grouper::choose(std::span<const std::uint64_t> keys, const Features& f, std::span<const std::uint32_t> documents) {
  std::uint32_t best = kNone;
  std::size_t most = 0;
  bool several = false;
  const auto consider = [&](std::uint32_t id) {
    const Features& other = clusters_[id].features;
    // "Reached" and "signed" may both fit "signed".
    const std::size_t same_phase = other.phase == f.phase ? 1 : 0;
    const std::size_t same_place = is_loosely_placed(other, f) ? 0 : 2;
    const std::size_t in_both = 4 * shared(other.everyone, f.everyone) + same_place + same_phase;
    several = best != kNone;
    if (best == kNone || in_both > most) {
      best = id;
      most = in_both;
    }
  };
  // Struck in Syria: in Homs or in Aleppo?
  const auto chosen = [&] { return several && is_loosely_placed(clusters_[best].features, f) ? kNone : best; };
  const bool only_if_alone = joins_only_if_alone(f);
  const std::span<const std::uint32_t> near = only_if_alone ? blocks_.find_covering(keys, f.days) : blocks_.find(keys, f.possible);
  for (const std::uint32_t id : near) {
    if (clusters_[id].features.days == f.days && may_join(id, f, documents)) consider(id);
  }
  if (best != kNone) return chosen();
  if (only_if_alone) return only_one(keys, f, documents);
  for (const std::uint32_t id : near) {
    if (may_join(id, f, documents)) consider(id);
  }
  return best == kNone ? kNone : chosen();
}

void Grouper::add(std::uint32_t id, std::uint32_t candidate) {
  Cluster& cluster = clusters_[id];
  const Features& f = features(candidate);
  cluster.members.push_back(candidate);
  unite(cluster.features.subjects, f.subjects);
  unite(cluster.features.objects, f.objects);
  unite(cluster.features.organisations, f.organisations);
  unite(cluster.features.everyone, f.everyone);
  unite(cluster.features.nobodies, f.nobodies);
  if (cluster.features.place == 0 || cluster.features.place == f.land) {
    cluster.features.place = f.place;
    cluster.features.land = f.land;
  }
  cluster.features.planned = cluster.features.planned && f.planned;
  cluster_of_[candidate] = id;
  told_by_.insert(id, candidates_[candidate].document);
}

// A unit is what one document tells as one row: one event, or the statements of one occasion. Its copies come along.
void Grouper::place(const std::vector<std::uint32_t>& unit, Features f) {
  const std::uint32_t first = unit.front();
  const std::vector<std::uint64_t> keys = merging::keys(f);
  const Days possible = f.possible;
  std::vector<std::uint32_t> documents = {candidates_[first].document};
  for (const std::uint32_t member : unit) each_copy(member, [&](std::uint32_t copy) { documents.push_back(candidates_[copy].document); });
  std::uint32_t id = choose(keys, f, documents);
  const bool is_new = id == kNone;
  if (is_new) {
    id = static_cast<std::uint32_t>(clusters_.size());
    clusters_.push_back({std::move(f), {}, {}});
  } else {
    Cluster& cluster = clusters_[id];
    Reason reason{MergeReasonKind::same_event, {first, cluster.members.front()}, {}, {}, {}};
    std::ranges::set_intersection(f.everyone, cluster.features.everyone, std::back_inserter(reason.shared));
    if (f.place != 0 && f.place == cluster.features.place) reason.shared.push_back(f.place);
    cluster.reasons.push_back(std::move(reason));
  }
  for (const std::uint32_t member : unit) {
    add(id, member);
    each_copy(member, [&](std::uint32_t copy) {
      add(id, copy);
      clusters_[id].reasons.push_back({MergeReasonKind::copied, {copy, member}, {}, {}, {}});
    });
  }
  if (is_new) blocks_.add(id, keys, possible);
  if (unit.size() > 1) clusters_[id].reasons.push_back({MergeReasonKind::one_speech, unit, {}, {}, {}});
}

// One article names the host city of a summit, another the organisation, a third both: only now are the first two known
// to speak of one. What joins has the coarser date, for clusters come finest first.
void Grouper::unite_gatherings() {
  for (std::uint32_t id = 0; id < clusters_.size(); ++id) {
    Cluster& cluster = clusters_[id];
    if (cluster.features.identity != Identity::gathering || cluster.members.size() < 2) continue;
    std::vector<std::uint32_t> homes;
    for (const std::uint32_t other : blocks_.find(keys(cluster.features), cluster.features.possible)) {
      const auto told_by = [&](std::uint32_t member) { return told_by_.contains(other, candidates_[member].document); };
      const Cluster& home = clusters_[other];
      if (other >= id || home.members.empty()) continue;
      if (!days_agree(home.features, cluster.features) || !agree(home.features, cluster.features)) continue;
      if (std::ranges::none_of(cluster.members, told_by)) homes.push_back(other);
      if (homes.size() > 1) break;
    }
    if (homes.size() != 1) continue;
    Reason reason{MergeReasonKind::linked, {cluster.members.front(), clusters_[homes.front()].members.front()}, {}, {}, {}};
    move_all(id, homes.front());
    clusters_[homes.front()].reasons.push_back(std::move(reason));
  }
}

void Grouper::move_all(std::uint32_t from, std::uint32_t to) {
  std::ranges::move(std::exchange(clusters_[from].reasons, {}), std::back_inserter(clusters_[to].reasons));
  for (const std::uint32_t member : std::exchange(clusters_[from].members, {})) add(to, member);
}

// Told in two ways that no key brings together. If only one telling fits only one other, they are one.
template <class Fits>
void Grouper::unite_only_ones(const Near& near, Fits fits) {
  for (const auto& [key, clusters] : near) {
    if (clusters.size() < 2 || clusters.size() > kMostAlike) continue;
    std::map<std::uint32_t, std::vector<std::uint32_t>> fitting;
    for (const std::uint32_t id : clusters) {
      for (const std::uint32_t other : clusters) {
        if (id != other && fitting[id].size() < 2 && fits(id, other)) fitting[id].push_back(other);
      }
    }
    for (const std::uint32_t id : clusters) {
      if (fitting[id].size() != 1) continue;
      const std::uint32_t home = fitting[id].front();
      const auto told_by = [&](std::uint32_t member) { return told_by_.contains(home, candidates_[member].document); };
      if (home > id || fitting[home].size() != 1 || std::ranges::any_of(clusters_[id].members, told_by)) continue;
      Reason reason{MergeReasonKind::same_event, {clusters_[id].members.front(), clusters_[home].members.front()}, {}, {}, {}};
      std::ranges::set_intersection(clusters_[id].features.everyone, clusters_[home].features.everyone, std::back_inserter(reason.shared));
      if (same_place(clusters_[id].features, clusters_[home].features)) reason.shared.push_back(clusters_[id].features.place);
      move_all(id, home);
      clusters_[home].reasons.push_back(std::move(reason));
    }
  }
}

// "Iran and Saudi Arabia met in Beijing", and who did.
void Grouper::unite_states() {
  Near near;
  std::unordered_map<std::uint32_t, std::vector<Side>> sides;
  const std::uint32_t meeting = names_.number("meeting");
  for (std::uint32_t id = 0; id < clusters_.size(); ++id) {
    const Features& f = clusters_[id].features;
    if (clusters_[id].members.empty() || f.type != meeting || f.place == 0 || f.days.length() > 1) continue;
    std::vector<Side> told = sides_of(*candidates_[clusters_[id].members.front()].event, names_);
    const std::uint64_t key = key_of_states(told, f);
    if (key == 0) continue;
    near[key].push_back(id);
    sides.emplace(id, std::move(told));
  }
  unite_only_ones(near, [&](std::uint32_t a, std::uint32_t b) { return sat_for_states(sides[a], sides[b]); });
}

// "The army struck Sanaa": a clash for one article, a military action for another.
void Grouper::unite_strikes() {
  Near near;
  for (std::uint32_t id = 0; id < clusters_.size(); ++id) {
    if (clusters_[id].members.empty()) continue;
    if (const std::uint64_t key = key_of_strike(clusters_[id].features); key != 0) near[key].push_back(id);
  }
  unite_only_ones(near, [&](std::uint32_t a, std::uint32_t b) { return are_one_strike(clusters_[a].features, clusters_[b].features); });
}

void Grouper::find_occasions() {
  made_at_.assign(candidates_.size(), kNone);
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  for (std::uint32_t first = 0, end = 0; first < candidates_.size(); first = end) {
    bool is_asked = false;
    for (; end < candidates_.size() && candidates_[end].document == candidates_[first].document; ++end) {
      is_asked = is_asked || !candidates_[end].event->subevent_of.empty();
    }
    if (!is_asked) continue;
    by_id.clear();
    for (std::uint32_t i = first; i < end; ++i) by_id.emplace(candidates_[i].event->id, i);
    for (std::uint32_t i = first; i < end; ++i) {
      const auto found = by_id.find(candidates_[i].event->subevent_of);
      if (found != by_id.end()) made_at_[i] = found->second;
    }
  }
}

// The cluster of what it was made at, counted from 1; 0 if that is not known.
std::uint32_t Grouper::occasion_of(std::uint32_t candidate) const {
  const std::uint32_t occasion = made_at_[candidate];
  return occasion == kNone || cluster_of_[occasion] == kNone ? 0 : cluster_of_[occasion] + 1;
}

// What one gathering adopts is one declaration, unless an article tells of several.
void Grouper::place_declarations(std::span<const std::uint32_t> order) {
  std::unordered_map<std::uint64_t, int> adopted;  // document and occasion -> how many
  for (const std::uint32_t i : order) {
    if (identity(i) == Identity::joint) ++adopted[pair_of(candidates_[i].document, occasion_of(i))];
  }
  for (const std::uint32_t i : order) {
    if (identity(i) != Identity::joint) continue;
    Features f = features(i);
    f.occasion = occasion_of(i);
    f.one_of_several = adopted[pair_of(candidates_[i].document, f.occasion)] > 1;
    place({i}, std::move(f));
  }
}

void Grouper::take_words(const std::vector<std::uint32_t>& unit, Features& f) {
  f.wording = Wording(*candidates_[unit.front()].record, *candidates_[unit.front()].event);
  if (unit.size() == 1) return;
  std::vector<std::uint32_t> words;
  for (const std::uint32_t i : unit) unite(words, Wording(*candidates_[i].record, *candidates_[i].event).words());
  f.wording.take_words(std::move(words));
}

// Statements of one speaker on one occasion and day are one row; their occasions are known by now.
void Grouper::place_speeches(std::span<const std::uint32_t> order) {
  using RowKey = std::tuple<std::uint32_t, std::vector<std::uint32_t>, std::string_view, std::string_view, bool>;
  std::map<RowKey, std::size_t> rows;
  std::vector<std::vector<std::uint32_t>> units;
  for (const std::uint32_t i : order) {
    if (identity(i) != Identity::speech) continue;
    const EventRecord& event = *candidates_[i].event;
    if (event.subevent_of.empty() || features(i).subjects.empty()) {
      units.push_back({i});
      continue;
    }
    const auto [row, is_new] = rows.emplace(
        RowKey(candidates_[i].document, features(i).subjects, event.subevent_of, event.date_edtf, features(i).planned), units.size());
    if (is_new) units.push_back({i});
    else units[row->second].push_back(i);
  }
  std::unordered_map<std::uint64_t, int> said;  // document and speaker -> how many units
  said.reserve(units.size());
  const auto speaker = [&](const auto& unit) { return pair_of(candidates_[unit.front()].document, features(unit.front()).subjects.front()); };
  for (const auto& unit : units) {
    if (!features(unit.front()).subjects.empty()) ++said[speaker(unit)];
  }
  std::unordered_map<std::uint64_t, Stretches> when;  // of those who spoke more than once
  for (const auto& unit : units) {
    if (!features(unit.front()).subjects.empty() && said[speaker(unit)] > 1) when[speaker(unit)].add(features(unit.front()).possible);
  }
  for (auto& [who, stretches] : when) stretches.sort();
  for (const auto& unit : units) {
    Features f = features(unit.front());
    f.occasion = occasion_of(unit.front());
    f.at_gathering = f.occasion != 0 && is_spoken_at(candidates_[clusters_[f.occasion - 1].members.front()].event->type);
    f.one_of_several = !f.subjects.empty() && said[speaker(unit)] > 1 && when[speaker(unit)].overlapping(f.possible) > 1;
    if (!f.one_of_several) take_words(unit, f);
    place(unit, std::move(f));
  }
}

// Groups that speak of one once-only event on different days become one, with both claims.
void Grouper::judge_once_only() {
  std::map<std::uint64_t, std::vector<std::uint32_t>> same;  // once key -> clusters
  std::map<std::uint64_t, std::vector<Days>> ends;
  for (std::uint32_t id = 0; id < clusters_.size(); ++id) {
    const Features& f = clusters_[id].features;
    if (clusters_[id].members.empty()) continue;
    for (const std::uint64_t key : once_keys(f, names_.name(f.phase))) same[key].push_back(id);
    for (const std::uint64_t key : undone_by(f, names_)) ends[key].push_back(f.days);
  }
  std::vector<bool> taken(clusters_.size(), false);
  for (auto& [key, clusters] : same) {
    if (clusters.size() > 1) judge(clusters, ends[key], taken);
  }
  for (std::uint32_t id = 0; id < clusters_.size(); ++id) {
    if (!taken[id] && !clusters_[id].members.empty()) groups_.push_back(as_group(clusters_[id]));
  }
}

void Grouper::judge(const std::vector<std::uint32_t>& clusters, std::span<const Days> ends, std::vector<bool>& taken) {
  std::vector<std::uint32_t> open;
  std::vector<conflict::Telling> tellings;
  for (const std::uint32_t id : clusters) {
    if (taken[id]) continue;
    conflict::Telling telling{clusters_[id].features.days, clusters_[id].features.planned, {}};
    for (const std::uint32_t member : clusters_[id].members) telling.documents.push_back(candidates_[member].document);
    std::ranges::sort(telling.documents);
    open.push_back(id);
    tellings.push_back(std::move(telling));
  }
  for (const conflict::Verdict& verdict : conflict::judge(tellings, ends)) {
    if (verdict.claims.size() + verdict.plans.size() < 2) continue;
    for (const std::uint32_t i : verdict.claims) taken[open[i]] = true;
    for (const std::uint32_t i : verdict.plans) taken[open[i]] = true;
    contradiction(verdict, open);
  }
}

void Grouper::contradiction(const conflict::Verdict& verdict, std::span<const std::uint32_t> clusters) {
  Cluster& first = clusters_[clusters[verdict.claims.front()]];
  Group group;
  group.reasons = first.reasons;
  for (const std::uint32_t i : verdict.claims) {
    const Cluster& claim = clusters_[clusters[i]];
    group.members.insert(group.members.end(), claim.members.begin(), claim.members.end());
    if (verdict.claims.size() > 1) group.claims.push_back(claim.members);
    if (&claim == &first) continue;
    group.reasons.insert(group.reasons.end(), claim.reasons.begin(), claim.reasons.end());
    group.reasons.push_back({MergeReasonKind::contradiction, {first.members.front(), claim.members.front()}, {}, {}, {}});
  }
  for (const std::uint32_t i : verdict.plans) {
    const Cluster& plan = clusters_[clusters[i]];
    group.members.insert(group.members.end(), plan.members.begin(), plan.members.end());
    group.reasons.push_back({MergeReasonKind::plan, {plan.members.front(), first.members.front()}, {}, {}, {}});
  }
  groups_.push_back(std::move(group));
}

// An undated telling of something singular belongs to the only dated one; every other one stays alone.
void Grouper::add_undated() {
  std::map<std::uint64_t, std::vector<std::uint32_t>> by_key;
  const auto keys_of = [&](std::uint32_t i) {
    const Features& f = features(i);
    return reference_keys(f, names_.name(f.type), names_.name(f.phase));
  };
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    for (const std::uint32_t member : groups_[g].members) {
      for (const std::uint64_t key : keys_of(member)) {
        if (by_key[key].empty() || by_key[key].back() != g) by_key[key].push_back(g);
      }
    }
  }
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
    if (features(i).dated || is_copy_[i]) continue;
    std::uint32_t home = kNone;
    for (const std::uint64_t key : keys_of(i)) {
      const auto found = by_key.find(key);
      if (found != by_key.end() && found->second.size() == 1) home = found->second.front();
    }
    if (home == kNone) {
      home = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back({{i}, {}, {}});
    } else {
      groups_[home].members.push_back(i);
      groups_[home].reasons.push_back({MergeReasonKind::undated, {i}, {}, {}, {}});
    }
    each_copy(i, [&](std::uint32_t copy) {
      groups_[home].members.push_back(copy);
      groups_[home].reasons.push_back({MergeReasonKind::copied, {copy, i}, {}, {}, {}});
    });
  }
}

}  // namespace

std::vector<Group> group(std::span<const Candidate> candidates, Names& names) { return Grouper(candidates, names).run(); }

}  // namespace tarikh::merging
