// What of mustache the templates may use, on which lines nothing is left of a tag, and that output is passed on in pieces.
#include "page/template.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

View item(const char* name) {
  View view;
  view.set("name", name);
  return view;
}

View sample() {
  View view, list = View::list(), inner;
  list.push_back(item("a"));
  list.push_back(item("b"));
  inner.set("name", "inner");
  view.set("name", "<&>").set("yes", true).set("no", false).set("list", std::move(list)).set("none", View::list());
  view.set("object", std::move(inner)).set("empty", "").set("later", View::later([](Output& out) { out.text() += "<later>"; }));
  return view;
}

std::string filled(std::string_view text, const View& view = sample()) {
  EXPECT_EQ(template_error(text), "");
  View words, s;
  s.set("title", "Words & more");
  words.set("s", std::move(s));
  std::string result;
  const Sink sink = [&](std::string_view piece) {
    result += piece;
    return true;
  };
  Output output(sink);
  Template(text, words).fill(view, output);
  output.finish();
  return result;
}

TEST(Template, Tags) {
  const struct {
    std::string_view text, want;
  } rows[] = {
      {"{{name}} {{{name}}} {{& name }} {{missing}}.", "&lt;&amp;&gt; <&> <&> ."},
      {"{{s.title}} {{s.missing}}{{#s.title}}there{{/s.title}}", "Words &amp; more there"},
      {"{{#list}}{{name}},{{/list}}", "a,b,"},
      {"{{#none}}x{{/none}}{{^none}}none{{/none}}{{^list}}x{{/list}}", "none"},
      {"{{#yes}}yes{{/yes}}{{#no}}x{{/no}}{{^no}}no{{/no}}{{^missing}}missing{{/missing}}", "yesnomissing"},
      {"{{#object}}{{name}}{{/object}} {{object.name}}", "inner inner"},
      {"{{#empty}}an empty text is there{{/empty}}", "an empty text is there"},
      {"{{#name}}{{.}}{{/name}}", "&lt;&amp;&gt;"},
      {"{{#object}}{{#yes}}{{name}}{{/yes}}{{/object}}", "inner"},
      {"{{{later}}}{{later}}", "<later>"},
      {"a{{! nothing }}b", "ab"},
      {"", ""},
      {"{ {{yes}} }} {", "{  }} {"},
  };
  for (const auto& row : rows) EXPECT_EQ(filled(row.text), row.want) << row.text;
}

TEST(Template, ALineOfNothingButShownSectionsLeavesNoLine) {
  EXPECT_EQ(filled("<ul>\n{{#list}}\n<li>{{name}}\n{{/list}}\n</ul>\n"), "<ul>\n<li>a\n<li>b\n</ul>\n");
  EXPECT_EQ(filled("a\r\n  {{#yes}}  \r\nb\r\n{{/yes}}"), "a\r\nb\r\n");
  EXPECT_EQ(filled("a\n{{#no}}\nb\n{{/no}}\nc"), "a\n\nc");
  EXPECT_EQ(filled("a {{#yes}}\nb\n{{/yes}}"), "a \nb\n");
}

TEST(Template, ErrorsNameTagAndLine) {
  EXPECT_EQ(template_error("a\n{{#list}}b"), "unclosed section {{list}} in line 2");
  EXPECT_EQ(template_error("{{#a}}\n{{#b}}{{/a}}{{/b}}"), "unclosed section {{b}} in line 2");
  EXPECT_EQ(template_error("a\n\n{{/list}}"), "unopened section {{list}} in line 3");
  EXPECT_EQ(template_error("{{name"), "unclosed tag {{}} in line 1");
}

TEST(Template, LargeOutputIsPassedOnInPieces) {
  std::size_t pieces = 0, bytes = 0;
  const Sink sink = [&](std::string_view piece) {
    ++pieces;
    bytes += piece.size();
    return true;
  };
  Output output(sink);
  View view;
  view.set("later", View::later([](Output& out) {
             for (int i = 0; i < 5000 && out.pass_on(); ++i) out.text() += std::string(1000, 'x');
           }));
  Template("{{#later}}{{/later}}{{{later}}}\n", {}).fill(view, output);
  output.finish();
  EXPECT_EQ(bytes, 5000001U);
  EXPECT_GT(pieces, 3U);
  EXPECT_LT(pieces, 7U);
}

}  // namespace
}  // namespace tarikh::page
