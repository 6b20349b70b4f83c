// A ZIP archive of stored files, which is all that a spreadsheet's container needs. Its dates are fixed: the same
// files give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tarikh::exporting {

class Zip {
 public:
  /// The bytes that put a file into the archive: a header and the file. Less than 4 GiB altogether.
  [[nodiscard]] std::string add(std::string_view name, std::string_view bytes);
  /// The directory, which ends the archive.
  [[nodiscard]] std::string finish() const;

 private:
  std::string directory_;
  std::uint32_t offset_ = 0;
  std::uint16_t count_ = 0;
};

/// As in ZIP, PNG and Ethernet: 0xCBF43926 of "123456789".
[[nodiscard]] std::uint32_t crc32(std::string_view bytes);

}  // namespace tarikh::exporting
