#include "export/zip.h"

#include <gtest/gtest.h>

namespace tarikh::exporting {
namespace {

TEST(Zip, Checksum) {
  EXPECT_EQ(0xCBF43926U, crc32("123456789"));
  EXPECT_EQ(0U, crc32(""));
}

TEST(Zip, HeadersStandWhereTheDirectorySays) {
  Zip zip;
  std::string archive = zip.add("a.txt", "first");
  archive += zip.add("b/ب.txt", "second");
  archive += zip.finish();
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value * 256 + static_cast<unsigned char>(archive[at + i]);
    return value;
  };
  const std::size_t end = archive.rfind("PK\x05\x06");
  ASSERT_EQ(archive.size() - 22, end);
  EXPECT_EQ(2, archive[end + 10]);
  const std::size_t directory = number(end + 16);
  EXPECT_EQ("PK\x01\x02", archive.substr(directory, 4));
  EXPECT_EQ(end, directory + number(end + 12));
  const std::size_t second = archive.rfind("PK\x01\x02");
  EXPECT_EQ("PK\x03\x04", archive.substr(number(second + 42), 4));
  EXPECT_EQ("second", archive.substr(directory - 6, 6));
}

}  // namespace
}  // namespace tarikh::exporting
