#include "merge/copies.h"

#include <algorithm>
#include <functional>
#include <future>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace tarikh::merging {
namespace {

using Prints = std::vector<std::uint64_t>;  // sorted

// Runs of so many words are compared, and of so many neighbouring runs one is kept (winnowing: Schleimer, Wilkerson and
// Aiken 2003): seven words in common always leave a trace.
constexpr std::size_t kRun = 4;
constexpr std::size_t kWindow = 4;

// About fifteen words in common, three fifths of the shorter text, and a fifth of the longer one: a round-up of the week is
// no copy of each of its items.
constexpr std::size_t kFewestShared = 5;
constexpr std::size_t kShareOfShorter = 60, kShareOfLonger = 20;  // per cent

// Each document that has a print is held against so many of its neighbours with the same one, and the first of them. Copies
// share many prints, so one of them is enough to find the pair.
constexpr std::size_t kNeighbours = 4;
constexpr std::size_t kWorthALook = 3;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

// Between words stand white space and signs, also Arabic commas, quotation marks, dashes and direction marks.
bool is_letter(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return (lead >= '0' && lead <= '9') || (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z');
  if (lead == 0xC2 || lead == 0xE2) return false;
  const unsigned next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
  return lead != 0xD8 || (next != 0x8C && next != 0x9B && next != 0x9F);
}

std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text, at)) {
      inside = false;
      // The other bytes of a sign belong to it.
      while (at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80) ++at;
      continue;
    }
    if (!std::exchange(inside, true)) words.push_back(0);
    const auto c = static_cast<unsigned char>(text[at]);
    words.back() = mix(words.back(), c >= 'A' && c <= 'Z' ? c + 32U : c);
  }
  return words;
}

void add_prints(std::string_view sentence, Prints& prints) {
  const std::vector<std::uint64_t> words = words_of(sentence);
  if (words.size() < kRun) return;
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < kRun; ++j) run = mix(run, words[i + j]);
    runs.push_back(run);
  }
  const std::size_t window = std::min(kWindow, runs.size());
  for (std::size_t i = 0; i + window <= runs.size(); ++i) {
    const auto begin = runs.begin() + static_cast<std::ptrdiff_t>(i);
    const std::uint64_t least = *std::min_element(begin, begin + static_cast<std::ptrdiff_t>(window));
    if (prints.empty() || prints.back() != least) prints.push_back(least);
  }
}

Prints prints_of(const DocumentRecord& document) {
  std::vector<std::string_view> sentences;
  for (const EventRecord& event : document.events) sentences.push_back(event.sentence.text);
  std::ranges::sort(sentences);
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  Prints prints;
  for (const std::string_view sentence : sentences) add_prints(sentence, prints);
  std::ranges::sort(prints);
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
  return prints;
}

// Each thread takes a stretch of the documents.
std::vector<Prints> prints_of_all(std::span<const DocumentRecord* const> documents, unsigned jobs) {
  std::vector<Prints> prints(documents.size());
  const std::size_t stretch = documents.size() / std::max(1U, jobs) + 1;
  const auto work = [&](std::size_t first) {
    for (std::size_t d = first; d < std::min(first + stretch, documents.size()); ++d) prints[d] = prints_of(*documents[d]);
  };
  std::vector<std::future<void>> others;
  for (std::size_t first = stretch; first < documents.size(); first += stretch) others.push_back(std::async(std::launch::async, work, first));
  work(0);
  for (std::future<void>& other : others) other.get();
  return prints;
}

std::size_t count_shared(const Prints& a, const Prints& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count, ++i, ++j;
    else if (*i < *j) ++i;
    else ++j;
  }
  return count;
}

bool is_copy(std::size_t shared, const Prints& a, const Prints& b) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  return shared >= kFewestShared && shared * 100 >= shorter * kShareOfShorter && shared * 100 >= longer * kShareOfLonger;
}

// Pairs of documents that share several prints, the smaller number first.
std::vector<std::pair<std::uint32_t, std::uint32_t>> likely_pairs(const std::vector<Prints>& prints) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
  for (std::uint32_t d = 0; d < prints.size(); ++d) {
    for (const std::uint64_t print : prints[d]) postings.emplace_back(print, d);
  }
  std::ranges::sort(postings);
  std::vector<std::uint64_t> pairs;
  const auto look_at = [&](std::size_t older, std::size_t newer) {
    pairs.push_back(std::uint64_t{postings[older].second} << 32U | postings[newer].second);
  };
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].first == postings[begin].first) ++end;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const std::size_t nearest = i - begin > kNeighbours ? i - kNeighbours : begin;
      for (std::size_t j = nearest; j < i; ++j) look_at(j, i);
      if (nearest > begin) look_at(begin, i);
    }
  }
  std::ranges::sort(pairs);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> likely;
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
    if (end - begin >= kWorthALook) likely.emplace_back(pairs[begin] >> 32U, pairs[begin] & 0xFFFFFFFFU);
  }
  return likely;
}

// Whole texts that are the same, however short: the sentences of their events, with their places.
std::uint64_t hash_of_text(const DocumentRecord& document) {
  std::uint64_t hash = 0;
  for (const EventRecord& event : document.events) hash = mix(mix(hash, event.sentence.start), std::hash<std::string_view>{}(event.sentence.text));
  return hash;
}

bool is_same_text(const DocumentRecord& a, const DocumentRecord& b) {
  return std::ranges::equal(a.events, b.events, [](const EventRecord& x, const EventRecord& y) { return x.sentence == y.sentence; });
}

auto place_in_sentence(const EventRecord& event) { return std::int64_t{event.trigger.start} - event.sentence.start; }

}  // namespace

bool is_same_telling(const EventRecord& a, const EventRecord& b) {
  const auto key = [](const EventRecord& e) {
    return std::tuple(place_in_sentence(e), e.factuality, std::tie(e.type, e.phase, e.date_edtf, e.sentence.text));
  };
  return key(a) == key(b);
}

std::size_t hash_of_telling(const EventRecord& event) {
  return mix(std::hash<std::string_view>{}(event.sentence.text), static_cast<std::uint64_t>(place_in_sentence(event)));
}

std::vector<std::uint32_t> originals(std::span<const DocumentRecord* const> documents, unsigned jobs) {
  const std::vector<Prints> prints = prints_of_all(documents, jobs);

  const auto age = [&](std::uint32_t d) { return std::tuple(documents[d]->dct.empty(), std::string_view(documents[d]->dct), d); };
  std::vector<std::vector<std::pair<std::size_t, std::uint32_t>>> older(documents.size());  // what is shared, with whom
  for (const auto& [a, b] : likely_pairs(prints)) {
    const std::size_t shared = count_shared(prints[a], prints[b]);
    if (!is_copy(shared, prints[a], prints[b])) continue;
    if (age(a) < age(b)) older[b].emplace_back(shared, a);
    else older[a].emplace_back(shared, b);
  }
  std::vector<std::uint32_t> by_age(documents.size()), original(documents.size());
  std::iota(by_age.begin(), by_age.end(), 0U);
  std::iota(original.begin(), original.end(), 0U);
  std::ranges::sort(by_age, {}, age);
  std::unordered_map<std::uint64_t, std::uint32_t> first_of_text;
  // Each goes with the one it has most in common with, so that what prints two texts does not make them one.
  for (const std::uint32_t d : by_age) {
    if (documents[d]->events.empty()) continue;
    const std::uint32_t twin = first_of_text.emplace(hash_of_text(*documents[d]), d).first->second;
    if (twin != d && is_same_text(*documents[twin], *documents[d])) {
      original[d] = original[twin];
      continue;
    }
    if (older[d].empty()) continue;
    const auto most = std::ranges::max_element(older[d], [&](const auto& x, const auto& y) {
      return x.first != y.first ? x.first < y.first : age(y.second) < age(x.second);
    });
    original[d] = original[most->second];
  }
  return original;
}

}  // namespace tarikh::merging
