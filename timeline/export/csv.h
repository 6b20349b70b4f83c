// CSV by RFC 4180: comma, CRLF, a cell in quotes where it needs them, quotes doubled.
#pragma once

#include <string>
#include <string_view>

namespace tarikh::exporting {

/// One line of cells.
class CsvLine {
 public:
  explicit CsvLine(bool guarded) : guarded_(guarded) {}
  CsvLine& cell(std::string_view text);
  /// The line with its end; the next cell begins a new line.
  [[nodiscard]] std::string take();

 private:
  std::string line_;
  bool first_ = true;
  bool guarded_;
};

/// `text` as a spreadsheet may safely open it: with a ' before what it would read as a formula (OWASP ASVS 5,
/// 1.2.10), also behind blanks and invisible marks of writing direction, and before an apostrophe that itself
/// stands before such a text, so that taking off one ' gives the text back.
[[nodiscard]] std::string guard(std::string_view text);
[[nodiscard]] std::string unguard(std::string_view text);

}  // namespace tarikh::exporting
