// Compiled tables as one run of bytes: the build writes them, the program takes them up in a few milliseconds. A struct
// that has pieces of its own on the heap names its members once, for both ways:
//
//   template <class Image> void fields(Image& image) { image(words_, senses_); }
//
// What is flat is copied in one piece. An image is read only by the program that it was written for, from the same
// structures: it has no version and no byte order, and pointers or views must not be in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tarikh::text {

template <class T, class Image>
concept HasFields = requires(T& value, Image& image) { value.fields(image); };
template <class T>
concept Flat = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> && !std::is_same_v<T, std::string_view>;
template <class T>
concept MapLike = requires { typename T::mapped_type; };

class ImageWriter {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

 private:
  void raw(const void* data, std::size_t size) {
    if (size > 0) bytes_.append(static_cast<const char*>(data), size);
  }
  void count(std::size_t size) { raw(&size, sizeof size); }

  template <class T>
  void put(T& value) {
    if constexpr (HasFields<T, ImageWriter>) {
      value.fields(*this);
    } else if constexpr (MapLike<T>) {
      count(value.size());
      for (auto& [key, mapped] : value) {
        auto copy = key;
        put(copy);
        put(mapped);
      }
    } else {
      static_assert(Flat<T>, "give it fields()");
      raw(&value, sizeof value);
    }
  }
  void put(std::string& value) {
    count(value.size());
    raw(value.data(), value.size());
  }
  template <class T>
  void put(std::vector<T>& values) {
    count(values.size());
    if constexpr (!HasFields<T, ImageWriter> && Flat<T>) {
      raw(values.data(), values.size() * sizeof(T));
    } else {
      for (T& value : values) put(value);
    }
  }
  void put(std::vector<bool>& values) {
    count(values.size());
    for (const bool value : values) raw(&value, 1);
  }
  template <class A, class B>
  void put(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }
  template <class T, std::size_t N>
  void put(std::array<T, N>& values) {
    for (T& value : values) put(value);
  }

  std::string bytes_;
};

class ImageReader {
 public:
  /// `bytes` must outlive the reader, not what is read.
  explicit ImageReader(std::string_view bytes) : at_(bytes.data()) {}
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  void raw(void* data, std::size_t size) {
    if (size > 0) std::memcpy(data, at_, size);
    at_ += size;
  }
  std::size_t count() {
    std::size_t size = 0;
    raw(&size, sizeof size);
    return size;
  }

  template <class T>
  void get(T& value) {
    if constexpr (HasFields<T, ImageReader>) {
      value.fields(*this);
    } else if constexpr (MapLike<T>) {
      std::size_t left = count();
      if constexpr (requires { value.reserve(left); }) value.reserve(left);
      for (; left > 0; --left) {
        typename T::key_type key{};
        get(key);
        get(value.emplace_hint(value.end(), std::move(key), typename T::mapped_type{})->second);
      }
    } else {
      static_assert(Flat<T>, "give it fields()");
      raw(&value, sizeof value);
    }
  }
  void get(std::string& value) {
    const std::size_t size = count();
    value.assign(at_, size);
    at_ += size;
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t size = count();
    if constexpr (!HasFields<T, ImageReader> && Flat<T>) {
      values.resize(size);
      raw(values.data(), size * sizeof(T));
    } else {
      values.resize(size);
      for (T& value : values) get(value);
    }
  }
  void get(std::vector<bool>& values) {
    values.resize(count());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = *at_++ != 0;
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (T& value : values) get(value);
  }

  const char* at_;
};

}  // namespace tarikh::text
