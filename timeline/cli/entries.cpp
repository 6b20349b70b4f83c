#include "cli/entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/pile.h"

namespace tarikh::cli {
namespace {

constexpr std::size_t kWindow = 2000;                      // entries
constexpr std::uint64_t kPiece = std::uint64_t{256} << 10U;  // bytes read at a time

const std::string& shown(const std::string& path) {
  static const std::string kStandardInput = "standard input";
  return path == "-" ? kStandardInput : path;
}

using TakeLine = std::function<Result<void>(const LineReader::Line&)>;

void for_each_line(LineReader& lines, const std::string& path, Console& console, const TakeLine& take) {
  while (std::optional<LineReader::Line> line = lines.next(&interrupted)) {
    Result<void> taken;
    if (line->too_long) taken = Error{fmt::format("a line longer than {} MiB; left out", kMaxDocumentBytes >> 20)};
    else if (line->text.find_first_not_of(" \t") != std::string::npos) taken = take(*line);
    if (taken) continue;
    Error error = taken.error();
    error.line = line->number;
    console.error(shown(path), error);
  }
  if (lines.error()) console.error(shown(path), *lines.error());
}

// Of a file of records alone, which is no timeline, the first is an error.
void for_each_entry(LineReader& lines, const std::string& path, Console& console,
                    const std::function<void(Entry&&, const LineReader::Line&)>& take) {
  bool any = false;
  std::optional<Error> no_entry;
  for_each_line(lines, path, console, [&](const LineReader::Line& line) -> Result<void> {
    if (is_record(line.text) && no_entry) return {};
    Result<Entry> entry = parse_entry(line.text, line.number);
    if (!entry && !is_record(line.text)) return entry.error();
    if (!entry) {
      no_entry = entry.error();
      return {};
    }
    any = true;
    take(std::move(*entry), line);
    return {};
  });
  if (no_entry && !any) console.error(path, *no_entry);
}

std::vector<std::string> or_standard_input(const std::vector<std::string>& paths) {
  return paths.empty() ? std::vector<std::string>{"-"} : paths;
}

}  // namespace

bool is_entry(std::string_view line) { return line.starts_with(R"({"id":)"); }
bool is_record(std::string_view line) { return line.starts_with(R"({"doc":)"); }

void for_each_line(const std::string& path, Console& console, const std::function<Result<void>(std::string_view, int)>& take) {
  Result<LineReader> lines = LineReader::open(path);
  if (!lines) return console.error(shown(path), lines.error());
  for_each_line(*lines, path, console, [&](const LineReader::Line& line) { return take(line.text, line.number); });
}

Timeline read_timeline(const std::vector<std::string>& paths, Console& console) {
  Timeline timeline;
  for (const std::string& path : or_standard_input(paths)) {
    Result<LineReader> lines = LineReader::open(path);
    if (!lines) {
      console.error(shown(path), lines.error());
      continue;
    }
    for_each_entry(*lines, path, console, [&](Entry&& entry, const LineReader::Line&) { timeline.entries.push_back(std::move(entry)); });
  }
  return timeline;
}

// Lines that follow one another in a file are read in one piece.
template <class Take>
Result<void> EntryFiles::read_again(std::size_t begin, std::size_t end, const Take& take) {
  for (std::size_t at = begin; at < end;) {
    const Line& first = lines_[at];
    if (first.size == 0) {
      if (!take(held_[first.begin])) return {};
      ++at;
      continue;
    }
    std::size_t last = at;
    while (last + 1 < end && lines_[last + 1].size > 0 && lines_[last + 1].file == first.file && lines_[last + 1].begin + lines_[last + 1].size - first.begin <= kPiece) ++last;
    const File& file = files_[first.file];
    const Result<std::string> piece = file.lines.again(first.begin, lines_[last].begin + lines_[last].size - first.begin);
    if (!piece) return Error{piece.error().message, file.path};
    for (; at <= last; ++at) {
      Result<Entry> entry = parse_entry(std::string_view(*piece).substr(lines_[at].begin - first.begin, lines_[at].size), 0);
      if (!entry) return Error{entry.error().message, file.path};
      if (!take(std::move(*entry))) return {};
    }
  }
  return {};
}

Result<void> EntryFiles::each(const Visit& visit, std::size_t begin, std::size_t end) {
  if (!read_) {
    read_first(visit);
    return {};
  }
  end = std::min(end, lines_.size());
  if (begin >= end) return {};
  const bool in_window = begin >= window_begin_ && end <= window_begin_ + window_.size();
  if (!in_window && end - begin > kWindow) return read_again(begin, end, visit);
  if (!in_window) {
    window_.clear();
    window_begin_ = begin;
    const Result<void> filled = read_again(begin, end, [&](auto&& entry) {
      window_.push_back(std::forward<decltype(entry)>(entry));
      return true;
    });
    if (!filled) return filled;
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (!visit(window_[i - window_begin_])) break;
  }
  return {};
}

void EntryFiles::read_first(const Visit& visit) {
  read_ = true;
  bool open = true;
  for (const std::string& path : or_standard_input(paths_)) {
    Result<LineReader> lines = LineReader::open(path);
    if (!lines) {
      console_.error(shown(path), lines.error());
      continue;
    }
    const bool holds = passes_ == Passes::several && !lines->stays();
    const auto file = static_cast<std::uint32_t>(files_.size());
    for_each_entry(*lines, path, console_, [&](Entry&& entry, const LineReader::Line& line) {
      if (!selection_.contains(entry)) return;
      open = open && visit(entry);
      lines_.push_back({file, holds ? 0 : static_cast<std::uint32_t>(line.text.size()), holds ? held_.size() : line.begin});
      if (holds) held_.push_back(std::move(entry));
    });
    files_.push_back({path, std::move(*lines)});
  }
}

}  // namespace tarikh::cli
