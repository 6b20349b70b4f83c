// Bytes of any kind as each input format: a document of valid UTF-8, or an error that says something.
#include <string_view>

#include "check.h"
#include "tarikh/document.h"

namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return false;
    }
    i += length;
  }
  return true;
}

void check(const tarikh::Result<tarikh::Document>& document) {
  if (!document) {
    FUZZ_CHECK(!document.error().message.empty());
    return;
  }
  FUZZ_CHECK(is_utf8(document->text));
  FUZZ_CHECK(is_utf8(document->title));
  FUZZ_CHECK(document->dct.has_value() == (document->dct_basis != tarikh::DctBasis::none));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"2024-07-04-a.txt", "a.md", "a.html", "a"}) {
    check(tarikh::read_document(bytes, {.id = "a", .name = name, .source = "", .default_dct = {}}));
  }
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  check(tarikh::read_json_document(line, 1));
  return 0;
}
