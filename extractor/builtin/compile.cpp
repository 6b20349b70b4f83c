// Run by the build: compiles the shipped rules and writes them as an image.
//
//   compile_rules FILE
#include <cstdio>
#include <fstream>

#include "data/compiled.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("compile_rules FILE\n", stderr);
    return 2;
  }
  const auto compiled = tarikh::CompiledRules::compile(tarikh::builtin_sources());
  if (!compiled) {
    std::fprintf(stderr, "extractor/data/%s\n", compiled.error().to_string().c_str());
    return 1;
  }
  std::ofstream file(argv[1], std::ios::binary);
  file << (*compiled)->to_image();
  return file.flush() ? 0 : 1;
}
