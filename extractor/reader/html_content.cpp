#include "reader/html_content.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "reader/html_guard.h"
#include "reader/html_tree.h"

namespace tarikh::reader {
namespace {

constexpr std::size_t kArticleSize = 200;   // bytes of text that make a marked article believable
constexpr std::size_t kParagraphSize = 25;  // less is a label

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::size_t count_ink(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_space));
}

// Words in class and id that say what a part of a page is for.
bool is_side_word(std::string_view word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"ad",        "ads",         "advert",       "advertisement", "breadcrumb", "breadcrumbs", "comment",
       "comments",  "consent",     "cookie",       "cookies",       "gdpr",       "masthead",    "menu",
       "modal",     "nav",         "navbar",       "newsletter",    "pagination", "popup",       "promo",
       "recirc",    "recommended", "related",      "share",         "sharing",    "sidebar",     "social",
       "sponsored", "subscribe",   "subscription", "tags",          "taboola",    "outbrain",    "toolbar"});
  return std::ranges::find(kWords, word) != kWords.end();
}

bool has_side_word(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (letter) continue;
    if (is_side_word(word)) return true;
    word.clear();
  }
  return false;
}

bool is_hidden(const GumboNode& node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  std::string style(attribute(node, "style"));
  std::erase_if(style, is_space);
  return style.find("display:none") != std::string::npos;
}

bool is_side_role(std::string_view role) {
  static constexpr auto kRoles = std::to_array<std::string_view>(
      {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"});
  return std::ranges::find(kRoles, role) != kRoles.end();
}

bool is_block(GumboTag tag) { return tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_TIME; }

struct Size {
  std::size_t ink = 0;       // bytes of text that are no space
  std::size_t link_ink = 0;  // of these, in links
  std::size_t own_ink = 0;   // outside inner blocks
};

class Article {
 public:
  explicit Article(const GumboNode& root) : page_(root) {
    measure(root, false, false);
    find_candidates(root, nullptr, nullptr);
  }

  std::string text() {
    emit(choose());
    end_line();
    return std::move(text_);
  }

 private:
  enum class Side { no, perhaps, yes };

  // `perhaps`: by the site's own names, which are not believed of something large.
  static Side side(const GumboNode& node, bool in_article) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_HEAD:
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_FIGURE:
        return Side::yes;
      case GUMBO_TAG_HEADER:
      case GUMBO_TAG_FOOTER:
        if (!in_article) return Side::yes;
        break;
      default:
        break;
    }
    const std::string_view role = attribute(node, "role");
    if (is_hidden(node) || is_side_role(role)) return Side::yes;
    if (role == kFormRole || has_side_word(attribute(node, "class")) || has_side_word(attribute(node, "id")))
      return Side::perhaps;
    return Side::no;
  }

  [[nodiscard]] bool is_left_out(const GumboNode& node, bool in_article) const {
    const Side s = side(node, in_article);
    return s == Side::yes || (s == Side::perhaps && size(node).ink * 2 < size(page_).ink);
  }

  [[nodiscard]] Size size(const GumboNode& node) const {
    const auto found = sizes_.find(&node);
    return found == sizes_.end() ? Size{} : found->second;
  }

  static bool in_article_below(const GumboNode& node, bool in_article) {
    return in_article || has_tag(node, GUMBO_TAG_ARTICLE) || has_tag(node, GUMBO_TAG_MAIN);
  }

  Size measure(const GumboNode& node, bool in_article, bool in_link) {
    Size sum;
    if (!is_element(node)) {
      sum.ink = sum.own_ink = count_ink(text_of(node));
      if (in_link) sum.link_ink = sum.ink;
      return sum;
    }
    if (side(node, in_article) == Side::yes) return sum;
    in_article = in_article_below(node, in_article);
    in_link = in_link || attribute(node, "role") == kLinkRole;
    each_child(node, [&](const GumboNode& child) {
      const Size part = measure(child, in_article, in_link);
      sum.ink += part.ink;
      sum.link_ink += part.link_ink;
      if (!is_element(child) || !is_block(child.v.element.tag)) sum.own_ink += part.own_ink;
    });
    sizes_[&node] = sum;
    return sum;
  }

  void find_candidates(const GumboNode& node, const GumboNode* parent, const GumboNode* grandparent) {
    if (!is_element(node)) return;
    const bool in_article = marked_ != nullptr;
    if (is_left_out(node, in_article)) return;
    const Size s = size(node);
    const auto larger = [&](const GumboNode*& best) {
      if (best == nullptr || s.ink > size(*best).ink) best = &node;
    };
    if (attribute(node, "itemprop") == "articleBody") larger(body_);
    if (has_tag(node, GUMBO_TAG_ARTICLE)) larger(marked_);
    if (has_tag(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main") larger(main_);
    if (s.own_ink >= kParagraphSize && s.link_ink * 2 < s.ink) {
      const bool paragraph = has_tag(node, GUMBO_TAG_P) || has_tag(node, GUMBO_TAG_PRE);
      if (!paragraph)
        scores_[&node] += s.own_ink;  // text straight in a div
      else if (parent != nullptr)
        scores_[parent] += s.own_ink;
      if (paragraph && grandparent != nullptr) scores_[grandparent] += s.own_ink / 2;
    }
    order_.push_back(&node);
    each_child(node, [&](const GumboNode& child) { find_candidates(child, &node, parent); });
  }

  const GumboNode& choose() const {
    const std::size_t page = size(page_).ink;
    for (const GumboNode* marked : {body_, marked_, main_}) {
      if (marked != nullptr && (size(*marked).ink >= kArticleSize || size(*marked).ink * 2 >= page)) return *marked;
    }
    const GumboNode* best = &page_;
    std::size_t best_score = 0;
    for (const GumboNode* node : order_) {
      const auto found = scores_.find(node);
      if (found == scores_.end() || found->second <= best_score) continue;
      best = node;
      best_score = found->second;
    }
    return *best;
  }

  void emit(const GumboNode& top) {
    const bool whole_page = &top == &page_;
    each_child(top, [&](const GumboNode& child) { emit(child, !whole_page); });
  }

  void emit(const GumboNode& node, bool in_article) {
    if (!is_element(node)) return write(text_of(node));
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) return end_line();
    if (is_left_out(node, in_article) || is_link_list(node)) return;
    if (is_block(tag)) end_line();
    each_child(node, [&](const GumboNode& child) { emit(child, in_article_below(node, in_article)); });
    if (is_block(tag)) end_line();
  }

  // "Read also": a block of nothing but links. Headings may be links.
  [[nodiscard]] bool is_link_list(const GumboNode& node) const {
    const GumboTag tag = node.v.element.tag;
    const bool candidate =
        tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DIV;
    const Size s = size(node);
    return candidate && s.ink > 0 && s.link_ink * 10 >= s.ink * 9;
  }

  void write(std::string_view words) {
    for (const char c : words) {
      if (!is_space(c))
        line_ += c;
      else if (!line_.empty() && line_.back() != ' ')
        line_ += ' ';
    }
  }

  void end_line() {
    if (line_.ends_with(' ')) line_.pop_back();
    if (line_.empty()) return;
    text_.append(line_).append("\n");
    line_.clear();
  }

  const GumboNode& page_;
  std::unordered_map<const GumboNode*, Size> sizes_;
  std::unordered_map<const GumboNode*, std::size_t> scores_;
  std::vector<const GumboNode*> order_;
  const GumboNode* body_ = nullptr;
  const GumboNode* marked_ = nullptr;
  const GumboNode* main_ = nullptr;
  std::string text_, line_;
};

}  // namespace

std::string html_content(const GumboNode& root) { return Article(root).text(); }

}  // namespace tarikh::reader
