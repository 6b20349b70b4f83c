// Who belongs to what: sentences that say so, and their look-alikes.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

// "sco: CN RU IR" per sentence, "…" behind what is not all.
std::string rosters(const char* language, const char* text) {
  Document document;
  document.language = language;
  document.text = text;
  std::string all;
  for (const Roster& roster : Extractor(builtin_rules()).extract(document).rosters) {
    all += (all.empty() ? "" : "; ") + roster.organisation.id + ":";
    for (const Roster::Member& member : roster.members) all += " " + member.entity.id;
    if (!roster.complete) all += " …";
  }
  return all;
}

TEST(Rosters, English) {
  const std::pair<const char*, const char*> rows[] = {
      {"The SCO groups China, Russia and Iran.", "sco: CN RU IR"},
      {"The SCO is made up of China, Russia and the United Arab Emirates.", "sco: CN RU AE"},
      {"The SCO, which also includes China and Russia, met in Astana.", "sco: CN RU …"},
      {"NATO includes Finland, Sweden and others.", "nato: FI SE …"},
      {"The SCO (China, Russia, India) met on Friday.", "sco: CN RU IN"},
      // Those who met may be fewer.
      {"Leaders of the SCO (China, Russia, India) met on Friday.", ""},
      {"The SCO (China, Russia) met on Friday.", ""},
      {"The SCO (founded by China, Russia and India) met on Friday.", ""},
      {"The SCO includes Iran and Turkey as observers.", ""},
      {"The SCO does not include Iran and Turkey.", ""},
      {"The SCO will bring together Iran and Chad.", ""},
      {"A tour of talks with the SCO includes China and Russia.", ""},
      {"The plan includes China and Russia.", ""},
      {"NATO includes China's neighbours and Russia.", ""},
      {"NATO includes Finland.", ""},
      {"The ministry of defence comprises China and Russia.", ""},
      {"", ""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(want, rosters("en", text)) << text;
}

TEST(Rosters, Arabic) {
  const std::pair<const char*, const char*> rows[] = {
      {"تضم منظمة شنغهاي للتعاون الصين وروسيا وإيران.", "sco: CN RU IR"},
      {"منظمة شنغهاي للتعاون – التي تضم أيضًا كازاخستان وأوزبكستان – تأسست عام 2001.", "sco: KZ UZ …"},
      {"اجتمعت منظمة شنغهاي للتعاون (الصين، الهند، إيران وطاجيكستان) يوم الجمعة.", "sco: CN IN IR TJ"},
      {"تتألف رابطة دول جنوب شرق آسيا من إندونيسيا وماليزيا.", ""},
      {"تضم منظمة شنغهاي للتعاون إيران وتركيا بصفة مراقب.", ""},
      {"لا تضم منظمة شنغهاي للتعاون إيران وتركيا.", ""},
      {"ستضم منظمة شنغهاي للتعاون إيران وتركيا.", ""},
      {"تضم القائمة الصين وروسيا.", ""},
      {"ضمت روسيا القرم عام 2014.", ""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(want, rosters("ar", text)) << text;
}

}  // namespace
}  // namespace tarikh
