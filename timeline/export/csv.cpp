#include "export/csv.h"

#include <algorithm>
#include <array>

#include "export/formats.h"
#include "export/rows.h"

namespace tarikh::exporting {
namespace {

// What a spreadsheet may skip before it looks for a formula: blanks, line ends and bidi controls.
constexpr std::array<std::string_view, 15> kSkipped = {" ",
                                                       "\xC2\xA0",
                                                       "\xD8\x9C",
                                                       "\xE2\x80\x8E",
                                                       "\xE2\x80\x8F",
                                                       "\xE2\x80\xAA",
                                                       "\xE2\x80\xAB",
                                                       "\xE2\x80\xAC",
                                                       "\xE2\x80\xAD",
                                                       "\xE2\x80\xAE",
                                                       "\xE2\x81\xA6",
                                                       "\xE2\x81\xA7",
                                                       "\xE2\x81\xA8",
                                                       "\xE2\x81\xA9",
                                                       "\xEF\xBB\xBF"};
// = + - @, also full-width, and characters that begin a new cell or line.
constexpr std::array<std::string_view, 12> kDangerous = {"=",
                                                         "+",
                                                         "-",
                                                         "@",
                                                         "\t",
                                                         "\r",
                                                         "\n",
                                                         std::string_view("\0", 1),
                                                         "\xEF\xBC\x9D",
                                                         "\xEF\xBC\x8B",
                                                         "\xEF\xBC\x8D",
                                                         "\xEF\xBC\xA0"};

// First bytes of these: most cells begin with none.
constexpr std::array<bool, 256> kSuspicious = [] {
  std::array<bool, 256> bytes{};
  for (const std::string_view text : kSkipped) bytes[static_cast<unsigned char>(text.front())] = true;
  for (const std::string_view text : kDangerous) bytes[static_cast<unsigned char>(text.front())] = true;
  return bytes;
}();

bool is_dangerous(std::string_view text) {
  const auto starts = [&](std::string_view prefix) { return text.starts_with(prefix); };
  while (true) {
    if (text.empty() || !kSuspicious[static_cast<unsigned char>(text.front())]) return false;
    if (std::ranges::any_of(kDangerous, starts)) return true;
    const auto* const skipped = std::ranges::find_if(kSkipped, starts);
    if (skipped == kSkipped.end()) return false;
    text.remove_prefix(skipped->size());
  }
}

// 'x, ''x …: apostrophes before something dangerous.
bool looks_guarded(std::string_view text) {
  if (!text.starts_with('\'')) return false;
  const std::size_t end = text.find_first_not_of('\'');
  return end != std::string_view::npos && is_dangerous(text.substr(end));
}

bool needs_guard(std::string_view text) { return is_dangerous(text) || looks_guarded(text); }

template <class Columns, class Line>
std::string header(const Columns& columns, Line line) {
  for (const auto& column : columns) line.cell(column.name);
  return line.take();
}

class EventsCsv final : public FormatWriter {
 public:
  EventsCsv(Types types, const Sink& sink, bool guarded) : FormatWriter(types, sink), line_(guarded) {
    if (guarded) put("\xEF\xBB\xBF");
    put(header(event_columns(), CsvLine(guarded)));
  }

  bool add(const Entry& entry) override {
    if (entry.date_edtf.empty()) return leave_out(kUndated);
    const Row row = make_row(entry, types());
    for (const Column& column : event_columns()) line_.cell(column.cell(row));
    return put_row(line_.take());
  }

 private:
  CsvLine line_;
};

class MentionsCsv final : public FormatWriter {
 public:
  MentionsCsv(Types types, const Sink& sink) : FormatWriter(types, sink) { put(header(mention_columns(), CsvLine(false))); }

  bool add(const Entry& entry) override {
    if (entry.date_edtf.empty()) return leave_out(kUndated);
    bool open = true;
    for (const EntryMention& mention : entry.mentions) {
      for (const MentionColumn& column : mention_columns()) line_.cell(column.cell(entry, mention));
      open = put_row(line_.take());
    }
    return open;
  }

 private:
  CsvLine line_{false};
};

}  // namespace

CsvLine& CsvLine::cell(std::string_view raw) {
  if (!first_) line_ += ',';
  first_ = false;
  const bool quoted = std::ranges::any_of(raw, [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
  const std::string_view before = guarded_ && needs_guard(raw) ? "'" : "";
  if (!quoted) {
    line_ += before;
    line_ += raw;
    return *this;
  }
  line_ += '"';
  line_ += before;
  for (const char c : raw) {
    if (c == '"') line_ += '"';
    line_ += c;
  }
  line_ += '"';
  return *this;
}

std::string CsvLine::take() {
  std::string line = std::move(line_) + "\r\n";
  line_.clear();
  first_ = true;
  return line;
}

std::string guard(std::string_view text) { return (needs_guard(text) ? "'" : "") + std::string(text); }

std::string unguard(std::string_view text) { return std::string(looks_guarded(text) ? text.substr(1) : text); }

Started start_events_csv(Types types, const Sink& sink) { return std::make_unique<EventsCsv>(types, sink, false); }
Started start_excel_csv(Types types, const Sink& sink) { return std::make_unique<EventsCsv>(types, sink, true); }
Started start_mentions_csv(Types types, const Sink& sink) { return std::make_unique<MentionsCsv>(types, sink); }

}  // namespace tarikh::exporting
