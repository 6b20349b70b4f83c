#include "page/reason_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "page/date_text.h"
#include "page/facets.h"

namespace tarikh::page {
namespace {

// "IL" stands for "IL.army" as well: bodies act for their state.
bool is_meant(const EntryParticipant& participant, std::string_view id) {
  return participant.id == id || (participant.id.size() > id.size() && participant.id[id.size()] == '.' && participant.id.compare(0, id.size(), id) == 0);
}

std::string name_of(const std::string& id, const Entry& entry, const Strings& strings) {
  const auto named = std::ranges::find_if(entry.participants, [&](const EntryParticipant& p) { return is_meant(p, id); });
  if (named != entry.participants.end()) return label_of(*named, strings.language()).text;
  if (entry.place && is_meant(*entry.place, id)) return label_of(*entry.place, strings.language()).text;
  return id;
}

class Teller {
 public:
  Teller(const MergeReason& reason, const Entry& entry, const Strings& strings, const std::function<std::string(const EntryMention&)>& name)
      : reason_(reason), entry_(entry), strings_(strings), name_(name) {}

  [[nodiscard]] std::string tell() const {
    const std::string key = fmt::format("reason_{}", to_string(reason_.kind));
    switch (reason_.kind) {
      case MergeReasonKind::same_event: return strings_.fill(key, {who(0), who(1), shared(), when(0), when(1)});
      case MergeReasonKind::copied:
      case MergeReasonKind::linked: return strings_.fill(key, {who(0), who(1)});
      case MergeReasonKind::contradiction:
      case MergeReasonKind::plan: return strings_.fill(key, {who(0), who(1), when(0), when(1)});
      case MergeReasonKind::one_speech:
      case MergeReasonKind::undated: return strings_.fill(key, {everyone()});
      case MergeReasonKind::put_here:
      case MergeReasonKind::taken_out: return strings_.fill(key, {everyone(), reason_.who, reason_.why});
    }
    return {};
  }

 private:
  // A record may come from anywhere: it may name fewer mentions than its kind has.
  [[nodiscard]] const EntryMention* mention(std::size_t i) const {
    return i < reason_.mentions.size() && reason_.mentions[i] < entry_.mentions.size() ? &entry_.mentions[reason_.mentions[i]] : nullptr;
  }
  [[nodiscard]] std::string who(std::size_t i) const { return mention(i) == nullptr ? "?" : name_(*mention(i)); }
  [[nodiscard]] std::string when(std::size_t i) const {
    if (mention(i) == nullptr || mention(i)->date_edtf.empty()) return std::string(strings_.get("basis_none"));
    return date_text(mention(i)->date_edtf, strings_).text;
  }

  [[nodiscard]] std::string list(const std::vector<std::string>& names) const {
    return fmt::format("{}", fmt::join(names, std::string(strings_.get("comma")) + " "));
  }
  [[nodiscard]] std::string everyone() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < reason_.mentions.size(); ++i) names.push_back(who(i));
    return list(names);
  }
  [[nodiscard]] std::string shared() const {
    if (reason_.shared.empty()) return std::string(strings_.get("reason_headline"));
    std::vector<std::string> names;
    for (const std::string& id : reason_.shared) names.push_back(name_of(id, entry_, strings_));
    return list(names);
  }

  const MergeReason& reason_;
  const Entry& entry_;
  const Strings& strings_;
  const std::function<std::string(const EntryMention&)>& name_;
};

// ">=12" is "at least 12".
std::string value_text(DoubtKind kind, std::string_view value, const Strings& strings) {
  if (kind == DoubtKind::weekday) return date_text(value, strings).text;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBounds = {{{">=", "at_least"}, {"<=", "at_most"}, {"~", "about"}}};
  for (const auto& [sign, key] : kBounds) {
    if (value.compare(0, sign.size(), sign) == 0) return strings.fill(key, {value.substr(sign.size())});
  }
  return std::string(value);
}

}  // namespace

std::string doubt_text(const Doubt& doubt, const Entry& entry, const Strings& strings,
                       const std::function<std::string(const EntryMention&)>& name) {
  const std::string comma = std::string(strings.get("comma")) + " ";
  std::vector<std::string> claims;
  for (const DoubtClaim& claim : doubt.claims) {
    std::vector<std::string> who;
    for (const std::size_t i : claim.mentions) {
      if (i < entry.mentions.size()) who.push_back(name(entry.mentions[i]));
    }
    claims.push_back(fmt::format("{} ({})", value_text(doubt.kind, claim.value, strings), fmt::join(who, comma)));
  }
  return strings.fill(fmt::format("doubt_{}", to_string(doubt.kind)), {fmt::format("{}", fmt::join(claims, comma))});
}

std::string reason_text(const MergeReason& reason, const Entry& entry, const Strings& strings,
                        const std::function<std::string(const EntryMention&)>& name) {
  return Teller(reason, entry, strings, name).tell();
}

}  // namespace tarikh::page
