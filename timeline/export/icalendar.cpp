// iCalendar (RFC 5545): whole days. It knows no partial dates, so a month or year is an event of that length, with
// the date as it stands in X-EDTF. The time stamp is the newest publication day, not the clock: the same timeline
// gives the same bytes.
#include <fmt/format.h>

#include <algorithm>

#include "export/formats.h"
#include "export/rows.h"
#include "model/days.h"
#include "tarikh/extractor.h"

namespace tarikh::exporting {
namespace {

constexpr std::size_t kLineOctets = 75;

// A property line, folded at 75 octets but never inside a character.
std::string property(std::string_view line) {
  std::string folded;
  std::size_t used = 0;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t length = 1;
    while (i + length < line.size() && (static_cast<unsigned char>(line[i + length]) & 0xC0U) == 0x80U && length < 4)
      ++length;
    if (used + length > kLineOctets) {
      folded += "\r\n ";
      used = 1;
    }
    folded += line.substr(i, length);
    used += length;
    i += length;
  }
  return folded + "\r\n";
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n')
      escaped += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
      escaped += c;
  }
  return escaped;
}

// 20240704. Years beyond four digits do not exist there.
std::string basic(std::int32_t day) {
  std::string iso = to_iso(date::sys_days{date::days{day}});
  std::erase(iso, '-');
  return iso;
}

bool expressible(const model::Days& days) {
  constexpr std::int32_t kYear1 = -719162;     // 0001-01-01
  constexpr std::int32_t kYear9999 = 2932895;  // 9999-12-30: the day after still has four digits
  return days.first >= kYear1 && days.last <= kYear9999;
}

std::string render(const Row& row, const model::Days& days, std::string_view stamp) {
  const Entry& entry = row.entry;
  std::string text = "BEGIN:VEVENT\r\n";
  text += property(fmt::format("UID:{}@tarikh", escape(entry.id)));
  text += property(fmt::format("DTSTAMP:{}T000000Z", stamp));
  text += property("DTSTART;VALUE=DATE:" + basic(days.first));
  text += property("DTEND;VALUE=DATE:" + basic(days.last + 1));
  text += property("SUMMARY:" + escape(headline(row)));
  text += property("CATEGORIES:" + escape(type_label(row, headline_language(row))));
  if (row.witness != nullptr) {
    const std::string note = entry.conflict.empty() ? "" : "\n" + conflict_note(entry);
    text += property("DESCRIPTION:" + escape(row.witness->quote + note));
    const std::string& url = row.witness->source;
    if (url.starts_with("http://") || url.starts_with("https://")) text += property("URL:" + escape(url));
  }
  text += property("STATUS:" + std::string(entry.factuality == Factuality::planned ? "TENTATIVE" : "CONFIRMED"));
  text += property("X-EDTF:" + escape(entry.date_edtf));
  return text + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

class Icalendar final : public FormatWriter {
 public:
  Icalendar(Types types, const Sink& sink) : FormatWriter(types, sink) {
    put("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + property(fmt::format("PRODID:-//tarikh//tarikh {}//EN", version())));
  }

  void look(const Entry& entry) override {
    for (const EntryMention& mention : entry.mentions) newest_ = std::max(newest_, mention.published);
  }

  bool add(const Entry& entry) override {
    const model::Days days = model::parse_days(entry.first, entry.last);
    if (entry.date_edtf.empty() || !expressible(days)) return leave_out("without a date of two ends");
    std::string stamp = newest_;
    std::erase(stamp, '-');
    return put_row(render(make_row(entry, types()), days, stamp));
  }

  WriteReport finish() override {
    put("END:VCALENDAR\r\n");
    return report_;
  }

 private:
  std::string newest_ = "1970-01-01";  // publication day
};

}  // namespace

Started start_icalendar(Types types, const Sink& sink) { return std::make_unique<Icalendar>(types, sink); }

}  // namespace tarikh::exporting
