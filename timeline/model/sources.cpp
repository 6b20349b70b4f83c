#include <set>

#include "tarikh/timeline.h"

namespace tarikh {
namespace {

std::string_view origin(const EntryMention& mention) { return mention.copy_of.empty() ? mention.doc : mention.copy_of; }

}  // namespace

std::size_t independent_sources(const Entry& entry) {
  std::set<std::string_view> origins;
  for (const EntryMention& mention : entry.mentions) origins.insert(origin(mention));
  return origins.size();
}

std::size_t independent_sources(const Entry& entry, const Claim& claim) {
  std::set<std::string_view> origins;
  for (const std::size_t i : claim.mentions) {
    if (i < entry.mentions.size()) origins.insert(origin(entry.mentions[i]));
  }
  return origins.size();
}

}  // namespace tarikh
