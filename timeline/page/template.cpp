#include "page/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "page/escape.h"

namespace tarikh::page {
namespace {

std::uint32_t hash_of(std::string_view name) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

}  // namespace

bool Output::pass_on() { return text_.size() < kPiece ? open_ : finish(); }

bool Output::finish() {
  passed_ += text_.size();
  open_ = open_ && (*sink_)(text_);
  text_.clear();
  return open_;
}

View View::later(Writer writer) {
  View view(Kind::later);
  view.writer_ = std::make_shared<const Writer>(std::move(writer));
  return view;
}

View& View::set(std::string_view name, View value) {
  fields_.push_back({hash_of(name), name, std::move(value)});
  return *this;
}

const View* View::find(std::uint32_t hash, std::string_view name) const {
  const auto found = std::find_if(fields_.rbegin(), fields_.rend(), [&](const Field& field) { return field.hash == hash && field.name == name; });
  return found == fields_.rend() ? nullptr : &found->value;
}

class Template::Parser {
 public:
  Parser(std::string_view text, const View& words) : text_(text), words_(words) {}

  /// The error; empty if there is none.
  std::string parse() {
    while (at_ < text_.size() && error_.empty()) {
      const std::size_t open = text_.find("{{", at_);
      add_text(text_.substr(at_, open - at_));
      if (open == std::string_view::npos) break;
      at_ = open;
      parse_tag();
    }
    if (error_.empty() && !sections_.empty()) fail("unclosed section", steps_[sections_.back().step].name.text, sections_.back().at);
    return std::move(error_);
  }

  std::vector<Step> take() { return std::move(steps_); }

 private:
  struct Section {
    std::size_t step, at;
  };

  void fail(std::string_view what, std::string_view name, std::size_t at) {
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    error_ = fmt::format("{} {{{{{}}}}} in line {}", what, name, line);
  }

  void add_text(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::size_t size = end == std::string_view::npos ? text.size() : end;
      const bool carriage = end != std::string_view::npos && size > 0 && text[size - 1] == '\r';
      if (const std::string_view words = text.substr(0, size - (carriage ? 1 : 0)); !words.empty())
        steps_.push_back({Kind::text, {std::string(words), {}}});
      if (end == std::string_view::npos) return;
      steps_.push_back({Kind::line_end, {carriage ? "\r\n" : "\n", {}}});
      text.remove_prefix(end + 1);
    }
  }

  void parse_tag() {
    const bool raw = text_.substr(at_).starts_with("{{{");
    const std::string_view close = raw ? "}}}" : "}}";
    const std::size_t begin = at_ + (raw ? 3 : 2), end = text_.find(close, begin);
    if (end == std::string_view::npos) return fail("unclosed tag", "", at_);
    const std::string_view tag = trimmed(text_.substr(begin, end - begin));
    const std::size_t tag_at = std::exchange(at_, end + close.size());
    const char sign = tag.empty() || raw ? ' ' : tag.front();
    const std::string_view name = std::string_view("#^/&!").find(sign) == std::string_view::npos ? tag : trimmed(tag.substr(1));
    if (sign == '!') return;
    if (sign == '/') return close_section(name, tag_at);
    if (sign == '#' || sign == '^') sections_.push_back({steps_.size(), tag_at});
    add_name(sign == '#' ? Kind::section : sign == '^' ? Kind::inverted : raw || sign == '&' ? Kind::raw : Kind::escaped, name);
  }

  void close_section(std::string_view name, std::size_t tag_at) {
    if (sections_.empty()) return fail("unopened section", name, tag_at);
    if (steps_[sections_.back().step].name.text != name)
      return fail("unclosed section", steps_[sections_.back().step].name.text, sections_.back().at);
    steps_[sections_.back().step].end = steps_.size();
    sections_.pop_back();
  }

  void add_name(Kind kind, std::string_view text) {
    Step step{kind, {std::string(text), {}}};
    for (std::string_view rest = text;;) {
      const std::size_t dot = text == "." ? std::string_view::npos : rest.find('.');
      const std::string_view part = rest.substr(0, dot);
      step.name.parts.emplace_back(hash_of(part), part);
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
    step.word = &words_;
    for (const auto& [hash, part] : step.name.parts) {
      if (step.word != nullptr) step.word = step.word->find(hash, part);
    }
    steps_.push_back(std::move(step));
  }

  std::string_view text_;
  const View& words_;
  std::size_t at_ = 0;
  std::vector<Step> steps_;
  std::vector<Section> sections_;
  std::string error_;
};

// One filling: the objects in sight, the innermost last, and where the line began. A line that holds nothing but tags of
// sections leaves no empty line behind.
class Template::Filling {
 public:
  Filling(const std::vector<Step>& steps, Output& output) : steps_(steps), output_(output) {}

  void run(const View& view) {
    scope_.push_back(&view);
    line_ = place();
    run(0, steps_.size());
    if (line_is_blank()) output_.text().resize(line_ - output_.passed());
  }

 private:
  [[nodiscard]] std::size_t place() const { return output_.passed() + output_.text().size(); }

  void run(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      const Step& step = steps_[at];
      switch (step.kind) {
        case Kind::text:
          output_.text() += step.name.text;
          break;
        case Kind::line_end:
          end_line(step.name.text);
          break;
        case Kind::escaped:
        case Kind::raw:
          if (const View* value = find(step)) write(*value, step.kind == Kind::escaped);
          break;
        case Kind::section:
          if (const View* value = find(step)) section(*value, at + 1, step.end);
          at = step.end - 1;
          break;
        case Kind::inverted:
          if (const View* value = find(step); value == nullptr || is_nothing(*value)) inside(value, at + 1, step.end);
          at = step.end - 1;
          break;
      }
    }
  }

  const View* find(const Step& step) const {
    if (step.word != nullptr) return step.word;
    if (step.name.text == ".") return scope_.back();
    for (auto object = scope_.rbegin(); object != scope_.rend(); ++object) {
      const View* value = *object;
      for (const auto& [hash, part] : step.name.parts) {
        if (value != nullptr) value = value->find(hash, part);
      }
      if (value != nullptr) return value;
    }
    return nullptr;
  }

  static bool is_nothing(const View& value) {
    return value.kind_ == View::Kind::no || (value.kind_ == View::Kind::list && value.items_.empty());
  }

  void write(const View& value, bool escaped) {
    if (value.kind_ == View::Kind::text) {
      if (escaped) append_html(output_.text(), value.text_);
      else output_.text() += value.text_;
    } else if (value.kind_ == View::Kind::later && !escaped) {
      (*value.writer_)(output_);
    }
  }

  void section(const View& value, std::size_t at, std::size_t end) {
    if (value.kind_ != View::Kind::list) {
      if (value.kind_ != View::Kind::no) inside(&value, at, end);
      return;
    }
    for (const View& item : value.items_) inside(&item, at, end);
  }

  void inside(const View* value, std::size_t at, std::size_t end) {
    has_section_ = true;
    if (value != nullptr) scope_.push_back(value);
    run(at, end);
    if (value != nullptr) scope_.pop_back();
    has_section_ = true;
  }

  [[nodiscard]] bool line_is_blank() const {
    return has_section_ && line_ >= output_.passed() &&
           output_.text().find_first_not_of(" \t", line_ - output_.passed()) == std::string::npos;
  }

  void end_line(std::string_view text) {
    if (line_is_blank()) output_.text().resize(line_ - output_.passed());
    else output_.text() += text;
    line_ = place();
    has_section_ = false;
  }

  const std::vector<Step>& steps_;
  Output& output_;
  std::vector<const View*> scope_;
  std::size_t line_ = 0;
  bool has_section_ = false;
};

Template::Template(std::string_view text, const View& words) {
  Parser parser(text, words);
  parser.parse();
  steps_ = parser.take();
}

void Template::fill(const View& view, Output& output) const { Filling(steps_, output).run(view); }

std::string template_error(std::string_view text) { return Template::Parser(text, {}).parse(); }

}  // namespace tarikh::page
