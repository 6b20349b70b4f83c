// A document: the clean text of one article and what is known about it. Reading bytes into one is the last
// step of extraction that can fail.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh {

/// Where an index of something points at nothing.
inline constexpr std::uint32_t kNoIndex = UINT32_MAX;

/// Half-open byte range of Document::text. Records on disk count Unicode code points instead.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Where the document creation time (DCT, the publication day) comes from.
enum class DctBasis : std::uint8_t { none, given, metadata, text, inferred };

struct Document {
  std::string id;
  std::string language;  ///< ISO 639-1: "ar", "en"; empty = let the extractor decide by script
  std::string title;     ///< empty when unknown
  std::string text;      ///< valid UTF-8, no markup, lines kept
  std::string source;    ///< URL or path; empty when unknown
  std::optional<date::sys_days> dct;
  DctBasis dct_basis = DctBasis::none;
};

struct ReadOptions {
  std::string id;                            ///< for formats that carry none; the file name without extension is customary
  std::string name;                          ///< file name: chooses the format by extension, gives the DCT of a YYYY-MM-DD- name
  std::string source;                        ///< for formats that carry no URL
  std::optional<date::sys_days> default_dct; ///< for documents that carry no date; marked `given`
};

/// Reads one document: .txt, .md/.markdown (front matter), .html/.htm/.xhtml, by `options.name`; other
/// extensions and none by content (a leading '<' is HTML). Any charset (BOM, declaration, detector);
/// invalid sequences become U+FFFD. Errors: empty input, binary junk, no readable text.
Result<Document> read_document(std::string_view bytes, const ReadOptions& options = {});

/// Reads one line of JSON Lines input: {"id","text"} and optionally lang, dct (ISO day), title, url.
/// `line` is 1-based and names a document without id; errors carry it.
Result<Document> read_json_document(std::string_view json, int line, const ReadOptions& options = {});

/// One row per supported input format, in the order they are tried; the CLI's help reads it too.
struct ReaderInfo {
  std::string_view name;        ///< "HTML"
  std::string_view extensions;  ///< "html htm xhtml"
};
[[nodiscard]] const std::vector<ReaderInfo>& reader_formats();

}  // namespace tarikh
