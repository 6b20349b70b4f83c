// Why mentions are one entry, in words. The record holds kinds and what they are about; every sentence is made here.
#pragma once

#include <functional>
#include <string>

#include "page/strings.h"
#include "tarikh/timeline.h"

namespace tarikh::page {

/// `name` says how a mention is called: a reader knows its source, a debugger its ids.
[[nodiscard]] std::string reason_text(const MergeReason&, const Entry&, const Strings&,
                                      const std::function<std::string(const EntryMention&)>& name);

}  // namespace tarikh::page
