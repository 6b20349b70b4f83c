#include "page/template.h"

#include <sstream>

#include "page/escape.h"

namespace tarikh::page {

Template::Template(const std::string& text, const kainjow::mustache::data& words) : parsed_(text), words_(words) {
  parsed_.set_custom_escape([](const std::string& value) { return escape_html(value); });
}

std::string Template::fill(const kainjow::mustache::data& view) {
  kainjow::mustache::context<std::string> scope(&words_);
  scope.push(&view);
  return parsed_.render(scope);
}

std::string template_error(const std::string& text) { return kainjow::mustache::mustache(text).error_message(); }

}  // namespace tarikh::page
