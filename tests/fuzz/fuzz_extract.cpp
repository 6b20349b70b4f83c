// Any text through the whole path: extraction, record, JSON and back, explanation.
#include <string>

#include "check.h"
#include "tarikh/extractor.h"
#include "tarikh/record.h"
#include "tarikh/timeml.h"

namespace {

void check_span(const tarikh::Document& document, tarikh::Span span) {
  FUZZ_CHECK(span.begin <= span.end && span.end <= document.text.size());
}

void check_record(const tarikh::Document& document, const tarikh::Extraction& extraction) {
  const tarikh::DocumentRecord record = tarikh::make_record(document, extraction, tarikh::builtin_rules(), true);
  (void)tarikh::to_timeml(record);
  const std::string json = tarikh::to_json(record);
  const tarikh::Result<tarikh::DocumentRecord> again = tarikh::parse_document_record(json, 1);
  FUZZ_CHECK(again.has_value());
  FUZZ_CHECK(tarikh::to_json(*again) == json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tarikh::Extractor extractor(tarikh::builtin_rules());
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const tarikh::Result<tarikh::Document> document =
      tarikh::read_document(bytes, {.id = "a", .name = "2024-07-04-a.txt", .source = "", .default_dct = {}});
  tarikh::Document raw;  // a caller may pass bytes that no reader has cleaned
  raw.text = bytes;
  (void)extractor.extract(raw);
  if (!document) return 0;
  const tarikh::Extraction extraction = extractor.extract(*document);
  for (const tarikh::Timex& timex : extraction.timexes) check_span(*document, timex.span);
  for (const tarikh::Event& event : extraction.events) {
    check_span(*document, event.trigger);
    check_span(*document, event.sentence);
    FUZZ_CHECK(event.date.has_value() == (event.basis != tarikh::DateBasis::none));
  }
  check_record(*document, extraction);
  (void)tarikh::explain(tarikh::builtin_rules(), *document);
  return 0;
}
