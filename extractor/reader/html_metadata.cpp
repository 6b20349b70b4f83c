#include "reader/html_metadata.h"

#include <algorithm>
#include <array>

#include "reader/html_tree.h"

namespace tarikh::reader {
namespace {

// Names of <meta> that give the publication date, most reliable first. Dates of change are not among them.
constexpr auto kDateNames = std::to_array<std::string_view>(
    {"article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
     "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "publish-date", "publish_date",
     "publishdate", "pubdate", "publication_date", "article_date_original", "date"});
// After the names: <… itemprop=datePublished>, <time pubdate>, <time> in an article, <time>.
constexpr std::size_t kItemProp = kDateNames.size();
constexpr std::size_t kArticleTime = kItemProp + 1;
constexpr std::size_t kAnyTime = kItemProp + 2;

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

void append_text(const GumboNode& node, std::string& text) {
  text += text_of(node);
  if (is_element(node)) text += ' ';
  each_child(node, [&](const GumboNode& child) { append_text(child, text); });
}

class Collector {
 public:
  void visit(const GumboNode& node, bool in_article) {
    if (!is_element(node)) return;
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (lowered(attribute(node, "rel")) == "canonical") set_once(canonical_, attribute(node, "href"));
        break;
      case GUMBO_TAG_TITLE:
        if (title_.empty()) title_ = inner_text(node);
        break;
      case GUMBO_TAG_H1:
        if (heading_.empty()) heading_ = inner_text(node);
        break;
      default:
        break;
    }
    date(node, in_article);
    in_article = in_article || has_tag(node, GUMBO_TAG_ARTICLE);
    each_child(node, [&](const GumboNode& child) { visit(child, in_article); });
  }

  HtmlMetadata finish() {
    HtmlMetadata found;
    found.title = !og_title_.empty() ? og_title_ : !heading_.empty() ? heading_ : title_;
    found.canonical = !canonical_.empty() ? canonical_ : og_url_;
    found.language = language_;
    std::ranges::stable_sort(dates_, {}, &Ranked::rank);
    for (Ranked& ranked : dates_) found.dates.push_back(std::move(ranked.field));
    return found;
  }

 private:
  struct Ranked {
    std::size_t rank;
    DateField field;
  };

  static void set_once(std::string& field, std::string_view value) {
    if (field.empty()) field = value;
  }

  // The first of each kind is enough: a list of a thousand teasers has a thousand <time>.
  [[nodiscard]] bool has_date(std::size_t rank) const {
    return std::ranges::find(dates_, rank, &Ranked::rank) != dates_.end();
  }

  void add_date(std::size_t rank, std::string_view name, std::string_view value) {
    if (value.empty() || has_date(rank)) return;
    dates_.push_back({rank, {std::string(name), std::string(value)}});
  }

  void meta(const GumboNode& node) {
    const std::string_view content = attribute(node, "content");
    if (content.empty()) return;
    for (const char* by : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = lowered(attribute(node, by));
      if (name.empty()) continue;
      if (name == "og:title")
        set_once(og_title_, content);
      else if (name == "og:url")
        set_once(og_url_, content);
      else if (name == "content-language" || name == "og:locale")
        set_once(language_, content);
      const auto found = std::ranges::find(kDateNames, name);
      if (found != kDateNames.end()) add_date(static_cast<std::size_t>(found - kDateNames.begin()), name, content);
    }
  }

  void date(const GumboNode& node, bool in_article) {
    if (has_tag(node, GUMBO_TAG_META)) return;
    const std::string_view when = attribute(node, "datetime"), content = attribute(node, "content");
    if (attribute(node, "itemprop") == "datePublished" && !has_date(kItemProp)) {
      add_date(kItemProp, "datePublished",
               !when.empty()      ? std::string(when)
               : !content.empty() ? std::string(content)
                                  : inner_text(node));
    } else if (has_tag(node, GUMBO_TAG_TIME)) {
      add_date(in_article || has_attribute(node, "pubdate") ? kArticleTime : kAnyTime, "time", when);
    }
  }

  std::string og_title_, heading_, title_, canonical_, og_url_, language_;
  std::vector<Ranked> dates_;
};

}  // namespace

std::string inner_text(const GumboNode& node) {
  std::string all, text;
  append_text(node, all);
  for (const char c : all) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

HtmlMetadata html_metadata(const GumboNode& root) {
  Collector collector;
  collector.visit(root, false);
  return collector.finish();
}

}  // namespace tarikh::reader
