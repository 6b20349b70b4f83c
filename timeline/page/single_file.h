// One HTML file that needs no other: style, script, fonts and pictures inside it, and hashes of style and script for a
// policy that lets nothing else run.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tarikh/result.h"
#include "tarikh/writer.h"

namespace tarikh::page {

[[nodiscard]] std::string base64(std::string_view bytes);

/// "sha256-" and the hash in base64, as a policy names what may stand inline.
[[nodiscard]] std::string policy_hash(std::string_view text);

/// `text` with src="NAME" and url(NAME) of each of the files replaced by the file itself.
[[nodiscard]] std::string with_data_addresses(std::string_view text, std::span<const PageFile> files);

/// An error for a text that would end its element or hide the end of it: "</script", "<!--".
Result<void> check_inline(std::string_view text, std::string_view element, const std::string& file);

}  // namespace tarikh::page
