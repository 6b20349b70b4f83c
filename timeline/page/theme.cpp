#include "page/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>
#include <system_error>

#include "builtin_templates.h"
#include "model/names.h"
#include "page/single_file.h"
#include "page/template.h"

namespace tarikh::page {
namespace {

// What the program escapes itself before a template places it.
constexpr std::array<std::string_view, 7> kRawNames = {"timeline", "entries", "quote", "script_strings", "json_ld", "style", "script"};
// Of these, those that are written only when their turn comes.
constexpr std::array<std::string_view, 2> kLaterNames = {"timeline", "entries"};

constexpr std::string_view kBlank = " \t\r\n\f\v";  // what the template engine skips in a tag

bool ends_with(std::string_view name, std::string_view end) {
  return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
}

Result<std::string> read_file(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return Error{"cannot be read", path.string()};
  std::string bytes;
  std::array<char, 16384> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get()))
    bytes.append(buffer.data(), size);
  if (std::ferror(file.get()) != 0) return Error{"cannot be read", path.string()};
  return bytes;
}

int line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

Result<void> check_escapes(std::string_view text, const std::string& file) {
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
    const std::string_view tag = model::trim(text.substr(at + 2, text.find("}}", at) - at - 2));
    if (tag.empty()) continue;
    const char sign = tag.front();
    if (sign == '=' || sign == '>') {
      return Error{fmt::format("a theme can neither change the delimiters nor include: {{{{{}}}}}", tag), file,
                   line_of(text, at)};
    }
    const bool raw = sign == '{' || sign == '&';
    const std::string_view name = model::trim(tag.substr(raw || sign == '#' || sign == '^' ? 1 : 0));
    if (!raw && std::find(kLaterNames.begin(), kLaterNames.end(), name) != kLaterNames.end())
      return Error{fmt::format("{{{{{0}}}}}: {1} is HTML and always there; write {{{{{{{1}}}}}}}", tag, name), file, line_of(text, at)};
    if (!raw || std::find(kRawNames.begin(), kRawNames.end(), name) != kRawNames.end()) continue;
    return Error{fmt::format("{0} would not be escaped; write {{{{{0}}}}}", name), file, line_of(text, at)};
  }
  return {};
}

// Without the line breaks between its tags, which a browser would keep as texts, ten for every event.
std::string joined(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0; at < html.size(); ++at) {
    const std::size_t next = html[at] == '\n' ? std::min(html.find_first_not_of(kBlank, at), html.size()) : at;
    const bool between = next > at && !text.empty() && (text.back() == '>' || text.back() == '}') &&
                         (next == html.size() || html[next] == '<' || html[next] == '{');
    if (between)
      at = next - 1;
    else
      text += html[at];
  }
  return text;
}

// Readers of a page need no comments; who makes a theme gets them with the templates.
std::string without_comments(std::string_view css) {
  std::string text;
  text.reserve(css.size());
  char quote = 0;
  for (std::size_t at = 0; at < css.size(); ++at) {
    if (quote == 0 && css.substr(at, 2) == "/*") {
      const bool alone = text.empty() || text.back() == '\n';
      at = std::min(css.find("*/", at + 2), css.size() - 2) + 1;
      if (alone && css.substr(at + 1, 1) == "\n") ++at;
      continue;
    }
    text += css[at];
    if (css[at] == '\\' && at + 1 < css.size())
      text += css[++at];
    else if (quote != 0 ? css[at] == quote : css[at] == '"' || css[at] == '\'')
      quote = quote != 0 ? '\0' : css[at];
  }
  return text;
}

constexpr std::string_view kAt = " at ";  // between what is wrong and the byte where, in the template engine's messages

Result<void> check_template(const std::string& text, const std::string& file) {
  if (Result<void> escaped = check_escapes(text, file); !escaped) return escaped;
  const std::string error = template_error(text);
  if (error.empty()) return {};
  const std::size_t mark = error.rfind(kAt);
  std::size_t at = 0;
  if (mark != std::string::npos) std::from_chars(error.data() + mark + kAt.size(), error.data() + error.size(), at);
  return Error{error.substr(0, mark), file, line_of(text, at)};
}

std::string known_names() {
  std::string names;
  for (const PageFile& file : builtin_files())
    names += fmt::format("{}{}", names.empty() ? "" : ", ", file.path);
  return names;
}

}  // namespace

const std::vector<PageFile>& builtin_files() {
  static const std::vector<PageFile> kFiles = [] {
    std::vector<PageFile> files;
    // The script is written in pieces and loaded in one.
    for (const EmbeddedFile& file : builtin_templates()) {
      const std::string_view name = file.path.starts_with("script/") ? kScript : file.path;
      if (files.empty() || files.back().path != name) files.push_back({std::string(name), {}});
      files.back().bytes += file.bytes;
    }
    return files;
  }();
  return kFiles;
}

Result<void> Theme::add(const std::string& name, std::string bytes, const std::string& file) {
  if (name == "strings.ar.tsv") return arabic_.add(bytes, file);
  if (name == "strings.en.tsv") return english_.add(bytes, file);
  const bool builtin = std::ranges::any_of(builtin_files(), [&](const PageFile& f) { return f.path == name; });
  const bool html = ends_with(name, ".html");
  if (!builtin && (html || ends_with(name, ".tsv"))) {
    return Error{fmt::format("no template is called {}; there are {}", name, known_names()), file};
  }
  if (html) {
    if (Result<void> good = check_template(bytes, file); !good) return good;
    bytes = joined(bytes);
  }
  if (name == kStyle) bytes = without_comments(bytes);
  files_.insert_or_assign(name, std::move(bytes));
  return {};
}

std::vector<PageFile> Theme::assets() const {
  std::vector<PageFile> assets;
  for (const auto& [name, bytes] : files_) {
    if (!ends_with(name, ".html")) assets.push_back({name, bytes});
  }
  return assets;
}

Result<void> Theme::check_single_file() const {
  for (const auto& [name, file] : {std::pair{"style", kStyle}, std::pair{"script", kScript}}) {
    if (Result<void> good = check_inline(text(file), name, std::string(file)); !good) return good;
    if (text("page.html").find(fmt::format("{{{{{{{}}}}}}}", name)) != std::string::npos) continue;
    return Error{fmt::format("has no place for the {0} of a single file: {{{{{{{0}}}}}}}", name), "page.html"};
  }
  return {};
}

void Theme::make_single_file() {
  std::vector<PageFile> pictures = assets();
  std::erase_if(pictures, [](const PageFile& file) { return file.path == kStyle || file.path == kScript; });
  for (auto& [name, text] : files_) {
    if (name == kStyle || ends_with(name, ".html")) text = with_data_addresses(text, pictures);
  }
}

Result<Theme> Theme::load(const std::filesystem::path& folder) {
  Theme theme;
  for (const PageFile& file : builtin_files()) {
    if (Result<void> added = theme.add(file.path, file.bytes, file.path); !added) return added.error();
  }
  if (folder.empty()) return theme;
  std::error_code failure;
  std::vector<std::filesystem::path> paths;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->is_regular_file() && it->path().filename().string().front() != '.') paths.push_back(it->path());
  }
  if (failure) return Error{fmt::format("the theme cannot be read: {}", failure.message()), folder.string()};
  std::ranges::sort(paths);
  for (const std::filesystem::path& path : paths) {
    Result<std::string> bytes = read_file(path);
    if (!bytes) return bytes.error();
    if (Result<void> added = theme.add(path.filename().string(), std::move(*bytes), path.string()); !added)
      return added.error();
  }
  return theme;
}

}  // namespace tarikh::page
