#include "store/cache.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>
#define XXH_INLINE_ALL  // no library to link
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <system_error>

#include "store/json_fields.h"
#include "store/json_writer.h"

namespace tarikh::store {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kApplication = 0x54524B48;  // "TRKH", in the header of the file
constexpr int kSchemaVersion = 1;
constexpr int kPatience = 10'000;  // milliseconds that another process may write
constexpr std::string_view kSchema = R"(
  CREATE TABLE rule_set (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, used INTEGER NOT NULL);
  CREATE TABLE record (key BLOB PRIMARY KEY, rule_set INTEGER NOT NULL, checksum INTEGER NOT NULL,
                       found INTEGER NOT NULL, lost INTEGER NOT NULL, notes TEXT NOT NULL, json TEXT NOT NULL);
)";

CacheKey digest(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  CacheKey key{};
  std::ranges::copy(canonical.digest, key.begin());
  return key;
}

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

// A prepared statement, ready for the next use when a Step ends.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* connection, std::string_view sql) {
    sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw_, nullptr);
  }
  Statement(Statement&& other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
  Statement& operator=(Statement&& other) noexcept {
    std::swap(raw_, other.raw_);
    return *this;
  }
  ~Statement() { sqlite3_finalize(raw_); }

  /// One use: parameters by their place, from 1.
  class Use {
   public:
    explicit Use(const Statement& statement) : raw_(statement.raw_) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() {
      sqlite3_reset(raw_);
      sqlite3_clear_bindings(raw_);
    }
    Use& bind(int at, std::int64_t value) {
      sqlite3_bind_int64(raw_, at, value);
      return *this;
    }
    Use& bind(int at, const CacheKey& key) {
      sqlite3_bind_blob64(raw_, at, key.data(), key.size(), SQLITE_STATIC);
      return *this;
    }
    Use& bind(int at, std::string_view text) {
      sqlite3_bind_text64(raw_, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
      return *this;
    }
    /// SQLITE_ROW, SQLITE_DONE or an error; an error too if the statement could not be prepared.
    int step() { return sqlite3_step(raw_); }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(raw_, column); }
    [[nodiscard]] std::string text(int column) const {
      const unsigned char* bytes = sqlite3_column_text(raw_, column);
      const int size = sqlite3_column_bytes(raw_, column);
      return bytes == nullptr ? std::string() : std::string(bytes, bytes + size);
    }

   private:
    sqlite3_stmt* raw_;
  };
  [[nodiscard]] Use use() const { return Use(*this); }

 private:
  sqlite3_stmt* raw_ = nullptr;
};

int run(sqlite3* connection, const std::string& sql) { return sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr); }

bool is_damage(int code) {
  const int primary = code & 0xFF;
  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

Connection connect(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  // A path that looks like a URI is a path all the same. One connection, which the mutex guards.
  sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Connection connection(raw);
  if (raw != nullptr) sqlite3_busy_timeout(raw, kPatience);
  return connection;
}

enum class Whose : std::uint8_t { absent, ours, foreign };

// By the header of the file alone, which stays readable where the rest is damaged.
Whose whose(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return Whose::absent;
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kApplicationAt = 68;
  std::array<char, kApplicationAt + 4> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(header.data(), header.size())) return Whose::foreign;
  std::uint32_t application = 0;
  for (std::size_t i = kApplicationAt; i < header.size(); ++i) application = application << 8 | static_cast<unsigned char>(header[i]);
  return std::string_view(header.data(), kMagic.size()) == kMagic && application == kApplication ? Whose::ours : Whose::foreign;
}

// Made whole beside its place and then linked there: what is killed half-way leaves no broken cache, and of two processes
// that begin one, the second takes that of the first.
Result<void> create(const std::string& path) {
  const std::string fresh = fmt::format("{}.new-{}", path, ::getpid());
  std::error_code ignored;
  fs::remove(fresh, ignored);
  Result<void> made;
  {
    const Connection connection = connect(fresh, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const std::string sql = fmt::format("PRAGMA auto_vacuum=INCREMENTAL; BEGIN; {} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT;"
                                        "PRAGMA journal_mode=WAL;",
                                        kSchema, kApplication, kSchemaVersion);
    if (connection == nullptr || run(connection.get(), sql) != SQLITE_OK) {
      made = Error{fmt::format("the cache cannot be made: {}", connection == nullptr ? "no memory" : sqlite3_errmsg(connection.get())), path};
    }
  }
  if (made && ::link(fresh.c_str(), path.c_str()) != 0 && errno != EEXIST && std::rename(fresh.c_str(), path.c_str()) != 0) {
    made = Error{fmt::format("the cache cannot be made: {}", std::strerror(errno)), path};
  }
  fs::remove(fresh, ignored);
  return made;
}

std::string write_notes(const std::vector<std::string>& notes) {
  if (notes.empty()) return {};
  JsonWriter json;
  json.begin_object().key("notes").begin_array();
  for (const std::string& note : notes) json.value(note);
  json.end_array().end_object();
  return json.take();
}

std::vector<std::string> read_notes(const std::string& json) {
  std::vector<std::string> notes;
  if (json.empty()) return notes;
  // Text of our own making, whose checksum is right.
  if (!read_json_line(json, 0, [&](const JsonFields& fields, Problem&) {
        for (const std::string_view note : fields.texts("notes")) notes.emplace_back(note);
      })) notes.clear();
  return notes;
}

std::int64_t checksum(std::int64_t found, std::int64_t lost, std::string_view notes, std::string_view json) {
  const CacheKey sum = CacheKeyMaker().add(static_cast<std::uint64_t>(found)).add(static_cast<std::uint64_t>(lost)).add(notes).add(json).make();
  std::int64_t value = 0;
  std::memcpy(&value, sum.data(), sizeof value);
  return value;
}

// The old file and its log get another name, so that nobody's data is lost and the place is free.
std::string set_aside(const std::string& path, std::string_view why) {
  const std::string aside = path + ".damaged";
  std::error_code failure;
  fs::rename(path, aside, failure);
  std::error_code ignored;
  for (const char* log : {"-wal", "-shm"}) fs::remove(path + log, ignored);
  return failure ? fmt::format("the cache is damaged ({}) and cannot be put aside: {}", why, failure.message())
                 : fmt::format("the cache is damaged ({}) and was put aside as {}", why, fs::path(aside).filename().string());
}

}  // namespace

CacheKeyMaker& CacheKeyMaker::add(std::string_view field) {
  fields_.push_back(digest(field));
  return *this;
}

CacheKeyMaker& CacheKeyMaker::add(std::uint64_t field) {
  std::array<char, sizeof field> bytes{};
  std::memcpy(bytes.data(), &field, sizeof field);
  return add(std::string_view(bytes.data(), bytes.size()));
}

CacheKey CacheKeyMaker::make() const {
  std::string all;
  for (const CacheKey& field : fields_) all.append(field.begin(), field.end());
  return digest(all);
}

struct RecordCache::Impl {
  std::string path;
  CacheKey rules{};
  std::string put_aside;

  std::mutex mutex;
  Connection connection;
  std::int64_t rule_set = 0;
  Statement look_up, insert;
  std::string damage, failure;  // what went wrong first

  ~Impl() { disconnect(); }

  void disconnect() {
    look_up = Statement();
    insert = Statement();
    connection.reset();
  }

  void note(int code) {
    const std::string message = connection == nullptr ? "no memory" : sqlite3_errmsg(connection.get());
    std::string& told = is_damage(code) ? damage : failure;
    if (told.empty()) told = message;
  }

  /// False if the file cannot be used; `damage` or `failure` says why.
  bool start() {
    connection = connect(path, SQLITE_OPEN_READWRITE);
    sqlite3* const raw = connection.get();
    const auto must = [&](int code) {
      if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return true;
      note(code);
      return false;
    };
    if (raw == nullptr || !must(sqlite3_errcode(raw))) return false;
    {
      const Statement version(raw, "PRAGMA user_version");
      Statement::Use use = version.use();
      if (!must(use.step())) return false;
      if (use.number(0) != kSchemaVersion) {
        failure = "the cache was made by another version of tarikh; remove it, or name another file";
        return false;
      }
    }
    // Every commit is whole without waiting for the disk; what a power cut takes is extracted again.
    if (!must(run(raw, "PRAGMA synchronous=NORMAL; BEGIN IMMEDIATE"))) return false;
    {
      const Statement use_rules(raw,
                                "INSERT INTO rule_set (hash, used) VALUES (?1, (SELECT coalesce(max(used), 0) + 1 FROM rule_set)) "
                                "ON CONFLICT (hash) DO UPDATE SET used = excluded.used RETURNING id");
      Statement::Use use = use_rules.use();
      if (!must(use.bind(1, rules).step())) return false;
      rule_set = use.number(0);
    }
    if (!must(run(raw, "COMMIT"))) return false;
    look_up = Statement(raw, "SELECT checksum, found, lost, notes, json FROM record WHERE key = ?1");
    insert = Statement(raw, "INSERT OR REPLACE INTO record (key, rule_set, checksum, found, lost, notes, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    return true;
  }

  [[nodiscard]] bool usable() const { return damage.empty() && failure.empty(); }

  // The rules are part of the key, so that two sets of them can keep records of one document.
  [[nodiscard]] CacheKey whole_key(const CacheKey& key) const {
    std::string both(rules.begin(), rules.end());
    both.append(key.begin(), key.end());
    return digest(both);
  }

  int insert_all(const std::vector<std::pair<CacheKey, CachedRecord>>& records) {
    for (const auto& [key, record] : records) {
      const std::string notes = write_notes(record.notes);
      const auto found = static_cast<std::int64_t>(record.found);
      const auto lost = static_cast<std::int64_t>(record.lost);
      const CacheKey whole = whole_key(key);
      Statement::Use use = insert.use();
      use.bind(1, whole).bind(2, rule_set).bind(3, checksum(found, lost, notes, record.json)).bind(4, found).bind(5, lost);
      if (const int code = use.bind(6, notes).bind(7, record.json).step(); code != SQLITE_DONE) return code;
    }
    return SQLITE_OK;
  }

  int prune() {
    sqlite3* const raw = connection.get();
    {
      const Statement old(raw, "SELECT 1 FROM rule_set WHERE id NOT IN (SELECT id FROM rule_set ORDER BY used DESC LIMIT 2)");
      if (const int code = old.use().step(); code != SQLITE_ROW) return code;
    }
    return run(raw, "BEGIN IMMEDIATE; DELETE FROM rule_set WHERE id NOT IN (SELECT id FROM rule_set ORDER BY used DESC LIMIT 2);"
                    "DELETE FROM record WHERE rule_set NOT IN (SELECT id FROM rule_set); COMMIT; PRAGMA incremental_vacuum");
  }
};

RecordCache::RecordCache(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RecordCache::RecordCache(RecordCache&&) noexcept = default;
RecordCache::~RecordCache() = default;

Result<RecordCache> RecordCache::open(const std::string& path, const CacheKey& rules) {
  switch (whose(path)) {
    case Whose::foreign: return Error{"is no cache of tarikh, and is left alone; name another file", path};
    case Whose::absent:
      if (const Result<void> made = create(path); !made) return made.error();
      break;
    case Whose::ours: break;
  }
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->rules = rules;
  bool ready = impl->start();
  if (!ready && !impl->damage.empty()) {
    impl->disconnect();
    impl->put_aside = set_aside(path, std::exchange(impl->damage, {})) + "; a new one is begun";
    if (const Result<void> made = create(path); !made) return made.error();
    ready = impl->start();
  }
  if (!ready) return Error{impl->damage.empty() ? impl->failure : impl->damage, path};
  return RecordCache(std::move(impl));
}

const std::string& RecordCache::put_aside() const { return impl_->put_aside; }

std::optional<CachedRecord> RecordCache::find(const CacheKey& key) {
  const CacheKey whole = impl_->whole_key(key);
  CachedRecord record;
  std::string notes;
  std::int64_t sum = 0;
  {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->usable()) return std::nullopt;
    Statement::Use use = impl_->look_up.use();
    const int code = use.bind(1, whole).step();
    if (code != SQLITE_ROW) {
      if (code != SQLITE_DONE) impl_->note(code);
      return std::nullopt;
    }
    sum = use.number(0);
    record.found = static_cast<std::uint64_t>(use.number(1));
    record.lost = static_cast<std::uint64_t>(use.number(2));
    notes = use.text(3);
    record.json = use.text(4);
  }
  if (sum != checksum(static_cast<std::int64_t>(record.found), static_cast<std::int64_t>(record.lost), notes, record.json)) {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->damage.empty()) impl_->damage = "a record is not what was kept";
    return std::nullopt;
  }
  record.notes = read_notes(notes);
  return record;
}

void RecordCache::keep(const std::vector<std::pair<CacheKey, CachedRecord>>& records) {
  if (records.empty()) return;
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->usable()) return;
  sqlite3* const raw = impl_->connection.get();
  int code = run(raw, "BEGIN IMMEDIATE");
  if (code == SQLITE_OK) code = impl_->insert_all(records);
  if (code == SQLITE_OK) code = run(raw, "COMMIT");
  if (code == SQLITE_OK) return;
  impl_->note(code);
  run(raw, "ROLLBACK");
}

Result<void> RecordCache::close() {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->usable()) {
    if (const int code = impl_->prune(); code != SQLITE_OK && code != SQLITE_DONE) impl_->note(code);
  }
  impl_->disconnect();
  if (!impl_->damage.empty()) return Error{set_aside(impl_->path, impl_->damage) + "; the next run begins a new one", impl_->path};
  if (!impl_->failure.empty()) return Error{fmt::format("the cache cannot be used: {}", impl_->failure), impl_->path};
  return {};
}

}  // namespace tarikh::store
