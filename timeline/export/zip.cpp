#include "export/zip.h"

#include <array>

#include <zlib.h>

namespace tarikh::exporting {
namespace {

// Little-endian, as ZIP wants.
void put16(std::string& bytes, std::uint32_t value) {
  bytes += static_cast<char>(value & 0xFFU);
  bytes += static_cast<char>((value >> 8U) & 0xFFU);
}
void put32(std::string& bytes, std::uint32_t value) {
  put16(bytes, value & 0xFFFFU);
  put16(bytes, value >> 16U);
}

// What both headers share: version, UTF-8 names, deflated, 1980-01-01 00:00, checksum, sizes, length of the name.
void put_common(std::string& bytes, std::string_view name, const PackedFile& file) {
  put16(bytes, 20);
  put16(bytes, 0x0800);
  put16(bytes, 8);
  put16(bytes, 0);
  put16(bytes, 0x0021);
  put32(bytes, file.checksum());
  put32(bytes, static_cast<std::uint32_t>(file.packed().size()));
  put32(bytes, static_cast<std::uint32_t>(file.size()));
  put16(bytes, static_cast<std::uint32_t>(name.size()));
  put16(bytes, 0);
}

}  // namespace

struct PackedFile::Stream {
  Stream() {
    // No header of zlib's own (negative window bits): ZIP has one. Sheets repeat themselves: the fastest level packs them to a tenth.
    deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { deflateEnd(&z); }
  z_stream z{};
};

PackedFile::PackedFile() : stream_(std::make_unique<Stream>()) {}
PackedFile::PackedFile(PackedFile&&) noexcept = default;
PackedFile& PackedFile::operator=(PackedFile&&) noexcept = default;
PackedFile::~PackedFile() = default;

void PackedFile::write(std::string_view bytes) {
  size_ += bytes.size();
  crc_ = static_cast<std::uint32_t>(crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  pack(bytes, Z_NO_FLUSH);
}

void PackedFile::finish() {
  pack({}, Z_FINISH);
  stream_.reset();
}

void PackedFile::pack(std::string_view bytes, int flush) {
  std::array<Bytef, std::size_t{1} << 15U> out;
  z_stream& z = stream_->z;
  z.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));  // the interface of zlib; it only reads
  z.avail_in = static_cast<uInt>(bytes.size());
  do {
    z.next_out = out.data();
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, flush);
    packed_.append(reinterpret_cast<const char*>(out.data()), out.size() - z.avail_out);
  } while (z.avail_out == 0);
}

std::string Zip::add(std::string_view name, const PackedFile& file) {
  std::string local = "PK\x03\x04";
  put_common(local, name, file);
  local += name;

  directory_ += "PK\x01\x02";
  put16(directory_, 20);
  put_common(directory_, name, file);
  put16(directory_, 0);  // comment
  put16(directory_, 0);  // disk
  put16(directory_, 0);  // internal attributes
  put32(directory_, 0);  // external attributes
  put32(directory_, offset_);
  directory_ += name;
  offset_ += static_cast<std::uint32_t>(local.size() + file.packed().size());
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
