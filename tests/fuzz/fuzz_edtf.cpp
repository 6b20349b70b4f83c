// Dates as text: what is understood is written back as something that means the same.
#include <string_view>

#include "check.h"
#include "tarikh/date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)tarikh::parse_iso_day(text);
  const tarikh::Result<tarikh::Date> date = tarikh::parse_edtf(text);
  if (!date) {
    FUZZ_CHECK(!date.error().message.empty());
    return 0;
  }
  FUZZ_CHECK(date->open_start || date->open_end || date->first <= date->last);
  const std::string written = tarikh::to_edtf(*date);
  const tarikh::Result<tarikh::Date> again = tarikh::parse_edtf(written);
  FUZZ_CHECK(again.has_value());
  FUZZ_CHECK(tarikh::to_edtf(*again) == written);
  (void)tarikh::to_timex3(*date);
  return 0;
}
