// What is in a ZIP archive, one file behind the other: enough to look for words in it.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include <zlib.h>

namespace tarikh {

inline std::string unzipped(std::string_view archive) {
  std::string all;
  const auto number = [&](std::size_t at, int bytes) {
    std::size_t value = 0;
    for (int i = bytes; i-- > 0;) value = value * 256 + static_cast<unsigned char>(archive[at + static_cast<std::size_t>(i)]);
    return value;
  };
  for (std::size_t at = 0; archive.substr(at, 4) == "PK\x03\x04";) {
    const std::size_t packed = number(at + 18, 4), size = number(at + 22, 4), begin = at + 30 + number(at + 26, 2) + number(at + 28, 2);
    std::string file(size, '\0');
    std::string in(archive.substr(begin, packed));
    z_stream z{};
    inflateInit2(&z, -MAX_WBITS);
    z.next_in = reinterpret_cast<Bytef*>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef*>(file.data());
    z.avail_out = static_cast<uInt>(file.size());
    const int end = inflate(&z, Z_FINISH);
    const bool whole = end == Z_STREAM_END && z.total_out == size && z.avail_in == 0;
    inflateEnd(&z);
    if (!whole) throw std::runtime_error("a file that does not unpack");
    if (crc32(0, reinterpret_cast<const Bytef*>(file.data()), static_cast<uInt>(file.size())) != number(at + 14, 4)) throw std::runtime_error("a wrong checksum");
    all += file;
    at = begin + packed;
  }
  return all;
}

}  // namespace tarikh
