// The rules of merging asked about two entries. Each entry is read as a pile would tell it in one article, so that the same
// code judges; an entry whose articles disagree is read once per claim.
#include "tarikh/why_not.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "conflict/disagreement.h"
#include "merge/candidate.h"
#include "merge/wording.h"

namespace tarikh {
namespace {

using merging::Candidate;
using merging::Features;
using merging::Identity;

ParticipantRecord record_of(const EntryParticipant& who) { return {who.role, {}, who.id, who.name_en, who.name_ar, who.country}; }

// The telling whose date the entry took.
const EntryMention* seed_of(const Entry& entry) {
  const auto seed = std::ranges::find(entry.mentions, entry.date_edtf, &EntryMention::date_edtf);
  if (seed != entry.mentions.end()) return &*seed;
  return entry.mentions.empty() ? nullptr : &entry.mentions.front();
}

EventRecord event_of(const Entry& entry) {
  EventRecord event;
  event.id = entry.id;
  event.type = entry.type;
  event.phase = entry.phase;
  event.date_edtf = entry.date_edtf;
  event.first = entry.first;
  event.last = entry.last;
  event.date_basis = entry.date_basis;
  for (const EntryParticipant& who : entry.participants) event.participants.push_back(record_of(who));
  if (entry.place) event.place = record_of(*entry.place);
  event.factuality = entry.factuality;
  event.title_ar = entry.title_ar;
  event.title_en = entry.title_en;
  if (const EntryMention* seed = seed_of(entry)) event.sentence.text = seed->quote;
  return event;
}

DocumentRecord article_of(const Entry& entry) {
  DocumentRecord record;
  record.doc = entry.id;
  record.events.push_back(event_of(entry));
  if (entry.conflict.empty()) return record;
  const EventRecord event = record.events.front();
  record.events.clear();
  for (const Claim& claim : entry.conflict) {
    EventRecord& told = record.events.emplace_back(event);
    told.date_edtf = claim.date_edtf;
    told.first.clear();
    told.last.clear();
    told.date_basis = claim.mentions.empty() ? DateBasis::explicit_ : entry.mentions[claim.mentions.front()].date_basis;
  }
  return record;
}

bool share_key(std::vector<std::uint64_t> a, std::vector<std::uint64_t> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return !both.empty();
}

std::set<std::string> documents_of(const Entry& entry) {
  std::set<std::string> documents;
  for (const EntryMention& mention : entry.mentions) documents.insert(mention.doc);
  return documents;
}

class Asking {
 public:
  Asking(const Timeline& timeline, std::span<const EventType> types) : timeline_(timeline) {
    articles_.reserve(timeline.entries.size());
    for (const Entry& entry : timeline.entries) articles_.push_back(article_of(entry));
    std::vector<const DocumentRecord*> pointers;
    pointers.reserve(articles_.size());
    for (const DocumentRecord& article : articles_) pointers.push_back(&article);
    tellings_.resize(articles_.size());
    for (Candidate& candidate : merging::candidates(pointers, types, names_)) tellings_[candidate.document].push_back(std::move(candidate));
    place_statements();
    take_words();
  }

  std::vector<Obstacle> ask(std::size_t a, std::size_t b) {
    std::optional<std::vector<Obstacle>> least;
    for (const Candidate& x : tellings_[a]) {
      for (const Candidate& y : tellings_[b]) {
        std::vector<Obstacle> found = compare(x, y);
        if (!least || found.size() < least->size()) least = std::move(found);
      }
    }
    std::vector<Obstacle> obstacles = std::move(least).value_or(std::vector<Obstacle>{});
    for (const std::size_t i : {a, b}) {
      const Entry& entry = timeline_.entries[i];
      if (std::ranges::find(entry.corrections, "split", &EntryCorrection::field) != entry.corrections.end()) {
        obstacles.push_back({ObstacleKind::by_hand, entry.id, {}});
      }
    }
    return obstacles;
  }

 private:
  // What a statement or declaration was made at, and whether its article has others by the speaker or of the gathering.
  void place_statements() {
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> home;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      for (const EntryMention& mention : timeline_.entries[i].mentions) home.emplace(std::pair<std::string_view, std::string_view>{mention.doc, mention.event}, i);
    }
    const auto occasion_of = [&](const EntryMention& mention) {
      const auto occasion = home.find({mention.doc, mention.subevent_of});
      return occasion == home.end() ? 0 : occasion->second + 1;
    };
    std::map<std::pair<std::string_view, std::uint32_t>, merging::Stretches> told;  // document and speaker or gathering -> when
    const auto of_whom = [&](std::size_t i, const EntryMention& mention) {
      return is_speech(i) ? tellings_[i].front().features.subjects.front() : occasion_of(mention);
    };
    // Of what a gathering adopts the days do not matter.
    const auto days_of = [&](std::size_t i) { return is_speech(i) ? tellings_[i].front().features.possible : model::Days{}; };
    const auto has_occasion = [&](std::size_t i) { return is_speech(i) || is_declaration(i); };
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      if (!has_occasion(i)) continue;
      std::set<std::string_view> documents;
      for (const EntryMention& mention : timeline_.entries[i].mentions) {
        if (documents.insert(mention.doc).second) told[{mention.doc, of_whom(i, mention)}].add(days_of(i));
      }
    }
    for (auto& [who, when] : told) when.sort();
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      const EntryMention* seed = has_occasion(i) ? seed_of(timeline_.entries[i]) : nullptr;
      if (seed == nullptr) continue;
      for (Candidate& telling : tellings_[i]) {
        telling.features.occasion = occasion_of(*seed);
        telling.features.at_gathering = telling.features.occasion != 0 && merging::is_spoken_at(timeline_.entries[telling.features.occasion - 1].type);
        telling.features.one_of_several = told[{seed->doc, of_whom(i, *seed)}].overlapping(days_of(i)) > 1;
      }
    }
  }

  // The words of the sentence that the date is from: an entry has no others beside its names.
  void take_words() {
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      const EntryMention* seed = seed_of(timeline_.entries[i]);
      if (seed == nullptr) continue;
      for (Candidate& telling : tellings_[i]) {
        if (!is_speech(i) && !telling.features.is_of_many_kinds) continue;
        telling.features.language = names_.number(seed->lang);
        telling.features.wording.take_words(merging::words_that_matter(seed->quote, seed->highlights));
      }
    }
  }

  [[nodiscard]] bool is_speech(std::size_t i) const {
    return !tellings_[i].empty() && tellings_[i].front().features.identity == Identity::speech && !tellings_[i].front().features.subjects.empty();
  }

  [[nodiscard]] bool is_declaration(std::size_t i) const {
    return !tellings_[i].empty() && tellings_[i].front().features.identity == Identity::joint;
  }

  [[nodiscard]] const Entry& entry_of(const Candidate& telling) const { return timeline_.entries[telling.document]; }

  std::vector<Obstacle> compare(const Candidate& x, const Candidate& y) {
    const Features &a = x.features, &b = y.features;
    std::vector<Obstacle> found;
    const auto note = [&](std::optional<ObstacleKind> kind) {
      if (kind) found.push_back({*kind, told(*kind, x), told(*kind, y)});
    };
    note(merging::obstacle_of_type(a, b));
    note(merging::obstacle_of_phase(a, b));
    // Participants mean different things in different types.
    if (found.empty() || a.identity == b.identity) note(merging::obstacle_of_participants(a, b));
    if (!a.dated || !b.dated) {
      note(ObstacleKind::undated);
      return found;
    }
    if (!merging::days_agree(a, b)) {
      const bool happens_once = share_key(merging::once_keys(a, names_.name(a.phase)), merging::once_keys(b, names_.name(b.phase)));
      if (happens_once) note_repetition(x, y, found);
      else note(ObstacleKind::days);
      return found;
    }
    if (!found.empty()) return found;
    const std::string both = shared_documents(x, y);
    if (!both.empty() && !merging::is_once(a)) return {{ObstacleKind::one_article, both, {}}};
    const bool is_loose = merging::is_loosely_placed(a, b);
    const std::string others = is_loose ? other_homes(merging::is_placed_in_country(a) ? x : y, merging::is_placed_in_country(a) ? y : x) : other_homes(a.days.length() > b.days.length() ? x : y, a.days.length() > b.days.length() ? y : x);
    if (!others.empty()) return {{ObstacleKind::ambiguous, others, {}}};
    return found;
  }

  // It happens once, and yet the days exclude each other without being a contradiction: why?
  void note_repetition(const Candidate& x, const Candidate& y, std::vector<Obstacle>& found) {
    const auto is_one = [&](bool with_documents, std::span<const model::Days> ends) {
      std::vector<conflict::Telling> tellings;
      for (const Candidate* telling : {&x, &y}) {
        tellings.push_back({telling->features.days, telling->features.planned, {}});
        if (with_documents) tellings.back().documents = numbers_of(documents_of(entry_of(*telling)));
      }
      return conflict::judge(tellings, ends).size() == 1;
    };
    const std::vector<model::Days> ends = ends_of(x);
    if (is_one(false, {}) && !is_one(true, {})) found.push_back({ObstacleKind::one_article, shared_documents(x, y), {}});
    else if (is_one(false, {}) && !is_one(false, ends)) found.push_back({ObstacleKind::undone, std::string(x.event->date_edtf), std::string(y.event->date_edtf)});
    else found.push_back({ObstacleKind::days, std::string(x.event->date_edtf), std::string(y.event->date_edtf)});
  }

  // Days on which what `telling` began was undone.
  std::vector<model::Days> ends_of(const Candidate& telling) {
    const std::vector<std::uint64_t> begun = merging::once_keys(telling.features, names_.name(telling.features.phase));
    std::vector<model::Days> ends;
    for (const std::vector<Candidate>& others : tellings_) {
      for (const Candidate& other : others) {
        if (share_key(begun, merging::undone_by(other.features, names_))) ends.push_back(other.features.days);
      }
    }
    return ends;
  }

  std::vector<std::uint32_t> numbers_of(const std::set<std::string>& documents) {
    std::vector<std::uint32_t> numbers;
    for (const std::string& document : documents) {
      numbers.push_back(document_numbers_.emplace(document, static_cast<std::uint32_t>(document_numbers_.size())).first->second);
    }
    std::ranges::sort(numbers);
    return numbers;
  }

  [[nodiscard]] std::string shared_documents(const Candidate& x, const Candidate& y) const {
    const std::set<std::string> a = documents_of(entry_of(x)), b = documents_of(entry_of(y));
    std::vector<std::string> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return fmt::format("{}", fmt::join(both, ", "));
  }

  // Other entries than `home` that the coarse one fits.
  [[nodiscard]] std::string other_homes(const Candidate& coarse, const Candidate& home) const {
    if (!merging::joins_only_if_alone(coarse.features) && !merging::is_loosely_placed(coarse.features, home.features)) return {};
    std::vector<std::string> others;
    for (const std::vector<Candidate>& tellings : tellings_) {
      const auto fits = [&](const Candidate& other) {
        const bool is_other = other.document != coarse.document && other.document != home.document && other.features.dated;
        return is_other && merging::days_agree(coarse.features, other.features) && merging::agree(coarse.features, other.features);
      };
      if (std::ranges::any_of(tellings, fits)) others.push_back(entry_of(tellings.front()).id);
    }
    return fmt::format("{}", fmt::join(others, ", "));
  }

  [[nodiscard]] std::string names(const std::vector<std::uint32_t>& numbers) const {
    std::vector<std::string_view> list;
    for (const std::uint32_t number : numbers) list.push_back(names_.name(number));
    return fmt::format("{}", fmt::join(list, ", "));
  }

  [[nodiscard]] std::string told(ObstacleKind kind, const Candidate& telling) const {
    const Features& f = telling.features;
    switch (kind) {
      case ObstacleKind::type: return std::string(telling.event->type);
      case ObstacleKind::phase: return std::string(telling.event->phase);
      case ObstacleKind::days:
      case ObstacleKind::undated:
      case ObstacleKind::undone: return std::string(telling.event->date_edtf);
      case ObstacleKind::subject: return names(f.subjects);
      case ObstacleKind::object: return names(f.objects);
      case ObstacleKind::organisation: return names(f.organisations);
      case ObstacleKind::defining:
      case ObstacleKind::sides: return names(f.everyone);
      case ObstacleKind::too_little: return fmt::format("{}{}{}", names(f.everyone), f.everyone.empty() || f.place == 0 ? "" : ", ", names_.name(f.place));
      case ObstacleKind::place: return std::string(names_.name(f.place));
      case ObstacleKind::headline: return std::string(telling.event->title_en.empty() ? telling.event->title_ar : telling.event->title_en);
      case ObstacleKind::occasion: return f.occasion == 0 ? "" : timeline_.entries[f.occasion - 1].id;
      case ObstacleKind::several: return f.one_of_several ? seed_of(entry_of(telling))->doc : "";
      case ObstacleKind::wording: return seed_of(entry_of(telling))->quote;
      case ObstacleKind::one_article:
      case ObstacleKind::ambiguous:
      case ObstacleKind::by_hand: break;  // told where they are found
    }
    return {};
  }

  const Timeline& timeline_;
  merging::Names names_;
  std::vector<DocumentRecord> articles_;           // by entry
  std::vector<std::vector<Candidate>> tellings_;   // by entry, one per claim
  std::unordered_map<std::string, std::uint32_t> document_numbers_;
};

}  // namespace

std::string_view to_string(ObstacleKind kind) {
  constexpr std::array<std::string_view, 19> kNames = {"type",       "phase",    "days",    "subject",     "object", "organisation",
                                                       "defining",   "sides",    "place",   "headline",    "too_little", "occasion",
                                                       "several",    "wording",  "one_article", "undone", "ambiguous", "undated", "by_hand"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Obstacle> why_not(const Timeline& timeline, std::size_t a, std::size_t b, std::span<const EventType> types) {
  return Asking(timeline, types).ask(a, b);
}

}  // namespace tarikh
