// The extractor alone: one sentence, its dated event.
#include <tarikh/extractor.h>

#include <cstdio>

int main() {
  tarikh::Extractor extractor(tarikh::builtin_rules());
  const tarikh::Result<tarikh::Document> document = tarikh::read_document(
      "Finland joined NATO on Tuesday.", {.id = "a", .name = "2023-04-05-a.txt", .source = "", .default_dct = {}});
  if (!document) return std::fprintf(stderr, "%s\n", document.error().to_string().c_str()), 1;
  bool found = false;
  for (const tarikh::Event& event : extractor.extract(*document).events) {
    const std::string day = event.date ? tarikh::to_edtf(*event.date) : "undated";
    std::printf("%s %s\n", event.type.c_str(), day.c_str());
    found = found || (event.type == "membership" && day == "2023-04-04");
  }
  return found ? 0 : 1;
}
