#include "export/zip.h"

#include <array>

namespace tarikh::exporting {
namespace {

constexpr std::array<std::uint32_t, 256> make_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t c = i;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
    table[i] = c;
  }
  return table;
}

// Little-endian, as ZIP wants.
void put16(std::string& bytes, std::uint32_t value) {
  bytes += static_cast<char>(value & 0xFFU);
  bytes += static_cast<char>((value >> 8U) & 0xFFU);
}
void put32(std::string& bytes, std::uint32_t value) {
  put16(bytes, value & 0xFFFFU);
  put16(bytes, value >> 16U);
}

// What both headers share: version, UTF-8 names, stored, 1980-01-01 00:00, checksum, sizes, length of the name.
void put_common(std::string& bytes, std::string_view name, std::string_view file) {
  const auto size = static_cast<std::uint32_t>(file.size());
  put16(bytes, 20);
  put16(bytes, 0x0800);
  put16(bytes, 0);
  put16(bytes, 0);
  put16(bytes, 0x0021);
  put32(bytes, crc32(file));
  put32(bytes, size);
  put32(bytes, size);
  put16(bytes, static_cast<std::uint32_t>(name.size()));
  put16(bytes, 0);
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> kTable = make_table();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
  return crc ^ 0xFFFFFFFFU;
}

std::string Zip::add(std::string_view name, std::string_view bytes) {
  std::string local = "PK\x03\x04";
  put_common(local, name, bytes);
  local += name;
  local += bytes;

  directory_ += "PK\x01\x02";
  put16(directory_, 20);
  put_common(directory_, name, bytes);
  put16(directory_, 0);  // comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);  // internal attributes
  put32(directory_, 0);  // external attributes
  put32(directory_, offset_);
  directory_ += name;
  offset_ += static_cast<std::uint32_t>(local.size());
  ++count_;
  return local;
}

std::string Zip::finish() const {
  std::string end = directory_ + "PK\x05\x06";
  put16(end, 0);
  put16(end, 0);
  put16(end, count_);
  put16(end, count_);
  put32(end, static_cast<std::uint32_t>(directory_.size()));
  put32(end, offset_);
  put16(end, 0);
  return end;
}

}  // namespace tarikh::exporting
