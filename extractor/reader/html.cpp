// HTML: the charset it declares, a guarded parse, then metadata and the article's text.
#include <gumbo.h>

#include <memory>

#include "reader/charset.h"
#include "reader/formats.h"
#include "reader/html_content.h"
#include "reader/html_guard.h"
#include "reader/html_metadata.h"
#include "reader/json_ld.h"

namespace tarikh::reader {
namespace {

// Linked data first: sites fill it in for search engines, who check it.
std::vector<DateField> all_dates(const GuardedHtml& page, std::vector<DateField> metadata) {
  std::vector<DateField> dates;
  for (const std::string_view data : page.linked_data) {
    if (std::optional<std::string> date = json_ld_date(data)) dates.push_back({"datePublished", std::move(*date)});
  }
  for (DateField& field : metadata) dates.push_back(std::move(field));
  return dates;
}

}  // namespace

Result<Draft> read_html(std::string_view bytes) {
  const Result<std::string> html = to_utf8(bytes, declared_charset(bytes));
  if (!html) return html.error();
  const GuardedHtml page = guard_html(*html);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> tree(
      gumbo_parse_with_options(&options, page.html.data(), page.html.size()), destroy);
  HtmlMetadata metadata = html_metadata(*tree->root);
  Draft draft;
  draft.title = std::move(metadata.title);
  draft.source = std::move(metadata.canonical);
  draft.language = page.language.empty() ? std::move(metadata.language) : page.language;
  draft.dates = all_dates(page, std::move(metadata.dates));
  draft.text = html_content(*tree->root);
  return draft;
}

}  // namespace tarikh::reader
