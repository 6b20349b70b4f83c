// What the user sees while a command runs: messages and one progress line, all on stderr. stdout is for data.
//
// A message about a file reads "tarikh: FILE: message"; each one counts, so that the exit status can say that
// something failed although the rest was done. The progress line is drawn on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "tarikh/result.h"

namespace tarikh::cli {

/// Exit statuses of every command.
inline constexpr int kDone = 0;
inline constexpr int kNothingFound = 1;
inline constexpr int kFailed = 2;

struct Progress {
  std::uint64_t documents = 0, total_documents = 0;  ///< total 0 = unknown
  std::uint64_t bytes = 0, total_bytes = 0;          ///< total 0 = unknown
};

class Console {
 public:
  Console();

  /// Something failed: printed, counted.
  void error(std::string_view message);
  /// As `error`, about a file. A file inside the Error wins over `where`.
  void error(std::string_view where, const Error&);
  /// Something worth knowing that is no failure; not with --quiet.
  void note(std::string_view message);
  /// As `note`, about a file. A file inside the Error wins over `where`.
  void note(std::string_view where, const Error&);

  /// At most ten times a second.
  void progress(const Progress&);
  void end_progress();

  void set_quiet(bool quiet) { quiet_ = quiet; }
  [[nodiscard]] bool failed() const { return failures_ > 0; }
  /// kFailed if anything failed, else kDone or kNothingFound.
  [[nodiscard]] int status(bool found) const { return failed() ? kFailed : found ? kDone : kNothingFound; }

 private:
  void print(std::string_view colour, std::string_view message);

  using Clock = std::chrono::steady_clock;
  bool terminal_ = false, colours_ = false, quiet_ = false, drawn_ = false;
  std::size_t failures_ = 0;
  Clock::time_point started_, last_drawn_;
};

}  // namespace tarikh::cli
