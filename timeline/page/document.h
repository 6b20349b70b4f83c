// One document of a page, complete without its script, in the order year, month, entry. The script only adds ways through it.
#pragma once

#include <string>

#include "page/site.h"
#include "page/template.h"

namespace tarikh::page {

/// `part` is null for the index that leads to the parts of a long timeline.
void write_document(const Site& site, const std::string& language, const Part* part, Output& output);

}  // namespace tarikh::page
