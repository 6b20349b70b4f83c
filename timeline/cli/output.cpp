#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

namespace tarikh::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = std::size_t{64} << 10;
constexpr std::string_view kMarker = ".tarikh";
constexpr std::string_view kMarkerHead = "Made by tarikh; the files it wrote:";

// mkstemp and mkdtemp make their thing private; the user's umask decides instead.
mode_t permissions(mode_t wanted) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return wanted & ~mask;
}

// A name in a marker file is data: nothing outside the folder may be reached through it.
bool stays_inside(const fs::path& name) {
  return !name.empty() && name.is_relative() && std::ranges::none_of(name, [](const fs::path& part) { return part == ".."; });
}

std::vector<std::string> marked_files(const fs::path& folder) {
  std::vector<std::string> files;
  std::ifstream marker(folder / kMarker);
  std::string line;
  if (!std::getline(marker, line) || line != kMarkerHead) return files;
  while (std::getline(marker, line)) {
    if (stays_inside(line)) files.push_back(line);
  }
  return files;
}

bool is_marked(const fs::path& folder) {
  std::ifstream marker(folder / kMarker);
  std::string line;
  return std::getline(marker, line) && line == kMarkerHead;
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  OutputFile file;
  if (path.empty() || path == "-") {
    file.shown_ = "standard output";
    file.descriptor_ = ::dup(STDOUT_FILENO);
    if (file.descriptor_ < 0) return Error{std::strerror(errno), file.shown_};
    return file;
  }
  file.shown_ = path;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status)) return Error{"is a folder", path};
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    // Through a symbolic link: its target is replaced, not the link.
    const fs::path target = fs::is_symlink(fs::symlink_status(path, ignored)) ? fs::weakly_canonical(path, ignored) : fs::path(path);
    file.name_ = target.string();
    file.temporary_ = file.name_ + ".tarikh-XXXXXX";
    file.descriptor_ = ::mkstemp(file.temporary_.data());
    if (file.descriptor_ >= 0) ::fchmod(file.descriptor_, permissions(0666));
  }
  if (file.descriptor_ < 0) {
    const int failure = errno;
    file.temporary_.clear();
    return Error{std::strerror(failure), path};
  }
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), failure_(other.failure_), reader_gone_(other.reader_gone_),
      name_(std::move(other.name_)), shown_(std::move(other.shown_)), temporary_(std::exchange(other.temporary_, {})), buffer_(std::exchange(other.buffer_, {})) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool OutputFile::write(std::string_view bytes) {
  if (bytes.size() >= kBuffer) return flush() && write_through(bytes);
  buffer_.append(bytes);
  return buffer_.size() < kBuffer ? failure_ == 0 : flush();
}

bool OutputFile::flush() {
  write_through(buffer_);
  buffer_.clear();
  return failure_ == 0;
}

bool OutputFile::write_through(std::string_view bytes) {
  while (failure_ == 0 && !bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) failure_ = errno;
  }
  reader_gone_ = failure_ == EPIPE;
  return failure_ == 0;
}

Result<void> OutputFile::commit() {
  flush();
  if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0 && failure_ == 0) failure_ = errno;
  if (reader_gone_) return {};
  if (failure_ == 0 && !temporary_.empty()) {
    if (::rename(temporary_.c_str(), name_.c_str()) == 0) temporary_.clear();
    else failure_ = errno;
  }
  if (failure_ != 0) return Error{std::strerror(failure_), shown_};
  return {};
}

Result<OutputFolder> OutputFolder::open(const std::string& path, bool force) {
  OutputFolder folder;
  std::error_code failure;
  folder.path_ = fs::path(path).lexically_normal();
  if (!folder.path_.has_filename()) folder.path_ = folder.path_.parent_path();  // "site/" is "site"
  const fs::file_status status = fs::status(folder.path_, failure);
  folder.existed_ = fs::is_directory(status);
  if (fs::exists(status) && !folder.existed_) return Error{"is a file; an output folder is needed", path};
  if (folder.existed_) {
    const bool empty = fs::is_empty(folder.path_, failure);
    if (failure) return Error{failure.message(), path};
    if (!empty && !force && !is_marked(folder.path_)) {
      return Error{"exists and was not made by tarikh; --force writes into it and leaves its other files alone", path};
    }
    folder.old_files_ = marked_files(folder.path_);
  } else if (folder.path_.has_parent_path()) {
    fs::create_directories(folder.path_.parent_path(), failure);
    if (failure) return Error{failure.message(), path};
  }
  std::string staging = folder.existed_ ? (folder.path_ / ".tarikh-XXXXXX").string() : folder.path_.string() + ".tarikh-XXXXXX";
  if (::mkdtemp(staging.data()) == nullptr) return Error{std::strerror(errno), path};
  ::chmod(staging.c_str(), permissions(0777));
  folder.staging_ = staging;
  return folder;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_(std::move(other.path_)), staging_(std::exchange(other.staging_, {})), existed_(other.existed_),
      files_(std::move(other.files_)), old_files_(std::move(other.old_files_)) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

Result<OutputFile> OutputFolder::file(const std::string& name) {
  const fs::path place = staging_ / name;
  std::error_code failure;
  fs::create_directories(place.parent_path(), failure);
  if (failure) return Error{failure.message(), (path_ / name).string()};
  files_.push_back(name);
  Result<OutputFile> file = OutputFile::open(place.string());
  if (!file) return Error{file.error().message, (path_ / name).string()};
  file->shown_ = (path_ / name).string();
  return file;
}

Result<void> OutputFolder::add(const std::string& name, std::string_view bytes) {
  Result<OutputFile> output = file(name);
  if (!output) return output.error();
  output->write(bytes);
  return output->commit();
}

Result<void> OutputFolder::commit() {
  std::ranges::sort(files_);
  std::string marker = fmt::format("{}\n", kMarkerHead);
  for (const std::string& name : files_) marker += name + "\n";
  if (Result<void> added = add(std::string(kMarker), marker); !added) return added;

  std::error_code failure;
  if (!existed_) {
    fs::rename(staging_, path_, failure);
    if (failure) return Error{failure.message(), path_.string()};
    staging_.clear();
    return {};
  }
  for (const std::string& name : files_) {
    fs::create_directories((path_ / name).parent_path(), failure);
    if (!failure) fs::rename(staging_ / name, path_ / name, failure);
    if (failure) return Error{failure.message(), (path_ / name).string()};
  }
  for (const std::string& name : old_files_) {
    if (std::ranges::find(files_, name) == files_.end()) fs::remove(path_ / name, failure);
  }
  return {};
}

}  // namespace tarikh::cli
