// Result<T>: a value or an Error. The doors of the library (opening, reading, compiling rules, parsing
// EDTF) return one; the rooms behind them never fail. The names are those of std::expected, which is not
// usable here: libstdc++ 12 has it under -std=c++23 only, and clang 14 sees that header empty.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace tarikh {

/// What went wrong, for a person: the message says what was found and what was expected.
struct Error {
  std::string message;
  std::string file{};  ///< empty when the error is about no file
  int line = 0;      ///< 1-based; 0 when the error is about no line

  /// "file:line: message", leaving out what is unknown.
  [[nodiscard]] std::string to_string() const {
    std::string text;
    if (!file.empty()) text += file + ":";
    if (line > 0) text += std::to_string(line) + ":";
    if (!text.empty()) text += " ";
    return text + message;
  }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Only with has_value().
  [[nodiscard]] T& value() & { assert(has_value()); return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { assert(has_value()); return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { assert(has_value()); return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Only without has_value().
  [[nodiscard]] const Error& error() const { assert(!has_value()); return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  [[nodiscard]] bool has_value() const noexcept { return !failed_; }
  explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] const Error& error() const { assert(failed_); return error_; }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace tarikh
