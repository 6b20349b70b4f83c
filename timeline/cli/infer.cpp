#include "cli/infer.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace tarikh::cli {
namespace {

std::string describe(const std::vector<PublicationClue>& clues) {
  std::string text;
  for (const PublicationClue& clue : clues) {
    text += fmt::format("{}{}{}", text.empty() ? "" : "; ", clue.text.empty() ? "" : fmt::format("\"{}\": ", clue.text), clue.why);
  }
  return text;
}

// "not before 2023-04-04", "13 stretches from 2006-03-10 to 2091-09-09".
std::string what_is_left(const std::vector<DayRange>& days) {
  constexpr date::sys_days kFarAhead{date::year{2100} / 1 / 1};
  const std::string first = to_iso(days.front().first);
  if (days.size() == 1 && days.front().last > kFarAhead) return "not before " + first;
  return fmt::format("{}from {} to {}", days.size() == 1 ? "" : fmt::format("{} stretches ", days.size()), first, to_iso(days.back().last));
}

struct Undated {
  std::size_t record = 0;  ///< index of its record
  std::string where;       ///< the file, for messages
  Document document;
};

void infer_publication_days(const Ruleset& rules, std::vector<DocumentRecord>& records, const std::vector<Undated>& undated, unsigned jobs,
                            Console& console) {
  if (undated.empty()) return;
  const Timeline timeline = merge(records, rules.event_types(), {.keep_undated = true});
  std::vector<PublicationDay> answers(undated.size());
  const auto work = [&](std::size_t first, std::size_t step) {
    PublicationFinder finder(rules, timeline);
    for (std::size_t i = first; i < undated.size() && !interrupted; i += step) {
      answers[i] = solve(finder.clues(undated[i].document));
      DocumentRecord& record = records[undated[i].record];
      record = finder.redate(undated[i].document, record, answers[i]);
    }
  };
  std::vector<std::thread> threads;
  const std::size_t workers = std::min<std::size_t>(jobs, undated.size());
  for (std::size_t i = 1; i < workers; ++i) threads.emplace_back(work, i, workers);
  work(0, workers);
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < undated.size(); ++i) {
    for (const std::string& note : notes_of(answers[i])) {
      console.note(undated[i].where, Error{fmt::format("{}: {}", undated[i].document.id, note)});
    }
  }
}

}  // namespace

std::vector<std::string> notes_of(const PublicationDay& answer) {
  if (answer.clues.empty()) return {};
  const std::optional<DayRange> range = answer.range();
  const std::string said = range ? "publication day inferred, " + to_edtf(*range)
                                 : "no publication day can be inferred; the clues leave " + what_is_left(answer.days);
  std::vector<std::string> notes{fmt::format("{}: {}", said, describe(answer.clues))};
  if (!answer.contradictions.empty()) notes.push_back(fmt::format("against it: {}", describe(answer.contradictions)));
  return notes;
}

CLI::Option* add_infer_option(CLI::App& app, bool& infer) {
  return app.add_flag("--infer-dct", infer, "Work out the publication day of documents that carry none, from what they and the others tell");
}

std::vector<DocumentRecord> extract_records(const Ruleset& rules, const std::vector<Input>& inputs, const PileOptions& pile, Cache& cache,
                                            Console& console, const std::function<bool(const std::string&)>& write) {
  std::vector<DocumentRecord> records;
  std::vector<Undated> undated;
  extract_pile(rules, inputs, pile, console, [&](Outcome&& outcome) {
    if (write && !write(outcome.rendered)) return false;
    if (outcome.undated) undated.push_back({records.size(), outcome.where, std::move(*outcome.undated)});
    records.push_back(std::move(outcome.record));
    return true;
  });
  cache.close(console);
  infer_publication_days(rules, records, undated, pile.jobs, console);
  return records;
}

}  // namespace tarikh::cli
