#include "cli/inputs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <system_error>

#include "tarikh/document.h"

namespace tarikh::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = std::size_t{256} << 10;

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  std::ranges::transform(extension, extension.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool is_lines(const fs::path& path) {
  const std::string extension = lower_extension(path);
  return extension == "jsonl" || extension == "ndjson";
}

bool has_known_extension(const fs::path& path) {
  if (is_lines(path)) return true;
  const std::string wanted = lower_extension(path);
  if (wanted.empty()) return false;
  return std::ranges::any_of(reader_formats(), [&](const ReaderInfo& format) {
    const std::string padded = fmt::format(" {} ", format.extensions);
    return padded.find(fmt::format(" {} ", wanted)) != std::string::npos;
  });
}

Input make_input(const fs::path& path, const fs::path& named) {
  Input input;
  input.kind = is_lines(path) ? Input::Kind::lines : Input::Kind::document;
  input.path = path.lexically_normal().string();
  input.id = fs::path(named).replace_extension().generic_string();
  std::error_code ignored;
  const std::uintmax_t size = fs::file_size(path, ignored);
  input.bytes = ignored ? 0 : size;
  return input;
}

void walk(const fs::path& folder, std::vector<Input>& inputs, Console& console) {
  std::error_code failure;
  fs::recursive_directory_iterator it(folder, fs::directory_options::none, failure);
  if (failure) return console.error(folder.string(), Error{failure.message()});
  std::size_t other_formats = 0;
  while (it != fs::recursive_directory_iterator()) {
    const fs::path path = it->path();
    const bool hidden = path.filename().string().starts_with('.');
    std::error_code status;
    if (it->is_directory(status)) {
      const bool own_output = fs::exists(path / ".tarikh", status);  // of an earlier `build . -o site`
      if (hidden || own_output) it.disable_recursion_pending();
      // Opening a folder fails inside increment(), which then ends the walk: look first, and go on beside it.
      else if (access(path.c_str(), R_OK | X_OK) != 0) {
        console.error(path.string(), Error{std::strerror(errno)});
        it.disable_recursion_pending();
      }
    } else if (!hidden && it->is_regular_file(status)) {
      if (has_known_extension(path)) inputs.push_back(make_input(path, path.lexically_relative(folder)));
      else ++other_formats;
    }
    it.increment(failure);
    if (failure) return console.error(folder.string(), Error{failure.message()});
  }
  if (other_formats > 0) {
    console.note(fmt::format("{}: {} file{} of other formats left alone", folder.string(), other_formats,
                             other_formats == 1 ? "" : "s"));
  }
}

// Two files of one name in different folders: both are known by their whole path then.
void make_ids_unique(std::vector<Input>& inputs) {
  std::map<std::string, int> uses;
  for (const Input& input : inputs) ++uses[input.id];
  for (Input& input : inputs) {
    if (uses[input.id] > 1) input.id = fs::path(input.path).generic_string();
  }
}

}  // namespace

std::vector<Input> find_inputs(const std::vector<std::string>& arguments, Console& console) {
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      inputs.push_back({Input::Kind::standard_input, "-", "stdin", 0});
      continue;
    }
    std::error_code failure;
    const fs::file_status status = fs::status(argument, failure);
    if (fs::is_directory(status)) walk(argument, inputs, console);
    else if (fs::exists(status)) inputs.push_back(make_input(argument, fs::path(argument).filename()));
    else console.error(argument, Error{failure ? failure.message() : "No such file or directory"});
  }
  std::ranges::sort(inputs, {}, &Input::path);
  inputs.erase(std::unique(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.path == b.path; }), inputs.end());
  make_ids_unique(inputs);
  return inputs;
}

Result<std::string> read_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{std::strerror(errno), path};
  std::string bytes;
  ssize_t got = 1;
  while (got > 0 && bytes.size() <= kMaxDocumentBytes) {
    const std::size_t had = bytes.size();
    bytes.resize(had + kChunk);
    do got = ::read(descriptor, bytes.data() + had, kChunk);
    while (got < 0 && errno == EINTR);
    bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  }
  const int failure = errno;
  ::close(descriptor);
  if (got < 0) return Error{std::strerror(failure), path};
  if (bytes.size() > kMaxDocumentBytes) return Error{fmt::format("larger than {} MiB; left out", kMaxDocumentBytes >> 20), path};
  return bytes;
}

Result<LineReader> LineReader::open(const std::string& path) {
  const int descriptor = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{std::strerror(errno), path};
  return LineReader(descriptor);
}

LineReader::LineReader(int descriptor) : descriptor_(descriptor) {
  ::fstat(descriptor, &status_);
  // Somebody may have read the beginning of standard input already.
  if (const off_t begin = ::lseek(descriptor, 0, SEEK_CUR); begin > 0) position_in_file_ = static_cast<std::uint64_t>(begin);
}

LineReader::LineReader(LineReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), status_(other.status_), position_in_file_(other.position_in_file_), number_(other.number_), buffer_(std::move(other.buffer_)),
      position_(other.position_), error_(std::move(other.error_)) {}

LineReader::~LineReader() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool LineReader::fill(const std::atomic<bool>* stop) {
  buffer_.resize(kChunk);
  position_ = 0;
  ssize_t got = -1;
  while (got < 0) {
    if (stop != nullptr && *stop) got = 0;
    else if (pollfd ready{descriptor_, POLLIN, 0}; stop != nullptr && ::poll(&ready, 1, 100) == 0) continue;
    else if (got = ::read(descriptor_, buffer_.data(), kChunk); got < 0 && errno != EINTR) {
      error_ = Error{std::strerror(errno)};
      got = 0;
    }
  }
  buffer_.resize(static_cast<std::size_t>(got));
  return got > 0;
}

char LineReader::peek(const std::atomic<bool>* stop) {
  while (true) {
    for (std::size_t i = position_; i < buffer_.size(); ++i) {
      if (buffer_[i] != ' ' && buffer_[i] != '\n' && buffer_[i] != '\r' && buffer_[i] != '\t') return buffer_[i];
    }
    if (!fill(stop)) return 0;  // blanks are lost then, and there is nothing else
  }
}

std::optional<LineReader::Line> LineReader::next(const std::atomic<bool>* stop) {
  Line line;
  bool ended = false;
  while (!ended) {
    if (position_ == buffer_.size() && !fill(stop)) {
      if (line.bytes == 0 || error_) return std::nullopt;
      break;
    }
    const std::size_t end = buffer_.find('\n', position_);
    ended = end != std::string::npos;
    const std::size_t taken = (ended ? end : buffer_.size()) - position_;
    if (line.text.size() + taken > kMaxDocumentBytes) {
      line.too_long = true;
      line.text = std::string();
    }
    if (!line.too_long) line.text.append(buffer_, position_, taken);
    line.bytes += taken + (ended ? 1 : 0);
    position_ += taken + (ended ? 1 : 0);
  }
  line.number = ++number_;
  line.begin = position_in_file_;
  position_in_file_ += line.bytes;
  if (line.text.ends_with('\r')) line.text.pop_back();
  if (line.number == 1 && line.text.starts_with("\xEF\xBB\xBF")) {
    line.text.erase(0, 3);
    line.begin += 3;
  }
  return line;
}

bool LineReader::stays() const { return S_ISREG(status_.st_mode); }

Result<std::string> LineReader::again(std::uint64_t begin, std::uint64_t size) const {
  std::string bytes(size, '\0');
  std::size_t had = 0;
  while (had < bytes.size()) {
    const ssize_t got = ::pread(descriptor_, bytes.data() + had, bytes.size() - had, static_cast<off_t>(begin + had));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{std::strerror(errno)};
    if (got == 0) break;
    had += static_cast<std::size_t>(got);
  }
  struct stat now {};
  ::fstat(descriptor_, &now);
  const bool same = now.st_size == status_.st_size && now.st_mtim.tv_sec == status_.st_mtim.tv_sec && now.st_mtim.tv_nsec == status_.st_mtim.tv_nsec;
  if (!same || had < bytes.size()) return Error{"was written to while it was read"};
  return bytes;
}

}  // namespace tarikh::cli
