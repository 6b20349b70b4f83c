// Markdown to text: front matter (YAML between --- lines, one `key: value` a line), then two passes over the body:
// blocks lose the marks at the start of their lines, then inline marks are dropped. Both go once from left to right,
// so any input takes linear time; what is no mark stays as it is.
#include <algorithm>
#include <array>

#include "reader/charset.h"
#include "reader/formats.h"

namespace tarikh::reader {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Takes the first line off, without its end.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// --- front matter

enum class Key { none, title, date, language, source };

Key key_of(std::string_view name) {
  struct Name {
    std::string_view name;
    Key key;
  };
  static constexpr std::array<Name, 11> kNames{{{"title", Key::title},
                                                {"date", Key::date},
                                                {"published", Key::date},
                                                {"datePublished", Key::date},
                                                {"lang", Key::language},
                                                {"language", Key::language},
                                                {"locale", Key::language},
                                                {"url", Key::source},
                                                {"source", Key::source},
                                                {"link", Key::source},
                                                {"canonical", Key::source}}};
  const auto found = std::ranges::find(kNames, name, &Name::name);
  return found == kNames.end() ? Key::none : found->key;
}

// Without quotes and without a comment.
std::string_view scalar(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
    const std::size_t end = value.find(value.front(), 1);
    if (end != std::string_view::npos) return value.substr(1, end - 1);
  }
  return trim(value.substr(0, value.find(" #")));
}

void set_once(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

// What is left after the front matter; all of the text if there is none, or if it does not end.
std::string_view read_front_matter(std::string_view text, Draft& draft) {
  std::string_view rest = text;
  if (trim(next_line(rest)) != "---") return text;
  Draft found;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (trim(line) == "---" || trim(line) == "...") {
      draft = std::move(found);
      return rest;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view value = scalar(line.substr(colon + 1));
    if (value.empty()) continue;
    switch (key_of(line.substr(0, colon))) {
      case Key::none:
        break;
      case Key::title:
        set_once(found.title, value);
        break;
      case Key::language:
        set_once(found.language, value);
        break;
      case Key::source:
        set_once(found.source, value);
        break;
      case Key::date:
        found.dates.push_back({std::string(line.substr(0, colon)), std::string(value)});
        break;
    }
  }
  return text;
}

// --- blocks

// "***", "- - -", "====": a line of one mark and spaces; "|---|:--|" under a table's head.
bool is_rule(std::string_view line) {
  const std::string_view marks = trim(line);
  if (marks.starts_with('|') && marks.find_first_not_of("|-: ") == std::string_view::npos) return true;
  if (marks.size() < 3 || std::string_view("*-_=").find(marks.front()) == std::string_view::npos) return false;
  return std::ranges::all_of(marks, [&](char c) { return c == marks.front() || c == ' '; });
}

bool is_fence(std::string_view line) { return trim(line).starts_with("```") || trim(line).starts_with("~~~"); }

// "[1]: https://…", "[^1]: note"
bool is_definition(std::string_view line) {
  if (!trim(line).starts_with('[')) return false;
  const std::size_t end = line.find("]:");
  return end != std::string_view::npos && line.substr(0, end).find(' ') == std::string_view::npos;
}

// "> ", "- ", "* ", "+ ", "## ": the length of the mark at the start of the line, 0 if there is none. A number stays:
// "4. July" may be a date.
std::size_t mark_length(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks > 0 && marks <= 6 && (marks == line.size() || line[marks] == ' ')) return std::min(marks + 1, line.size());
  if (line.starts_with('>')) return line.starts_with("> ") ? 2 : 1;
  const bool item =
      line.size() >= 2 && line[1] == ' ' && std::string_view("-*+").find(line[0]) != std::string_view::npos;
  return item ? 2 : 0;
}

std::string strip_blocks(std::string_view body, std::string& first_heading) {
  std::string text;
  text.reserve(body.size());
  bool began = false;
  while (!body.empty()) {
    std::string_view line = next_line(body);
    if (!is_rule(line) && !is_fence(line) && !is_definition(line)) {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
      const bool heading = line.starts_with("# ");
      while (const std::size_t length = mark_length(line)) line.remove_prefix(length);
      if (heading && !began) first_heading = trim(line);
      began = began || !line.empty();
      text += line;
    }
    text += '\n';
  }
  return text;
}

// --- inline marks

class InlineStripper {
 public:
  explicit InlineStripper(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string strip() {
    while (at_ < text_.size()) step();
    return without_dropped();
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '\\':
        return escape();
      case '*':
      case '_':
      case '~':
      case '`':
        return emphasis();
      case '!':
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '[') {
          open_.push_back({out_.size(), true});
          out_ += '[';
          at_ += 2;
          return;
        }
        return keep();
      case '[':
        open_.push_back({out_.size(), false});
        return keep();
      case ']':
        return close_bracket();
      case '<':
        return tag();
      default:
        return keep();
    }
  }

  void keep() { out_ += text_[at_++]; }

  void escape() {
    const bool punctuation =
        at_ + 1 < text_.size() && !is_word(text_[at_ + 1]) && static_cast<unsigned char>(text_[at_ + 1]) > ' ';
    if (punctuation) ++at_;
    keep();
  }

  // A run of marks that stands at the edge of a word; "2 * 3" and snake_case stay.
  void emphasis() {
    const char mark = text_[at_];
    const std::size_t end = std::min(text_.find_first_not_of(mark, at_), text_.size());
    const std::string_view run = text_.substr(at_, end - at_);
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = end == text_.size() ? ' ' : text_[end];
    const auto ascii_word = [](char c) { return is_word(c) && static_cast<unsigned char>(c) < 0x80; };
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    const bool inside_word =
        mark == '_' ? is_word(before) && is_word(after) : mark == '*' && ascii_word(before) && ascii_word(after);
    const bool lone = (space(before) && space(after)) || (mark == '~' && run.size() == 1);
    if (inside_word || lone) out_ += run;
    at_ = end;
  }

  // "[text](url)" becomes its text, an image nothing; other brackets stay.
  void close_bracket() {
    if (open_.empty()) return keep();
    const Bracket bracket = open_.back();
    open_.pop_back();
    const bool footnote = out_.size() > bracket.at + 1 && out_[bracket.at + 1] == '^';
    std::size_t end = std::string_view::npos;
    if (at_ + 1 < text_.size() && text_[at_ + 1] == '(') end = find_close(at_ + 2);
    if (end == std::string_view::npos && !footnote && !bracket.image) return keep();
    at_ = end == std::string_view::npos ? at_ + 1 : end + 1;
    if (!footnote && !bracket.image) return dropped_.push_back(bracket.at);
    out_.resize(bracket.at);
    while (!dropped_.empty() && dropped_.back() >= bracket.at) dropped_.pop_back();
  }

  // The next ')' on the line. Remembered, so that a page full of "](" without one is read once.
  std::size_t find_close(std::size_t from) {
    if (close_ < from) close_ = std::min(text_.find_first_of(")\n", from), text_.size());
    return close_ < text_.size() && text_[close_] == ')' ? close_ : std::string_view::npos;
  }

  // "<b>", "</p>", "<!-- … -->" go, "<https://…>" and "a < b" stay.
  void tag() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--") && !endless_comment_) {
      const std::size_t end = text_.find("-->", at_ + 4);
      endless_comment_ = end == std::string_view::npos;
      if (!endless_comment_)
        at_ = end + 3;
      else
        keep();
      return;
    }
    const bool name =
        rest.size() > 1 && (rest[1] == '/' || (is_word(rest[1]) && static_cast<unsigned char>(rest[1]) < 0x80));
    if (angle_ <= at_) angle_ = std::min(text_.find_first_of(">\n", at_), text_.size());
    if (!name || angle_ >= text_.size() || text_[angle_] != '>') return keep();
    const std::string_view inside = text_.substr(at_ + 1, angle_ - at_ - 1);
    if (inside.substr(0, 10).find(':') != std::string_view::npos) out_ += inside;  // an address
    at_ = angle_ + 1;
  }

  std::string without_dropped() {
    std::ranges::sort(dropped_);
    std::string text;
    text.reserve(out_.size());
    std::size_t from = 0;
    for (const std::size_t at : dropped_) {
      text.append(out_, from, at - from);
      from = at + 1;
    }
    return text.append(out_, from);
  }

  struct Bracket {
    std::size_t at = 0;  // in out_
    bool image = false;
  };
  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  std::vector<Bracket> open_;
  std::vector<std::size_t> dropped_;
  std::size_t close_ = 0, angle_ = 0;
  bool endless_comment_ = false;
};

}  // namespace

Result<Draft> read_markdown(std::string_view bytes) {
  const Result<std::string> text = to_utf8(bytes);
  if (!text) return text.error();
  Draft draft;
  const std::string_view body = read_front_matter(*text, draft);
  draft.dates_are_ours = true;
  std::string heading;
  const std::string blocks = strip_blocks(body, heading);
  draft.text = InlineStripper(blocks).strip();
  if (draft.title.empty()) draft.title = InlineStripper(heading).strip();
  return draft;
}

}  // namespace tarikh::reader
