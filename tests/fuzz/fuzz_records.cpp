// Lines of JSON as records and as entries: an error, or a value that merging and every export format can take.
#include <string>
#include <string_view>

#include "check.h"
#include "tarikh/ruleset.h"
#include "tarikh/writer.h"

namespace {

void check_outputs(const tarikh::Timeline& timeline) {
  const auto& types = tarikh::builtin_rules().event_types();
  for (const tarikh::WriterInfo& writer : tarikh::writers()) {
    (void)writer.write(timeline, types, [](std::string_view) { return true; });
  }
  (void)tarikh::render_page(timeline, types, {}, [](const tarikh::PagePiece&) { return true; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (tarikh::Result<tarikh::DocumentRecord> record = tarikh::parse_document_record(line, 1)) {
    const std::string json = tarikh::to_json(*record);
    FUZZ_CHECK(tarikh::to_json(*tarikh::parse_document_record(json, 1)) == json);
    check_outputs(tarikh::merge({&*record, 1}, tarikh::builtin_rules().event_types()));
  }
  if (tarikh::Result<tarikh::Entry> entry = tarikh::parse_entry(line, 1)) {
    const std::string json = tarikh::to_json(*entry);
    FUZZ_CHECK(tarikh::to_json(*tarikh::parse_entry(json, 1)) == json);
    tarikh::Timeline timeline;
    timeline.entries.push_back(std::move(*entry));
    check_outputs(timeline);
  }
  return 0;
}
