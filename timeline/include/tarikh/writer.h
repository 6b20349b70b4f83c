// Timelines out: one writer per format, all in one table that help, documentation and tests read.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh {

/// Where output goes, chunk by chunk; returns false to stop (disk full, broken pipe).
using Sink = std::function<bool(std::string_view)>;

struct WriteReport {
  std::size_t rows = 0;
  std::size_t left_out = 0;   ///< entries the format cannot express
  std::string left_out_why;   ///< "without a date"
};

struct WriterInfo {
  std::string_view name;         ///< "csv"
  std::string_view file_name;    ///< "events.csv"
  std::string_view description;  ///< for --help, one line
  WriteReport (*write)(const Timeline&, std::span<const EventType>, const Sink&);
};

/// Every export format, in the order users see it.
[[nodiscard]] const std::vector<WriterInfo>& writers();
[[nodiscard]] const WriterInfo* find_writer(std::string_view name);

struct PageOptions {
  std::string title_ar, title_en;        ///< empty = a neutral one
  std::string language = "ar";           ///< of the interface at first sight
  std::string month_names = "egypt";     ///< in Arabic: "egypt" (يناير), "levant" (كانون الثاني), "maghreb" (جانفي)
  bool arabic_digits = false;            ///< ٢٠٢٤ on the Arabic page
  bool hijri = false;                    ///< Hijri dates beside Gregorian ones from the start
  std::filesystem::path theme;           ///< files here replace built-in templates of the same name
  bool single_file = false;              ///< one document in `language` with everything inside it, whatever its length
};

/// A file of a page folder: path below the folder, and its bytes.
struct PageFile {
  std::string path;
  std::string bytes;
};

/// Where the files of a page go: one after the other, each in one or more pieces; returns false to stop.
using PageSink = std::function<bool(const std::string& path, std::string_view piece)>;

/// The page as files (index.html, style, script), of which about a megabyte at a time is in memory. Errors: a theme file
/// that cannot be read or does not parse; nothing has been written then.
Result<void> render_page(const Timeline&, std::span<const EventType>, const PageOptions&, const PageSink&);

/// The built-in templates, style, script and words, as a theme folder would hold them.
[[nodiscard]] std::vector<PageFile> page_templates();

}  // namespace tarikh
