// memberships.csv: a row per stretch of membership, with the bounds that articles leave open.
#include <fmt/format.h>

#include "export/csv.h"
#include "export/formats.h"
#include "export/rows.h"

namespace tarikh::exporting {
namespace {

std::string suspensions(const Membership& membership, const MembershipReader&) {
  std::vector<std::string> list;
  for (const auto& [from, to] : membership.suspensions) {
    list.push_back(fmt::format("{}..{} / {}..{}", from.earliest, from.latest, to.earliest, to.latest));
  }
  return join_values(list);
}

std::string events(const Membership& membership, const MembershipReader& told) {
  std::vector<std::string> ids;
  for (const Bound* bound : {&membership.period.from, &membership.period.to}) {
    for (const std::size_t entry : bound->entries) ids.push_back(told.id_of(entry));
  }
  return join_values(ids);
}

class MembershipsCsv final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  bool add(const Entry& entry) override {
    told_.add(entry);
    return true;
  }

  WriteReport finish() override {
    CsvLine line(false);
    for (const MembershipColumn& column : membership_columns()) line.cell(column.name);
    bool open = put(line.take());
    for (const Membership& membership : told_.memberships()) {
      if (!open) break;
      for (const MembershipColumn& column : membership_columns()) line.cell(column.cell(membership, told_));
      open = put_row(line.take());
    }
    return report_;
  }

 private:
  MembershipReader told_;
};

}  // namespace

const std::vector<MembershipColumn>& membership_columns() {
  static const std::vector<MembershipColumn> kColumns = {
      {{"organisation_id", ColumnType::text, "معرّف المنظمة", "Organisation id",
        "id of the organisation"},
       [](const Membership& m, const MembershipReader&) { return m.organisation.id; }},
      {{"organisation_ar", ColumnType::text, "المنظمة بالعربية", "Organisation in Arabic",
        "its name in Arabic"},
       [](const Membership& m, const MembershipReader&) { return m.organisation.name_ar; }},
      {{"organisation_en", ColumnType::text, "المنظمة بالإنجليزية", "Organisation in English",
        "its name in English"},
       [](const Membership& m, const MembershipReader&) { return m.organisation.name_en; }},
      {{"member_id", ColumnType::text, "معرّف العضو", "Member id",
        "id of the member"},
       [](const Membership& m, const MembershipReader&) { return m.member.id; }},
      {{"member_ar", ColumnType::text, "العضو بالعربية", "Member in Arabic",
        "its name in Arabic"},
       [](const Membership& m, const MembershipReader&) { return m.member.name_ar; }},
      {{"member_en", ColumnType::text, "العضو بالإنجليزية", "Member in English",
        "its name in English"},
       [](const Membership& m, const MembershipReader&) { return m.member.name_en; }},
      {{"from_earliest", ColumnType::day, "أبكر يوم للبداية", "Earliest begin",
        "first day on which the membership may have begun; empty where nothing is told"},
       [](const Membership& m, const MembershipReader&) { return m.period.from.earliest; }},
      {{"from_latest", ColumnType::day, "آخر يوم للبداية", "Latest begin",
        "last such day"},
       [](const Membership& m, const MembershipReader&) { return m.period.from.latest; }},
      {{"to_earliest", ColumnType::day, "أبكر يوم للنهاية", "Earliest end",
        "first day on which it may have ended; empty where no end is told"},
       [](const Membership& m, const MembershipReader&) { return m.period.to.earliest; }},
      {{"to_latest", ColumnType::day, "آخر يوم للنهاية", "Latest end",
        "last such day"},
       [](const Membership& m, const MembershipReader&) { return m.period.to.latest; }},
      {{"suspensions", ColumnType::text, "فترات التعليق", "Suspensions",
        "`from / to` of each suspension, each as `earliest..latest`"},
       suspensions},
      {{"event_ids", ColumnType::text, "معرّفات الأحداث", "Event ids",
        "the rows of `events.csv` that it stands on"},
       events},
  };
  return kColumns;
}

Started start_memberships_csv(Types types, const Sink& sink) { return std::make_unique<MembershipsCsv>(types, sink); }

}  // namespace tarikh::exporting
