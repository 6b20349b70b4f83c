#include "tarikh/selection.h"

#include <algorithm>

#include "model/days.h"
#include "model/names.h"

namespace tarikh {
namespace {

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

// "fi" is not in "pacific": only whole words count.
bool has_words(const std::string& folded, const std::string& words) {
  for (std::size_t at = folded.find(words); at != std::string::npos; at = folded.find(words, at + 1)) {
    if (!(at > 0 && is_letter(folded, at - 1)) && !is_letter(folded, at + words.size())) return true;
  }
  return false;
}

bool is_named(const EntryParticipant& who, const std::string& wanted) {
  const std::string name = model::fold_case(wanted);
  if (model::fold_case(who.id) == name) return true;
  const auto has = [&](const std::string& text) { return has_words(model::fold_case(text), name); };
  return !name.empty() && (has(who.name_en) || has(who.name_ar));
}

bool is_in_time(const Entry& entry, const Selection& selection) {
  if (!selection.from && !selection.to) return true;
  if (entry.date_edtf.empty()) return false;
  return model::parse_days(entry.first, entry.last).overlaps(model::days_between(selection.from, selection.to));
}

bool is_of_type(const Entry& entry, const std::string& wanted) {
  return wanted == entry.type || wanted == entry.type + "/" + entry.phase;
}

bool mentions(const Entry& entry, const std::string& wanted) {
  const std::string word = model::fold_case(wanted);
  const auto has = [&](const std::string& text) { return model::fold_case(text).find(word) != std::string::npos; };
  return has(entry.title_ar) || has(entry.title_en) ||
         std::ranges::any_of(entry.mentions, [&](const EntryMention& mention) { return has(mention.quote); });
}

}  // namespace

bool Selection::contains(const Entry& entry) const {
  const auto none = [](const std::vector<std::string>& wanted, const auto& meets) {
    return !wanted.empty() && std::ranges::none_of(wanted, meets);
  };
  if (!is_in_time(entry, *this)) return false;
  if (none(types, [&](const std::string& type) { return is_of_type(entry, type); })) return false;
  if (none(actors, [&](const std::string& name) {
        return std::ranges::any_of(entry.participants, [&](const EntryParticipant& who) { return is_named(who, name); });
      })) {
    return false;
  }
  if (none(places, [&](const std::string& name) { return entry.place && is_named(*entry.place, name); })) return false;
  if (min_sources > 1 && independent_sources(entry) < min_sources) return false;
  return std::ranges::all_of(topic, [&](const std::string& word) { return mentions(entry, word); });
}

Timeline select(Timeline timeline, const Selection& selection) {
  std::erase_if(timeline.entries, [&](const Entry& entry) { return !selection.contains(entry); });
  return timeline;
}

}  // namespace tarikh
