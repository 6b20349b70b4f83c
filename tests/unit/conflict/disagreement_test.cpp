#include "conflict/disagreement.h"

#include <gtest/gtest.h>

namespace tarikh::conflict {
namespace {

using model::Days;

struct Row {
  std::string name;
  std::vector<Telling> tellings;
  std::vector<Days> ends;
  std::vector<std::vector<std::uint32_t>> claims;
  std::vector<std::vector<std::uint32_t>> plans;
};

TEST(Disagreement, Judgements) {
  const Days early{0, 364}, late{3650, 4014}, latest{7300, 7664}, between{2000, 2000};
  const std::vector<Row> rows = {
      {"one telling is no conflict", {{early, false, {1}}}, {}, {{0}}, {{}}},
      {"two documents, two days", {{late, false, {1}}, {early, false, {2}}}, {}, {{1, 0}}, {{}}},
      {"one document, two days: two events", {{early, false, {1}}, {late, false, {1, 2}}}, {}, {{0}, {1}}, {{}, {}}},
      {"undone in between: it happened twice", {{early, false, {1}}, {late, false, {2}}}, {between}, {{0}, {1}}, {{}, {}}},
      {"three claims", {{early, false, {1}}, {late, false, {2}}, {latest, false, {3}}}, {}, {{0, 1, 2}}, {{}}},
      {"a plan for the day before", {{{99, 99}, true, {1}}, {{100, 100}, false, {2}}}, {}, {{1}}, {{0}}},
      {"a plan for another decade", {{latest, true, {1}}, {early, false, {2}}}, {}, {{1}, {0}}, {{}, {}}},
      {"two plans are two plans", {{early, true, {1}}, {late, true, {2}}}, {}, {{0}, {1}}, {{}, {}}},
  };
  for (const Row& row : rows) {
    std::vector<std::vector<std::uint32_t>> claims, plans;
    for (const Verdict& verdict : judge(row.tellings, row.ends)) {
      claims.push_back(verdict.claims);
      plans.push_back(verdict.plans);
    }
    EXPECT_EQ(row.claims, claims) << row.name;
    EXPECT_EQ(row.plans, plans) << row.name;
  }
}

}  // namespace
}  // namespace tarikh::conflict
