// Who belongs to what: sentences that say so, and their look-alikes.
#include <gtest/gtest.h>

#include <string>

#include "tarikh/extractor.h"

namespace tarikh {
namespace {

// "sco: CN RU IR" per sentence, "…" behind what is not all, "/" before those who are told to be outside.
std::string rosters(const char* language, const char* text) {
  Document document;
  document.language = language;
  document.text = text;
  std::string all;
  for (const Roster& roster : Extractor(builtin_rules()).extract(document).rosters) {
    all += (all.empty() ? "" : "; ") + roster.organisation.id + ":";
    for (const Roster::Member& member : roster.members) all += " " + member.entity.id;
    if (!roster.complete) all += " …";
    for (std::size_t i = 0; i < roster.outsiders.size(); ++i) all += (i == 0 ? " / " : " ") + roster.outsiders[i].entity.id;
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
      {"The SCO includes Iran and Turkey as observers.", "sco: … / IR TR"},
      {"The SCO does not include Iran and Turkey.", ""},
      {"The SCO will bring together Iran and Chad.", ""},
      {"A tour of talks with the SCO includes China and Russia.", ""},
      {"The plan includes China and Russia.", ""},
      {"NATO includes China's neighbours and Russia.", ""},
      {"NATO includes Finland.", ""},
      {"The ministry of defence comprises China and Russia.", ""},
      {"SCO members China and Russia met in Astana, as well as the presidents of Mongolia and Iran.", "sco: CN RU … / MN IR"},
      {"The leaders of the members of the SCO, China, Russia and two others, met in Astana.", "sco: CN RU …"},
      {"SCO members China and Russia met, as well as Iran and India.", "sco: CN RU …"},
      {"The SCO met in Astana with Mongolia and Iran as observers.", "sco: … / MN IR"},
      {"Observer states Mongolia and Iran sent ministers to the SCO.", "sco: … / MN IR"},
      {"Mongolia is an observer of the SCO.", "sco: … / MN"},
      {"The guests of the SCO included Turkey.", ""},
      {"Iran, formerly an observer of the SCO, has joined it.", ""},
      {"Iran was an observer of the SCO.", ""},
      {"Iran rose from observer to member of the SCO.", ""},
      {"Observers in Kenya praised the African Union.", ""},
      {"Germany and its partners France and Italy left the SCO.", ""},
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
      {"تضم منظمة شنغهاي للتعاون إيران وتركيا بصفة مراقب.", "sco: … / IR TR"},
      {"لا تضم منظمة شنغهاي للتعاون إيران وتركيا.", ""},
      {"ستضم منظمة شنغهاي للتعاون إيران وتركيا.", ""},
      {"تضم القائمة الصين وروسيا.", ""},
      {"ضمت روسيا القرم عام 2014.", ""},
      {"التقى الرئيس زعماء أعضاء منظمة شنغهاي للتعاون الصين وروسيا، فضلا عن رئيسي منغوليا وإيران.", "sco: CN RU … / MN IR"},
      {"حضر قادة الدول الأعضاء في منظمة شنغهاي للتعاون الصين وروسيا ودولتين أخريين.", "sco: CN RU …"},
      {"شاركت منغوليا وإيران بصفة مراقب في اجتماع منظمة شنغهاي للتعاون.", "sco: … / MN IR"},
      {"حضرت اجتماع منظمة شنغهاي للتعاون الدولتان المراقبتان منغوليا وإيران.", "sco: … / MN IR"},
      {"كانت إيران دولة مراقبة في منظمة شنغهاي للتعاون.", ""},
      {"انتقلت إيران من مراقب إلى عضو في منظمة شنغهاي للتعاون.", ""},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(want, rosters("ar", text)) << text;
}

}  // namespace
}  // namespace tarikh
