// The line syntax that all rule files share: a block begins at the margin with a Latin keyword, its body is
// indented; a line holds a keyword and then one run of one language. '#' begins a comment at the margin or
// after two blanks. No quoting, no significant depth of indentation, no regular expressions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tarikh/result.h"

namespace tarikh::rules {

struct Line {
  int number = 0;            ///< 1-based
  std::string_view keyword;  ///< up to the first blank
  std::string_view rest;     ///< trimmed
  std::string_view whole;    ///< keyword and rest
};

struct Block {
  Line head;
  std::vector<Line> body;
};

/// Views into `text`. An indented line before any block is an error.
Result<std::vector<Block>> parse_blocks(std::string_view file, std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);
/// Pieces between separators, trimmed; empty pieces are left out.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::string_view separator);
/// "; did you mean X?" for the nearest known name, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

}  // namespace tarikh::rules
