#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tarikh::cli {
namespace {

constexpr std::string_view kRed = "\033[31m", kPlain = "\033[0m", kClearLine = "\r\033[K";

bool environment_has(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::string minutes(double seconds) {
  const auto whole = std::lround(seconds);
  return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                       : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

// Names of files are bytes of the outside: an escape sequence in one must not reach the terminal.
std::string printable(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) safe += fmt::format("\\x{:02x}", byte);
    else safe += c;
  }
  return safe;
}

std::string located(std::string_view where, const Error& error) {
  Error with_file = error;
  if (with_file.file.empty()) with_file.file = std::string(where);
  return with_file.to_string();
}

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) == 1), started_(Clock::now()), last_drawn_(started_) {
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  terminal_ = terminal_ && !dumb;
  colours_ = terminal_ && !environment_has("NO_COLOR");
}

void Console::print(std::string_view colour, std::string_view message) {
  end_progress();
  const bool coloured = colours_ && !colour.empty();
  fmt::print(stderr, "{}tarikh:{} {}\n", coloured ? colour : "", coloured ? kPlain : "", printable(message));
}

void Console::error(std::string_view message) {
  ++failures_;
  print(kRed, message);
}

void Console::error(std::string_view where, const Error& error) { this->error(located(where, error)); }

void Console::note(std::string_view message) {
  if (!quiet_) print({}, message);
}

void Console::note(std::string_view where, const Error& error) { note(located(where, error)); }

void Console::progress(const Progress& at) {
  if (!terminal_ || quiet_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_drawn_ < std::chrono::milliseconds(100)) return;
  last_drawn_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double done = static_cast<double>(at.bytes), total = static_cast<double>(at.total_bytes);
  std::string line = at.total_documents > 0 ? fmt::format("{} of {} documents", at.documents, at.total_documents)
                                            : fmt::format("{} documents", at.documents);
  line += fmt::format(", {:.1f} MB/s", done / 1e6 / seconds);
  if (at.bytes > 0 && at.total_bytes >= at.bytes) {
    constexpr int kWidth = 24;
    const auto filled = static_cast<int>(done / total * kWidth);
    line = fmt::format("[{:=<{}}{: <{}}] {}, {} left", "", filled, "", kWidth - filled, line,
                       minutes(seconds * (total - done) / done));
  }
  fmt::print(stderr, "{}{}", kClearLine, line);
  std::fflush(stderr);
}

void Console::end_progress() {
  if (!drawn_) return;
  drawn_ = false;
  fmt::print(stderr, "{}", kClearLine);
  std::fflush(stderr);
}

}  // namespace tarikh::cli
