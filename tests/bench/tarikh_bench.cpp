// Benchmarks by user task: read and extract a pile, merge it, write the page and the tables. The pile is the example
// articles, repeated; every copy has its own id, so that merging has real work.
//
//   make bench
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/pile.h"
#include "tarikh/extractor.h"
#include "tarikh/writer.h"

namespace {

namespace fs = std::filesystem;

struct File {
  std::string name, bytes;
};

const std::vector<File>& example_files() {
  static const std::vector<File> files = [] {
    std::vector<File> read;
    for (const auto& entry : fs::directory_iterator(TARIKH_SOURCE_DIR "/docs/examples")) {
      if (entry.path().extension() == ".jsonl") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      read.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(read.begin(), read.end(), [](const File& a, const File& b) { return a.name < b.name; });
    return read;
  }();
  return files;
}

std::vector<tarikh::Document> documents(std::size_t count) {
  std::vector<tarikh::Document> pile;
  while (pile.size() < count) {
    const File& file = example_files()[pile.size() % example_files().size()];
    tarikh::Result<tarikh::Document> document = tarikh::read_document(
        file.bytes, {.id = std::to_string(pile.size()), .name = file.name, .source = "", .default_dct = {}});
    if (!document) std::abort();
    pile.push_back(std::move(*document));
  }
  return pile;
}

std::size_t bytes_of(const std::vector<tarikh::Document>& pile) {
  std::size_t bytes = 0;
  for (const tarikh::Document& document : pile) bytes += document.text.size();
  return bytes;
}

std::vector<tarikh::DocumentRecord> records(std::size_t count) {
  tarikh::Extractor extractor(tarikh::builtin_rules());
  std::vector<tarikh::DocumentRecord> made;
  for (const tarikh::Document& document : documents(count)) {
    made.push_back(tarikh::make_record(document, extractor.extract(document), tarikh::builtin_rules()));
  }
  return made;
}

void compile_the_shipped_rules(benchmark::State& state) {
  const std::vector<tarikh::RuleSource> sources = tarikh::builtin_sources();
  for (auto _ : state) benchmark::DoNotOptimize(tarikh::compile_rules(sources));
}
BENCHMARK(compile_the_shipped_rules)->Unit(benchmark::kMillisecond);

void read_1000_articles(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(documents(1000));
  state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(read_1000_articles)->Unit(benchmark::kMillisecond);

void extract_1000_articles(benchmark::State& state, tarikh::ExtractScope scope) {
  const std::vector<tarikh::Document> pile = documents(1000);
  tarikh::Extractor extractor(tarikh::builtin_rules(), scope);
  for (auto _ : state) {
    for (const tarikh::Document& document : pile) benchmark::DoNotOptimize(extractor.extract(document));
  }
  state.SetItemsProcessed(state.iterations() * 1000);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(pile)));
}
BENCHMARK_CAPTURE(extract_1000_articles, everything, tarikh::ExtractScope::everything)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(extract_1000_articles, timexes, tarikh::ExtractScope::timexes)->Unit(benchmark::kMillisecond);

void merge_records(benchmark::State& state) {
  const auto pile = records(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(tarikh::merge(pile, tarikh::builtin_rules().event_types()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
// The same twenty articles again and again: the worst that copies can do.
BENCHMARK(merge_records)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void merge_events(benchmark::State& state) {
  const auto pile = tarikh::bench::make_pile(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(tarikh::merge(pile, tarikh::builtin_rules().event_types()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(merge_events)->RangeMultiplier(10)->Range(1000, 1000000)->Unit(benchmark::kMillisecond)->Complexity();

void write_the_page_of_1000_articles(benchmark::State& state) {
  const auto& types = tarikh::builtin_rules().event_types();
  const tarikh::Timeline timeline = tarikh::merge(records(1000), types);
  for (auto _ : state) {
    std::size_t bytes = 0;
    benchmark::DoNotOptimize(tarikh::render_page(timeline, types, {}, [&](const tarikh::PagePiece& piece) {
      bytes += piece.bytes.size();
      return true;
    }));
    benchmark::DoNotOptimize(bytes);
  }
}
BENCHMARK(write_the_page_of_1000_articles)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
