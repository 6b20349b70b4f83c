// A spreadsheet (ECMA-376): the columns of events.csv and mentions.csv on two sheets, every cell a text, so that
// nothing is taken for a number, a date or a formula.
#include <fmt/format.h>

#include <utility>

#include "export/formats.h"
#include "export/rows.h"
#include "export/xml.h"
#include "export/zip.h"

namespace tarikh::exporting {
namespace {

constexpr std::size_t kMaxRows = 1'048'575;               // and the heading
constexpr std::size_t kMaxCell = 32'767;                  // characters
constexpr std::size_t kMaxSheet = std::size_t{1} << 30U;  // bytes; two of them fit a ZIP without extensions
constexpr std::size_t kChunk = std::size_t{1} << 16U;     // bytes that are packed at a time

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>)";
constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view kWorkbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="events" sheetId="1" r:id="rId1"/><sheet name="mentions" sheetId="2" r:id="rId2"/></sheets></workbook>)";
constexpr std::string_view kWorkbookRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
// Style 1 is the heading's.
constexpr std::string_view kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>)";

// Cut at a character, counted as UTF-16 like the limit.
std::string_view cut(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0U) == 0x80U) continue;
    units += c >= 0xF0 ? 2 : 1;
    if (units > kMaxCell) return text.substr(0, i);
  }
  return text;
}

// A to Z, AA to ZZ. The format allows to leave references out; not all readers do.
std::string column_name(std::size_t column) {
  std::string name;
  if (column >= 26) name += static_cast<char>('A' + column / 26 - 1);
  return name + static_cast<char>('A' + column % 26);
}

class Sheet {
 public:
  template <class Columns>
  void begin(const Columns& columns, bool right_to_left) {
    xml_ =
        std::string(kXml) +
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0")";
    if (right_to_left) xml_ += R"( rightToLeft="1")";
    xml_ +=
        R"(><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>)";
    begin_row();
    for (const auto& column : columns) cell(column.name);
    end_row();
  }

  [[nodiscard]] bool full() const { return rows_ > kMaxRows || file_.size() > kMaxSheet; }
  void begin_row() {
    xml_ += fmt::format("<row r=\"{}\">", rows_ + 1);
    column_ = 0;
  }
  void end_row() {
    xml_ += "</row>";
    ++rows_;
    if (xml_.size() > kChunk) flush();
  }
  void cell(std::string_view text) {
    const std::size_t column = column_++;
    if (text.empty()) return;
    xml_ += fmt::format("<c r=\"{}{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", column_name(column),
                        rows_ + 1, rows_ == 0 ? 1 : 0);
    xml_ += escape_xml(cut(text)) + "</t></is></c>";
  }
  [[nodiscard]] const PackedFile& finish() {
    xml_ += "</sheetData></worksheet>";
    flush();
    file_.finish();
    return file_;
  }

 private:
  void flush() {
    file_.write(xml_);
    xml_.clear();
  }

  std::string xml_;  // not packed yet
  PackedFile file_;
  std::size_t rows_ = 0, column_ = 0;
};

void add_mentions(Sheet& sheet, const Entry& entry) {
  for (const EntryMention& mention : entry.mentions) {
    if (sheet.full()) return;
    sheet.begin_row();
    for (const MentionColumn& column : mention_columns()) sheet.cell(column.cell(entry, mention));
    sheet.end_row();
  }
}

class Xlsx final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  void look(const Entry& entry) override {
    ++seen_;
    if (headline_language(make_row(entry, types())) == "ar") ++arabic_;
  }

  bool add(const Entry& entry) override {
    begin();
    const bool full = events_.full() || mentions_.full();
    if (full) return leave_out("without a date or beyond what a sheet holds");
    if (entry.date_edtf.empty()) return leave_out(kUndated);
    const Row row = make_row(entry, types());
    events_.begin_row();
    for (const Column& column : event_columns()) events_.cell(column.cell(row));
    events_.end_row();
    add_mentions(mentions_, entry);
    ++report_.rows;
    return true;
  }

  WriteReport finish() override {
    begin();
    Zip zip;
    const auto add_packed = [&](std::string_view name, const PackedFile& file) { return put(zip.add(name, file)) && put(file.packed()); };
    const auto add_file = [&](std::string_view name, std::string_view xml) {
      PackedFile file;
      file.write(kXml);
      file.write(xml);
      file.finish();
      return add_packed(name, file);
    };
    static_cast<void>(add_file("[Content_Types].xml", kContentTypes) && add_file("_rels/.rels", kRelations) &&
                      add_file("xl/workbook.xml", kWorkbook) && add_file("xl/_rels/workbook.xml.rels", kWorkbookRelations) &&
                      add_file("xl/styles.xml", kStyles) && add_packed("xl/worksheets/sheet1.xml", events_.finish()) &&
                      add_packed("xl/worksheets/sheet2.xml", mentions_.finish()) && put(zip.finish()));
    return report_;
  }

 private:
  // The direction of the sheets is known once all entries were looked at.
  void begin() {
    if (std::exchange(begun_, true)) return;
    events_.begin(event_columns(), arabic_ * 2 > seen_);
    mentions_.begin(mention_columns(), arabic_ * 2 > seen_);
  }

  Sheet events_, mentions_;
  std::size_t seen_ = 0, arabic_ = 0;
  bool begun_ = false;
};

}  // namespace

Started start_xlsx(Types types, const Sink& sink) { return std::make_unique<Xlsx>(types, sink); }

}  // namespace tarikh::exporting
