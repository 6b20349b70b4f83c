#include "event/identity.h"

#include <algorithm>

namespace tarikh::event {
namespace {

constexpr std::uint32_t kNear = 12;  // sentences over which a bare definite noun goes back to its event

bool dates_agree(const Draft& a, const Draft& b) {
  const auto differs = [](const Draft& known, const Draft& other) {
    return !other.dating.date && other.counted && known.dating.date && !overlaps(*known.dating.date, *other.counted);
  };
  if (differs(a, b) || differs(b, a)) return false;
  return !a.dating.date || !b.dating.date || overlaps(*a.dating.date, *b.dating.date) ||
         from_edges(*a.dating.date, a.edge, *b.dating.date, b.edge).has_value();
}

// The finer date counts; but two ends make a gathering, and one of several days is no shorter where one of them is told.
void join_dates(Draft& kept, const Draft& gone) {
  if (gone.days != 0) kept.days = gone.days;
  if (!gone.dating.date) return;
  if (!kept.dating.date) {
    kept.dating = gone.dating;
    kept.edge = gone.edge;
    return;
  }
  if (const auto whole = from_edges(*kept.dating.date, kept.edge, *gone.dating.date, gone.edge)) {
    kept.dating.date = whole;
    kept.dating.timexes.insert(kept.dating.timexes.end(), gone.dating.timexes.begin(), gone.dating.timexes.end());
    kept.edge = Edge::none;
    return;
  }
  const auto lasts = [](const Draft& draft) {
    const Date& d = *draft.dating.date;
    return draft.rule->occasion && d.granularity == Granularity::interval && !d.open_start && !d.open_end;
  };
  const auto is_day = [](const Draft& draft) { return draft.dating.date->granularity == Granularity::day; };
  const auto length = [](const Date& d) { return d.open_start || d.open_end ? date::days::max() : d.last - d.first; };
  if (is_day(gone) && lasts(kept)) return;
  if ((is_day(kept) && lasts(gone)) || length(*gone.dating.date) < length(*kept.dating.date)) {
    kept.dating = gone.dating;
    kept.edge = gone.edge;
  }
}

bool symmetric(std::string_view type) {
  return type == "meeting" || type == "agreement" || type == "clash" || type == "diplomatic_ties" || type == "summit";
}

}  // namespace

// "HN.foreign_ministry" acts for HN: a body and its country do not contradict each other.
bool Identity::agree(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  return !shorter.empty() && longer.size() > shorter.size() && longer.starts_with(shorter) && longer[shorter.size()] == '.';
}

Identity::Identity(const Structure& structure)
    : structure_(structure),
      continuation_(structure.lexicon().find_class("continuation")),
      kill_(structure.lexicon().find_class("clash_kill")),
      kidnap_(structure.lexicon().find_class("clash_kidnap")),
      number_(structure.lexicon().find_class("num_unit")),
      determiner_(structure.lexicon().find_class("determiner")) {}

bool Identity::share(const Draft& a, const Draft& b, Role role) const {
  return std::ranges::any_of(a.fills, [&](const Fill& x) {
    if (x.role != role || actor(x.mention).empty()) return false;
    return std::ranges::any_of(b.fills, [&](const Fill& y) { return y.role == role && agree(actor(y.mention), actor(x.mention)); });
  });
}

bool Identity::definite(const Draft& draft) const {
  if (draft.verbal) return false;
  if (structure_.grammar().arabic()) {
    return structure_.has_article(draft.token) || structure_.enclitic(draft.token) != text::Enclitic::none;
  }
  for (std::uint32_t t = draft.token, steps = 0; t-- > 0 && steps < 3; ++steps) {
    const std::string_view word = structure_.word(t);
    if (word == "the" || word == "The" || word == "this" || word == "their" || word == "its") return true;
    if (word == "a" || word == "an") return false;
  }
  return false;
}

// "the previous summit", "القمة الماضية", "أول قمة": adjectives of the noun itself, not of what stands near it.
bool Identity::another_one(const Draft& draft) const {
  const auto& tokens = structure_.tokens().tokens;
  const auto differs = [&](std::uint32_t t) {
    return structure_.is_word(t) && structure_.info(t).timex < 0 && structure_.info(t).mention < 0 && structure_.has(t, Mark::other_one);
  };
  if (structure_.grammar().arabic()) {
    if (draft.token > 0 && !tokens[draft.token].line_start && differs(draft.token - 1) && !structure_.has_article(draft.token - 1)) return true;
    if (draft.token_end < tokens.size() && differs(draft.token_end)) return true;  // "القمة المقبلة"
    const bool article = structure_.has_article(draft.token);
    for (std::uint32_t t = draft.token_end; t < tokens.size() && t < draft.token_end + 4; ++t) {
      // An adjective agrees in definiteness: "والقمة هي أول زيارة" says nothing of another summit.
      if (!structure_.is_word(t) || structure_.is_finite(t) || structure_.has_article(t) != article) break;
      if (differs(t)) return true;
      if (structure_.info(t).marks != 0) break;
    }
    return false;
  }
  for (std::uint32_t t = draft.token, steps = 0; t-- > 0 && steps < 4; ++steps) {
    if (!structure_.is_word(t) || structure_.is_finite(t)) break;
    if (differs(t)) return true;
    const std::string_view word = structure_.word(t);
    if (word == "the" || word == "The" || word == "a" || word == "an" || word == "of") break;
  }
  return false;
}

// "signed a treaty", "an earlier accord", "has held four sessions": what is told of with "a", or counted, has not been told of before.
bool Identity::introduces(const Draft& draft) const {
  if (structure_.grammar().arabic()) return false;
  constexpr std::uint32_t kPhrase = 4;
  const text::Sentence& sentence = structure_.tokens().sentences[draft.sentence];
  return std::ranges::any_of(draft.anchors, [&](std::uint32_t anchor) {
    if (structure_.is_finite(anchor)) return false;
    for (std::uint32_t t = anchor, steps = 0; t > sentence.first && steps < kPhrase; ++steps) {
      --t;
      const std::string_view word = structure_.word(t);
      if (word == "a" || word == "an" || word == "A" || word == "An" || word == "another" || word == "Another") return true;
      if (structure_.is_of(t, number_)) return t == sentence.first || !structure_.is_of(t - 1, determiner_);
      if (!structure_.is_word(t) || structure_.is_finite(t) || (structure_.info(t).marks & kFunctionWord) != 0 || word == "the") return false;
    }
    return false;
  });
}

// Both sides of a symmetric event may be told from either end.
bool Identity::participants_agree(const Draft& a, const Draft& b) const {
  if (symmetric(a.rule->type)) {
    const auto known = [&](const Draft& draft) { return std::ranges::count_if(draft.fills, [&](const Fill& x) { return !actor(x.mention).empty(); }); };
    const auto in_a = known(a);
    const auto in_b = known(b);
    if (in_a == 0 || in_b == 0) return false;
    // Two reports of who met whom with other guests are two meetings.
    if (a.rule->type == "meeting" && in_a >= 2 && in_b >= 2 && in_a != in_b) return false;
    const auto all_in = [&](const Draft& small, const Draft& large) {
      return std::ranges::all_of(small.fills, [&](const Fill& x) {
        return actor(x.mention).empty() || std::ranges::any_of(large.fills, [&](const Fill& y) { return agree(actor(x.mention), actor(y.mention)); });
      });
    };
    return all_in(a, b) || all_in(b, a);
  }
  for (const Role role : {Role::subject, Role::object, Role::organisation}) {
    if (has_role(a, role) && has_role(b, role) && !share(a, b, role)) return false;
  }
  return share(a, b, Role::subject) || share(a, b, Role::object) || share(a, b, Role::organisation);
}

bool Identity::same_summit(const Draft& earlier, const Draft& later) const {
  if (another_one(later) && !(earlier.dating.date && later.dating.date)) return false;
  // "The previous summit was held in Lima. … At the summit, …": the one that the text is about, unless they stand side by side.
  const bool bare = !later.dating.date && later.place == kNoIndex && later.fills.empty();
  if (bare && another_one(earlier) && later.sentence > earlier.sentence) return false;
  if (has_role(earlier, Role::organisation) && has_role(later, Role::organisation) && !share(earlier, later, Role::organisation)) return false;
  if (earlier.place != kNoIndex && later.place != kNoIndex) {
    const entity::EntityMention &a = structure_.mentions()[earlier.place], &b = structure_.mentions()[later.place];
    const bool told = !a.place.id.empty() && !b.place.id.empty();
    // Doha is in Qatar.
    if (told && a.place.id != b.place.id && a.country != b.place.id && b.country != a.place.id) return false;
  }
  // A headline has no room for whose summit it is; the lead says it.
  const bool headline = earlier.sentence == 0 && later.sentence <= kNear && !has_role(earlier, Role::organisation) && earlier.place == kNoIndex;
  const bool linked = headline || (earlier.weak && later.sentence - earlier.sentence <= kNear) || share(earlier, later, Role::organisation) ||
                      (earlier.place != kNoIndex && later.place != kNoIndex) || definite(later);
  return linked;
}

bool Identity::same_statement(const Draft& earlier, const Draft& later) const {
  const bool participle = later.sense.features.tense == rules::Tense::active_participle || later.sense.features.tense == rules::Tense::gerund;
  const bool goes_on = later.sense.cls == continuation_ && continuation_ != rules::kNoClass;
  if (participle && earlier.sentence == later.sentence) return true;
  if (!goes_on || later.sentence - earlier.sentence > kNear) return false;
  return share(earlier, later, Role::subject) || !has_role(later, Role::subject);
}

// "The meeting of the SCO", "their meeting at a summit" are the summit that the text tells of.
bool Identity::meeting_is_summit(const Draft& summit, const Draft& meeting) const {
  // A session that was held is none of the summit to come, nor is the assembly's.
  if (summit.factuality != meeting.factuality) return false;
  if (summit.rule->type != "summit" || meeting.rule->type != "meeting" || meeting.verbal || another_one(meeting) || !dates_agree(summit, meeting)) return false;
  // "اجتماعهم يوم الجمعة في قمة": they all meet there; two who do may have met beside it.
  const bool theirs = structure_.grammar().arabic() && structure_.may_bear(meeting.token, text::Enclitic::hum);
  if (summit.sentence == meeting.sentence && (meeting.fills.size() <= 1 || theirs)) {
    const std::uint32_t gap = summit.token > meeting.token ? summit.token - meeting.token : meeting.token - summit.token;
    constexpr std::uint32_t kBeside = 6;
    if (gap <= kBeside && (theirs || structure_.enclitic(meeting.token) != text::Enclitic::none)) return true;
  }
  bool organisation = false;
  for (const Fill& fill : meeting.fills) {
    const entity::EntityMention& m = structure_.mentions()[fill.mention];
    if (m.kind == EntityKind::group ? m.organisation.empty() : m.kind != EntityKind::organisation || !m.country.empty() || m.actor.id.empty()) return false;
    organisation = true;
  }
  if (!organisation) return false;
  const Fill* own = summit.first(Role::organisation);
  return own == nullptr || std::ranges::any_of(meeting.fills, [&](const Fill& x) { return actor(x.mention) == actor(own->mention); });
}

bool Identity::same(const Draft& earlier, const Draft& later, std::uint32_t last_sentence) const {
  if (meeting_is_summit(earlier, later) || meeting_is_summit(later, earlier)) return true;
  if (earlier.rule->type != later.rule->type) return false;
  if (earlier.rule->type == "statement") return same_statement(earlier, later);
  if (earlier.factuality != later.factuality) {
    const auto real = [](Factuality f) { return f == Factuality::actual || f == Factuality::planned; };
    if (!real(earlier.factuality) || !real(later.factuality)) return false;
    // What is planned and what has happened are one only where both have the day: "spoke on Tuesday … will meet next month".
    const std::string& kind = earlier.rule->type;
    const Draft& planned = earlier.factuality == Factuality::planned ? earlier : later;
    if (planned.dating.date && planned.dating.date->open_start) return false;  // "by the end of the year" is still to come
    // "Arrived on Saturday … the trip will take place after Ramadan"
    const Draft& done = &planned == &earlier ? later : earlier;
    constexpr date::days kWeek{7};
    if (planned.dating.date && done.dating.date && planned.dating.date->last > done.dating.date->last + kWeek) return false;
    if ((kind == "meeting" || kind == "visit" || kind == "appointment" || kind == "other" || kind == "decision" || kind == "agreement") &&
        !(earlier.dating.date && later.dating.date)) {
      return false;
    }
  }
  if (!earlier.rule->phase.empty() && !later.rule->phase.empty() && earlier.rule->phase != later.rule->phase) return false;
  const std::string& type = earlier.rule->type;
  // "Recognised in 1950" and "cut ties" are no two tellings of one event, nor are two acts of no type.
  if (type == "diplomatic_ties" && earlier.rule->phase != later.rule->phase) return false;
  // "Expelled one ambassador and summoned another".
  if (type == "diplomatic_ties" && earlier.verbal && later.verbal && earlier.sense.lemma != later.sense.lemma && earlier.sentence == later.sentence) return false;
  if ((type == "other" || type == "decision") && earlier.rule != later.rule && earlier.sense.lemma != later.sense.lemma) return false;
  if ((type == "visit" || type == "meeting") && earlier.sentence != later.sentence && another_one(earlier) != another_one(later) && !(earlier.dating.date && later.dating.date)) return false;
  const bool treaty = type == "agreement" || type == "declaration";
  if (treaty && later.sentence > earlier.sentence && later.sentence > 1 && introduces(later) && !(earlier.dating.date && later.dating.date)) return false;
  // "The six countries become members" is not Indonesia's accession.
  if ((type == "membership" || type == "withdrawal") && has_role(earlier, Role::subject) != has_role(later, Role::subject)) {
    const Draft& nameless = has_role(earlier, Role::subject) ? later : earlier;
    if (std::ranges::any_of(nameless.anchors, [&](std::uint32_t anchor) { return structure_.is_finite(anchor); })) return false;
    // Nor is "the enlargement", which is of all who join.
    if (std::ranges::none_of(nameless.rule->roles, [](const RoleSpec& role) { return role.role == Role::subject; })) return false;
  }
  if (!dates_agree(earlier, later)) return false;
  // "put their names to the text … the pact in force, signed in 2021": what is told aside does not date what is told as news.
  if (earlier.verbal && !earlier.dating.date && later.rule->background && later.dating.date) return false;
  // "شهدت البلاد انقلابا أطاح بالرئيس", "دوت انفجارات بعد هجوم": one blow told twice in a sentence, once without a day of its own.
  const bool blow = (type == "coup" && !in_other_countries(earlier, later)) || (type == "disaster" && !later.verbal) || (type == "clash" && (earlier.fills.empty() || later.fills.empty()));
  if (blow && earlier.sentence == later.sentence && earlier.own.empty() != later.own.empty() && earlier.factuality == later.factuality) return true;
  if (is_toll_of(later, earlier)) return true;
  if (earlier.rule->type == "summit") return same_summit(earlier, later);
  if (later.fills.empty()) {
    // "The meeting had been set for March 2020", in another paragraph, does not date who met before.
    if (later.dating.date && !earlier.dating.date && (earlier.verbal || type == "meeting") && !structure_.same_line(earlier.sentence, later.sentence)) return false;
    return definite(later) && later.sentence - last_sentence <= kNear && !another_one(later);
  }
  if (earlier.fills.empty()) return later.sentence - last_sentence <= kNear && !later.verbal && !introduces(later);
  return participants_agree(earlier, later);
}

// "Rebels attacked a convoy, killing ten soldiers", "… and abducted two", "nine were killed when militiamen attacked a barracks":
// what a blow did to people without a name.
bool Identity::is_toll_of(const Draft& later, const Draft& earlier) const {
  if (structure_.grammar().arabic() || later.rule->type != "clash" || earlier.sentence != later.sentence || !earlier.verbal || !later.verbal) return false;
  if (earlier.factuality != later.factuality) return false;
  const auto named = [&](const Draft& draft) {
    return std::ranges::any_of(draft.fills, [&](const Fill& x) {
      const EntityKind kind = structure_.mentions()[x.mention].kind;
      return x.role == Role::object && (kind == EntityKind::person || kind == EntityKind::office);
    });
  };
  const auto does = [&](const Draft& draft) { return structure_.is_of(draft.token, kill_) || structure_.is_of(draft.token, kidnap_); };
  if (does(later) && !named(later)) {
    if (later.sense.features.tense == rules::Tense::gerund) return true;
    const std::string_view before = structure_.word(later.token - 1);
    const Fill* who = later.first(Role::subject);
    const bool same_doer = who != nullptr && std::ranges::any_of(earlier.fills, [&](const Fill& x) { return x.role == Role::subject && x.mention == who->mention; });
    return before == "and" && (same_doer || share(earlier, later, Role::subject));
  }
  if (!structure_.is_of(earlier.token, kill_) || named(earlier)) return false;
  for (std::uint32_t t = earlier.token_end; t < later.token; ++t) {
    if (structure_.word(t) == "when") return true;
  }
  return false;
}

// "after coups in Mali and Burkina Faso …, four days after soldiers overthrew Bazoum": told of different countries.
bool Identity::in_other_countries(const Draft& a, const Draft& b) const {
  const auto countries = [&](const Draft& draft) {
    std::vector<std::string_view> all;
    for (const Fill& fill : draft.fills) {
      const entity::EntityMention& m = structure_.mentions()[fill.mention];
      if (m.kind == EntityKind::country ? !m.actor.id.empty() : !m.country.empty()) all.push_back(m.kind == EntityKind::country ? m.actor.id : m.country);
    }
    return all;
  };
  const auto here = countries(a);
  const auto there = countries(b);
  return !here.empty() && !there.empty() && std::ranges::find_first_of(here, there) == here.end();
}

void Identity::absorb(std::vector<Draft>& drafts, std::uint32_t into, std::uint32_t from) const {
  Draft& kept = drafts[into];
  Draft& gone = drafts[from];
  kept.merged.push_back(from);
  gone.same_as = into;
  const bool as_summit = gone.rule->type == "meeting" && kept.rule->type == "summit";
  const bool toll = is_toll_of(gone, kept);
  for (Fill fill : gone.fills) {
    // The body that meets is the subject of a meeting, but the organisation of a summit.
    if (as_summit && structure_.mentions()[fill.mention].kind != EntityKind::person) fill.role = Role::organisation;
    // "ambushed a police patrol, killing an officer": the patrol did not.
    if (toll && fill.role == Role::subject && gone.sense.features.tense == rules::Tense::gerund) continue;
    if (kept.first(fill.role) == nullptr) kept.fills.push_back(fill);
  }
  if (kept.place == kNoIndex) kept.place = gone.place;
  if ((kept.weak && !gone.weak) || (kept.rule->type == "meeting" && gone.rule->type == "summit")) {
    kept.weak = kept.weak && gone.weak;
    kept.rule = gone.rule;
  }
  join_dates(kept, gone);
  if (gone.factuality == Factuality::actual && kept.factuality == Factuality::planned) kept.factuality = Factuality::actual;
}

// The states and bodies behind it: a president is his country, an army its state.
std::vector<std::string_view> Identity::parties(const Draft& draft) const {
  std::vector<std::string_view> all;
  for (const Fill& fill : draft.fills) {
    const entity::EntityMention& m = structure_.mentions()[fill.mention];
    std::string_view id = m.state.empty() ? std::string_view(m.actor.id) : std::string_view(m.state);
    if (!id.starts_with("x:")) id = id.substr(0, id.find('.'));
    if (!id.empty() && std::ranges::find(all, id) == all.end()) all.push_back(id);
  }
  std::ranges::sort(all);
  return all;
}

// "The agreement took effect", "اتفاقهما": one that the text has told of.
bool Identity::names_the_one(const Draft& draft) const {
  return std::ranges::any_of(draft.anchors, [&](std::uint32_t anchor) {
    if (structure_.is_finite(anchor)) return false;
    if (structure_.grammar().arabic()) return structure_.has_article(anchor) || structure_.enclitic(anchor) != text::Enclitic::none;
    if (anchor == 0) return false;
    const std::string_view before = structure_.word(anchor - 1);
    return before == "the" || before == "The" || before == "their" || before == "Their";
  });
}

// The sides of the only agreement of the text. One that was over before it is another.
void Identity::lend_parties(std::vector<Draft>& drafts) const {
  constexpr date::days kStep{31};  // a parliament may approve what is signed weeks later
  const auto is_told = [](const Draft& draft) {
    const bool happens = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    return draft.rule->type == "agreement" && draft.same_as == kNoIndex && !draft.weak && happens;
  };
  const Draft* lender = nullptr;
  std::vector<std::string_view> sides;
  for (const Draft& draft : drafts) {
    if (!is_told(draft)) continue;
    std::vector<std::string_view> here = parties(draft);
    if (here.size() < 2) continue;
    if (lender != nullptr && here != sides) return;
    if (lender == nullptr) lender = &draft;
    sides = std::move(here);
  }
  if (lender == nullptr) return;
  for (const Draft& draft : drafts) {
    if (is_told(draft) && !std::ranges::includes(sides, parties(draft))) return;
  }
  for (Draft& draft : drafts) {
    // Who signs or ratifies is not all of them.
    if (draft.rule->phase != "in_force" || !is_told(draft) || !draft.fills.empty() || draft.sentence < lender->sentence || !names_the_one(draft)) continue;
    const bool dated = draft.dating.date && lender->dating.date && !draft.dating.date->open_end && !lender->dating.date->open_start;
    if (dated && draft.dating.date->last + kStep < lender->dating.date->first) continue;
    for (const Fill& side : lender->fills) draft.fills.push_back({.role = Role::subject, .mention = side.mention, .implied = true});
  }
}

// "The previous summit", "قمة تونس", in a text whose summits are all of one organisation.
void Identity::lend_organisation(std::vector<Draft>& drafts) const {
  const auto is_told = [](const Draft& draft) {
    const bool happens = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    return draft.rule->type == "summit" && draft.same_as == kNoIndex && !draft.weak && happens;
  };
  const Fill* lender = nullptr;
  for (const Draft& draft : drafts) {
    if (!is_told(draft)) continue;
    const Fill* organisation = draft.first(Role::organisation);
    if (organisation == nullptr || actor(organisation->mention).empty()) continue;
    if (lender != nullptr && actor(lender->mention) != actor(organisation->mention)) return;
    lender = organisation;
  }
  if (lender == nullptr) return;
  const Fill lent{.role = Role::organisation, .mention = lender->mention, .implied = true};
  for (Draft& draft : drafts) {
    // One country alone is the host.
    const bool hosted = draft.fills.size() == 1 && structure_.mentions()[draft.fills.front().mention].kind == EntityKind::country;
    if (!is_told(draft) || (!draft.fills.empty() && !hosted)) continue;
    const bool of_a_city = structure_.grammar().arabic() && draft.place != kNoIndex && structure_.mentions()[draft.place].first == draft.token_end;
    if (definite(draft) || another_one(draft) || of_a_city) draft.fills.push_back(lent);
  }
}

void Identity::unite_by_day(std::vector<Draft>& drafts) const {
  const auto is_told = [](const Draft& draft) {
    const bool happens = draft.factuality == Factuality::actual || draft.factuality == Factuality::planned;
    return happens && draft.same_as == kNoIndex && !draft.weak && draft.dating.date && draft.dating.date->granularity == Granularity::day &&
           (draft.rule->type == "election" || draft.rule->type == "coup");
  };
  const auto nameless = [](const Draft& draft) { return draft.fills.empty() && draft.place == kNoIndex; };
  for (std::uint32_t later = 1; later < drafts.size(); ++later) {
    if (!is_told(drafts[later])) continue;
    for (std::uint32_t earlier = 0; earlier < later; ++earlier) {
      const Draft &a = drafts[earlier], &b = drafts[later];
      if (!is_told(a) || a.rule->type != b.rule->type || a.dating.date->first != b.dating.date->first || (!nameless(a) && !nameless(b))) continue;
      absorb(drafts, earlier, later);
      break;
    }
  }
}

void Identity::complete(std::vector<Draft>& drafts) const {
  lend_parties(drafts);
  lend_organisation(drafts);
}

void Identity::unite(std::vector<Draft>& drafts) const {
  constexpr std::uint32_t kLookBack = 200;  // events, so that a long document stays linear
  for (std::uint32_t later = 1; later < drafts.size(); ++later) {
    const std::uint32_t first = later > kLookBack ? later - kLookBack : 0;
    for (std::uint32_t earlier = later; earlier-- > first;) {
      if (drafts[earlier].same_as != kNoIndex) continue;
      const std::uint32_t last = drafts[earlier].merged.empty() ? earlier : drafts[earlier].merged.back();
      if (!same(drafts[earlier], drafts[later], drafts[last].sentence)) continue;
      absorb(drafts, earlier, later);
      break;
    }
  }
}

}  // namespace tarikh::event
