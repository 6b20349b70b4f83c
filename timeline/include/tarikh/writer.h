// Timelines out: one writer per format, all in one table that help, documentation and tests read.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/entries.h"

namespace tarikh {

/// Where output goes, chunk by chunk; returns false to stop (disk full, broken pipe).
using Sink = std::function<bool(std::string_view)>;

struct WriteReport {
  std::size_t rows = 0;
  std::size_t left_out = 0;   ///< entries the format cannot express
  std::string left_out_why;   ///< "without a date"
};

/// A timeline as it is written in one format, told of one entry after the other.
class TimelineWriter {
 public:
  virtual ~TimelineWriter() = default;
  /// Of every entry before the first is added, where the format asks for it.
  virtual void look(const Entry&) {}
  /// False once the sink wants no more.
  virtual bool add(const Entry&) = 0;
  /// After the last entry.
  virtual WriteReport finish() = 0;
};

struct WriterInfo {
  std::string_view name;         ///< "csv"
  std::string_view file_name;    ///< "events.csv"
  std::string_view description;  ///< for --help, one line
  std::unique_ptr<TimelineWriter> (*start)(std::span<const EventType>, const Sink&);
  bool looks_first = false;  ///< must see all entries before it writes the first

  /// The whole of it. Error: the entries cannot be read again.
  Result<WriteReport> write(EntrySource&, std::span<const EventType>, const Sink&) const;
  WriteReport write(const Timeline&, std::span<const EventType>, const Sink&) const;
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

/// A piece of a file of a page.
struct PagePiece {
  const std::string& path;
  std::string_view bytes;
  bool last = false;  ///< the file is whole now
};

/// Where the files of a page go, each in one or more pieces; a few are open at a time. Returns false to stop.
using PageSink = std::function<bool(const PagePiece&)>;

/// The page as files (index.html, style, script), of which a few megabytes at a time are in memory. It goes through the
/// entries twice: what it says of all of them must be known before the first.
class PageWriter {
 public:
  /// Errors: a theme file that cannot be read or does not parse. The types must outlive it.
  static Result<PageWriter> open(std::span<const EventType>, const PageOptions&);
  PageWriter(PageWriter&&) noexcept;
  PageWriter& operator=(PageWriter&&) noexcept;
  ~PageWriter();

  /// Of every entry, in order.
  void look(const Entry&);
  /// Error: the entries cannot be read again.
  Result<void> write(EntrySource&, const PageSink&);

 private:
  struct Impl;
  explicit PageWriter(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

/// All of it.
Result<void> render_page(const Timeline&, std::span<const EventType>, const PageOptions&, const PageSink&);

/// The built-in templates, style, script and words, as a theme folder would hold them.
[[nodiscard]] std::vector<PageFile> page_templates();

}  // namespace tarikh
