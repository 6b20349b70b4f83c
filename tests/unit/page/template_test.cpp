// That every name is escaped by our rules, that long parts stand where they belong, and that output is passed on in pieces.
#include "page/template.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

std::string filled(const std::string& text, const std::function<View(Output&)>& view) {
  EXPECT_EQ(template_error(text), "");
  View words;
  words.set("s.title", "Words & more");
  std::string result;
  const Sink sink = [&](std::string_view piece) {
    result += piece;
    return true;
  };
  Output output(sink);
  Template(text, words).fill(view(output), output);
  output.finish();
  return result;
}

TEST(Template, EveryNameIsEscaped) {
  const auto view = [](Output&) {
    View made, list = View::list(), item;
    item.set("name", "<'`\x01>");
    list.push_back(std::move(item));
    made.set("list", std::move(list)).set("name", "first").set("name", "&");
    return made;
  };
  EXPECT_EQ(filled("{{name}} {{#list}}{{name}}{{/list}} {{s.title}}{{missing}}{{s.missing}}{{#list}}{{s.title}}{{/list}}", view),
            "&amp; &lt;&#39;&#96;\xEF\xBF\xBD&gt; Words &amp; moreWords &amp; more");
}

TEST(Template, AListIsWrittenOverWithFewerAndMoreItems) {
  View view;
  const auto names = [&](std::initializer_list<const char*> items) {
    view.set_list("list", items.size(), [&](View& item, std::size_t i) { item.set("name", items.begin()[i]); });
    std::string result;
    const Sink sink = [&](std::string_view piece) { return result += piece, true; };
    Output output(sink);
    const View words;
    Template("{{#list}}{{name}},{{/list}}{{^list}}none{{/list}}\n", words).fill(view, output);
    output.finish();
    return result;
  };
  EXPECT_EQ(names({"a", "b"}), "a,b,\n");
  EXPECT_EQ(names({"c"}), "c,\n");
  EXPECT_EQ(names({}), "none\n");
  EXPECT_EQ(names({"d", "e", "f"}), "d,e,f,\n");
}

TEST(Template, WhatIsWrittenLaterStandsInItsPlace) {
  const auto view = [](Output& output) {
    View made;
    made.set("yes", true).set("later", View::later([&output] { output.text() += "<b>\n</b>"; }));
    return made;
  };
  EXPECT_EQ(filled("<ol>\n{{#yes}}\n<li>a {{{later}}}{{{later}}} z</li>\n{{/yes}}\n</ol>\n", view),
            "<ol>\n<li>a <b>\n</b><b>\n</b> z</li>\n</ol>\n");
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
  view.set("later", View::later([&] {
             for (int i = 0; i < 5000 && output.pass_on(); ++i) output.text() += std::string(1000, 'x');
           }));
  const View words;
  Template("{{{later}}}\n", words).fill(view, output);
  output.finish();
  EXPECT_EQ(bytes, 5000001U);
  EXPECT_GT(pieces, 3U);
  EXPECT_LT(pieces, 7U);
}

}  // namespace
}  // namespace tarikh::page
