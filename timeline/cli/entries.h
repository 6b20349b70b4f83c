// A timeline on disk: the lines that `merge` and `extract` wrote.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/inputs.h"
#include "tarikh/entries.h"
#include "tarikh/selection.h"

namespace tarikh::cli {

bool is_entry(std::string_view line);
bool is_record(std::string_view line);

/// Calls `take` for each line that is not blank; a line that is too long, and what `take` reports, go to the console.
void for_each_line(const std::string& path, Console&, const std::function<Result<void>(std::string_view line, int number)>& take);

/// Entries from files of JSON Lines, or - ; records between them are skipped, bad lines go to the console and are left out.
Timeline read_timeline(const std::vector<std::string>& paths, Console&);

/// The same, not held in memory: known are the places of its lines, and every time they are read again. What comes through
/// a pipe cannot be, and is held, unless it will be asked for only once.
class EntryFiles final : public EntrySource {
 public:
  enum class Passes : std::uint8_t { one, several };

  EntryFiles(std::vector<std::string> paths, Selection selection, Passes passes, Console& console)
      : paths_(std::move(paths)), selection_(std::move(selection)), passes_(passes), console_(console) {}

  using EntrySource::each;
  Result<void> each(const Visit& visit, std::size_t begin, std::size_t end) override;

 private:
  struct Line {
    std::uint32_t file = 0, size = 0;  // size 0: the entry is held
    std::uint64_t begin = 0;           // in its file, or among those held
  };

  struct File {
    std::string path;
    LineReader lines;
  };

  void read_first(const Visit& visit);
  /// take(Entry&&) what is read again, take(const Entry&) what is held.
  template <class Take>
  Result<void> read_again(std::size_t begin, std::size_t end, const Take& take);

  std::vector<std::string> paths_;
  Selection selection_;
  Passes passes_;
  Console& console_;
  bool read_ = false;
  std::vector<File> files_;
  std::vector<Line> lines_;
  std::vector<Entry> held_;
  // A short stretch that was asked for last, for those who ask several times.
  std::vector<Entry> window_;
  std::size_t window_begin_ = 0;
};

}  // namespace tarikh::cli
