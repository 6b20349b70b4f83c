// make_pile EVENTS [SEED]: records of a made-up pile on standard output, for `tarikh merge`.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/pile.h"

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("make_pile EVENTS [SEED]\n", stderr), 2;
  const std::uint32_t seed = argc > 2 ? static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)) : 1U;
  for (const tarikh::DocumentRecord& record : tarikh::bench::make_pile(std::strtoull(argv[1], nullptr, 10), seed)) {
    const std::string line = tarikh::to_json(record) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 1;
  }
  return 0;
}
