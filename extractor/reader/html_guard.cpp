#include "reader/html_guard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace tarikh::reader {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

bool same_word(std::string_view text, std::string_view lower_word) {
  return std::ranges::equal(text, lower_word, [](char a, char b) { return lower(a) == b; });
}

// What becomes of an element.
enum class Fate : std::uint8_t {
  nest,    // written, and counted for the depth
  loose,   // written, closed by Gumbo where HTML says so: cannot nest in itself
  single,  // written, has no content
  text,    // its tags go, its content stays
  block,   // the same, but words before and after it are apart
  cell,    // a table cell: a div that the next cell or row closes
  row,
  table,
  link,
  form,
  raw,  // its content is no markup
  gone  // goes with its content
};

struct Element {
  std::string_view name;
  Fate fate;
};

// In alphabetical order. What is not here is `block`.
constexpr auto kElements = std::to_array<Element>({
    {"a", Fate::link},          {"abbr", Fate::text},     {"acronym", Fate::text},  {"address", Fate::nest},
    {"applet", Fate::gone},     {"article", Fate::nest},  {"aside", Fate::nest},    {"audio", Fate::gone},
    {"b", Fate::text},          {"bdi", Fate::text},      {"bdo", Fate::text},      {"big", Fate::text},
    {"blockquote", Fate::nest}, {"br", Fate::single},     {"button", Fate::gone},   {"canvas", Fate::gone},
    {"cite", Fate::text},       {"code", Fate::text},     {"data", Fate::text},     {"dd", Fate::loose},
    {"del", Fate::text},        {"details", Fate::nest},  {"dfn", Fate::text},      {"dialog", Fate::gone},
    {"div", Fate::nest},        {"dl", Fate::nest},       {"dt", Fate::loose},      {"em", Fate::text},
    {"figcaption", Fate::nest}, {"figure", Fate::nest},   {"font", Fate::text},     {"footer", Fate::nest},
    {"form", Fate::form},       {"h1", Fate::nest},       {"h2", Fate::nest},       {"h3", Fate::nest},
    {"h4", Fate::nest},         {"h5", Fate::nest},       {"h6", Fate::nest},       {"header", Fate::nest},
    {"hr", Fate::single},       {"i", Fate::text},        {"iframe", Fate::gone},   {"img", Fate::text},
    {"ins", Fate::text},        {"kbd", Fate::text},      {"label", Fate::text},    {"li", Fate::loose},
    {"link", Fate::single},     {"main", Fate::nest},     {"map", Fate::gone},      {"mark", Fate::text},
    {"math", Fate::gone},       {"meta", Fate::single},   {"nav", Fate::nest},      {"nobr", Fate::text},
    {"noembed", Fate::gone},    {"noframes", Fate::gone}, {"noscript", Fate::gone}, {"object", Fate::gone},
    {"ol", Fate::nest},         {"p", Fate::loose},       {"pre", Fate::nest},      {"q", Fate::text},
    {"rp", Fate::text},         {"rt", Fate::text},       {"ruby", Fate::text},     {"s", Fate::text},
    {"samp", Fate::text},       {"script", Fate::raw},    {"section", Fate::nest},  {"select", Fate::gone},
    {"small", Fate::text},      {"span", Fate::nest},     {"strike", Fate::text},   {"strong", Fate::text},
    {"style", Fate::raw},       {"sub", Fate::text},      {"sup", Fate::text},      {"svg", Fate::gone},
    {"table", Fate::table},     {"td", Fate::cell},       {"template", Fate::gone}, {"textarea", Fate::raw},
    {"th", Fate::cell},         {"time", Fate::nest},     {"title", Fate::raw},     {"tr", Fate::row},
    {"tt", Fate::text},         {"u", Fate::text},        {"ul", Fate::nest},       {"var", Fate::text},
    {"video", Fate::gone},      {"wbr", Fate::text},      {"xmp", Fate::raw},
});
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

constexpr auto kAttributes = std::to_array<std::string_view>(
    {"aria-hidden", "class", "content", "datetime", "hidden", "href", "http-equiv", "id", "itemprop", "lang", "name",
     "property", "pubdate", "rel", "role", "style", "type", "xml:lang"});
static_assert(std::ranges::is_sorted(kAttributes));

struct Attribute {
  std::string_view name;  // of kAttributes
  std::string_view value;
};

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::vector<Attribute> attributes;

  [[nodiscard]] std::string_view get(std::string_view wanted) const {
    const auto found = std::ranges::find(attributes, wanted, &Attribute::name);
    return found == attributes.end() ? std::string_view{} : found->value;
  }
};

class Guard {
 public:
  explicit Guard(std::string_view page) : page_(page) { out_.html.reserve(page.size()); }

  GuardedHtml run() {
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      out_.html.append(page_, at_, open - at_);
      at_ = open;
      if (at_ < page_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  struct Open {
    Fate fate;
    std::string name;  // as the page has it
  };

  // At '<'.
  void markup() {
    const char next = at_ + 1 < page_.size() ? page_[at_ + 1] : ' ';
    if (page_.substr(at_).starts_with("<!--")) return comment();
    if (next == '!' || next == '?') return skip_past('>');
    const bool closing = next == '/';
    const char first = closing && at_ + 2 < page_.size() ? page_[at_ + 2] : next;
    if (!is_letter(first)) {
      if (closing) return skip_past('>');
      out_.html += "&lt;";
      ++at_;
      return;
    }
    if (const bool complete = read_tag(closing); !complete) return;  // cut off at the end of the page
    const auto known = std::ranges::lower_bound(kElements, tag_.name, {}, &Element::name);
    const Fate fate = known != kElements.end() && known->name == tag_.name ? known->fate : Fate::block;
    closing ? close(fate) : open(fate);
  }

  void skip_past(char end) { at_ = std::min(page_.find(end, at_), page_.size() - 1) + 1; }

  void comment() {
    const std::size_t end = endless_comment_ ? std::string_view::npos : page_.find("-->", at_ + 2);
    endless_comment_ = end == std::string_view::npos;
    if (endless_comment_)
      skip_past('>');
    else
      at_ = end + 3;
  }

  bool read_tag(bool closing) {
    at_ += closing ? 2 : 1;
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>') ++at_;
    tag_.name = lowered(page_.substr(begin, std::min<std::size_t>(at_ - begin, 40)));
    tag_.closing = closing;
    tag_.attributes.clear();
    while (at_ < page_.size() && page_[at_] != '>') read_attribute();
    if (at_ >= page_.size()) return false;
    ++at_;
    return true;
  }

  void read_attribute() {
    while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
           (page_[at_] != '=' || at_ == begin))
      ++at_;
    const std::string_view name = page_.substr(begin, at_ - begin);
    std::size_t equals = at_;
    while (equals < page_.size() && is_space(page_[equals])) ++equals;
    std::string_view value;
    if (equals < page_.size() && page_[equals] == '=') {
      at_ = equals + 1;
      value = read_value();
    }
    if (name.size() > 12) return;
    const std::string key = lowered(name);
    const auto wanted = std::ranges::lower_bound(kAttributes, std::string_view(key));
    if (wanted == kAttributes.end() || *wanted != key) return;
    if (std::ranges::find(tag_.attributes, *wanted, &Attribute::name) == tag_.attributes.end())
      tag_.attributes.push_back({*wanted, value});
  }

  std::string_view read_value() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    const char quote = at_ < page_.size() ? page_[at_] : ' ';
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(page_.find(quote, at_), page_.size());
      at_ = std::min(end + 1, page_.size());
      return page_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  void open(Fate fate) {
    switch (fate) {
      case Fate::nest:
        return push(fate, tag_.name);
      case Fate::loose:
      case Fate::single:
        return write_tag(tag_.name);
      case Fate::text:
        return;
      case Fate::block:
        return open_other();
      case Fate::cell:
        close_cell();
        return push(fate, "div");
      case Fate::row:
        return close_cell();
      case Fate::table:
        return push(fate, "div");
      case Fate::link:
        if (!stack_.empty() && stack_.back().fate == Fate::link) pop();
        return push(fate, "span", kLinkRole);
      case Fate::form:
        return push(fate, "div", kFormRole);
      case Fate::raw:
        return raw();
      case Fate::gone:
        return drop_content();
    }
  }

  void open_other() {
    if (tag_.name == "html") out_.language = tag_.get("lang").empty() ? tag_.get("xml:lang") : tag_.get("lang");
    out_.html += ' ';
  }

  void close(Fate fate) {
    switch (fate) {
      case Fate::nest:
      case Fate::cell:
      case Fate::table:
      case Fate::link:
      case Fate::form:
        return pop_to(fate);
      case Fate::loose:
        out_.html.append("</").append(tag_.name).append(">");
        return;
      case Fate::row:
        return close_cell();
      case Fate::block:
        out_.html += ' ';
        return;
      case Fate::single:
      case Fate::text:
      case Fate::raw:
      case Fate::gone:
        return;
    }
  }

  void push(Fate fate, std::string_view written, std::string_view role = {}) {
    if (stack_.size() >= kMaxHtmlDepth) {
      ++too_deep_;
      return;
    }
    write_tag(written, role);
    stack_.push_back({fate, tag_.name});
  }

  void pop() {
    const Open& top = stack_.back();
    const bool renamed = top.fate != Fate::nest;
    out_.html.append("</").append(!renamed ? top.name : top.fate == Fate::link ? "span" : "div").append(">");
    stack_.pop_back();
  }

  // Closes the innermost open element of that name and what is open inside it, but nothing outside the table or cell.
  void pop_to(Fate fate) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].name == tag_.name) {
        while (stack_.size() > i) pop();
        return;
      }
      if (stack_[i].fate == Fate::table || (stack_[i].fate == Fate::cell && fate != Fate::table)) return;
    }
  }

  void close_cell() {
    for (std::size_t i = stack_.size(); i-- > 0 && stack_[i].fate != Fate::table;) {
      if (stack_[i].fate != Fate::cell) continue;
      while (stack_.size() > i) pop();
      return;
    }
  }

  void write_tag(std::string_view name, std::string_view role = {}) {
    std::string& html = out_.html;
    html.append("<").append(name);
    for (const Attribute& attribute : tag_.attributes) {
      if (!role.empty() && attribute.name == "role") continue;
      html.append(" ").append(attribute.name).append("=\"");
      for (const char c : attribute.value) {
        if (c == '"')
          html += "&quot;";
        else
          html += c;
      }
      html += '"';
    }
    if (!role.empty()) html.append(" role=\"").append(role).append("\"");
    html += '>';
  }

  // The content of the element up to its end tag. Nothing if it has none, which is remembered: a page full of
  // such start tags is searched once per name.
  std::optional<std::string_view> content() {
    if (std::ranges::find(endless_, tag_.name) != endless_.end()) return std::nullopt;
    for (std::size_t end = page_.find("</", at_); end != std::string_view::npos; end = page_.find("</", end + 2)) {
      if (!same_word(page_.substr(end + 2, tag_.name.size()), tag_.name)) continue;
      const std::string_view found = page_.substr(at_, end - at_);
      at_ = end;
      skip_past('>');
      return found;
    }
    endless_.push_back(tag_.name);
    return std::nullopt;
  }

  void drop_content() {
    if (content()) out_.html += ' ';
  }

  void raw() {
    const std::optional<std::string_view> found = content();
    if (!found) {
      if (tag_.name == "script" || tag_.name == "style") at_ = page_.size();
      return;
    }
    if (tag_.name == "script" && same_word(tag_.get("type"), "application/ld+json")) out_.linked_data.push_back(*found);
    if (tag_.name != "title") return;
    out_.html += "<title>";
    for (const char c : *found) {
      if (c == '<')
        out_.html += "&lt;";
      else
        out_.html += c;
    }
    out_.html += "</title>";
  }

  std::string_view page_;
  std::size_t at_ = 0;
  GuardedHtml out_;
  Tag tag_;
  std::vector<Open> stack_;
  std::size_t too_deep_ = 0;
  std::vector<std::string> endless_;
  bool endless_comment_ = false;
};

}  // namespace

GuardedHtml guard_html(std::string_view page) { return Guard(page).run(); }

}  // namespace tarikh::reader
