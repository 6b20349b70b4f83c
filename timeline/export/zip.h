// A ZIP archive of files packed by zlib, which is what a spreadsheet's container needs. Its dates are fixed: the same
// files give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tarikh::exporting {

/// A file that is packed while it is written: what is held is its packed form.
class PackedFile {
 public:
  PackedFile();
  PackedFile(PackedFile&&) noexcept;
  PackedFile& operator=(PackedFile&&) noexcept;
  ~PackedFile();

  void write(std::string_view bytes);
  /// Nothing can be written any more.
  void finish();

  [[nodiscard]] const std::string& packed() const { return packed_; }
  [[nodiscard]] std::size_t size() const { return size_; }       ///< before packing
  [[nodiscard]] std::uint32_t checksum() const { return crc_; }  ///< CRC-32 of what was written

 private:
  struct Stream;
  void pack(std::string_view bytes, int flush);
  std::unique_ptr<Stream> stream_;
  std::string packed_;
  std::size_t size_ = 0;
  std::uint32_t crc_ = 0;
};

class Zip {
 public:
  /// The header that stands before the packed bytes of the file, which is finished. Less than 4 GiB altogether.
  [[nodiscard]] std::string add(std::string_view name, const PackedFile& file);
  /// The directory, which ends the archive.
  [[nodiscard]] std::string finish() const;

 private:
  std::string directory_;
  std::uint32_t offset_ = 0;
  std::uint16_t count_ = 0;
};

}  // namespace tarikh::exporting
