// Mustache templates, parsed once and filled many times. Every {{name}} goes through escape_html. Long parts are not held
// in a view but written when their turn comes, so that a file is passed on in pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <kainjow/mustache.hpp>
#include <string>
#include <utility>

#include "tarikh/writer.h"

namespace tarikh::page {

/// Where a template writes: a piece of the file in memory, given on when it has grown.
class Output {
 public:
  explicit Output(const Sink& sink) : sink_(&sink) {}

  std::string& text() { return text_; }
  Output& operator<<(const std::string& text) {
    text_ += text;
    return *this;
  }
  /// Gives a large piece on. False once the sink wants no more.
  bool pass_on();
  /// Gives the rest on.
  bool finish();

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 20;

  std::string text_;
  const Sink* sink_;
  bool open_ = true;
};

/// What a template sees under a name: text, yes or no, a list, an object of further names, or text that is written when
/// its turn comes.
class View {
  using Data = kainjow::mustache::data;

 public:
  View() = default;
  View(const std::string& text) : data_(text) {}
  View(const char* text) : data_(text) {}
  View(bool yes) : data_(yes) {}
  static View list(std::size_t expected = 0) {
    View view{Data(Data::type::list)};
    view.items().reserve(expected);
    return view;
  }
  /// For {{{name}}} only: `write` writes to the output that is being filled.
  static View later(std::function<void()> write);

  /// What was set last counts.
  View& set(const std::string& name, View value) {
    data_[name] = std::move(value.data_);
    return *this;
  }
  /// A list of `size` items under a name, each set by fill(item, index); what an earlier list had there is written over.
  template <typename Fill>
  void set_list(const std::string& name, std::size_t size, const Fill& fill) {
    View list(std::move(data_[name]));
    if (!list.data_.is_list()) list = View::list(size);
    while (list.items().size() > size) list.items().pop_back();
    list.items().reserve(size);
    while (list.items().size() < size) list.items().emplace_back(Data::type::object);
    for (std::size_t i = 0; i < size; ++i) {
      View item(std::move(list.items()[i]));
      fill(item, i);
      list.items()[i] = std::move(item.data_);
    }
    data_[name] = std::move(list.data_);
  }
  void push_back(View&& item) { items().push_back(std::move(item.data_)); }

 private:
  friend class Template;

  explicit View(Data&& data) : data_(std::move(data)) {}

  // The library lets nobody change a list, which is not const itself, but by a copy of the new item.
  kainjow::mustache::list& items() { return const_cast<kainjow::mustache::list&>(data_.list_value()); }

  Data data_;
};

class Template {
 public:
  /// `words` is what every filling sees beside its view, under names that begin with "s."; it must outlive the template.
  Template(const std::string& text, const View& words);

  void fill(const View& view, Output& output);

 private:
  kainjow::mustache::mustache parsed_;
  const View* words_;
};

/// Why the text is no template, and "at" which byte; empty if it is one.
[[nodiscard]] std::string template_error(const std::string& text);

}  // namespace tarikh::page
