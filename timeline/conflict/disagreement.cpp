#include "conflict/disagreement.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <tuple>

namespace tarikh::conflict {
namespace {

using model::Days;

// The shorter one is looked up in the longer one: a claim may have thousands.
bool share_document(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.size() > b.size()) return share_document(b, a);
  return std::ranges::any_of(a, [&](std::uint32_t document) { return std::ranges::binary_search(b, document); });
}

bool undone_between(const Days& a, const Days& b, std::span<const Days> ends) {
  return std::ranges::any_of(ends, [&](const Days& end) {
    return a.first <= end.first && end.last <= b.last && !(end == a) && !(end == b);
  });
}

// The days around a claim within which a plan belongs to it rather than to a later repetition.
constexpr std::int32_t kPlanReach = 3 * 366;

class Judge {
 public:
  Judge(std::span<const Telling> tellings, std::span<const Days> ends) : tellings_(tellings), ends_(ends) {}

  std::vector<Verdict> run() {
    std::vector<std::uint32_t> order(tellings_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
      const Telling& t = tellings_[i];
      return std::tuple(t.days.position(), t.days.last, t.documents);
    });
    for (const std::uint32_t i : order) {
      if (!tellings_[i].planned) place_claim(i);
    }
    for (const std::uint32_t i : order) {
      if (tellings_[i].planned) place_plan(i);
    }
    return std::move(verdicts_);
  }

 private:
  // May the telling be one more claim about what the verdict is about?
  [[nodiscard]] bool contradicts(const Verdict& verdict, std::uint32_t i) const {
    return std::ranges::all_of(verdict.claims, [&](std::uint32_t other) {
      const Telling& a = tellings_[other];
      const Telling& b = tellings_[i];
      return !share_document(a.documents, b.documents) && !undone_between(a.days, b.days, ends_);
    });
  }

  void place_claim(std::uint32_t i) {
    for (Verdict& verdict : verdicts_) {
      if (contradicts(verdict, i)) {
        verdict.claims.push_back(i);
        return;
      }
    }
    verdicts_.push_back({{i}, {}});
  }

  void place_plan(std::uint32_t i) {
    const auto near = [&](const Verdict& verdict) {
      const Telling& claim = tellings_[verdict.claims.front()];
      return !claim.planned && !share_document(claim.documents, tellings_[i].documents) &&
             std::abs(claim.days.position() - tellings_[i].days.position()) <= kPlanReach;
    };
    const auto found = std::ranges::find_if(verdicts_, near);
    if (found != verdicts_.end()) found->plans.push_back(i);
    else verdicts_.push_back({{i}, {}});
  }

  std::span<const Telling> tellings_;
  std::span<const Days> ends_;
  std::vector<Verdict> verdicts_;
};

}  // namespace

std::vector<Verdict> judge(std::span<const Telling> tellings, std::span<const Days> ends) {
  return Judge(tellings, ends).run();
}

}  // namespace tarikh::conflict
