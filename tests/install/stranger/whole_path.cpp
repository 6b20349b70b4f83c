// Two documents, two languages, one entry; written as CSV.
#include <tarikh/extractor.h>
#include <tarikh/writer.h>

#include <cstdio>
#include <string>

int main() {
  const tarikh::Ruleset& rules = tarikh::builtin_rules();
  tarikh::Extractor extractor(rules);
  std::vector<tarikh::DocumentRecord> records;
  for (const char* json : {R"({"id":"a","text":"Finland joined NATO on 4 April 2023."})",
                           R"({"id":"b","text":"انضمت فنلندا إلى حلف شمال الأطلسي في 4 أبريل 2023."})"}) {
    const tarikh::Result<tarikh::Document> document = tarikh::read_json_document(json, 1);
    if (!document) return 1;
    records.push_back(tarikh::make_record(*document, extractor.extract(*document), rules));
  }
  const tarikh::Timeline timeline = tarikh::merge(records, rules.event_types());
  std::string csv;
  tarikh::find_writer("csv")->write(timeline, rules.event_types(), [&](std::string_view chunk) {
    csv += chunk;
    return true;
  });
  std::fputs(csv.c_str(), stdout);
  const bool merged = timeline.entries.size() == 1 && timeline.entries.front().mentions.size() == 2;
  return merged && csv.find("2023-04-04") != std::string::npos ? 0 : 1;
}
