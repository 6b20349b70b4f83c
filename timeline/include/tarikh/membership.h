// Who was a member of what, and when: state over time, worked out from the events of a timeline.
#pragma once

#include <date/date.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tarikh/timeline.h"

namespace tarikh {

/// When something began or ended: on some day from `earliest` to `latest` (ISO, inclusive; empty = nothing is known).
struct Bound {
  std::string earliest, latest;
  std::vector<std::size_t> entries;  ///< what it stands on: indices into Timeline::entries
  [[nodiscard]] bool known() const { return !earliest.empty() || !latest.empty(); }
};

struct Period {
  Bound from, to;  ///< `to` unknown: no end is told
};

/// One stretch of membership; who left and came back has two.
struct Membership {
  EntryParticipant member, organisation;
  Period period;
  std::vector<Period> suspensions;
};

/// Memberships that a timeline tells of: accessions, foundings by their founders, withdrawals and suspensions as they
/// took effect; an application, invitation or approval tells that there was no membership yet, a list of members that there
/// was one on the day it was published, one of observers or guests that there was none. Plans are left out. By organisation, member and time.
[[nodiscard]] std::vector<Membership> memberships(const Timeline&);

/// The same of entries that are told one after the other, in order.
class MembershipReader {
 public:
  MembershipReader();
  MembershipReader(MembershipReader&&) noexcept;
  MembershipReader& operator=(MembershipReader&&) noexcept;
  ~MembershipReader();

  void add(const Entry&);
  [[nodiscard]] std::vector<Membership> memberships() const;
  /// The id of an entry that a membership stands on.
  [[nodiscard]] const std::string& id_of(std::size_t entry) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

enum class Standing : std::uint8_t { member, suspended, not_yet, no_longer, unknown };
[[nodiscard]] std::string_view to_string(Standing);

struct RosterLine {
  const Membership* membership = nullptr;  ///< the stretch that decides; lives in the list given to roster()
  Standing standing = Standing::unknown;
};

/// How everyone whom the memberships of an organisation name stood on a day, by standing and then by id. `unknown`: what
/// is told allows both.
[[nodiscard]] std::vector<RosterLine> roster(std::span<const Membership>, std::string_view organisation, date::sys_days);

}  // namespace tarikh
