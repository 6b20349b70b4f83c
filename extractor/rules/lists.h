// Many short lists by number, all in one piece of memory: a list of its own for every word of a language would be
// ten thousands of allocations at every start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarikh::rules {

template <class T>
class Lists {
 public:
  /// Empty for a list that nothing was pushed to. Void after the next push.
  [[nodiscard]] std::span<const T> at(std::size_t list) const {
    if (list >= places_.size()) return {};
    return {values_.data() + places_[list].first, places_[list].count};
  }

  void push(std::size_t list, const T& value) {
    if (list >= places_.size()) places_.resize(list + 1);
    Place& place = places_[list];
    if (place.count == place.room) grow(place);
    values_[place.first + place.count++] = value;
  }

  template <class Image>
  void fields(Image& image) {
    close_ranks();
    image(places_, values_);
  }

 private:
  struct Place {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t room = 0;
  };

  // A list that is full moves to the end, with twice the room; the last one stays where it is.
  void grow(Place& place) {
    const std::uint32_t room = place.room == 0 ? 1 : place.room * 2;
    const bool last = place.room > 0 && place.first + place.room == values_.size();
    const std::size_t first = last ? place.first : values_.size();
    values_.resize(first + room);
    for (std::size_t i = 0; !last && i < place.count; ++i) values_[first + i] = values_[place.first + i];
    place.first = static_cast<std::uint32_t>(first);
    place.room = room;
  }

  // Lists that moved have left room behind.
  void close_ranks() {
    std::vector<T> values;
    for (Place& place : places_) {
      const auto first = static_cast<std::uint32_t>(values.size());
      values.insert(values.end(), values_.begin() + place.first, values_.begin() + place.first + place.count);
      place = {.first = first, .count = place.count, .room = place.count};
    }
    values_ = std::move(values);
  }

  std::vector<Place> places_;
  std::vector<T> values_;
};

}  // namespace tarikh::rules
