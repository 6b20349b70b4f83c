// Who was in, when: the memberships of a timeline as tables, each bound with the event that tells it.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "page/strings.h"
#include "page/template.h"
#include "tarikh/membership.h"

namespace tarikh::page {

/// `address` leads to an entry by its index in the timeline; empty if it is not on the page.
[[nodiscard]] View roster_view(std::span<const Membership>, const std::function<std::string(std::size_t)>& address,
                                                  const Strings&);

}  // namespace tarikh::page
