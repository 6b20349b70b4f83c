#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "model/days.h"
#include "tarikh/date.h"
#include "tarikh/membership.h"

namespace tarikh {
namespace {

using model::Days;

// What an entry says about one member of one organisation.
enum class Turn : std::uint8_t { outside, listed_outside, joined, listed, announced_leaving, suspended, restored, left };

struct Telling {
  Turn turn = Turn::outside;
  Days days;
  std::size_t entry = 0;
};

struct Pair {
  EntryParticipant member, organisation;
  std::vector<Telling> tellings;
};

std::optional<Turn> turn_of(const Entry& entry) {
  const std::string& phase = entry.phase;
  if (entry.type == "founding") return Turn::joined;
  if (entry.type == "membership") {
    if (phase == "effective") return Turn::joined;
    if (phase == "applied" || phase == "invited" || phase == "approved" || phase == "declined") return Turn::outside;
  }
  if (entry.type == "withdrawal") return phase == "announced" ? Turn::announced_leaving : Turn::left;
  if (entry.type == "suspension") return phase == "lifted" ? Turn::restored : Turn::suspended;
  return std::nullopt;
}

// Who is meant: the one acted upon, where a body suspends or expels; else the one who acts.
std::vector<const EntryParticipant*> members_of(const Entry& entry) {
  std::vector<const EntryParticipant*> subjects, objects;
  for (const EntryParticipant& participant : entry.participants) {
    if (participant.role == Role::subject) subjects.push_back(&participant);
    if (participant.role == Role::object) objects.push_back(&participant);
  }
  const bool is_acted_upon = entry.type == "withdrawal" || entry.type == "suspension";
  return is_acted_upon && !objects.empty() ? objects : subjects;
}

using Pairs = std::map<std::pair<std::string, std::string>, Pair>;

void add(const EntryParticipant& member, const EntryParticipant& organisation, const Telling& telling, Pairs& pairs) {
  if (member.id.empty() || organisation.id.empty() || member.id == organisation.id) return;
  Pair& pair = pairs[{organisation.id, member.id}];
  pair.member = member;
  pair.organisation = organisation;
  pair.tellings.push_back(telling);
}

std::string iso(std::int32_t day) {
  if (day == Days::kOpenStart || day == Days::kOpenEnd) return {};
  return to_iso(date::sys_days{date::days{day}});
}

Bound bound(const Telling& telling) { return {iso(telling.days.first), iso(telling.days.last), {telling.entry}}; }

// Reads the tellings of a pair in order of time.
class History {
 public:
  explicit History(const Pair& pair) : pair_(pair) {}

  std::vector<Membership> read() {
    for (const Telling& telling : pair_.tellings) {
      switch (telling.turn) {
        case Turn::outside:
        case Turn::listed_outside: break;  // read when a stretch begins
        case Turn::joined: joined(telling); break;
        case Turn::listed: listed(telling); break;
        case Turn::announced_leaving: inside(telling); break;
        case Turn::suspended: suspended(telling); break;
        case Turn::restored: restored(telling); break;
        case Turn::left: left(telling); break;
      }
    }
    return std::move(stretches_);
  }

 private:
  [[nodiscard]] bool is_member() const { return !stretches_.empty() && !stretches_.back().period.to.known(); }

  // Who was told to be outside on a day that the bound allows joined after it; an application by a member says nothing. Who
  // applies may be in the same day; an observer of that day is none of its members.
  Membership& begin(Bound from) {
    const std::string left = stretches_.empty() ? "" : stretches_.back().period.to.latest;
    for (const Telling& telling : pair_.tellings) {
      if (telling.turn != Turn::outside && telling.turn != Turn::listed_outside) continue;
      const std::string day = iso(telling.days.first + (telling.turn == Turn::listed_outside ? 1 : 0));
      if (day > from.latest || day < left || day.empty()) continue;
      from.earliest = std::max(from.earliest, day);
      from.entries.push_back(telling.entry);
    }
    return stretches_.emplace_back(Membership{pair_.member, pair_.organisation, {std::move(from), {}}, {}});
  }

  // A second telling of an accession widens the bound: both are shown, none is chosen.
  void joined(const Telling& telling) {
    if (!is_member()) {
      begin(bound(telling));
      return;
    }
    Bound& from = stretches_.back().period.from;
    from.latest = std::max(from.latest, iso(telling.days.last));
    from.entries.push_back(telling.entry);
  }

  // A member, who joined no later than that.
  Membership& inside(const Telling& telling) {
    if (!is_member()) begin({"", iso(telling.days.last), {telling.entry}});
    return stretches_.back();
  }

  // Named among the members on a day: in by then, and where one telling leaves it open, in before the day was over. Whom a
  // list leaves out is not out: lists in the news are short.
  void listed(const Telling& telling) {
    Bound& from = inside(telling).period.from;
    const std::string day = iso(telling.days.first);
    if (from.entries.size() > 1 || from.latest <= day || from.earliest > day) return;
    from.latest = day;
    from.entries.push_back(telling.entry);
  }

  void suspended(const Telling& telling) { inside(telling).suspensions.push_back({bound(telling), {}}); }

  void restored(const Telling& telling) {
    Membership& stretch = inside(telling);
    if (stretch.suspensions.empty() || stretch.suspensions.back().to.known()) {
      stretch.suspensions.push_back({{"", iso(telling.days.last), {telling.entry}}, {}});
    }
    stretch.suspensions.back().to = bound(telling);
  }

  void left(const Telling& telling) {
    // Told again of one who has left: the same leaving, less or more precisely.
    if (!stretches_.empty() && !is_member()) {
      Bound& to = stretches_.back().period.to;
      to.latest = std::max(to.latest, iso(telling.days.last));
      to.entries.push_back(telling.entry);
      return;
    }
    inside(telling).period.to = bound(telling);
  }

  const Pair& pair_;
  std::vector<Membership> stretches_;
};

enum class Answer : std::uint8_t { before, maybe, after };

// Whether a day lies before the bound, behind it (or on its last day), or in between.
Answer compare(std::string_view day, const Bound& bound) {
  if (!bound.latest.empty() && day >= bound.latest) return Answer::after;
  if (!bound.earliest.empty() && day < bound.earliest) return Answer::before;
  return Answer::maybe;
}

Standing standing_in(const Membership& membership, std::string_view day) {
  const Answer begun = compare(day, membership.period.from);
  const Answer ended = membership.period.to.known() ? compare(day, membership.period.to) : Answer::before;
  if (begun == Answer::before) return Standing::not_yet;
  if (ended == Answer::after) return Standing::no_longer;
  if (begun == Answer::maybe || ended == Answer::maybe) return Standing::unknown;
  Standing standing = Standing::member;
  for (const Period& suspension : membership.suspensions) {
    const Answer from = compare(day, suspension.from);
    const Answer to = suspension.to.known() ? compare(day, suspension.to) : Answer::before;
    if (from == Answer::before || to == Answer::after) continue;
    if (from == Answer::after && to == Answer::before) return Standing::suspended;
    standing = Standing::unknown;
  }
  return standing;
}

// Of several stretches the one in which the day lies decides, else the last one that is over, else the first to come.
int weight(Standing standing) {
  switch (standing) {
    case Standing::member:
    case Standing::suspended: return 3;
    case Standing::unknown: return 2;
    case Standing::no_longer: return 1;
    case Standing::not_yet: return 0;
  }
  return 0;
}

}  // namespace

struct MembershipReader::Impl {
  // What events tell, and what lists of members, of observers and of guests say on the day they were published: the names
  // of a list are the later ones.
  Pairs told, listed;
  std::map<std::size_t, std::string> ids;
  std::size_t entries = 0;

  void add_event(const Entry& entry) {
    const std::optional<Turn> turn = turn_of(entry);
    if (!turn || entry.factuality != Factuality::actual || entry.date_edtf.empty()) return;
    for (const EntryParticipant& organisation : entry.participants) {
      if (organisation.role != Role::organisation) continue;
      for (const EntryParticipant* member : members_of(entry)) {
        tarikh::add(*member, organisation, {*turn, model::parse_days(entry.first, entry.last), entries}, told);
        ids[entries] = entry.id;
      }
    }
  }

  void add_lists(const Entry& entry) {
    for (const EntryMention& mention : entry.mentions) {
      if (mention.published.empty() || mention.rosters.empty()) continue;
      const Days day = model::parse_days(mention.published, mention.published);
      for (const ToldRoster& roster : mention.rosters) {
        for (const EntryParticipant& member : roster.members) tarikh::add(member, roster.organisation, {Turn::listed, day, entries}, listed);
        for (const EntryParticipant& outsider : roster.outsiders) tarikh::add(outsider, roster.organisation, {Turn::listed_outside, day, entries}, listed);
      }
      ids[entries] = entry.id;
    }
  }
};

MembershipReader::MembershipReader() : impl_(std::make_unique<Impl>()) {}
MembershipReader::MembershipReader(MembershipReader&&) noexcept = default;
MembershipReader& MembershipReader::operator=(MembershipReader&&) noexcept = default;
MembershipReader::~MembershipReader() = default;

void MembershipReader::add(const Entry& entry) {
  impl_->add_event(entry);
  impl_->add_lists(entry);
  ++impl_->entries;
}

std::vector<Membership> MembershipReader::memberships() const {
  Pairs pairs = impl_->told;
  for (const auto& [ids, listed] : impl_->listed) {
    for (const Telling& telling : listed.tellings) tarikh::add(listed.member, listed.organisation, telling, pairs);
  }
  std::vector<Membership> all;
  for (auto& [ids, pair] : pairs) {
    // On one day, joining comes before what presupposes it.
    std::ranges::stable_sort(pair.tellings, {}, [](const Telling& t) { return std::tuple(t.days.position(), t.days.last, t.turn); });
    for (Membership& membership : History(pair).read()) all.push_back(std::move(membership));
  }
  return all;
}

const std::string& MembershipReader::id_of(std::size_t entry) const { return impl_->ids.find(entry)->second; }

std::vector<Membership> memberships(const Timeline& timeline) {
  MembershipReader reader;
  for (const Entry& entry : timeline.entries) reader.add(entry);
  return reader.memberships();
}

std::string_view to_string(Standing standing) {
  constexpr std::array<std::string_view, 5> kNames = {"member", "suspended", "not yet a member", "no longer a member", "unknown"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::vector<RosterLine> roster(std::span<const Membership> memberships, std::string_view organisation, date::sys_days at) {
  const std::string day = to_iso(at);
  std::vector<RosterLine> lines;
  for (const Membership& membership : memberships) {
    if (membership.organisation.id != organisation) continue;
    const RosterLine line{&membership, standing_in(membership, day)};
    if (lines.empty() || lines.back().membership->member.id != membership.member.id) lines.push_back(line);
    else if (weight(line.standing) >= weight(lines.back().standing) && line.standing != Standing::not_yet) lines.back() = line;
  }
  std::ranges::stable_sort(lines, {}, &RosterLine::standing);
  return lines;
}

}  // namespace tarikh
