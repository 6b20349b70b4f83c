// Plain text: the text as given, so that offsets in records are offsets in the file.
#include "reader/charset.h"
#include "reader/formats.h"

namespace tarikh::reader {

Result<Draft> read_text(std::string_view bytes) {
  Result<std::string> text = to_utf8(bytes);
  if (!text) return text.error();
  Draft draft;
  draft.text = std::move(*text);
  return draft;
}

}  // namespace tarikh::reader
