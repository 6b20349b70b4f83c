// The texts of records: never changed once made, so that what is said a thousand times (a name, a type, a rule) is held once.
#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tarikh {

/// Eight bytes that stand for a text; copies share it, on any number of threads. It is read through std::string_view, and the
/// view holds as long as any of the copies. A thread that makes the same short text again shares the first one.
class Text {
 public:
  Text() = default;
  Text(std::string_view text);                                      // NOLINT(google-explicit-constructor): a text is a text
  Text(const char* text) : Text(std::string_view(text)) {}          // NOLINT(google-explicit-constructor)
  Text(const std::string& text) : Text(std::string_view(text)) {}   // NOLINT(google-explicit-constructor)
  Text(const Text& other) : body_(other.body_) {
    if (body_ != nullptr) body_->uses.fetch_add(1, std::memory_order_relaxed);
  }
  Text(Text&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
  Text& operator=(Text other) noexcept {
    std::swap(body_, other.body_);
    return *this;
  }
  ~Text() {
    if (body_ != nullptr) release();
  }

  [[nodiscard]] bool empty() const { return body_ == nullptr; }
  [[nodiscard]] std::size_t size() const { return body_ == nullptr ? 0 : body_->size; }
  [[nodiscard]] std::string_view view() const {
    return body_ == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(body_ + 1), body_->size);
  }
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)
  void clear() { *this = {}; }

  friend bool operator==(const Text& a, const Text& b) { return a.body_ == b.body_ || a.view() == b.view(); }
  friend std::strong_ordering operator<=>(const Text& a, const Text& b) {
    return a.body_ == b.body_ ? std::strong_ordering::equal : a.view() <=> b.view();
  }
  template <class Other>
    requires(!std::same_as<Other, Text> && std::convertible_to<const Other&, std::string_view>)
  friend bool operator==(const Text& a, const Other& b) {
    return a.view() == std::string_view(b);
  }
  template <class Other>
    requires(!std::same_as<Other, Text> && std::convertible_to<const Other&, std::string_view>)
  friend std::strong_ordering operator<=>(const Text& a, const Other& b) {
    return a.view() <=> std::string_view(b);
  }
  friend std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.view(); }

 private:
  // Its bytes stand behind it.
  struct Body {
    std::atomic<std::uint32_t> uses;
    std::uint32_t size;
  };

  static Body* make(std::string_view text);
  void release() noexcept;

  Body* body_ = nullptr;
};

}  // namespace tarikh

/// What a text and a view are compared as, so that algorithms find one among the others.
template <class Other>
  requires(std::same_as<Other, std::string> || std::same_as<Other, std::string_view>)
struct std::common_type<tarikh::Text, Other> {
  using type = std::string_view;
};
template <class Other>
  requires(std::same_as<Other, std::string> || std::same_as<Other, std::string_view>)
struct std::common_type<Other, tarikh::Text> {
  using type = std::string_view;
};
