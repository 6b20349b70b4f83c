// A door that can fail says so, and a caller who does not look is told.
#include "tarikh/document.h"

bool readable(std::string_view bytes) {
#if MISUSE
  tarikh::read_document(bytes);
  return true;
#else
  return tarikh::read_document(bytes).has_value();
#endif
}
