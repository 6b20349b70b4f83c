#include "tarikh/text.h"

#include <array>
#include <cstring>
#include <functional>
#include <new>

namespace tarikh {
namespace {

// Of longer ones few are said twice; and what the last texts of a thread hold on to is two megabytes at most.
constexpr std::size_t kLongestShared = 512, kLastTexts = 4096;

}  // namespace

Text::Text(std::string_view text) {
  if (text.empty()) return;
  if (text.size() > kLongestShared) {
    body_ = make(text);
    return;
  }
  static thread_local std::array<Text, kLastTexts> last;
  Text& same = last[std::hash<std::string_view>{}(text) % kLastTexts];
  if (same.view() != text) {
    Text made;
    made.body_ = make(text);
    same = std::move(made);
  }
  *this = same;
}

Text::Body* Text::make(std::string_view text) {
  void* memory = ::operator new(sizeof(Body) + text.size());
  auto* body = new (memory) Body{1, static_cast<std::uint32_t>(text.size())};
  std::memcpy(static_cast<void*>(body + 1), text.data(), text.size());
  return body;
}

void Text::release() noexcept {
  if (body_->uses.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  body_->~Body();
  ::operator delete(body_);
}

}  // namespace tarikh
