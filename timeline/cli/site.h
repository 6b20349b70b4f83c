// A timeline on disk: reading what `merge` wrote, and writing the folder that people open.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/console.h"
#include "cli/output.h"
#include "tarikh/writer.h"

namespace tarikh::cli {

struct SiteOptions {
  std::string output;
  bool force = false;
  PageOptions page;
  std::string theme, digits = "western";
};

/// Returns --output, which is required.
CLI::Option* add_site_options(CLI::App&, SiteOptions&);

/// Where a timeline goes: a folder of files, or the one file of --single-file.
class SiteOutput {
 public:
  static Result<SiteOutput> open(const SiteOptions&);
  /// Null for a single file, which has nothing beside it.
  [[nodiscard]] OutputFolder* folder() { return std::get_if<OutputFolder>(&place_); }
  /// The page; in a folder also the tables and timeline.jsonl.
  Result<void> write(const Timeline&, std::span<const EventType>, const SiteOptions&);
  Result<void> commit();

 private:
  using Place = std::variant<OutputFolder, OutputFile>;
  explicit SiteOutput(Place&& place) : place_(std::move(place)) {}

  Place place_;
};

/// Lines as `merge` and `extract` write them.
bool is_entry(std::string_view line);
bool is_record(std::string_view line);
/// Entries from files of JSON Lines, or - ; records between them are skipped, bad lines go to the console and are left out.
Timeline read_timeline(const std::vector<std::string>& paths, Console&);

/// Calls `take` for each line that is not blank; a line that is too long, and what `take` reports, go to the console.
void for_each_line(const std::string& path, Console&, const std::function<Result<void>(std::string_view line, int number)>& take);

}  // namespace tarikh::cli
