#include "export/zip.h"

#include <gtest/gtest.h>

#include "unzip.h"

namespace tarikh::exporting {
namespace {

PackedFile packed(std::string_view bytes) {
  PackedFile file;
  // In pieces, as sheets come.
  for (std::size_t at = 0; at < bytes.size(); at += 1000) file.write(bytes.substr(at, 1000));
  file.finish();
  return file;
}

TEST(Zip, ChecksumIsThatOfTheFormat) { EXPECT_EQ(0xCBF43926U, packed("123456789").checksum()); }

TEST(Zip, HeadersStandWhereTheDirectorySays) {
  std::string long_one;
  for (int i = 0; i < 20'000; ++i) long_one += std::to_string(i * 7919) + ' ';
  Zip zip;
  std::string archive;
  for (const auto& [name, bytes] : {std::pair<std::string_view, std::string_view>{"a.txt", long_one}, {"b/ب.txt", "second"}, {"c", ""}}) {
    const PackedFile file = packed(bytes);
    archive += zip.add(name, file) + file.packed();
  }
  archive += zip.finish();
  EXPECT_EQ(long_one + "second", unzipped(archive));
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value * 256 + static_cast<unsigned char>(archive[at + i]);
    return value;
  };
  const std::size_t end = archive.rfind("PK\x05\x06");
  ASSERT_EQ(archive.size() - 22, end);
  EXPECT_EQ(3, archive[end + 10]);
  const std::size_t directory = number(end + 16);
  EXPECT_EQ("PK\x01\x02", archive.substr(directory, 4));
  EXPECT_EQ(end, directory + number(end + 12));
  EXPECT_EQ("PK\x03\x04", archive.substr(number(archive.rfind("PK\x01\x02") + 42), 4));
}

}  // namespace
}  // namespace tarikh::exporting
