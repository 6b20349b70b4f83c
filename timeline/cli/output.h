// Files and folders that appear whole or not at all: written beside their place and renamed into it.
//
// A folder that tarikh made carries the marker file ".tarikh", which lists what was written. Only such a folder
// (or an empty or new one) is written into; anything else needs --force, and even then foreign files are left.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::cli {

class OutputFile {
 public:
  /// `path` "-" or empty is standard output, written through. A device or pipe is written directly.
  static Result<OutputFile> open(const std::string& path);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  ///< without commit() nothing is left of a regular file

  /// False once writing failed (disk full, reader gone); commit() says why.
  bool write(std::string_view bytes);
  bool flush();
  Result<void> commit();
  /// Whoever read standard output has gone: no error, but the work can stop.
  [[nodiscard]] bool reader_gone() const { return reader_gone_; }

 private:
  friend class OutputFolder;
  OutputFile() = default;
  bool write_through(std::string_view bytes);
  int descriptor_ = -1;
  int failure_ = 0;  // errno
  bool reader_gone_ = false;
  std::string name_;       // where it ends up
  std::string shown_;      // in messages
  std::string temporary_;  // empty when written directly
  std::string buffer_;
};

class OutputFolder {
 public:
  static Result<OutputFolder> open(const std::string& path, bool force);
  OutputFolder(OutputFolder&&) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();  ///< without commit() nothing is left

  /// A file of the folder, "assets/style.css"; commit it before the folder.
  Result<OutputFile> file(const std::string& name);
  /// Writes a whole file.
  Result<void> add(const std::string& name, std::string_view bytes);
  /// Moves all files into place; removes those of an earlier run that were not written again.
  Result<void> commit();

 private:
  OutputFolder() = default;
  std::filesystem::path path_, staging_;
  bool existed_ = false;
  std::vector<std::string> files_, old_files_;
};

}  // namespace tarikh::cli
