#include "page/template.h"

#include "page/escape.h"

namespace tarikh::page {
namespace {

using kainjow::mustache::data;

// The library splits a name at its dot, and searches all levels for it, anew at every use.
class Scope : public kainjow::mustache::context<std::string> {
 public:
  Scope(const data& words, const data& view) : context(&view), words_(words) {}

  const data* get(const std::string& name) const override {
    const data* word = name.starts_with("s.") ? words_.get(name) : nullptr;
    return word != nullptr ? word : context::get(name);
  }

 private:
  const data& words_;
};

}  // namespace

bool Output::pass_on() { return text_.size() < kPiece ? open_ : finish(); }

bool Output::finish() {
  open_ = open_ && (*sink_)(text_);
  text_.clear();
  return open_;
}

// Before it calls a lambda the library gives its line on, so that what is written there stands behind it.
View View::later(std::function<void()> write) {
  return View(data(kainjow::mustache::lambda([write = std::move(write)](const std::string&) {
    write();
    return std::string();
  })));
}

Template::Template(const std::string& text, const View& words) : parsed_(text), words_(&words) {
  parsed_.set_custom_escape([](const std::string& value) { return escape_html(value); });
}

void Template::fill(const View& view, Output& output) {
  Scope scope(words_->data_, view.data_);
  parsed_.render(scope, output);
}

std::string template_error(const std::string& text) { return kainjow::mustache::mustache(text).error_message(); }

}  // namespace tarikh::page
