#include "score/documents.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>

#include "model/names.h"
#include "score/assignment.h"
#include "score/days.h"
#include "tarikh/date.h"

namespace tarikh::score {
namespace {

using Index = std::size_t;
using Match = std::optional<Index>;

enum class Kind : std::uint8_t { target, shadow, optional };

Kind kind_of(const EventLabel& gold) {
  if (gold.optional) return Kind::optional;
  return gold.is_row() ? Kind::target : Kind::shadow;
}

std::uint32_t overlap(Extent a, Extent b) {
  const std::uint32_t start = std::max(a.start, b.start), end = std::min(a.end, b.end);
  return end > start ? end - start : 0;
}

bool touch(const EventLabel& a, const EventLabel& b) {
  return std::ranges::any_of(a.mentions, [&](Extent x) {
    return std::ranges::any_of(b.mentions, [&](Extent y) { return overlap(x, y) > 0; });
  });
}

bool same_party(const PartyLabel& system, const PartyLabel& gold) {
  if (!system.key.empty() && system.key == gold.key) return true;
  if (!gold.extent) return false;
  if (system.extent && overlap(*system.extent, *gold.extent) > 0) return true;
  return !system.text.empty() && model::fold_case(system.text) == model::fold_case(gold.text);
}

// In these, which side is called subject is a matter of taste.
bool is_symmetric(std::string_view type) {
  return type == "meeting" || type == "agreement" || type == "clash" || type == "diplomatic_ties";
}

std::set<std::string_view> keys_of(const std::vector<PartyLabel>& parties) {
  std::set<std::string_view> keys;
  for (const PartyLabel& party : parties) {
    if (!party.key.empty()) keys.insert(party.key);
  }
  return keys;
}

// --- time expressions

double weight(const ExpressionLabel& system, const ExpressionLabel& gold, std::uint32_t common) {
  const Extent a = system.extent, b = gold.extent;
  const double all = std::max(a.end, b.end) - std::min(a.start, b.start);
  return 1000 + (a == b ? 500 : 0) + 100 * static_cast<double>(common) / all + (same_value(system.value, gold.value) ? 5 : 0);
}

ExpressionCounts score_expressions(const std::vector<ExpressionLabel>& gold, const std::vector<ExpressionLabel>& system) {
  Weights weights;
  for (Index i = 0; i < system.size(); ++i) {
    for (Index j = 0; j < gold.size(); ++j) {
      const std::uint32_t common = overlap(system[i].extent, gold[j].extent);
      if (common > 0) weights[{i, j}] = weight(system[i], gold[j], common);
    }
  }
  ExpressionCounts counts;
  counts.gold = gold.size();
  const std::vector<Match> matched = assign(weights, system.size());
  for (Index i = 0; i < system.size(); ++i) {
    if (!matched[i]) {
      ++counts.spurious;
      continue;
    }
    const ExpressionLabel& want = gold[*matched[i]];
    const bool strict = system[i].extent == want.extent, type = system[i].type == want.type;
    const bool value = same_value(system[i].value, want.value);
    ++counts.matched;
    counts.strict += strict;
    counts.type += type;
    counts.value += value;
    counts.all += strict && type && value;
  }
  return counts;
}

// --- events

class EventScorer {
 public:
  EventScorer(const Labels& gold, const Labels& system, Counts& counts)
      : gold_(gold.events), system_(system.events), counts_(counts), dct_(gold.dct) {
    if (const auto day = parse_iso_day(dct_)) day_before_ = to_iso(*day - date::days{1});
    for (const EventLabel& event : gold_) kinds_.push_back(kind_of(event));
    find_main_day();
  }

  void run() {
    align();
    for (Index i = 0; i < system_.size(); ++i) {
      counts_.predictions += 1;
      counts_.emitted += system_[i].is_row();
      judge_date(i);
      count_prediction(i);
    }
    for (Index j = 0; j < gold_.size(); ++j) {
      if (kinds_[j] == Kind::target) count_target(j);
    }
    counts_.detection.fn = counts_.targets - counts_.detection.tp;
    counts_.rows.fn = counts_.targets - counts_.rows.tp;
    count_factuality();
    count_untyped();
  }

 private:
  // The day of the first event told that is dated by words: a fresh reaction may have it.
  void find_main_day() {
    std::optional<std::pair<std::uint32_t, std::string>> first;
    for (Index j = 0; j < gold_.size(); ++j) {
      const EventLabel& event = gold_[j];
      if (kinds_[j] != Kind::target || event.type == "statement" || event.basis == "dct") continue;
      const auto start = std::ranges::min(event.mentions, {}, &Extent::start).start;
      const std::pair candidate(start, event.date);
      if (!first || candidate < *first) first = candidate;
    }
    if (first) main_day_ = first->second;
  }

  [[nodiscard]] bool date_right(const EventLabel& system, const EventLabel& gold) const {
    if (gold.basis != "dct") return !system.date.empty() && same_date(system.date, gold.date);
    if (system.date.empty()) return true;
    return same_date(system.date, dct_) || same_date(system.date, day_before_) ||
           (!main_day_.empty() && same_date(system.date, main_day_));
  }

  [[nodiscard]] double weight(Index i, Index j) const {
    const EventLabel &system = system_[i], &gold = gold_[j];
    double sum = 1000;
    if (kinds_[j] == Kind::target) sum += 200;
    if (kinds_[j] == Kind::shadow) sum += 100;
    if (kinds_[j] == Kind::target ? date_right(system, gold) : same_date(system.date, gold.date)) sum += 100;
    if (system.is_row() == gold.is_row()) sum += 50;
    if (system.factuality == gold.factuality) sum += 25;
    if (overlap(system.mentions[0], gold.mentions[0]) > 0) sum += 30;
    if (system.mentions[0] == gold.mentions[0]) sum += 10;
    const auto shared = std::ranges::count_if(gold.parties, [&](const PartyLabel& want) {
      return std::ranges::any_of(system.parties, [&](const PartyLabel& have) { return same_party(have, want); });
    });
    return sum + 3 * static_cast<double>(std::min<std::ptrdiff_t>(5, shared));
  }

  void align() {
    for (Index i = 0; i < system_.size(); ++i) {
      for (Index j = 0; j < gold_.size(); ++j) {
        if (system_[i].type == gold_[j].type && touch(system_[i], gold_[j])) weights_[{i, j}] = weight(i, j);
      }
    }
    matched_ = assign(weights_, system_.size());
    found_.resize(gold_.size());
    for (Index i = 0; i < system_.size(); ++i) {
      if (matched_[i] && kinds_[*matched_[i]] == Kind::target) found_[*matched_[i]] = i;
    }
  }

  // The gold events of the prediction's type that it touches.
  [[nodiscard]] std::vector<Index> touched(Index i) const {
    std::vector<Index> list;
    for (auto it = weights_.lower_bound({i, 0}); it != weights_.end() && it->first.first == i; ++it) {
      list.push_back(it->first.second);
    }
    return list;
  }

  // Every dated prediction called real that hits a gold event of its type, matched or not.
  void judge_date(Index i) {
    const EventLabel& system = system_[i];
    const std::vector<Index> near = touched(i);
    if (!system.is_row() || near.empty()) return;
    const Index j = matched_[i].value_or(*std::ranges::max_element(near, {}, [&](Index k) { return weights_.at({i, k}); }));
    const EventLabel& gold = gold_[j];
    if (!gold.is_row()) ++counts_.dated_unreal;
    else if (date_right(system, gold)) ++counts_.judged.exact;
    else if (score::overlap(system.date, gold.date)) ++counts_.judged.compatible;
    else ++counts_.judged.disjoint;
  }

  void count_prediction(Index i) {
    const EventLabel& system = system_[i];
    if (!matched_[i]) return count_unmatched(i);
    const Index j = *matched_[i];
    switch (kinds_[j]) {
      case Kind::optional: return;
      case Kind::shadow:
        if (system.is_row()) false_positive(system);
        return;
      case Kind::target:
        ++counts_.detection.tp;
        ++counts_.by_type[system.type].tp;
        if (system.is_row() || (gold_[j].basis == "dct" && system.is_claim() && system.date.empty())) ++counts_.rows.tp;
        return;
    }
  }

  void count_unmatched(Index i) {
    const EventLabel& system = system_[i];
    const auto is = [&](Kind kind) { return [this, kind](Index j) { return kinds_[j] == kind; }; };
    if (const std::vector<Index> same = touched(i); !same.empty()) {
      // All that it could be are taken: told twice.
      ++counts_.duplicates;
      if (std::ranges::all_of(same, is(Kind::optional))) return;
      if (std::ranges::none_of(same, is(Kind::target)) && !system.is_row()) return;
    } else {
      std::vector<Index> other;
      for (Index j = 0; j < gold_.size(); ++j) {
        if (touch(system, gold_[j])) other.push_back(j);
      }
      if (std::ranges::any_of(other, is(Kind::optional))) return;
      if (!other.empty() && std::ranges::all_of(other, is(Kind::shadow)) && !system.is_row()) return;
    }
    if (system.is_claim()) false_positive(system);
  }

  void false_positive(const EventLabel& system) {
    ++counts_.detection.fp;
    ++counts_.by_type[system.type].fp;
    if (system.is_row()) ++counts_.rows.fp;
  }

  void count_target(Index j) {
    const EventLabel& gold = gold_[j];
    ++counts_.targets;
    TypeCounts& type = counts_.by_type[gold.type];
    BasisCounts& basis = counts_.by_basis[gold.basis];
    ++type.gold;
    ++basis.gold;
    if (!found_[j]) return;
    const EventLabel& system = system_[*found_[j]];
    ++basis.found;
    if (date_right(system, gold)) {
      ++counts_.dates.exact;
      ++type.date_exact;
      ++basis.exact;
    } else if (system.date.empty()) {
      ++counts_.dates.missing;
    } else if (score::overlap(system.date, gold.date)) {
      ++counts_.dates.compatible;
    } else {
      ++counts_.dates.disjoint;
    }
    if (!system.date.empty() && gold.basis != "dct") {
      if (const auto distance = start_distance(system.date, gold.date)) counts_.distances.push_back(*distance);
    }
    count_parties(system, gold);
    count_place(system, gold);
  }

  void count_parties(const EventLabel& system, const EventLabel& gold) {
    std::vector<const PartyLabel*> left;
    for (const PartyLabel& have : system.parties) left.push_back(&have);
    for (const PartyLabel& want : gold.parties) {
      const auto have = std::ranges::find_if(left, [&](const PartyLabel* party) { return same_party(*party, want); });
      if (have == left.end()) {
        counts_.parties.fn += want.extent.has_value();
        continue;
      }
      ++counts_.parties.tp;
      count_role(**have, want, gold.type);
      left.erase(have);
    }
    counts_.parties.fp += left.size();
    const auto have = keys_of(system.parties), want = keys_of(gold.parties);
    const auto common = static_cast<std::size_t>(std::ranges::count_if(have, [&](auto key) { return want.contains(key); }));
    counts_.keys += {common, have.size() - common, want.size() - common};
  }

  void count_role(const PartyLabel& have, const PartyLabel& want, std::string_view type) {
    if (have.role.empty()) return;
    const auto is_side = [](std::string_view role) { return role == "subject" || role == "object"; };
    ++counts_.roles;
    counts_.roles_right += have.role == want.role || (is_symmetric(type) && is_side(have.role) && is_side(want.role));
  }

  void count_place(const EventLabel& system, const EventLabel& gold) {
    if (system.place && gold.place && same_party(*system.place, *gold.place)) {
      ++counts_.places.tp;
      return;
    }
    counts_.places.fp += system.place.has_value();
    counts_.places.fn += gold.place && gold.place->extent;
  }

  void count_factuality() {
    for (Index i = 0; i < system_.size(); ++i) {
      if (!matched_[i] || kinds_[*matched_[i]] == Kind::optional) continue;
      const std::string& want = gold_[*matched_[i]].factuality;
      ++counts_.factuality[want];
      counts_.factuality_right[want] += system_[i].factuality == want;
    }
  }

  void count_untyped() {
    Weights weights;
    for (Index i = 0; i < system_.size(); ++i) {
      for (Index j = 0; j < gold_.size(); ++j) {
        if (!touch(system_[i], gold_[j])) continue;
        weights[{i, j}] = 1000 + (kinds_[j] == Kind::target ? 200 : 0) + (system_[i].type == gold_[j].type ? 50 : 0) +
                          (system_[i].mentions[0] == gold_[j].mentions[0] ? 20 : 0);
      }
    }
    const std::vector<Match> matched = assign(weights, system_.size());
    for (Index i = 0; i < system_.size(); ++i) {
      if (!matched[i] || kinds_[*matched[i]] != Kind::target) continue;
      ++counts_.untyped;
      counts_.untyped_type_right += system_[i].type == gold_[*matched[i]].type;
    }
  }

  const std::vector<EventLabel>&gold_, &system_;
  Counts& counts_;
  std::string dct_, day_before_, main_day_;
  std::vector<Kind> kinds_;
  Weights weights_;              // of pairs of one type
  std::vector<Match> matched_;   // by prediction
  std::vector<Match> found_;     // by target
};

}  // namespace

double Score::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Score& Score::operator+=(const Score& other) {
  tp += other.tp;
  fp += other.fp;
  fn += other.fn;
  return *this;
}

namespace {

void add(DateCounts& to, const DateCounts& from) {
  to.exact += from.exact;
  to.compatible += from.compatible;
  to.disjoint += from.disjoint;
  to.missing += from.missing;
}

void add(ExpressionCounts& to, const ExpressionCounts& from) {
  to.gold += from.gold;
  to.matched += from.matched;
  to.spurious += from.spurious;
  to.strict += from.strict;
  to.type += from.type;
  to.value += from.value;
  to.all += from.all;
}

void add(std::map<std::string, std::size_t>& to, const std::map<std::string, std::size_t>& from) {
  for (const auto& [name, count] : from) to[name] += count;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  documents += other.documents;
  add(expressions, other.expressions);
  targets += other.targets;
  predictions += other.predictions;
  duplicates += other.duplicates;
  detection += other.detection;
  rows += other.rows;
  untyped += other.untyped;
  untyped_type_right += other.untyped_type_right;
  add(dates, other.dates);
  distances.insert(distances.end(), other.distances.begin(), other.distances.end());
  emitted += other.emitted;
  add(judged, other.judged);
  dated_unreal += other.dated_unreal;
  parties += other.parties;
  keys += other.keys;
  places += other.places;
  has_keys = has_keys || other.has_keys;
  roles += other.roles;
  roles_right += other.roles_right;
  add(factuality, other.factuality);
  add(factuality_right, other.factuality_right);
  for (const auto& [name, from] : other.by_type) {
    TypeCounts& to = by_type[name];
    to = {to.gold + from.gold, to.tp + from.tp, to.fp + from.fp, to.date_exact + from.date_exact};
  }
  for (const auto& [name, from] : other.by_basis) {
    BasisCounts& to = by_basis[name];
    to = {to.gold + from.gold, to.found + from.found, to.exact + from.exact};
  }
  return *this;
}

double Counts::factuality_accuracy() const {
  const auto sum = [](const std::map<std::string, std::size_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0}, [](std::size_t n, const auto& c) { return n + c.second; });
  };
  return share(sum(factuality_right), sum(factuality));
}

double Counts::wrong_date_rate() const {
  const std::size_t wrong = judged.compatible + judged.disjoint;
  return share(wrong, wrong + judged.exact);
}

Counts score_document(const Labels& gold, const Labels& system) {
  Counts counts;
  counts.documents = 1;
  counts.expressions = score_expressions(gold.expressions, system.expressions);
  EventScorer(gold, system, counts).run();
  counts.has_keys = std::ranges::any_of(system.events, [](const EventLabel& event) { return !keys_of(event.parties).empty(); });
  return counts;
}

}  // namespace tarikh::score
