#include "conflict/doubts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tarikh::conflict {
namespace {

constexpr std::array<std::string_view, 5> kWithCasualties = {"clash", "military_action", "coup", "disaster", "other"};
constexpr std::array<std::string_view, 3> kNumbered = {"summit", "conference", "membership"};

// The byte at which a mention's trigger begins in its sentence.
std::size_t trigger_in(const EntryMention& mention) {
  std::size_t left = mention.start < mention.sentence_start ? 0 : mention.start - mention.sentence_start;
  std::size_t at = 0;
  for (; at < mention.quote.size(); ++at) {
    const bool begins_letter = (static_cast<unsigned char>(mention.quote[at]) & 0xC0U) != 0x80;
    if (begins_letter && left-- == 0) break;
  }
  return at;
}

template <class Read>
void add_numbers(const Entry& entry, DoubtKind kind, Read read, std::vector<Doubt>& doubts) {
  std::vector<std::pair<Quantity, std::vector<std::size_t>>> told;
  for (std::size_t i = 0; i < entry.mentions.size(); ++i) {
    std::optional<Quantity> quantity = read(entry.mentions[i]);
    if (!quantity) continue;
    const auto known = std::ranges::find_if(told, [&](const auto& other) { return other.first.shown == quantity->shown; });
    if (known != told.end()) known->second.push_back(i);
    else told.push_back({std::move(*quantity), {i}});
  }
  const bool all_fit = std::ranges::all_of(told, [&](const auto& a) {
    return std::ranges::all_of(told, [&](const auto& b) { return a.first.fits(b.first); });
  });
  if (all_fit) return;
  std::ranges::stable_sort(told, {}, [](const auto& t) { return std::pair(t.first.low, t.first.high); });
  Doubt doubt{kind, {}};
  for (auto& [quantity, mentions] : told) doubt.claims.push_back({std::move(quantity.shown), std::move(mentions)});
  doubts.push_back(std::move(doubt));
}

}  // namespace

std::vector<Doubt> doubts(const Entry& entry) {
  std::vector<Doubt> found;
  if (entry.mentions.size() < 2) return found;
  if (std::ranges::find(kWithCasualties, entry.type) != kWithCasualties.end()) {
    for (const DoubtKind kind : {DoubtKind::killed, DoubtKind::injured, DoubtKind::missing}) {
      add_numbers(entry, kind, [&](const EntryMention& m) { return read_casualties(m.quote, kind); }, found);
    }
  }
  if (std::ranges::find(kNumbered, entry.type) != kNumbered.end()) {
    add_numbers(entry, DoubtKind::ordinal, ordinal_of, found);
  }
  return found;
}

std::optional<Quantity> ordinal_of(const EntryMention& mention) { return read_ordinal(mention.quote, trigger_in(mention)); }

// The extractor notes what day of the week it is: "2024-07-05 is a Friday".
bool is_wrong_weekday(const TimexRecord& timex) {
  return !timex.first.empty() && timex.first == timex.last && timex.note.view().starts_with(std::string(timex.first) + " is a ");
}

}  // namespace tarikh::conflict
