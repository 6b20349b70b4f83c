// The few questions that are asked of a Gumbo tree.
#pragma once

#include <gumbo.h>

#include <string_view>

namespace tarikh::reader {

inline bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
inline bool has_tag(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }

/// Empty if the element has no such attribute.
inline std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}
inline bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

inline std::string_view text_of(const GumboNode& node) {
  const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
  return text ? std::string_view(node.v.text.text) : std::string_view{};
}

/// Calls `visit(child)` for each child. Trees are at most a few hundred levels deep (html_guard.h): one may recurse.
template <class Visit>
void each_child(const GumboNode& node, Visit&& visit) {
  if (!is_element(node)) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) visit(*static_cast<const GumboNode*>(children.data[i]));
}

}  // namespace tarikh::reader
