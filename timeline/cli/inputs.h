// Which documents a command reads: files, folders (walked), and '-' for standard input.
//
// The list is sorted by path and holds each path once, so that the order of the arguments and the order in
// which a file system lists a folder change nothing.
#pragma once

#include <sys/stat.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "tarikh/result.h"

namespace tarikh::cli {

/// No document is larger; a longer file or line is reported and left out.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{64} << 20;

struct Input {
  enum class Kind : std::uint8_t { document, lines, standard_input };
  Kind kind = Kind::document;
  std::string path;  ///< "-" for standard input
  std::string id;    ///< path below the walked folder, or file name, without extension; unique in the list
  std::uint64_t bytes = 0;
};

/// Problems (no such file, unreadable folder) go to the console. In a folder only files with an extension of
/// `reader_formats()` are taken, and nothing hidden; a file that is named is always taken.
std::vector<Input> find_inputs(const std::vector<std::string>& arguments, Console&);

/// The bytes of a file of at most kMaxDocumentBytes.
Result<std::string> read_file(const std::string& path);

/// Reads lines of any length in bounded memory.
class LineReader {
 public:
  struct Line {
    int number = 0;         ///< 1-based
    std::string text;       ///< without the line end
    std::uint64_t begin = 0;  ///< of the text, in the file
    std::uint64_t bytes = 0;  ///< read for it, line end included
    bool too_long = false;  ///< longer than kMaxDocumentBytes; text is empty
  };

  /// `path` "-" is standard input.
  static Result<LineReader> open(const std::string& path);
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  ~LineReader();

  /// None at the end, after an error, or once *stop is true (which also ends a wait for a slow writer).
  std::optional<Line> next(const std::atomic<bool>* stop = nullptr);
  /// The first byte that is no blank, without taking it; 0 at the end.
  char peek(const std::atomic<bool>* stop = nullptr);
  /// A file that stays, of which a part can be read again.
  [[nodiscard]] bool stays() const;
  /// Bytes of such a file; an error if it has been written to since it was opened.
  Result<std::string> again(std::uint64_t begin, std::uint64_t size) const;
  /// What reading failed with, if it did.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  explicit LineReader(int descriptor);
  bool fill(const std::atomic<bool>* stop);

  int descriptor_ = -1;
  struct stat status_ {};  // when it was opened
  std::uint64_t position_in_file_ = 0;
  int number_ = 0;
  std::string buffer_;
  std::size_t position_ = 0;
  std::optional<Error> error_;
};

}  // namespace tarikh::cli
