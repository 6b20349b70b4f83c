// Forms of dates in metadata.
#include "reader/metadata_day.h"

#include <gtest/gtest.h>

#include "tarikh/date.h"

namespace tarikh::reader {
namespace {

TEST(MetadataDay, Forms) {
  const std::pair<const char*, const char*> rows[] = {
      {"2024-07-04", "2024-07-04"},
      {" 2024-07-04T23:30:00+03:00 ", "2024-07-04"},
      {"2024-07-04 10:00", "2024-07-04"},
      {"2024/7/4", "2024-07-04"},
      {"20240704", "2024-07-04"},
      {"20240704T101500Z", "2024-07-04"},
      {"Thu, 04 Jul 2024 10:00:00 GMT", "2024-07-04"},
      {"Thursday, 4 July 2024", "2024-07-04"},
      {"July 4, 2024", "2024-07-04"},
      {"4 Sept 2024", "2024-09-04"},
      {"Mar 1 2024", "2024-03-01"},
      {"2024-02-31", "error"},
      {"2024-13-01", "error"},
      {"31 June 2024", "error"},
      {"20240231", "error"},
      {"2024-07", "none"},
      {"2024", "none"},
      {"04/07/2024", "none"},  // April or July
      {"today", "none"},
      {"", "none"},
      {"1720087200", "none"},
      {"99999999999999999999-01-01", "none"},
      {"4 Juillet 2024", "none"},
  };
  for (const auto& [text, want] : rows) {
    const auto day = metadata_day(text);
    EXPECT_EQ(!day ? "none" : *day ? to_iso(**day) : "error", want) << text;
  }
}

}  // namespace
}  // namespace tarikh::reader
