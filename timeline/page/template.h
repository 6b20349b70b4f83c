// Mustache templates (mustache.github.io): {{name}}, which is always escaped, {{{name}}}, {{#name}} sections, {{^name}}
// inverted ones and {{! comments }}. A template is parsed once into a flat list of steps, and filled many times without
// building anything: texts are escaped straight into the output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tarikh/writer.h"

namespace tarikh::page {

/// Where a template writes: a piece of the file in memory, given on when it has grown.
class Output {
 public:
  explicit Output(const Sink& sink) : sink_(&sink) {}

  std::string& text() { return text_; }
  /// For one who holds no place in the text: gives a large piece on. False once the sink wants no more.
  bool pass_on();
  /// Gives the rest on.
  bool finish();
  [[nodiscard]] std::size_t passed() const { return passed_; }

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 20;

  std::string text_;
  std::size_t passed_ = 0;  // bytes that are no longer in the text
  const Sink* sink_;
  bool open_ = true;
};

/// What a template sees under a name: text, yes or no, a list, an object of further names, or text that is written when
/// its turn comes. Names are not copied: they are literals, or outlive the view.
class View {
 public:
  using Writer = std::function<void(Output&)>;

  View() = default;
  View(std::string text) : kind_(Kind::text), text_(std::move(text)) {}
  View(const char* text) : View(std::string(text)) {}
  View(bool yes) : kind_(yes ? Kind::yes : Kind::no) {}
  static View list() { return View(Kind::list); }
  static View later(Writer writer);

  /// What was set last counts.
  View& set(std::string_view name, View value);
  void push_back(View item) { items_.push_back(std::move(item)); }

 private:
  friend class Template;
  enum class Kind : std::uint8_t { object, text, list, yes, no, later };
  struct Field;

  explicit View(Kind kind) : kind_(kind) {}
  [[nodiscard]] const View* find(std::uint32_t hash, std::string_view name) const;

  Kind kind_ = Kind::object;
  std::string text_;
  std::vector<View> items_;
  std::vector<Field> fields_;
  std::shared_ptr<const Writer> writer_;
};

struct View::Field {
  std::uint32_t hash;
  std::string_view name;
  View value;
};

class Template {
 public:
  /// `words` is what every filling sees beside its view, for names like s.title; it is read now. The text has no error.
  Template(std::string_view text, const View& words);

  void fill(const View& view, Output& output) const;

 private:
  struct Name {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::string>> parts;  // of a.b
  };
  enum class Kind : std::uint8_t { text, line_end, escaped, raw, section, inverted };
  struct Step {
    Kind kind;
    Name name{};                 // or the text itself
    std::size_t end = 0;         // of a section: the step behind it
    const View* word = nullptr;  // what the name stands for in every filling
  };
  class Parser;
  class Filling;

  std::vector<Step> steps_;

  friend std::string template_error(std::string_view text);
};

/// Why the text is no template; empty if it is one.
[[nodiscard]] std::string template_error(std::string_view text);

}  // namespace tarikh::page
