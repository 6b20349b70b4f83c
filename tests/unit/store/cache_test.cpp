#include "store/cache.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

namespace tarikh::store {
namespace {

namespace fs = std::filesystem;

class Caches : public ::testing::Test {
 protected:
  Caches() { fs::create_directories(folder_); }
  ~Caches() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path() const { return (folder_ / "cache.db").string(); }
  // A cache for the rules of that name.
  [[nodiscard]] RecordCache open(std::string_view rules = "rules") const {
    Result<RecordCache> cache = RecordCache::open(path(), CacheKeyMaker().add(rules).make());
    EXPECT_TRUE(cache) << cache.error().to_string();
    return std::move(*cache);
  }

 private:
  fs::path folder_ = fs::path(::testing::TempDir()) / ("tarikh-cache-" + std::to_string(::getpid()));
};

CacheKey key(std::string_view document) { return CacheKeyMaker().add(document).make(); }

TEST(CacheKeys, TheBordersOfFieldsCount) {
  const std::set<CacheKey> keys = {CacheKeyMaker().add("ab").add("c").make(), CacheKeyMaker().add("a").add("bc").make(),
                                   CacheKeyMaker().add("abc").make(),         CacheKeyMaker().add("abc").add("").make(),
                                   CacheKeyMaker().make(),                    CacheKeyMaker().add("").make()};
  EXPECT_EQ(keys.size(), 6U);
  EXPECT_EQ(key("abc"), key("abc"));
}

TEST_F(Caches, WhatIsKeptIsFoundInTheNextRun) {
  const CachedRecord record{.json = R"({"doc":"a"})", .found = 3, .lost = 2, .notes = {"one\nline", "\"quoted\""}};
  {
    RecordCache cache = open();
    EXPECT_FALSE(cache.find(key("a")));
    cache.keep({{key("a"), record}});
    EXPECT_TRUE(cache.close());
  }
  RecordCache cache = open();
  const std::optional<CachedRecord> found = cache.find(key("a"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->json, record.json);
  EXPECT_EQ(found->found, 3U);
  EXPECT_EQ(found->lost, 2U);
  EXPECT_EQ(found->notes, record.notes);
  EXPECT_FALSE(cache.find(key("b")));
}

TEST_F(Caches, RulesHaveRecordsOfTheirOwnAndOldOnesGo) {
  for (const char* rules : {"one", "two", "one", "three"}) {
    RecordCache cache = open(rules);
    cache.keep({{key("a"), {.json = rules, .notes = {}}}});
    EXPECT_TRUE(cache.close());
  }
  EXPECT_EQ(open("one").find(key("a"))->json, "one");
  EXPECT_EQ(open("three").find(key("a"))->json, "three");
  EXPECT_FALSE(open("two").find(key("a")));
}

TEST_F(Caches, ManyThreadsShareOne) {
  RecordCache cache = open();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&cache, thread] {
      for (int i = 0; i < 100; ++i) {
        const std::string name = std::to_string(thread % 4) + "-" + std::to_string(i);  // each name is kept by two threads
        cache.keep({{key(name), {.json = name, .notes = {}}}});
        const std::optional<CachedRecord> found = cache.find(key(name));
        EXPECT_TRUE(found && found->json == name);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(cache.close());
}

TEST_F(Caches, AFileOfSomebodyElseStaysAsItIs) {
  std::ofstream(path()) << "my notes";
  const Result<RecordCache> cache = RecordCache::open(path(), key("rules"));
  ASSERT_FALSE(cache);
  EXPECT_EQ(cache.error().file, path());
  std::string text;
  std::getline(std::ifstream(path()), text);
  EXPECT_EQ(text, "my notes");
}

TEST_F(Caches, ADamagedOneIsPutAsideAndANewOneBegun) {
  { open().keep({{key("a"), {.json = std::string(50'000, 'x'), .notes = {}}}}); }
  fs::resize_file(path(), 9000);
  RecordCache cache = open();
  EXPECT_NE(cache.put_aside().find("put aside"), std::string::npos);
  EXPECT_EQ(fs::file_size(path() + ".damaged"), 9000U);
  EXPECT_FALSE(cache.find(key("a")));
  cache.keep({{key("a"), {.json = "{}", .notes = {}}}});
  EXPECT_TRUE(cache.find(key("a")));
  EXPECT_TRUE(cache.close());
}

}  // namespace
}  // namespace tarikh::store
