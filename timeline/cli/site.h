// Writing a timeline as the folder that people open.
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
  /// The page; in a folder also the tables and timeline.jsonl. Tells how many entries there were.
  Result<std::size_t> write(EntrySource&, std::span<const EventType>, const SiteOptions&);
  Result<void> commit();

 private:
  using Place = std::variant<OutputFolder, OutputFile>;
  explicit SiteOutput(Place&& place) : place_(std::move(place)) {}

  Place place_;
};

}  // namespace tarikh::cli
