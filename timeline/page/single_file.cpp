#include "page/single_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>

namespace tarikh::page {
namespace {

// FIPS 180-4: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> kRounds = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
constexpr std::size_t kBlock = 64;

using State = std::array<std::uint32_t, 8>;

std::uint32_t byte(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

void add_block(State& state, std::string_view block) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 16; ++i)
    w[i] = byte(block, 4 * i) << 24 | byte(block, 4 * i + 1) << 16 | byte(block, 4 * i + 2) << 8 | byte(block, 4 * i + 3);
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
    const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t one = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + kRounds[i] + w[i];
    const std::uint32_t two = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + two;
  }
  const State sum{a, b, c, d, e, f, g, h};
  std::ranges::transform(state, sum, state.begin(), std::plus<>());
}

std::string sha256(std::string_view bytes) {
  State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::size_t at = 0;
  for (; at + kBlock <= bytes.size(); at += kBlock) add_block(state, bytes.substr(at, kBlock));
  std::string tail = std::string(bytes.substr(at)) + '\x80';
  tail.resize((tail.size() + 8 + kBlock - 1) / kBlock * kBlock - 8, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) tail += static_cast<char>(std::uint64_t{bytes.size()} * 8 >> shift & 0xFF);
  for (std::string_view rest = tail; !rest.empty(); rest.remove_prefix(kBlock)) add_block(state, rest.substr(0, kBlock));
  std::string digest;
  for (const std::uint32_t word : state) {
    for (int shift = 24; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift & 0xFF);
  }
  return digest;
}

std::string_view media_type(std::string_view name) {
  constexpr std::array<std::array<std::string_view, 2>, 8> kTypes{{{".woff2", "font/woff2"},
                                                                  {".woff", "font/woff"},
                                                                  {".ttf", "font/ttf"},
                                                                  {".svg", "image/svg+xml"},
                                                                  {".png", "image/png"},
                                                                  {".jpg", "image/jpeg"},
                                                                  {".webp", "image/webp"},
                                                                  {".gif", "image/gif"}}};
  const auto* const found = std::ranges::find_if(kTypes, [&](const auto& row) { return name.ends_with(row[0]); });
  return found == kTypes.end() ? "application/octet-stream" : (*found)[1];
}

// What stands before and after the name of a file.
constexpr std::array<std::array<std::string_view, 2>, 4> kReferences{
    {{"src=\"", "\""}, {"url(\"", "\")"}, {"url('", "')"}, {"url(", ")"}}};

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t size = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) group = group << 8 | (j < size ? byte(bytes, i + j) : 0);
    for (std::size_t j = 0; j < 4; ++j) text += j <= size ? kDigits[group >> (18 - 6 * j) & 63] : '=';
  }
  return text;
}

std::string policy_hash(std::string_view text) { return "sha256-" + base64(sha256(text)); }

std::string with_data_addresses(std::string_view text, std::span<const PageFile> files) {
  std::string done(text);
  for (const PageFile& file : files) {
    std::string address;
    for (const auto& [before, after] : kReferences) {
      const std::string reference = fmt::format("{}{}{}", before, file.path, after);
      for (std::size_t at = done.find(reference); at != std::string::npos; at = done.find(reference, at)) {
        if (address.empty()) address = fmt::format("data:{};base64,{}", media_type(file.path), base64(file.bytes));
        done.replace(at + before.size(), file.path.size(), address);
        at += before.size() + address.size();
      }
    }
  }
  return done;
}

Result<void> check_inline(std::string_view text, std::string_view element, const std::string& file) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string& end : {fmt::format("</{}", element), std::string("<!--")}) {
    const std::size_t at = lower.find(end);
    if (at == std::string::npos) continue;
    const auto line = 1 + std::count(lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return Error{fmt::format("cannot stand inside a single file: it contains {}", end), file, static_cast<int>(line)};
  }
  return {};
}

}  // namespace tarikh::page
