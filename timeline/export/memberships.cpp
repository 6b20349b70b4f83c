// memberships.csv: a row per stretch of membership, with the bounds that articles leave open.
#include <fmt/format.h>

#include "export/csv.h"
#include "export/formats.h"
#include "export/rows.h"
#include "tarikh/membership.h"

namespace tarikh::exporting {
namespace {

struct MembershipColumn {
  std::string_view name;
  std::string (*cell)(const Membership&, const Timeline&);
};

std::string suspensions(const Membership& membership, const Timeline&) {
  std::vector<std::string> list;
  for (const auto& [from, to] : membership.suspensions) {
    list.push_back(fmt::format("{}..{} / {}..{}", from.earliest, from.latest, to.earliest, to.latest));
  }
  return join_values(list);
}

std::string events(const Membership& membership, const Timeline& timeline) {
  std::vector<std::string> ids;
  for (const Bound* bound : {&membership.period.from, &membership.period.to}) {
    for (const std::size_t entry : bound->entries) ids.push_back(timeline.entries[entry].id);
  }
  return join_values(ids);
}

constexpr MembershipColumn kColumns[] = {
    {"organisation_id", [](const Membership& m, const Timeline&) { return m.organisation.id; }},
    {"organisation_ar", [](const Membership& m, const Timeline&) { return m.organisation.name_ar; }},
    {"organisation_en", [](const Membership& m, const Timeline&) { return m.organisation.name_en; }},
    {"member_id", [](const Membership& m, const Timeline&) { return m.member.id; }},
    {"member_ar", [](const Membership& m, const Timeline&) { return m.member.name_ar; }},
    {"member_en", [](const Membership& m, const Timeline&) { return m.member.name_en; }},
    {"from_earliest", [](const Membership& m, const Timeline&) { return m.period.from.earliest; }},
    {"from_latest", [](const Membership& m, const Timeline&) { return m.period.from.latest; }},
    {"to_earliest", [](const Membership& m, const Timeline&) { return m.period.to.earliest; }},
    {"to_latest", [](const Membership& m, const Timeline&) { return m.period.to.latest; }},
    {"suspensions", suspensions},
    {"event_ids", events},
};

}  // namespace

WriteReport write_memberships_csv(const Timeline& timeline, Types, const Sink& sink) {
  WriteReport report;
  CsvLine line(false);
  for (const MembershipColumn& column : kColumns) line.cell(column.name);
  if (!sink(line.take())) return report;
  for (const Membership& membership : memberships(timeline)) {
    for (const MembershipColumn& column : kColumns) line.cell(column.cell(membership, timeline));
    if (!sink(line.take())) return report;
    ++report.rows;
  }
  return report;
}

}  // namespace tarikh::exporting
