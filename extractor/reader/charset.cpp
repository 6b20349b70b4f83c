#include "reader/charset.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/utf8.h"

namespace tarikh::reader {
namespace {

constexpr std::size_t kSample = 64 * 1024;      // bytes the detector sees
constexpr std::size_t kDeclaration = 4 * 1024;  // browsers look at 1 KiB; old pages have long comments before it

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array<Signature, 5> kByteOrderMarks{
    {{"\xEF\xBB\xBF", "UTF-8"},
     {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},  // before UTF-16LE, whose mark it begins with
     {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
     {"\xFF\xFE", "UTF-16LE"},
     {"\xFE\xFF", "UTF-16BE"}}};

constexpr std::array<Signature, 8> kNoText{{{"%PDF-", "a PDF"},
                                            {"PK\x03\x04", "a ZIP archive or an Office document"},
                                            {"\xD0\xCF\x11\xE0", "an old Office document"},
                                            {"\x89PNG", "an image"},
                                            {"\xFF\xD8\xFF", "an image"},
                                            {"GIF8", "an image"},
                                            {"\x1F\x8B", "a gzip archive"},
                                            {"\x7F"
                                             "ELF",
                                             "a program"}}};

struct Census {
  std::size_t characters = 0;
  std::size_t odd = 0;        // controls, code points that mean nothing
  std::size_t near = 0;       // below U+0800
  std::size_t multibyte = 0;  // well-formed sequences of two bytes and more
  std::size_t invalid = 0;    // bytes
};

bool is_odd(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A && c != 0x1B;
  return (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFD || (c & 0xFFFEU) == 0xFFFE;
}

Census count(std::string_view text) {
  Census census;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    ++census.characters;
    if (is_odd(c.value)) ++census.odd;
    if (c.value < 0x800) ++census.near;
    if (c.length > 1)
      ++census.multibyte;
    else if (c.value == 0xFFFD)
      ++census.invalid;
  }
  return census;
}

bool is_noise(const Census& census) { return census.odd > 2 && census.odd * 20 > census.characters; }

// Empty for a charset that ICU does not know.
std::string convert(std::string_view bytes, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset, &error), ucnv_close);
  if (U_FAILURE(error)) return {};
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
  std::string utf8;
  if (U_SUCCESS(error)) text.toUTF8String(utf8);
  return utf8;
}

// As browsers read them: pages say Latin-1 and mean Microsoft's superset of it.
std::string charset_name(std::string_view declared) {
  std::string name(declared.substr(0, 40));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") return "windows-1252";
  // A page whose declaration can be read byte by byte is in no wide encoding, nor in EBCDIC.
  if (name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("ibm") || name.starts_with("cp"))
    return {};
  return name;
}

// The first guess of ICU's detector that a document can be in. It sees the text from its first byte beyond ASCII on.
std::string detect(std::string_view bytes) {
  const auto high = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const std::string_view sample = bytes.substr(static_cast<std::size_t>(high - bytes.begin()), kSample);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error), ucsdet_close);
  if (U_FAILURE(error)) return {};
  ucsdet_enableInputFilter(detector.get(), true);  // leaves tags out
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &error);
  if (U_FAILURE(error)) return {};
  for (std::int32_t i = 0; i < found; ++i) {
    const char* name = ucsdet_getName(matches[i], &error);
    if (U_FAILURE(error)) break;
    if (!std::string_view(name).starts_with("IBM") && !std::string_view(name).starts_with("UTF-")) return name;
  }
  return {};
}

// UTF-16 without a mark looks like ASCII with controls. Believed if nearly all is Latin, Greek, Cyrillic, Hebrew or
// Arabic (ICU's detector goes by Latin alone); else empty.
std::string read_wide(std::string_view bytes) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE"}) {
    std::string text = convert(bytes, charset);
    const Census census = count(text);
    if (!is_noise(census) && census.near * 5 >= census.characters * 4) return text;
  }
  return {};
}

Result<std::string> checked(std::string text) {
  if (is_noise(count(text))) return Error{"no text: the bytes look like a program, an image or other binary data"};
  return text;
}

}  // namespace

std::string repair_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (c.length == 1 && c.value == 0xFFFD)
      text::append(repaired, c.value);
    else
      repaired.append(text, at, c.length);
    at += c.length;
  }
  return repaired;
}

Result<std::string> to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.size() > std::size_t{1} << 30) return Error{"the document is larger than 1 GiB"};
  for (const auto& [signature, name] : kNoText) {
    if (bytes.starts_with(signature)) return Error{fmt::format("no text: the file is {}", name)};
  }
  for (const auto& [mark, name] : kByteOrderMarks) {
    if (!bytes.starts_with(mark)) continue;
    bytes.remove_prefix(mark.size());
    return checked(name == "UTF-8" ? repair_utf8(bytes) : convert(bytes, name.data()));
  }
  const Census census = count(bytes);
  if (census.odd > 2) {
    if (std::string wide = read_wide(bytes); !wide.empty()) return wide;
  }
  // Saved pages keep the declaration of the charset they were served in; text that is UTF-8 by chance does not exist.
  if (census.invalid * 4 <= census.multibyte) return checked(repair_utf8(bytes));
  for (const std::string& charset : {charset_name(declared), detect(bytes)}) {
    if (charset.empty() || charset == "utf-8" || charset == "utf8") continue;
    std::string text = convert(bytes, charset.c_str());
    if (!text.empty()) return checked(std::move(text));
  }
  return checked(repair_utf8(bytes));
}

std::string_view declared_charset(std::string_view html) {
  const std::string_view head = html.substr(0, kDeclaration);
  for (const std::string_view key : {"charset", "encoding"}) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    const auto found = std::search(head.begin(), head.end(), key.begin(), key.end(), same);
    if (found == head.end()) continue;
    std::string_view rest = head.substr(static_cast<std::size_t>(found - head.begin()) + key.size());
    const std::size_t begin = rest.find_first_not_of(" =\t\"'");
    if (begin == 0 || begin == std::string_view::npos) continue;
    rest.remove_prefix(begin);
    return rest.substr(0, rest.find_first_of(" \t\r\n\"'>;/?"));
  }
  return {};
}

}  // namespace tarikh::reader
