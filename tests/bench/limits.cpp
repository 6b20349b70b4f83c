// What no reader of text can be faster than, over one file in memory: copying it, decoding it and hashing every token, and
// looking for a list of words (Hyperscan).
//
//   limits FILE WORDS        WORDS: one a line; prints JSON, megabytes a second
#include <fmt/format.h>
#include <hs/hs.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

namespace {

using tarikh::text::CharClass;

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The best of several runs. What a run returns is kept from being optimised away.
template <class Run>
double megabytes_a_second(std::size_t bytes, Run&& run) {
  constexpr int kRuns = 7;
  double best = 0;
  std::uint64_t kept = 0;
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    kept += run();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds.count());
  }
  if (kept == 1) fmt::print(stderr, " ");
  return best;
}

std::uint64_t copy(std::string_view text, std::vector<char>& to) {
  std::memcpy(to.data(), text.data(), text.size());
  return static_cast<unsigned char>(to[to.size() / 2]);
}

// The plain loop: every code point decoded and classed, every run of letters or digits hashed.
std::uint64_t hash_tokens(std::string_view text) {
  const auto& low = tarikh::text::low_char_classes();
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    for (;;) {
      const tarikh::text::CodePoint c = tarikh::text::decode(text, at);
      const CharClass cls = c.value < low.size() ? low[c.value] : tarikh::text::char_class(c.value);
      if (c.length == 0 || (cls != CharClass::arabic && cls != CharClass::latin && cls != CharClass::digit && cls != CharClass::mark)) break;
      at += c.length;
    }
    if (at > begin) sum += tarikh::text::hash_bytes(text.substr(begin, at - begin));
    else at += tarikh::text::decode(text, at).length;
  }
  return sum;
}

struct Words {
  explicit Words(std::string_view list) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find('\n'), list.size());
      if (end > 0) words.emplace_back(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    std::vector<unsigned> ids, flags(words.size(), HS_FLAG_SINGLEMATCH);
    for (const std::string& word : words) {
      ids.push_back(static_cast<unsigned>(ids.size()));
      texts.push_back(word.data());
      sizes.push_back(word.size());
    }
    hs_compile_error_t* error = nullptr;
    const bool compiled = hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), static_cast<unsigned>(words.size()),
                                               HS_MODE_BLOCK, nullptr, &database, &error) == HS_SUCCESS;
    if (!compiled || hs_alloc_scratch(database, &scratch) != HS_SUCCESS) std::abort();
  }
  ~Words() {
    hs_free_scratch(scratch);
    hs_free_database(database);
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  [[nodiscard]] std::uint64_t scan(std::string_view text) const {
    std::uint64_t found = 0;
    const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* sum) {
      ++*static_cast<std::uint64_t*>(sum);
      return 0;
    };
    hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch, count, &found);
    return found;
  }

  std::vector<std::string> words;
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    fmt::print(stderr, "usage: limits FILE WORDS\n");
    return 2;
  }
  const std::string text = read(arguments[1]);
  const Words words(read(arguments[2]));
  std::vector<char> to(text.size() + 1);
  fmt::print("{{\"memcpy\": {:.0f}, \"decode_and_hash\": {:.0f}, \"hyperscan\": {:.0f}, \"words\": {}}}\n",
             megabytes_a_second(text.size(), [&] { return copy(text, to); }), megabytes_a_second(text.size(), [&] { return hash_tokens(text); }),
             megabytes_a_second(text.size(), [&] { return words.scan(text); }), words.words.size());
}
