// A mustache template, parsed once and filled many times. Every {{name}} goes through escape_html.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>

namespace tarikh::page {

class Template {
 public:
  /// `words` is what every filling sees beside its view; it must outlive the template.
  Template(const std::string& text, const kainjow::mustache::data& words);

  [[nodiscard]] std::string fill(const kainjow::mustache::data& view);

 private:
  kainjow::mustache::mustache parsed_;
  const kainjow::mustache::data& words_;
};

/// Why the text is no template; empty if it is one.
[[nodiscard]] std::string template_error(const std::string& text);

}  // namespace tarikh::page
