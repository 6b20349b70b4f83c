// The door of the room: chooses the format, and decides what is the same for all formats. The publication day is
// that of the metadata, else of a YYYY-MM-DD file name, else the one given for documents that carry none.
#include "tarikh/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reader/formats.h"
#include "reader/metadata_day.h"
#include "tarikh/date.h"

namespace tarikh {
namespace {

using namespace reader;

Result<Draft> read_single_line(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end != std::string_view::npos && bytes.find_first_not_of(" \t\r\n", end) != std::string_view::npos) {
    return Error{"JSON Lines with several documents: read them line by line"};
  }
  return read_json(bytes);
}

struct Format {
  ReaderInfo info;
  Result<Draft> (*read)(std::string_view bytes);
};

constexpr std::array<Format, 4> kReaders{{
    {{"plain text", "txt text"}, read_text},
    {{"Markdown", "md markdown"}, read_markdown},
    {{"HTML", "html htm xhtml"}, read_html},
    {{"JSON Lines", "jsonl ndjson"}, read_single_line},
}};

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string lower_extension(std::string_view path) {
  const std::string_view name = file_name(path);
  std::string extension(name.substr(std::min(name.size(), stem(name).size() + 1)));
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

const Format& format_of(std::string_view name, std::string_view bytes) {
  const std::string extension = lower_extension(name);
  const auto by_extension =
      std::ranges::find_if(kReaders, [&](const Format& f) { return lists(f.info.extensions, extension); });
  if (!extension.empty() && by_extension != kReaders.end()) return *by_extension;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool markup = first != std::string_view::npos && bytes[first] == '<';
  return *std::ranges::find_if(kReaders, [&](const Format& f) { return f.read == (markup ? read_html : read_text); });
}

// "ar" of "ar-EG", "AR_eg"; empty for what is no ISO 639-1 code.
std::string language_code(std::string_view written) {
  std::string code(written.substr(0, written.find_first_of("-_")));
  std::ranges::transform(code, code.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
  return code.size() == 2 && letters ? code : std::string();
}

Result<void> set_dct(Document& document, const Draft& draft, const ReadOptions& options) {
  for (const DateField& field : draft.dates) {
    const std::optional<Result<date::sys_days>> day = metadata_day(field.value);
    if (!day && !draft.dates_are_ours) continue;
    if (!day) return Error{fmt::format("{}: \"{:.40}\" is no date, expected YYYY-MM-DD", field.name, field.value)};
    if (!*day) return Error{fmt::format("{}: {}", field.name, day->error().message)};
    document.dct = **day;
    document.dct_basis = DctBasis::metadata;
    return {};
  }
  const std::string_view name = file_name(options.name);
  const bool dated = name.size() == 10 || (name.size() > 10 && (name[10] < '0' || name[10] > '9'));
  if (const std::optional<date::sys_days> day = parse_iso_day(name.substr(0, 10)); day && dated) {
    document.dct = day;
    document.dct_basis = DctBasis::metadata;
  } else if (options.default_dct) {
    document.dct = options.default_dct;
    document.dct_basis = DctBasis::given;
  }
  return {};
}

Result<Document> finish(Draft&& draft, const ReadOptions& options) {
  if (draft.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos) return Error{"no readable text"};
  Document document;
  document.id = !draft.id.empty()     ? std::move(draft.id)
                : !options.id.empty() ? options.id
                                      : std::string(stem(options.name));
  document.language = language_code(draft.language);
  document.title = std::move(draft.title);
  document.source = draft.source.empty() ? options.source : std::move(draft.source);
  if (const Result<void> dated = set_dct(document, draft, options); !dated) return dated.error();
  document.text = std::move(draft.text);
  return document;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const ReadOptions& options) {
  if (bytes.empty()) return Error{"the document is empty"};
  Result<Draft> draft = format_of(options.name, bytes).read(bytes);
  if (!draft) return draft.error();
  return finish(std::move(*draft), options);
}

Result<Document> read_json_document(std::string_view json, int line, const ReadOptions& options) {
  const auto at_line = [line](Error error) {
    error.line = line;
    return error;
  };
  Result<Draft> draft = read_json(json);
  if (!draft) return at_line(draft.error());
  if (draft->id.empty()) {
    const std::string name = !options.id.empty() ? options.id : std::string(stem(options.name));
    draft->id = name.empty() ? fmt::format("line-{}", line) : fmt::format("{}-{}", name, line);
  }
  Result<Document> document = finish(std::move(*draft), options);
  if (!document) return at_line(document.error());
  return document;
}

const std::vector<ReaderInfo>& reader_formats() {
  static const std::vector<ReaderInfo> formats = [] {
    std::vector<ReaderInfo> infos;
    for (const Format& format : kReaders) infos.push_back(format.info);
    return infos;
  }();
  return formats;
}

}  // namespace tarikh
