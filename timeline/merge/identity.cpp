#include "merge/identity.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace tarikh::merging {
namespace {

using Ids = std::vector<std::uint32_t>;

constexpr std::array<std::pair<std::string_view, Identity>, 14> kIdentities = {{
    {"founding", Identity::once},
    {"membership", Identity::joining},
    {"withdrawal", Identity::joining},
    {"suspension", Identity::joining},
    {"summit", Identity::gathering},
    {"conference", Identity::gathering},
    {"meeting", Identity::parties},
    {"agreement", Identity::parties},
    {"declaration", Identity::joint},
    {"clash", Identity::fight},
    {"diplomatic_ties", Identity::parties},
    {"statement", Identity::speech},
    {"appointment", Identity::office},
    {"visit", Identity::deed},  // also the rest: election, coup …
}};

// Participants beyond these make no further pairs: the cost of an event stays bounded.
constexpr std::size_t kPairedParticipants = 8;
constexpr std::int32_t kMonth = 31;

// What a key is about, so that keys of different kinds never meet.
enum class KeyKind : std::uint64_t { one = 1, pair, place, title, once, between, occasion, sentence, states, strike };

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

std::uint64_t key(KeyKind kind, std::uint32_t type, std::uint32_t a, std::uint32_t b = 0) {
  return mix(mix(mix(static_cast<std::uint64_t>(kind), type), a), b);
}

// Neither is silent and they name different ones.
bool contradict(const Ids& a, const Ids& b) { return !a.empty() && !b.empty() && shared(a, b) == 0; }
bool contradict(std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; }
// Tehran is in Iran, and not in Isfahan.
bool apart(const Features& a, const Features& b) { return contradict(a.place, b.place) && a.land != b.place && b.land != a.place; }
bool is_of_a_place(const Features& f) { return f.identity == Identity::deed || f.identity == Identity::fight; }
bool has(const Ids& ids, std::uint32_t id) { return id != 0 && std::ranges::binary_search(ids, id); }
bool share(const Ids& a, const Ids& b) { return shared(a, b) > 0; }

Ids join(const Ids& a, const Ids& b) {
  Ids all;
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

// The organisation of an accession is sometimes told as what is joined.
Ids joined(const Features& f) { return join(f.organisations, f.objects); }

// Whom a once-only event happens to. The object is who did it, or whom it was left for: China has founded more than one bank.
const Ids& defining(const Features& f) { return f.organisations.empty() ? f.subjects : f.organisations; }

bool same(std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; }
bool same_title(const Features& a, const Features& b) { return same(a.title_en, b.title_en) || same(a.title_ar, b.title_ar); }

// Nobody and no place is named: only the headline is left.
bool is_bare(const Features& f) {
  const bool somebody = !f.nobodies.empty() && (f.identity == Identity::parties || f.identity == Identity::joint || f.is_of_many_kinds);
  return f.everyone.empty() && !somebody && f.place == 0;
}

bool is_coarse(const Features& f) { return f.days.length() > kMonth; }

// "He said in 2009", "they clashed in 2009", "a conference in Paris in 2009": any of a year, so that nothing is compared with it.
bool says_too_little(const Features& f) {
  if (!is_coarse(f) || f.occasion != 0) return false;
  if (is_bare(f)) return true;
  switch (f.identity) {
    case Identity::speech: return true;
    case Identity::gathering: return f.organisations.empty();
    case Identity::parties:
    case Identity::fight:
    case Identity::joint: return f.place == 0 && f.everyone.size() + f.nobodies.size() < 2;
    case Identity::once:
    case Identity::joining:
    case Identity::deed:
    case Identity::office: return false;
  }
  return false;
}

// The first obstacle among the participants and what takes their place, in the order of the tests.
using Found = std::optional<ObstacleKind>;

Found obstacle_to_gathering(const Features& a, const Features& b) {
  if (contradict(a.organisations, b.organisations)) return ObstacleKind::organisation;
  const bool vague = is_coarse(a) || is_coarse(b);
  if (share(a.organisations, b.organisations)) return vague && apart(a, b) ? Found(ObstacleKind::place) : std::nullopt;
  if (vague) return ObstacleKind::too_little;
  // "Paris hosts a conference", and one in Paris.
  const bool is_hosted = a.days == b.days && ((a.place == 0 && has(a.subjects, b.land)) || (b.place == 0 && has(b.subjects, a.land)));
  if (is_hosted) return std::nullopt;
  return same(a.place, b.place) || shared(a.everyone, b.everyone) >= 2 ? std::nullopt : Found(ObstacleKind::too_little);
}

// Who takes part, without where the other one says that it was: "struck Yemen", and "struck Sanaa". `kept` keeps them if they are fewer.
const Ids& parties(const Features& f, const Features& other, Ids& kept) {
  if (f.identity != Identity::fight || (!has(f.everyone, other.place) && !has(f.everyone, other.land))) return f.everyone;
  std::ranges::copy_if(f.everyone, std::back_inserter(kept), [&](std::uint32_t id) { return id != other.place && id != other.land; });
  return kept;
}

Found obstacle_to_parties(const Features& a, const Features& b) {
  Ids kept_a, kept_b;
  const Ids& all_a = parties(a, b, kept_a);
  const Ids& all_b = parties(b, a, kept_b);
  // Who strikes back on the same day is no party to the first blow.
  if (a.identity == Identity::fight && contradict(a.subjects, b.subjects)) return ObstacleKind::subject;
  // "The separatists" of one agreement are those of the other; of attackers nobody knows.
  const std::size_t same_nobodies = a.identity == Identity::fight ? 0 : shared(a.nobodies, b.nobodies);
  const std::size_t size_a = all_a.size() + same_nobodies;
  const std::size_t size_b = all_b.size() + same_nobodies;
  const std::size_t both = shared(all_a, all_b) + same_nobodies;
  const std::size_t fewer = std::min(size_a, size_b);
  if (fewer != both || contradict(a.nobodies, b.nobodies)) return ObstacleKind::sides;
  const bool vague = is_coarse(a) || is_coarse(b);
  if (both >= 2) return (vague || a.identity == Identity::fight) && apart(a, b) ? Found(ObstacleKind::place) : std::nullopt;
  if (both == 0 && size_a + size_b > 0) return ObstacleKind::too_little;
  if (same(a.place, b.place)) return !vague || both == 1 ? std::nullopt : Found(ObstacleKind::too_little);
  if (both != 1 || vague || size_a != size_b) return ObstacleKind::too_little;
  return apart(a, b) ? Found(ObstacleKind::place) : std::nullopt;
}

// The Security Council votes twice on a day, and in one city there is a march and a funeral. What only says that somebody decided
// is told apart by its words; in two languages there are none, but a council decides less often than a state, and a person less
// often than a council.
Found obstacle_of_kind(const Features& a, const Features& b) {
  if (!a.is_of_many_kinds) return std::nullopt;
  if (same_title(a, b) && !a.wording.kind().empty()) return std::nullopt;
  if (a.language == b.language) return may_quote_one_speech(a.wording.words(), b.wording.words()) ? std::nullopt : Found(ObstacleKind::wording);
  const bool by_person = a.by_person && b.by_person;
  const bool vague = by_person ? a.wording.kind().empty() || b.wording.kind().empty() : a.wording.kind().empty() && b.wording.kind().empty() && !a.by_state && !b.by_state;
  return vague || share(a.wording.kind(), b.wording.kind()) ? std::nullopt : Found(ObstacleKind::headline);
}

Found obstacle_to_deed(const Features& a, const Features& b) {
  if (contradict(a.subjects, b.subjects)) return ObstacleKind::subject;
  if (contradict(a.objects, b.objects)) return ObstacleKind::object;
  if (contradict(a.organisations, b.organisations)) return ObstacleKind::organisation;
  const bool at_one_place = same_place(a, b);
  if (contradict(a.nobodies, b.nobodies)) return ObstacleKind::subject;
  if (apart(a, b)) return ObstacleKind::place;
  if (const Found found = obstacle_of_kind(a, b)) return found;
  const int roles = static_cast<int>(share(a.subjects, b.subjects)) + static_cast<int>(share(a.objects, b.objects)) +
                    static_cast<int>(share(a.organisations, b.organisations)) + static_cast<int>(a.is_of_many_kinds && share(a.nobodies, b.nobodies));
  if (!is_coarse(a) && !is_coarse(b)) return roles > 0 || at_one_place ? std::nullopt : Found(ObstacleKind::too_little);
  const int in_both = roles + static_cast<int>(at_one_place) + static_cast<int>(same_title(a, b));
  return in_both >= 2 ? std::nullopt : Found(ObstacleKind::too_little);
}

// Several statements of a day cannot be told apart without their occasions or their words. The news that a statement is of may be
// told differently by two articles; at two gatherings two things are said.
Found obstacle_to_speech(const Features& a, const Features& b) {
  if (a.subjects.empty() || a.subjects != b.subjects) return ObstacleKind::subject;
  if (contradict(a.objects, b.objects)) return ObstacleKind::object;
  if (is_coarse(a) || is_coarse(b)) return ObstacleKind::too_little;
  if (same(a.sentence, b.sentence)) return std::nullopt;
  if (same(a.occasion, b.occasion)) return std::nullopt;
  if (contradict(a.occasion, b.occasion) && a.at_gathering && b.at_gathering) return ObstacleKind::occasion;
  if (a.one_of_several || b.one_of_several) return ObstacleKind::several;
  return a.language == b.language && !may_quote_one_speech(a.wording.words(), b.wording.words()) ? Found(ObstacleKind::wording) : std::nullopt;
}

// "Turkey approved Finland's accession": one article has Finland for its subject, another one Turkey.
Found obstacle_to_approval(const Features& a, const Features& b) {
  if (contradict(a.organisations, b.organisations)) return ObstacleKind::organisation;
  const Ids both_a = join(a.subjects, a.objects);
  const Ids both_b = join(b.subjects, b.objects);
  const std::size_t both = shared(both_a, both_b);
  if (both == 0 || both < std::min(both_a.size(), both_b.size())) return ObstacleKind::subject;
  const int in_both = static_cast<int>(both) + static_cast<int>(share(a.organisations, b.organisations));
  return in_both >= 2 || (!is_coarse(a) && !is_coarse(b)) ? std::nullopt : Found(ObstacleKind::too_little);
}

// "India and Pakistan joined in June" does not repeat what they joined: the same members and a month will do, or the
// same several members, or that neither says it.
Found obstacle_to_accession(const Features& a, const Features& b) {
  if (a.is_approval) return obstacle_to_approval(a, b);
  const Ids joined_a = joined(a);
  const Ids joined_b = joined(b);
  if (!joined_a.empty() && !joined_b.empty()) {
    if (!share(a.subjects, b.subjects)) return ObstacleKind::subject;
    return share(joined_a, joined_b) ? std::nullopt : Found(ObstacleKind::organisation);
  }
  if (a.subjects.empty() || a.subjects != b.subjects) return ObstacleKind::subject;
  const bool enough = a.subjects.size() > 1 || (joined_a.empty() && joined_b.empty()) || (!is_coarse(a) && !is_coarse(b));
  return enough ? std::nullopt : Found(ObstacleKind::too_little);
}

void add_pairs(const Ids& ids, std::uint32_t type, std::vector<std::uint64_t>& keys) {
  const std::size_t size = std::min(ids.size(), kPairedParticipants);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = i + 1; j < size; ++j) keys.push_back(key(KeyKind::pair, type, ids[i], ids[j]));
  }
}

void add_each(const Ids& ids, std::uint32_t type, std::vector<std::uint64_t>& keys) {
  for (std::size_t i = 0; i < std::min(ids.size(), kPairedParticipants); ++i) keys.push_back(key(KeyKind::one, type, ids[i]));
}

std::vector<std::uint64_t> member_keys(const Features& f) {
  std::vector<std::uint64_t> keys;
  for (const std::uint32_t member : f.subjects) {
    for (const std::uint32_t organisation : joined(f)) {
      if (keys.size() >= kPairedParticipants * kPairedParticipants) continue;
      keys.push_back(key(KeyKind::pair, f.type, std::min(member, organisation), std::max(member, organisation)));
    }
  }
  return keys;
}

// All members as one: three who became observers are not one of them who joined.
std::vector<std::uint64_t> joint_keys(std::uint32_t type, const Features& f) {
  std::vector<std::uint64_t> keys;
  std::uint64_t members = 0;
  for (const std::uint32_t member : f.subjects) members = mix(members, member);
  if (f.subjects.empty()) return keys;
  for (const std::uint32_t organisation : joined(f)) keys.push_back(mix(key(KeyKind::once, type, organisation), members));
  return keys;
}

}  // namespace

Identity identity_of(std::string_view type, bool once_only) {
  const auto* const found = std::ranges::find(kIdentities, type, &std::pair<std::string_view, Identity>::first);
  if (found != kIdentities.end()) return found->second;
  return once_only ? Identity::once : Identity::deed;
}

std::size_t shared(const Ids& a, const Ids& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

void unite(Ids& into, const Ids& from) {
  if (!from.empty()) into = join(into, from);
}

bool sat_for_states(std::span<const Side> a, std::span<const Side> b) {
  return std::ranges::equal(a, b, [](const Side& x, const Side& y) {
    return x.state == y.state && (x.who == y.who || x.who == x.state || y.who == y.state);
  });
}

std::uint64_t key_of_states(std::span<const Side> sides, const Features& f) {
  if (sides.size() < 2) return 0;
  std::uint64_t hash = key(KeyKind::states, f.type, f.place, static_cast<std::uint32_t>(f.days.first));
  for (const Side& side : sides) hash = mix(hash, side.state);
  return hash;
}

bool are_one_strike(const Features& a, const Features& b) {
  if (a.type == b.type || a.subjects != b.subjects || !(a.days == b.days) || apart(a, b)) return false;
  const auto targets = [](const Features& f) {
    Ids all = f.objects;
    for (const std::uint32_t id : {f.place, f.land}) {
      if (id != 0) unite(all, {id});
    }
    return all;
  };
  return share(targets(a), targets(b));
}

std::uint64_t key_of_strike(const Features& f) {
  if (!f.is_strike || f.subjects.empty() || f.days.length() > 1) return 0;
  std::uint64_t hash = key(KeyKind::strike, static_cast<std::uint32_t>(f.days.first), 0);
  for (const std::uint32_t id : f.subjects) hash = mix(hash, id);
  return hash;
}

bool same_place(const Features& a, const Features& b) { return same(a.place, b.place); }

bool is_spoken_at(std::string_view type) { return type == "summit" || type == "conference" || type == "meeting" || type == "visit"; }

bool has_occasion(const Features& f) { return f.identity == Identity::speech || f.identity == Identity::joint; }

std::vector<std::uint64_t> keys(const Features& f) {
  std::vector<std::uint64_t> keys;
  if (says_too_little(f)) return keys;
  if (f.identity == Identity::joint && f.occasion != 0) keys.push_back(key(KeyKind::occasion, f.type, f.occasion));
  if (is_bare(f)) {
    for (const std::uint32_t title : {f.title_ar, f.title_en}) {
      if (title != 0) keys.push_back(key(KeyKind::title, f.type, title));
    }
    return keys;
  }
  switch (f.identity) {
    case Identity::once: add_each(defining(f), f.type, keys); break;
    case Identity::joining:
      keys = member_keys(f);
      if (!f.subjects.empty()) keys.push_back(key(KeyKind::one, f.type, f.subjects.front()));
      break;
    case Identity::gathering:
      add_each(f.organisations, f.type, keys);
      if (f.place != 0) keys.push_back(key(KeyKind::place, f.type, f.place));
      if (f.land != 0 && f.organisations.empty()) keys.push_back(key(KeyKind::place, f.type, f.land));
      if (f.place == 0 && f.organisations.empty() && f.subjects.size() == 1) keys.push_back(key(KeyKind::place, f.type, f.subjects.front()));
      add_pairs(f.everyone, f.type, keys);
      break;
    case Identity::joint:
    case Identity::parties:
    case Identity::fight: {
      const Ids& all = f.everyone;
      if (all.size() == 1) add_each(all, f.type, keys);
      if (all.empty()) add_each(f.nobodies, f.type, keys);
      add_pairs(all, f.type, keys);
      if (f.place != 0) {
        for (const std::uint32_t id : all) keys.push_back(key(KeyKind::place, f.type, f.place, id));
        if (all.empty()) keys.push_back(key(KeyKind::place, f.type, f.place));
      }
      break;
    }
    case Identity::deed:
    case Identity::office:
      add_each(f.everyone, f.type, keys);
      if (f.everyone.empty()) add_each(f.nobodies, f.type, keys);
      if (f.place != 0) keys.push_back(key(KeyKind::place, f.type, f.place));
      break;
    case Identity::speech:
      if (f.subjects.empty()) break;
      if (!f.one_of_several) keys.push_back(key(KeyKind::one, f.type, f.subjects.front()));
      if (f.occasion != 0) keys.push_back(key(KeyKind::occasion, f.occasion, f.subjects.front()));
      if (f.sentence != 0) keys.push_back(key(KeyKind::sentence, f.sentence, f.subjects.front()));
      break;
  }
  return keys;
}

std::optional<ObstacleKind> obstacle_of_type(const Features& a, const Features& b) {
  return a.type == b.type ? std::nullopt : Found(ObstacleKind::type);
}

std::optional<ObstacleKind> obstacle_of_phase(const Features& a, const Features& b) {
  const bool untold = (a.phase == 0 || b.phase == 0) && a.days == b.days;
  return a.phase == b.phase || untold ? std::nullopt : Found(ObstacleKind::phase);
}

std::optional<ObstacleKind> obstacle_of_participants(const Features& a, const Features& b) {
  // "The leaders", "the group", "they": what one gathering adopts has one set of parties, whoever is named.
  const bool of_one_gathering = a.identity == Identity::joint && same(a.occasion, b.occasion) && !a.one_of_several && !b.one_of_several;
  if (of_one_gathering) return std::nullopt;
  if (is_bare(a) || is_bare(b)) {
    const bool one = is_bare(a) && is_bare(b) && same_title(a, b) && !is_coarse(a) && !is_coarse(b);
    return one ? std::nullopt : Found(ObstacleKind::headline);
  }
  switch (a.identity) {
    case Identity::once: return share(defining(a), defining(b)) ? std::nullopt : Found(ObstacleKind::defining);
    case Identity::joining: return obstacle_to_accession(a, b);
    case Identity::gathering: return obstacle_to_gathering(a, b);
    case Identity::joint:
    case Identity::parties:
    case Identity::fight: return obstacle_to_parties(a, b);
    case Identity::deed: return obstacle_to_deed(a, b);
    case Identity::office: return a.everyone.size() > 1 && a.everyone == b.everyone && a.place == b.place ? std::nullopt : obstacle_to_deed(a, b);
    case Identity::speech: return obstacle_to_speech(a, b);
  }
  return ObstacleKind::too_little;
}

bool agree(const Features& a, const Features& b) {
  return !obstacle_of_type(a, b) && !obstacle_of_phase(a, b) && !obstacle_of_participants(a, b);
}

bool days_agree(const Features& a, const Features& b) {
  if (a.by_publication && b.by_publication) return a.days.overlaps(b.days);
  return a.possible.overlaps(b.possible);
}

bool is_placed_in_country(const Features& f) { return is_of_a_place(f) && f.place != 0 && f.land == 0; }

bool is_loosely_placed(const Features& a, const Features& b) { return is_of_a_place(a) && contradict(a.place, b.place); }

void Stretches::sort() {
  std::ranges::sort(firsts_);
  std::ranges::sort(lasts_);
}

std::size_t Stretches::overlapping(const model::Days& days) const {
  const auto before = std::ranges::lower_bound(lasts_, days.first) - lasts_.begin();
  const auto not_after = std::ranges::upper_bound(firsts_, days.last) - firsts_.begin();
  return static_cast<std::size_t>(not_after - before);
}

bool is_once(const Features& f) { return f.identity == Identity::once || f.identity == Identity::joining; }

bool joins_only_if_alone(const Features& f) {
  const bool says_what = f.identity != Identity::joining || !f.organisations.empty() || !f.objects.empty();
  return f.days.length() > 1 && !(is_once(f) && says_what);
}

std::vector<std::uint64_t> once_keys(const Features& f, std::string_view phase) {
  std::vector<std::uint64_t> keys;
  if (f.identity == Identity::joining && phase == "effective") return joint_keys(f.type, f);
  if (f.identity == Identity::once) {
    for (const std::uint32_t id : defining(f)) keys.push_back(key(KeyKind::once, f.type, id, f.phase));
  }
  return keys;
}

std::vector<std::uint64_t> undone_keys(const Features& f, std::uint32_t undone) { return joint_keys(undone, f); }

std::vector<std::uint64_t> reference_keys(const Features& f, std::string_view type, std::string_view phase) {
  if (type != "military_action") return once_keys(f, phase);
  std::vector<std::uint64_t> keys;
  if (f.subjects.size() == 1 && f.objects.size() == 1) {
    keys.push_back(key(KeyKind::between, f.type, f.subjects.front(), f.objects.front()));
  }
  return keys;
}

}  // namespace tarikh::merging
