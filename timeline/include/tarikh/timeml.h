// TimeML: the text of a document with its time expressions as inline TIMEX3 elements, for programs that read what
// temporal taggers write (TimeML 1.2.1, in the document shape of TempEval-3).
#pragma once

#include <string>

#include "tarikh/record.h"

namespace tarikh {

/// One XML document, line end included. The record must carry its text (make_record with_text). Characters that XML
/// 1.0 forbids become U+FFFD.
std::string to_timeml(const DocumentRecord&);

}  // namespace tarikh
