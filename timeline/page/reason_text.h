// Why mentions are one entry, and what they tell differently, in words. The record holds kinds and what they are about; every
// sentence is made here.
#pragma once

#include <functional>
#include <string>

#include "page/strings.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// `name` says how a mention is called: a reader knows its source, a debugger its ids.
[[nodiscard]] std::string reason_text(const MergeReason&, const Entry&, const Strings&,
                                      const std::function<std::string(const EntryMention&)>& name);

/// "Numbers of dead differ: 12 (a); 15 (b, c)".
[[nodiscard]] std::string doubt_text(const Doubt&, const Entry&, const Strings&,
                                     const std::function<std::string(const EntryMention&)>& name);

}  // namespace tarikh::page
