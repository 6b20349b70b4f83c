// The examples under the rules, run as tests.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tarikh/ruleset.h"

namespace tarikh::data {

/// Runs every `example` and `reject` of time and event rules; `files` limits to these paths (empty = all).
std::vector<ExampleFailure> run_examples(const Ruleset& rules, std::span<const std::string> files);

}  // namespace tarikh::data
