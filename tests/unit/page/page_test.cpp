// The page as a whole: complete, escaped in every place, the same bytes for the same timeline, themes with errors.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tarikh/writer.h"

namespace tarikh {
namespace {

constexpr std::string_view kHostile = "\"><script>alert(1)</script>'`{{x}}<img src=x onerror=y>";

std::vector<EventType> types() {
  EventType summit;
  summit.id = "summit", summit.label_ar = "قمة", summit.label_en = "Summit", summit.color = "#3d6cb5";
  EventType odd;
  odd.id = "odd} body{display:none", odd.label_en = std::string(kHostile), odd.color = "red}*{display:none";
  return {summit, odd};
}

Entry entry(std::string id, std::string edtf, std::string day) {
  Entry made;
  made.id = std::move(id), made.type = "summit", made.date_edtf = std::move(edtf), made.granularity = "day";
  made.first = made.last = std::move(day);
  made.title_ar = "قمة أستانا", made.title_en = "Astana summit";
  EntryMention mention;
  mention.doc = "d1", mention.source = "https://example.org/a", mention.source_title = "خبر",
  mention.quote = "عُقدت القمة", mention.lang = "ar";
  mention.published = "2024-07-05", mention.date_edtf = made.date_edtf,
  mention.rule = "ar/events/summit.rules:3 summit/held";
  made.mentions = {mention};
  return made;
}

Entry hostile_entry() {
  Entry made = entry(std::string(kHostile), "2024-07-05", "2024-07-05");
  const std::string text(kHostile);
  made.type = "odd} body{display:none", made.phase = text, made.title_ar = made.title_en = text;
  made.participants = {{Role::subject, text, text, text}};
  made.place = EntryParticipant{Role::subject, text, text, text};
  EntryMention& mention = made.mentions.front();
  mention.source = "javascript:alert(1)", mention.lang = text, mention.published = text, mention.date_text = text,
  mention.date_edtf = text;
  mention.doc = mention.source_title = mention.quote = mention.rule = mention.attributed_to = mention.trigger = text;
  made.merge_reasons = {{MergeReasonKind::same_event, {0, 99}, {text}, {}, {}}, {MergeReasonKind::put_here, {}, {}, text, text}};
  made.doubts = {{DoubtKind::killed, {{text, {0, 99}}}}};
  made.conflict = {{text, {0, 99}}, {"2024", {0}}};
  return made;
}

std::string file(const std::vector<PageFile>& files, std::string_view path) {
  for (const PageFile& each : files) {
    if (each.path == path) return each.bytes;
  }
  return "";
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

class ThemeFolder {
 public:
  ThemeFolder() {
    std::string path = (std::filesystem::temp_directory_path() / "tarikh-theme-XXXXXX").string();
    path_ = mkdtemp(path.data());
  }
  ~ThemeFolder() { std::filesystem::remove_all(path_); }
  ThemeFolder(const ThemeFolder&) = delete;
  ThemeFolder& operator=(const ThemeFolder&) = delete;

  void write(const std::string& name, std::string_view text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Result<std::vector<PageFile>> rendered(const Timeline& timeline, std::span<const EventType> types, const PageOptions& options) {
  std::vector<PageFile> files;
  const Result<void> done = render_page(timeline, types, options, [&](const PagePiece& piece) {
    auto file = std::ranges::find(files, piece.path, &PageFile::path);
    if (file == files.end()) file = files.insert(files.end(), {piece.path, {}});
    file->bytes += piece.bytes;
    return true;
  });
  if (!done) return done.error();
  return files;
}

Result<std::vector<PageFile>> page_with(const ThemeFolder& theme) {
  PageOptions options;
  options.theme = theme.path();
  return rendered({{entry("t1", "2024-07-04", "2024-07-04")}}, types(), options);
}

// A name that no article has is marked, also where the headline says it already.
TEST(Page, MarksTransliteratedNames) {
  Entry made = entry("e1", "2024-07-05", "2024-07-05");
  made.title_ar = "زيارة باتريسيا بولريتش", made.title_en = "Visit of Patricia Bullrich";
  made.participants = {{Role::subject, "x:patricia bullrich", "Patricia Bullrich", "باتريسيا بولريتش"}};
  const auto files = rendered({{made}}, types(), {});
  ASSERT_TRUE(files);
  EXPECT_TRUE(has(file(*files, "index.html"), "class=\"tr\""));
  EXPECT_FALSE(has(file(*files, "en.html"), "class=\"tr\""));
}

// Who has no id is known by the name, and who has neither is no filter.
TEST(Page, ParticipantsWithoutAnIdAreTheirNames) {
  Entry made = entry("e1", "2024-07-05", "2024-07-05");
  made.title_ar = "لقاء", made.title_en = "Meeting";
  made.participants = {{Role::subject, "", "", ""}, {Role::subject, "", "police", "الشرطة"}, {Role::object, "", "army", "الجيش"}};
  const auto files = rendered({{made}}, types(), {});
  ASSERT_TRUE(files);
  const std::string page = file(*files, "index.html");
  EXPECT_TRUE(has(page, "<p class=\"meta\"><bdi>الشرطة</bdi>، <bdi>الجيش</bdi></p>"));
  EXPECT_TRUE(has(page, "data-who=\"0 1\""));
  EXPECT_FALSE(has(page, "<bdi></bdi>"));
}

TEST(Page, OneDocumentPerLanguageAndNothingFromOutside) {
  const auto files = rendered({{entry("t1", "2024-07-04", "2024-07-04")}}, types(), {});
  ASSERT_TRUE(files);
  const std::string arabic = file(*files, "index.html"), english = file(*files, "en.html");
  EXPECT_TRUE(has(arabic, "<html lang=\"ar\" dir=\"rtl\""));
  EXPECT_TRUE(has(arabic, "<time datetime=\"2024-07-04\">4 يوليو 2024</time>"));
  EXPECT_TRUE(has(arabic, "id=\"e-t1\""));
  EXPECT_TRUE(has(english, "<html lang=\"en\" dir=\"ltr\""));
  EXPECT_TRUE(has(english, "Astana summit"));
  EXPECT_TRUE(has(arabic, "Content-Security-Policy\" content=\"default-src 'none';"));
  EXPECT_TRUE(has(file(*files, "style.css"), ".t-summit{--type:#3d6cb5}"));
  EXPECT_FALSE(has(arabic, "src=\"http"));
  EXPECT_FALSE(has(arabic, "style=\""));
}

TEST(Page, WhatOnlyThemeMakersReadIsNotWritten) {
  const ThemeFolder theme;
  theme.write("style.css", "/* why */\na::before { content: \"/* a\\\" */\" } /* unclosed");
  const auto files = page_with(theme);
  ASSERT_TRUE(files);
  const std::string css = file(*files, "style.css");
  EXPECT_EQ(css.substr(0, css.find('}') + 1), "a::before { content: \"/* a\\\" */\" }");
  EXPECT_FALSE(has(css, "unclosed"));
  EXPECT_FALSE(has(file(*files, "index.html"), "</p>\n<h4>"));
}

TEST(Page, YearsAreAsHighAsTheirEvents) {
  Timeline timeline;
  for (int i = 0; i < 9; ++i) timeline.entries.push_back(entry(fmt::format("t{}", i), "2024-07-04", "2024-07-04"));
  timeline.entries.push_back(entry("t9", "2025-07-04", "2025-07-04"));
  const auto files = rendered(timeline, types(), {});
  ASSERT_TRUE(files);
  EXPECT_TRUE(has(file(*files, "index.html"), "class=\"year rows-10\""));
  EXPECT_TRUE(has(file(*files, "index.html"), "class=\"year single rows-1\""));
  EXPECT_TRUE(has(file(*files, "style.css"), ".rows-1{--rows:1}\n.rows-10{--rows:10}\n"));
}

TEST(Page, ASingleFileNeedsNoOther) {
  Timeline timeline;
  for (int i = 0; i < 2100; ++i) timeline.entries.push_back(entry(fmt::format("t{}", i), "2024-07-04", "2024-07-04"));
  PageOptions options;
  options.single_file = true;
  options.language = "en";
  const auto files = rendered(timeline, types(), options);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1U);
  const std::string& html = files->front().bytes;
  EXPECT_EQ(files->front().path, "index.html");
  EXPECT_TRUE(has(html, "<html lang=\"en\""));
  EXPECT_TRUE(has(html, "id=\"e-t2099\""));
  EXPECT_TRUE(has(html, "style-src 'sha256-"));
  EXPECT_TRUE(has(html, ".t-summit{--type:#3d6cb5}"));
  EXPECT_TRUE(has(html, "url(data:font/woff2;base64,"));
  for (const std::string_view outside : {"href=\"en.html\"", "href=\"ar.html\"", ".csv\"", "style.css", "script.js", "url(naskh"})
    EXPECT_FALSE(has(html, outside)) << outside;
}

TEST(Page, EnglishFirstOnWish) {
  PageOptions options;
  options.language = "en";
  const auto files = rendered({}, types(), options);
  ASSERT_TRUE(files);
  EXPECT_TRUE(has(file(*files, "index.html"), "lang=\"en\""));
  EXPECT_TRUE(has(file(*files, "index.html"), "href=\"ar.html\""));
  EXPECT_TRUE(has(file(*files, "ar.html"), "href=\"index.html\""));
  EXPECT_TRUE(has(file(*files, "index.html"), "No dated events yet."));
}

TEST(Page, HostileTextsStayTexts) {
  const auto files = rendered({{hostile_entry()}}, types(), {});
  ASSERT_TRUE(files);
  for (const std::string_view path : {"index.html", "en.html"}) {
    const std::string html = file(*files, path);
    EXPECT_FALSE(has(html, "<script>alert"));
    EXPECT_FALSE(has(html, "<img"));
    EXPECT_FALSE(has(html, "href=\"javascript:"));
    EXPECT_FALSE(has(html, "cite=\"javascript:"));
  }
  const std::string css = file(*files, "style.css");
  EXPECT_FALSE(has(css, "red}"));
}

TEST(Page, UndatedEntriesAreLeftOut) {
  Entry undated = entry("t2", "", "");
  const auto files = rendered({{undated}}, types(), {});
  ASSERT_TRUE(files);
  EXPECT_FALSE(has(file(*files, "index.html"), "e-t2"));
}

TEST(Page, SameTimelineSameBytes) {
  const Timeline timeline{{entry("t1", "2024-07-04", "2024-07-04"), hostile_entry()}};
  const auto one = rendered(timeline, types(), {}), two = rendered(timeline, types(), {});
  ASSERT_TRUE(one && two);
  for (const PageFile& each : *one) EXPECT_EQ(each.bytes, file(*two, each.path));
}

TEST(Page, ConflictShowsBothClaimsWithTheirSources) {
  Entry founding = entry("t3", "[2001,2011]", "2001-01-01");
  founding.last = "2011-12-31";
  EntryMention other = founding.mentions.front();
  other.quote = "أُسست عام 2011";
  other.doc = "d2", other.source_title = "رواية أخرى", other.date_edtf = "2011";
  founding.mentions.push_back(other);
  founding.conflict = {{"2001", {0}}, {"2011", {1}}};
  const auto files = rendered({{founding}}, types(), {});
  ASSERT_TRUE(files);
  const std::string html = file(*files, "index.html");
  const std::size_t claims = html.find("<ul class=\"claims\">");
  ASSERT_NE(claims, std::string::npos);
  EXPECT_LT(html.find("<strong>2001</strong>", claims), html.find("<strong>2011</strong>", claims));
  const std::string card = html.substr(claims, html.find("</ul>", claims) - claims);
  EXPECT_TRUE(has(card, "عُقدت القمة"));
  EXPECT_TRUE(has(card, "أُسست عام 2011"));
  EXPECT_TRUE(has(card, "رواية أخرى"));
  EXPECT_TRUE(has(html, "2001 أو 2011"));
}

TEST(Page, PublishersAreAWayInWhenThereAreSeveral) {
  Entry one = entry("t1", "2024-07-04", "2024-07-04"), two = entry("t2", "2024-07-05", "2024-07-05");
  two.mentions.front().source = "https://www.example.net/b";
  const auto several = rendered({{one, two}}, types(), {}), single = rendered({{one, one}}, types(), {});
  ASSERT_TRUE(several && single);
  EXPECT_TRUE(has(file(*several, "en.html"), "<bdi>example.net</bdi>"));
  EXPECT_TRUE(has(file(*several, "en.html"), "data-facet=\"publisher\""));
  EXPECT_FALSE(has(file(*single, "en.html"), "data-facet=\"publisher\""));
}

TEST(Page, WhoAndWhereAreNotRepeatedBelowATitleThatNamesThem) {
  Entry visit = entry("t1", "2024-07-04", "2024-07-04");
  visit.title_en = "Kazakhstan receives China in Astana";
  visit.participants = {{Role::subject, "cn", "China", "الصين"}};
  visit.place = EntryParticipant{Role::subject, "ast", "Astana", "أستانا"};
  const auto brief = rendered({{visit}}, types(), {});
  visit.participants.push_back({Role::object, "ru", "Russia", "روسيا"});
  const auto full = rendered({{visit}}, types(), {});
  ASSERT_TRUE(brief && full);
  EXPECT_FALSE(has(file(*brief, "en.html"), "class=\"meta\""));
  EXPECT_TRUE(has(file(*full, "en.html"), "<bdi>China</bdi>, <bdi>Russia</bdi> · <bdi>Astana</bdi>"));
}

TEST(Page, ALongTimelineIsSeveralDocumentsAndAnIndex) {
  Timeline timeline;
  for (int i = 0; i < 2100; ++i) {
    const std::string day = fmt::format("{}-07-04", 1900 + i / 21);
    timeline.entries.push_back(entry(fmt::format("t{}", i), day, day));
  }
  timeline.entries.back().title_ar = "آخر \"حدث\"";
  const auto files = rendered(timeline, types(), {});
  ASSERT_TRUE(files);
  const std::string index = file(*files, "index.html"), first = file(*files, "y1900.html"),
                    last = file(*files, "y1994.html");
  EXPECT_FALSE(has(index, "<li id=\"e-"));
  EXPECT_TRUE(has(index, "<a href=\"y1900.html\">1900 – 1946</a>"));
  EXPECT_TRUE(has(index, "href=\"y1994.html#y1995\""));
  EXPECT_TRUE(has(first, "id=\"e-t0\""));
  EXPECT_TRUE(has(first, "rel=\"next\" href=\"y1947.html\""));
  EXPECT_TRUE(has(first, "href=\"y1900.en.html\""));
  EXPECT_TRUE(has(last, "id=\"e-t2099\""));
  EXPECT_TRUE(has(last, "rel=\"prev\" href=\"y1947.html\""));
  EXPECT_FALSE(has(last, "rel=\"next\""));
  EXPECT_TRUE(has(file(*files, "y1994.en.html"), "href=\"en.html\">All parts"));
  EXPECT_TRUE(has(file(*files, "search.ar.js"), R"(["y1994.html","e-t2099","4 يوليو 1999","آخر \"حدث\"",""],)"));
}

TEST(Page, FontsLieBesideIt) {
  const auto files = rendered({}, types(), {});
  ASSERT_TRUE(files);
  EXPECT_EQ(file(*files, "naskh-regular.woff2").substr(0, 4), "wOF2");
  EXPECT_TRUE(has(file(*files, "naskh-OFL.txt"), "SIL OPEN FONT LICENSE"));
}

TEST(Theme, ReplacesWhatItHolds) {
  const ThemeFolder theme;
  theme.write("strings.ar.tsv", "kicker\tمن غرفة الأخبار\n");
  theme.write("logo.svg", "<svg/>");
  const auto files = page_with(theme);
  ASSERT_TRUE(files) << files.error().to_string();
  EXPECT_TRUE(has(file(*files, "index.html"), "من غرفة الأخبار"));
  EXPECT_TRUE(has(file(*files, "index.html"), "كيف نعرف؟"));
  EXPECT_EQ(file(*files, "logo.svg"), "<svg/>");
}

TEST(Theme, ErrorsNameFileAndLine) {
  const struct {
    std::string name;
    std::string_view text, message;
  } rows[] = {
      {"entry.html", "<li>\n{{{title}}}</li>", "entry.html:2: title would not be escaped; write {{title}}"},
      {"entry.html", "{{& title}}", "entry.html:1: title would not be escaped; write {{title}}"},
      {"entry.html", "{{\r\n&title}}", "entry.html:1: title would not be escaped; write {{title}}"},
      {"entry.html", "<li>\n{{#claims}}<li>", "entry.html:2: Unclosed section \"claims\""},
      {"entry.html", "<li>{{#claims}}\n{{#witness}}{{/claims}}{{/witness}}", "entry.html:1: Unclosed section \"claims\""},
      {"entry.html", "<li>\n\n{{/claims}}", "entry.html:3: Unopened section \"claims\""},
      {"entry.html", "<li>\n{{title", "entry.html:2: Unclosed tag"},
      {"entry.html", "{{> head}}", "entry.html:1: a theme can neither change the delimiters nor include: {{> head}}"},
      {"year.html", "{{entries}}", "year.html:1: {{entries}}: entries is HTML and always there; write {{{entries}}}"},
      {"year.html", "\n{{# entries}}x{{/entries}}", "year.html:2: {{# entries}}: entries is HTML and always there; write {{{entries}}}"},
      {"entry.html", "{{=<% %>=}}", "entry.html:1: a theme can neither change the delimiters"},
      {"pgae.html", "x", "no template is called pgae.html; there are page.html, year.html"},
      {"strings.en.tsv", "title\tA\nno tab", "strings.en.tsv:2: expected a key, a tab and a text"},
  };
  for (const auto& row : rows) {
    const ThemeFolder theme;
    theme.write(row.name, row.text);
    const auto files = page_with(theme);
    ASSERT_FALSE(files) << row.text;
    EXPECT_TRUE(has(files.error().to_string(), row.message)) << files.error().to_string();
  }
  PageOptions missing;
  missing.theme = "/no/such/folder";
  EXPECT_FALSE(rendered({}, {}, missing));
}

TEST(Theme, ASingleFileHoldsItsPicturesToo) {
  const ThemeFolder theme;
  theme.write("logo.svg", "<svg/>");
  theme.write("year.html", "<img src=\"logo.svg\" alt=\"\">{{{entries}}}");
  PageOptions options;
  options.theme = theme.path(), options.single_file = true;
  const Timeline timeline{{entry("t1", "2024-07-04", "2024-07-04")}};
  const auto files = rendered(timeline, types(), options);
  ASSERT_TRUE(files) << files.error().to_string();
  EXPECT_TRUE(has(files->front().bytes, "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\""));

  theme.write("page.html", "<title>{{title}}</title><style>{{{style}}}</style>");
  const auto no_place = rendered(timeline, types(), options);
  ASSERT_FALSE(no_place);
  EXPECT_EQ(no_place.error().to_string(), "page.html: has no place for the script of a single file: {{{script}}}");

  theme.write("script.js", "let x = 1;\nlet y = '</SCRIPT>';");
  const auto ends = rendered(timeline, types(), options);
  ASSERT_FALSE(ends);
  EXPECT_EQ(ends.error().to_string(), "script.js:2: cannot stand inside a single file: it contains </script");
}

TEST(Theme, TheBuiltInOneIsATheme) {
  const ThemeFolder theme;
  for (const PageFile& each : page_templates()) theme.write(each.path, each.bytes);
  const auto themed = page_with(theme), plain = rendered({{entry("t1", "2024-07-04", "2024-07-04")}}, types(), {});
  ASSERT_TRUE(themed && plain);
  for (const PageFile& each : *plain) EXPECT_EQ(each.bytes, file(*themed, each.path)) << each.path;
}

}  // namespace
}  // namespace tarikh
