#include "cli/pile.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/infer.h"
#include "tarikh/publication.h"

namespace tarikh::cli {

std::atomic<bool> interrupted{false};

namespace {

// Bounds on what is read but not yet consumed: many short articles, so that threads seldom wait for each other, or a few long ones.
constexpr std::size_t kQueuedPerJob = 512;
constexpr std::uint64_t kQueuedBytesPerJob = std::uint64_t{4} << 20;

// What a worker takes at once.
constexpr std::size_t kBatch = 64;
constexpr std::uint64_t kBatchBytes = std::uint64_t{256} << 10;

// Asking of a text on many days whether its weekdays fit takes as long as extracting it many times.
constexpr std::size_t kLongestAsked = std::size_t{256} << 10;

// How the note of a time expression begins that names a day of no calendar (31 February).
constexpr std::string_view kNoSuchDay = "there is no ";

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// Characters of the text that became U+FFFD in reading: those that the file does not hold itself.
std::size_t lost_characters(std::string_view bytes, std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  const std::size_t now = count(text, kReplacement);
  if (now == 0) return 0;
  const std::size_t before = count(bytes, kReplacement) + count(bytes, "\\ufffd") + count(bytes, "\\uFFFD");
  return now > before ? now - before : 0;
}

struct Task {
  std::size_t index = 0;
  const Input* input = nullptr;
  int line = 0;                ///< > 0: `bytes` is a line of JSON
  bool loaded = false;         ///< `bytes` is the document; else the worker reads the file
  std::string bytes{};
  std::uint64_t size = 0;
  std::optional<Error> error{};  ///< reading failed
};

// What one thread works with.
struct Worker {
  Worker(const Ruleset& rules, ExtractScope scope) : extractor(rules, scope) {}

  Extractor extractor;
  std::optional<PublicationFinder> finder;  // made when it is needed, which is seldom
  std::vector<std::pair<store::CacheKey, store::CachedRecord>> fresh;  // to be kept in the cache
};

class Pile {
 public:
  Pile(const Ruleset& rules, const std::vector<Input>& inputs, const PileOptions& options)
      : rules_(rules), inputs_(inputs), options_(options) {
    threads_.emplace_back([this] { read_all(); });
    for (unsigned i = 0; i < std::max(1U, options.jobs); ++i) threads_.emplace_back([this] { work(); });
  }

  ~Pile() {
    stop_ = true;
    { const std::lock_guard lock(mutex_); }
    room_.notify_all();
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  Pile(const Pile&) = delete;
  Pile& operator=(const Pile&) = delete;

  /// The next result in order; none at the end.
  std::optional<Outcome> next() {
    if (ready_.empty() && !collect()) return std::nullopt;
    Outcome outcome = std::move(ready_.front());
    ready_.pop_front();
    outcome.more = !ready_.empty();
    return outcome;
  }

 private:
  /// Takes all results that are next in order; waits for the first. False at the end.
  bool collect() {
    std::unique_lock lock(mutex_);
    while (!interrupted) {
      for (auto next = outcomes_.find(consumed_); next != outcomes_.end(); next = outcomes_.find(consumed_)) {
        in_flight_bytes_ -= next->second.bytes;
        ready_.push_back(std::move(next->second));
        outcomes_.erase(next);
        ++consumed_;
      }
      if (!ready_.empty()) {
        room_.notify_one();
        return true;
      }
      if (read_to_end_ && consumed_ == read_) return false;
      results_.wait_for(lock, std::chrono::milliseconds(200));  // a signal does not notify
    }
    return false;
  }

  // --- the reading thread

  void read_all() {
    for (const Input& input : inputs_) {
      if (input.kind == Input::Kind::document) {
        if (!push({.input = &input, .size = input.bytes})) break;
      } else if (!read_stream(input)) {
        break;
      }
    }
    const std::lock_guard lock(mutex_);
    read_to_end_ = true;
    work_.notify_all();
    results_.notify_one();
  }

  bool fail(const Input& input, Error error, std::uint64_t size = 0) {
    return push({.input = &input, .size = size, .error = std::move(error)});
  }

  bool read_stream(const Input& input) {
    Result<LineReader> lines = LineReader::open(input.path);
    if (!lines) return fail(input, lines.error());
    if (input.kind == Input::Kind::standard_input && lines->peek(&stop_) != '{') return read_whole(input, *lines);
    while (std::optional<LineReader::Line> line = lines->next(&stop_)) {
      if (line->too_long) {
        const Error error{fmt::format("a line longer than {} MiB; left out", kMaxDocumentBytes >> 20), input.path, line->number};
        if (!fail(input, error, line->bytes)) return false;
      } else if (line->text.find_first_not_of(" \t") != std::string::npos) {
        if (!push({.input = &input, .line = line->number, .loaded = true, .bytes = std::move(line->text), .size = line->bytes})) {
          return false;
        }
      }
    }
    return lines->error() ? fail(input, *lines->error()) : !stop_;
  }

  // Standard input that is no JSON Lines is one document.
  bool read_whole(const Input& input, LineReader& lines) {
    Task task{.input = &input, .loaded = true};
    while (std::optional<LineReader::Line> line = lines.next(&stop_)) {
      if (line->too_long || task.bytes.size() > kMaxDocumentBytes) {
        return fail(input, Error{fmt::format("larger than {} MiB; left out", kMaxDocumentBytes >> 20)});
      }
      task.bytes += line->text + "\n";
    }
    if (lines.error()) return fail(input, *lines.error());
    task.size = task.bytes.size();
    return push(std::move(task));
  }

  bool push(Task task) {
    std::unique_lock lock(mutex_);
    const std::uint64_t jobs = std::max(1U, options_.jobs);
    room_.wait(lock, [&] {
      return stop_ || read_ == consumed_ ||
             (read_ - consumed_ < kQueuedPerJob * jobs && in_flight_bytes_ + task.size <= kQueuedBytesPerJob * jobs);
    });
    if (stop_) return false;
    task.index = read_++;
    in_flight_bytes_ += task.size;
    tasks_.push_back(std::move(task));
    if (tasks_.size() == 1) work_.notify_one();
    return true;
  }

  // --- the workers

  void work() {
    Worker worker(rules_, options_.scope);
    std::vector<Task> tasks;
    std::vector<std::pair<std::size_t, Outcome>> done;
    while (take(tasks)) {
      for (Task& task : tasks) {
        Outcome& outcome = done.emplace_back(task.index, Outcome{}).second;
        outcome.where = task.input->path == "-" ? "standard input" : task.input->path;
        outcome.bytes = task.size;
        try {
          extract(worker, task, outcome);
        } catch (const std::exception& failure) {  // out of memory
          outcome.problems.push_back({failure.what()});
          outcome.done = false;
        }
      }
      hand_over(done);
      if (options_.cache != nullptr) options_.cache->keep(worker.fresh);
      worker.fresh.clear();
    }
  }

  void hand_over(std::vector<std::pair<std::size_t, Outcome>>& done) {
    const std::lock_guard lock(mutex_);
    bool next = false;
    for (auto& [index, outcome] : done) {
      next = next || index == consumed_;
      outcomes_.emplace(index, std::move(outcome));
    }
    done.clear();
    if (next) results_.notify_one();
  }

  /// A few tasks at a time, so that threads are woken once for all of them; one at a time where there are few.
  bool take(std::vector<Task>& tasks) {
    tasks.clear();
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return stop_ || !tasks_.empty() || read_to_end_; });
    if (stop_ || tasks_.empty()) return false;
    const std::size_t share = std::clamp<std::size_t>(tasks_.size() / (2 * std::max(1U, options_.jobs)), 1, kBatch);
    std::uint64_t bytes = 0;
    while (!tasks_.empty() && tasks.size() < share && bytes < kBatchBytes) {
      bytes += tasks_.front().size;
      tasks.push_back(std::move(tasks_.front()));
      tasks_.pop_front();
    }
    if (!tasks_.empty()) work_.notify_one();
    return true;
  }

  [[nodiscard]] ReadOptions how_to_read(const Task& task) const {
    const std::string& path = task.input->path;
    const bool standard_input = path == "-";
    return {.id = task.input->id, .name = standard_input && task.line == 0 ? "" : path, .source = standard_input ? "" : path,
            .default_dct = options_.default_dct};
  }

  static Result<void> load(Task& task) {
    if (task.error) return *task.error;
    if (task.loaded) return {};
    Result<std::string> bytes = read_file(task.input->path);
    if (!bytes) return bytes.error();
    task.bytes = std::move(*bytes);
    return {};
  }

  // What to do with a document besides what it says itself.
  void add_options(store::CacheKeyMaker& key) const {
    key.add(static_cast<std::uint64_t>(options_.scope)).add(std::uint64_t{options_.with_text}).add(std::uint64_t{options_.keep_undated}).add(options_.default_language);
  }

  // Reading HTML takes longer than extracting what it says: a file is known by its bytes, without being read.
  [[nodiscard]] store::CacheKey key_of_file(const Task& task) const {
    const ReadOptions how = how_to_read(task);
    store::CacheKeyMaker key;
    add_options(key);
    key.add("file").add(task.bytes).add(how.id).add(how.name).add(how.source).add(how.default_dct ? to_iso(*how.default_dct) : "");
    return key.make();
  }

  // A line of JSON is read in no time, and its article is the same wherever in the file it stands.
  [[nodiscard]] store::CacheKey key_of_line(const Document& document) const {
    store::CacheKeyMaker key;
    add_options(key);
    key.add("line").add(document.text).add(document.id).add(document.title).add(document.language).add(document.source);
    key.add(document.dct ? to_iso(*document.dct) : "").add(to_string(document.dct_basis));
    return key.make();
  }

  static void tell_lost(std::size_t lost, const Task& task, Outcome& outcome) {
    if (lost == 0) return;
    const std::string what = lost == 1 ? "1 character" : fmt::format("{} characters", lost);
    outcome.problems.push_back({fmt::format("{} could not be read and became U+FFFD", what), "", task.line});
  }

  // True if the record of an earlier run is the outcome.
  bool recall(const store::CacheKey& key, const Task& task, Outcome& outcome) const {
    std::optional<store::CachedRecord> kept = options_.cache->find(key);
    if (!kept) return false;
    if (!options_.as_json || options_.keep_record) {
      Result<DocumentRecord> record = parse_document_record(kept->json, 0);
      if (!record) return false;
      outcome.record = std::move(*record);
    }
    outcome.done = true;
    outcome.found = kept->found;
    tell_lost(kept->lost, task, outcome);
    for (std::string& note : kept->notes) outcome.notes.push_back({std::move(note), "", task.line});
    finish(outcome, std::move(kept->json));
    return true;
  }

  /// `json`: the record as JSON, if it was made already.
  void finish(Outcome& outcome, std::string json) const {
    if (options_.as_json) {
      outcome.rendered = json.empty() ? to_json(outcome.record) : std::move(json);
      outcome.rendered += '\n';
    } else if (options_.render) {
      outcome.rendered = options_.render(outcome.record);
    } else {
      return;
    }
    if (!options_.keep_record) outcome.record = {};
  }

  [[nodiscard]] Result<Document> read(const Task& task) const {
    const ReadOptions how = how_to_read(task);
    Result<Document> document = task.line > 0 ? read_json_document(task.bytes, task.line, how) : read_document(task.bytes, how);
    if (document && document->language.empty()) document->language = options_.default_language;
    return document;
  }

  // What is worth telling of a text.
  void take_notes(Worker& worker, const Document& document, int line, Outcome& outcome) const {
    bool far = false;
    for (const TimexRecord& timex : outcome.record.timexes) {
      if (timex.note.view().starts_with(kNoSuchDay)) outcome.notes.push_back({fmt::format("\"{}\": {}", timex.quote.text, timex.note), "", line});
      far = far || is_far(timex, document);
    }
    if (!far || document.text.size() > kLongestAsked) return;
    for (const PublicationClue& clue : finder(worker).against(document)) {
      const std::string published = to_iso(*document.dct);
      outcome.notes.push_back(
          {fmt::format("\"{}\": {}, and in none about {}; is the publication day right?", clue.text, clue.why, published), "", line});
    }
  }

  // A day without a year that the publication day puts far off, or on another weekday: worth a closer look.
  static bool is_far(const TimexRecord& timex, const Document& document) {
    constexpr date::days kFar{183};
    if (!document.dct || timex.resolution != Resolution::dct || timex.first.empty() || timex.first != timex.last) return false;
    const std::optional<date::sys_days> day = parse_iso_day(timex.first);
    return !timex.note.empty() || (day && *day > *document.dct + kFar);
  }

  void extract(Worker& worker, Task& task, Outcome& outcome) const {
    if (const Result<void> loaded = load(task); !loaded) {
      outcome.problems.push_back(loaded.error());
      return;
    }
    const bool cached = options_.cache != nullptr;
    store::CacheKey key{};
    if (cached && task.line == 0) {
      key = key_of_file(task);
      if (recall(key, task, outcome)) {
        if (!options_.keep_undated || outcome.record.dct_basis != DctBasis::none) return;
        if (Result<Document> document = read(task)) outcome.undated = std::move(*document);
        return;
      }
    }
    Result<Document> document = read(task);
    if (!document) {
      outcome.problems.push_back(document.error());
      return;
    }
    const std::size_t lost = lost_characters(task.bytes, document->text);
    tell_lost(lost, task, outcome);
    if (options_.describe) {
      outcome.done = true;
      outcome.rendered = options_.describe(*document);
      return;
    }
    if (cached && task.line > 0) key = key_of_line(*document);
    if (!cached || task.line == 0 || !recall(key, task, outcome)) {
      make(worker, *document, task, outcome);
      if (cached) outcome_to_keep(worker, key, task.line > 0 ? 0 : lost, outcome);
      else finish(outcome, {});
    }
    if (options_.keep_undated && !document->dct) outcome.undated = std::move(*document);
  }

  void make(Worker& worker, const Document& document, const Task& task, Outcome& outcome) const {
    Extraction extraction = worker.extractor.extract(document);
    outcome.done = true;
    outcome.found = options_.scope == ExtractScope::timexes ? extraction.timexes.size() : extraction.events.size();
    std::vector<PublicationClue> clues;
    const bool undated = !document.dct && !options_.keep_undated && options_.scope != ExtractScope::timexes;
    if (undated) clues = finder(worker).plain_clues(document, extraction);
    outcome.record = make_record(document, std::move(extraction), rules_, options_.with_text);
    if (!clues.empty()) date_by_itself(worker, document, std::move(clues), task.line, outcome);
    take_notes(worker, document, task.line, outcome);
  }

  // An article whose name or dateline leaves one day is dated by it without being asked for.
  void date_by_itself(Worker& worker, const Document& document, std::vector<PublicationClue> clues, int line, Outcome& outcome) const {
    PublicationDay answer = solve(std::move(clues));
    if (answer.only_day()) {
      outcome.record = worker.finder->redate(document, outcome.record, answer);
      outcome.found = outcome.record.events.size();
    }
    for (const std::string& note : notes_of(answer)) outcome.notes.push_back({fmt::format("{}: {}", document.id, note), "", line});
  }

  PublicationFinder& finder(Worker& worker) const {
    if (!worker.finder) worker.finder.emplace(rules_, nothing_);
    return *worker.finder;
  }

  /// `lost` is none of a line, of which it is known from reading.
  void outcome_to_keep(Worker& worker, const store::CacheKey& key, std::size_t lost, Outcome& outcome) const {
    store::CachedRecord kept{.json = to_json(outcome.record), .found = outcome.found, .lost = lost, .notes = {}};
    for (const Error& note : outcome.notes) kept.notes.push_back(note.message);
    finish(outcome, kept.json);
    worker.fresh.emplace_back(key, std::move(kept));
  }

  static inline const Timeline nothing_{};
  const Ruleset& rules_;
  const std::vector<Input>& inputs_;
  const PileOptions& options_;

  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::condition_variable room_;     ///< the reader waits for room in the queue,
  std::condition_variable work_;     ///< the workers for tasks,
  std::condition_variable results_;  ///< and the caller for the next result in order
  std::deque<Task> tasks_;
  std::map<std::size_t, Outcome> outcomes_;
  std::deque<Outcome> ready_;  // of the caller's thread alone
  std::size_t read_ = 0, consumed_ = 0;
  std::uint64_t in_flight_bytes_ = 0;
  bool read_to_end_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

void extract_pile(const Ruleset& rules, const std::vector<Input>& inputs, const PileOptions& options, Console& console,
                  const std::function<bool(Outcome&&)>& consume) {
  Progress progress;
  const bool streamed = std::ranges::any_of(inputs, [](const Input& i) { return i.kind == Input::Kind::standard_input; });
  if (!streamed) {
    for (const Input& input : inputs) progress.total_bytes += input.bytes;
  }
  if (std::ranges::all_of(inputs, [](const Input& i) { return i.kind == Input::Kind::document; })) {
    progress.total_documents = inputs.size();
  }

  Pile pile(rules, inputs, options);
  while (std::optional<Outcome> outcome = pile.next()) {
    ++progress.documents;
    progress.bytes += outcome->bytes;
    for (const Error& problem : outcome->problems) console.error(outcome->where, problem);
    for (const Error& note : outcome->notes) console.note(outcome->where, note);
    if (outcome->done && !consume(std::move(*outcome))) break;
    console.progress(progress);
  }
  console.end_progress();
}

}  // namespace tarikh::cli
