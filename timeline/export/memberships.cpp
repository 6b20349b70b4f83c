// memberships.csv: a row per stretch of membership, with the bounds that articles leave open.
#include <fmt/format.h>

#include "export/csv.h"
#include "export/formats.h"
#include "export/rows.h"

namespace tarikh::exporting {
namespace {

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

}  // namespace

const std::vector<MembershipColumn>& membership_columns() {
  static const std::vector<MembershipColumn> kColumns = {
      {{"organisation_id", ColumnType::text, "معرّف المنظمة", "Organisation id",
        "id of the organisation"},
       [](const Membership& m, const Timeline&) { return m.organisation.id; }},
      {{"organisation_ar", ColumnType::text, "المنظمة بالعربية", "Organisation in Arabic",
        "its name in Arabic"},
       [](const Membership& m, const Timeline&) { return m.organisation.name_ar; }},
      {{"organisation_en", ColumnType::text, "المنظمة بالإنجليزية", "Organisation in English",
        "its name in English"},
       [](const Membership& m, const Timeline&) { return m.organisation.name_en; }},
      {{"member_id", ColumnType::text, "معرّف العضو", "Member id",
        "id of the member"},
       [](const Membership& m, const Timeline&) { return m.member.id; }},
      {{"member_ar", ColumnType::text, "العضو بالعربية", "Member in Arabic",
        "its name in Arabic"},
       [](const Membership& m, const Timeline&) { return m.member.name_ar; }},
      {{"member_en", ColumnType::text, "العضو بالإنجليزية", "Member in English",
        "its name in English"},
       [](const Membership& m, const Timeline&) { return m.member.name_en; }},
      {{"from_earliest", ColumnType::day, "أبكر يوم للبداية", "Earliest begin",
        "first day on which the membership may have begun; empty where nothing is told"},
       [](const Membership& m, const Timeline&) { return m.period.from.earliest; }},
      {{"from_latest", ColumnType::day, "آخر يوم للبداية", "Latest begin",
        "last such day"},
       [](const Membership& m, const Timeline&) { return m.period.from.latest; }},
      {{"to_earliest", ColumnType::day, "أبكر يوم للنهاية", "Earliest end",
        "first day on which it may have ended; empty where no end is told"},
       [](const Membership& m, const Timeline&) { return m.period.to.earliest; }},
      {{"to_latest", ColumnType::day, "آخر يوم للنهاية", "Latest end",
        "last such day"},
       [](const Membership& m, const Timeline&) { return m.period.to.latest; }},
      {{"suspensions", ColumnType::text, "فترات التعليق", "Suspensions",
        "`from / to` of each suspension, each as `earliest..latest`"},
       suspensions},
      {{"event_ids", ColumnType::text, "معرّفات الأحداث", "Event ids",
        "the rows of `events.csv` that it stands on"},
       events},
  };
  return kColumns;
}

WriteReport write_memberships_csv(const Timeline& timeline, Types, const Sink& sink) {
  WriteReport report;
  CsvLine line(false);
  for (const MembershipColumn& column : membership_columns()) line.cell(column.name);
  if (!sink(line.take())) return report;
  for (const Membership& membership : memberships(timeline)) {
    for (const MembershipColumn& column : membership_columns()) line.cell(column.cell(membership, timeline));
    if (!sink(line.take())) return report;
    ++report.rows;
  }
  return report;
}

}  // namespace tarikh::exporting
