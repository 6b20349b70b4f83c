// Bytes of any charset to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "tarikh/result.h"

namespace tarikh::reader {

/// Valid UTF-8, without byte order mark. In this order: a byte order mark; what is UTF-8 already; `declared`, a charset
/// name of the document itself; ICU's detector. Sequences that mean nothing become U+FFFD. An error for what is
/// no text: PDF, images, archives, noise.
Result<std::string> to_utf8(std::string_view bytes, std::string_view declared = {});

/// UTF-8 as it is, with U+FFFD for every byte that is not.
std::string repair_utf8(std::string_view text);

/// The charset an HTML or XML document names in its first 4 KiB; empty if none.
std::string_view declared_charset(std::string_view html);

}  // namespace tarikh::reader
