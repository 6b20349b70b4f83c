#include "bench/pile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

#include "tarikh/date.h"

namespace tarikh::bench {
namespace {

constexpr std::size_t kEventsPerArticle = 10;
constexpr std::int32_t kFirstDay = 12784;  // 2005-01-01
constexpr std::int32_t kDays = 20 * 365;

enum class Who : std::uint8_t { nobody, state, person, body };

struct Kind {
  std::string_view type, phase;
  int weight;
  Who subject, object, organisation;
  bool has_place;
};

// How often news tells what.
constexpr std::array<Kind, 15> kKinds = {{
    {"statement", "", 40, Who::person, Who::nobody, Who::nobody, false},
    {"meeting", "", 14, Who::person, Who::person, Who::nobody, true},
    {"visit", "", 8, Who::person, Who::nobody, Who::nobody, true},
    {"clash", "", 8, Who::state, Who::state, Who::nobody, true},
    {"military_action", "", 4, Who::state, Who::state, Who::nobody, true},
    {"decision", "", 6, Who::body, Who::nobody, Who::nobody, false},
    {"agreement", "signed", 4, Who::state, Who::state, Who::nobody, false},
    {"sanction", "imposed", 3, Who::state, Who::state, Who::nobody, false},
    {"summit", "", 3, Who::nobody, Who::nobody, Who::body, true},
    {"election", "", 3, Who::state, Who::nobody, Who::nobody, false},
    {"appointment", "in", 2, Who::person, Who::nobody, Who::nobody, false},
    {"disaster", "", 2, Who::nobody, Who::nobody, Who::nobody, true},
    {"membership", "effective", 1, Who::state, Who::nobody, Who::body, false},
    {"withdrawal", "announced", 1, Who::state, Who::nobody, Who::body, false},
    {"founding", "", 1, Who::nobody, Who::nobody, Who::body, false},
}};

struct Happening {
  const Kind* kind;
  std::int32_t day;
  std::size_t subject, object, organisation, place;
};

class World {
 public:
  explicit World(std::uint32_t seed) : random_(seed) {}

  std::vector<DocumentRecord> pile(std::size_t events) {
    const std::size_t articles = std::max<std::size_t>(events / kEventsPerArticle, 1);
    happen(std::max<std::size_t>(events / 4, 1));
    std::vector<DocumentRecord> records;
    records.reserve(articles);
    for (std::size_t i = 0; i < articles; ++i) records.push_back(article(i, happenings_.size() * i / articles));
    return records;
  }

 private:
  // std::mt19937 is the same everywhere, the distributions of <random> are not.
  double unit() { return static_cast<double>(random_()) / 4294967296.0; }
  std::size_t below(std::size_t n) { return std::min(static_cast<std::size_t>(unit() * static_cast<double>(n)), n - 1); }
  // The first few are in the news every day, the last ones hardly ever.
  std::size_t famous(std::size_t n) {
    const double u = unit();
    return std::min(static_cast<std::size_t>(u * u * u * static_cast<double>(n)), n - 1);
  }

  void happen(std::size_t count) {
    std::size_t weights = 0;
    for (const Kind& kind : kKinds) weights += static_cast<std::size_t>(kind.weight);
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t left = below(weights);
      const Kind* kind = kKinds.data();
      while (left >= static_cast<std::size_t>(kind->weight)) left -= static_cast<std::size_t>((kind++)->weight);
      const auto day = kFirstDay + static_cast<std::int32_t>(kDays * i / count);
      happenings_.push_back({kind, day, famous(size(kind->subject)), famous(size(kind->object)), famous(size(kind->organisation)), famous(400)});
    }
  }

  static std::size_t size(Who who) {
    switch (who) {
      case Who::nobody: return 1;
      case Who::state: return 195;
      case Who::person: return 3000;
      case Who::body: return 120;
    }
    return 1;
  }

  static ParticipantRecord participant(Role role, Who who, std::size_t number) {
    const std::string_view kind = who == Who::state ? "state" : who == Who::person ? "person" : "body";
    ParticipantRecord record;
    record.role = role;
    record.id = fmt::format("{}.{}", kind, number);
    record.name_en = fmt::format("The {} of number {}", kind, number);
    record.name_ar = fmt::format("اسم رقم {}", number);
    record.quote = {record.name_en, 20, 40};
    return record;
  }

  void date(EventRecord& event, std::int32_t day, bool is_old) {
    const date::sys_days exact{date::days{day}};
    const std::string iso = to_iso(exact);
    const double how = unit();
    // News has its day, looking back often only the month or the year; some are wrong.
    event.date_edtf = !is_old || how < 0.4 ? iso : how < 0.7 ? iso.substr(0, 7) : how < 0.95 ? iso.substr(0, 4) : to_iso(exact + date::days{400});
    const Result<Date> parsed = parse_edtf(event.date_edtf);
    event.first = to_iso(parsed->first);
    event.last = to_iso(parsed->last);
    event.granularity = to_string(parsed->granularity);
    event.date_basis = is_old ? DateBasis::explicit_ : how < 0.3 ? DateBasis::dct : DateBasis::relative;
  }

  EventRecord telling(const Happening& what, std::size_t number, bool is_old) {
    EventRecord event;
    event.id = fmt::format("e{}", number + 1);
    event.type = what.kind->type;
    event.phase = what.kind->phase;
    const auto start = static_cast<std::uint32_t>(number * 160);
    event.trigger = {"verb", start + 50, start + 54};
    event.sentence = {fmt::format("What happened as number {} of this article is told here in a sentence of a usual length.", number + 1), start, start + 120};
    date(event, what.day, is_old);
    if (what.kind->subject != Who::nobody) event.participants.push_back(participant(Role::subject, what.kind->subject, what.subject));
    if (what.kind->object != Who::nobody && unit() < 0.8) event.participants.push_back(participant(Role::object, what.kind->object, what.object));
    if (what.kind->organisation != Who::nobody) event.participants.push_back(participant(Role::organisation, what.kind->organisation, what.organisation));
    if (what.kind->has_place && unit() < 0.5) event.place = participant(Role::subject, Who::state, what.place);
    if (unit() < 0.05) event.factuality = Factuality::planned;
    event.title_en = fmt::format("{} of number {}", event.type, what.subject);
    event.title_ar = fmt::format("عنوان رقم {}", what.subject);
    event.rule = "en/events/bench.rules:1 bench/rule";
    return event;
  }

  DocumentRecord article(std::size_t number, std::size_t now) {
    DocumentRecord record;
    record.doc = fmt::format("article-{:07}", number);
    record.lang = number % 2 == 0 ? "ar" : "en";
    record.dct = to_iso(date::sys_days{date::days{happenings_[now].day}});
    record.dct_basis = DctBasis::metadata;
    record.title = fmt::format("The title of article {}", number);
    record.source = fmt::format("https://news.example/{}", number);
    for (std::size_t i = 0; i < kEventsPerArticle; ++i) {
      const bool is_old = unit() < 0.2;
      const std::size_t back = is_old ? below(now + 1) : std::min(famous(60), now);
      record.events.push_back(telling(happenings_[now - back], i, is_old));
      // What is said at talks has their day.
      EventRecord& event = record.events.back();
      if (event.type == "statement" && i > 0 && unit() < 0.3 && record.events[i - 1].type != "statement") event.subevent_of = record.events[i - 1].id;
    }
    return record;
  }

  std::mt19937 random_;
  std::vector<Happening> happenings_;
};

}  // namespace

std::vector<DocumentRecord> make_pile(std::size_t events, std::uint32_t seed) { return World(seed).pile(events); }

}  // namespace tarikh::bench
