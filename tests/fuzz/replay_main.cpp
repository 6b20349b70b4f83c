// Runs a fuzz target over files without libFuzzer: each file as it is, then cut off and altered at a few places, the
// same ones every time. What CTest runs.
//
//   fuzz_edtf FILE|FOLDER…
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPlaces = 12;
constexpr char kAlterations[] = {'\0', '\xFF', '"', '<', '}', '9'};

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void run_with_alterations(const std::string& seed) {
  run(seed);
  for (std::size_t i = 0; i < kPlaces && !seed.empty(); ++i) {
    const std::size_t place = (seed.size() * (2 * i + 1) + i) / (2 * kPlaces) % seed.size();
    run(seed.substr(0, place));
    std::string altered = seed;
    altered[place] = kAlterations[i % std::size(kAlterations)];
    run(altered);
  }
}

std::vector<fs::path> files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t seeds = 0;
  for (int i = 1; i < argc; ++i) {
    for (const fs::path& file : files_of(argv[i])) {
      std::ifstream in(file, std::ios::binary);
      if (!in) return std::fprintf(stderr, "%s: cannot be read\n", file.c_str()), 1;
      run_with_alterations({std::istreambuf_iterator<char>(in), {}});
      ++seeds;
    }
  }
  std::printf("%zu seeds\n", seeds);
  return seeds > 0 ? 0 : 1;
}
