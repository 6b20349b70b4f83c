// A text stays what it was made of, whatever becomes of what it was made of, of its copies and of their threads.
#include "tarikh/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace tarikh {
namespace {

TEST(Text, IsWhatItWasMadeOf) {
  std::string words = "قمة أستانا";
  const Text text = words;
  words = "?";
  EXPECT_EQ("قمة أستانا", text.view());
  EXPECT_EQ(19U, text.size());
  EXPECT_TRUE(Text().empty());
  EXPECT_TRUE(Text("").empty());
  EXPECT_EQ("", Text().view());
  EXPECT_EQ(std::string_view("a\0b", 3), Text(std::string_view("a\0b", 3)).view());
}

TEST(Text, ComparesAsItsBytes) {
  const Text a = "a", b = "b";
  EXPECT_EQ(a, Text("a"));
  EXPECT_EQ(a, "a");
  EXPECT_EQ(std::string("a"), a);
  EXPECT_NE(a, std::string_view("b"));
  EXPECT_LT(a, b);
  EXPECT_LT(a, "aa");
  EXPECT_LT(Text(), a);
  const std::vector<Text> texts = {"a", "b"};
  EXPECT_EQ(texts.begin() + 1, std::ranges::find(texts, std::string_view("b")));
}

TEST(Text, SharesWhatWasSaidBefore) {
  const Text first = "meeting", again = std::string("meet") + "ing", copy = first;
  EXPECT_EQ(first.view().data(), again.view().data());
  EXPECT_EQ(first.view().data(), copy.view().data());
}

TEST(Text, AViewHoldsAsLongAsAnyCopy) {
  const std::string words(10'000, 'x');
  std::string_view view;
  Text last;
  {
    const Text first = words;
    view = first;
    last = first;
  }
  EXPECT_EQ(words, view);
  Text moved = std::move(last);
  EXPECT_EQ(words, view);
  moved = moved.view();  // of itself
  EXPECT_EQ(words, moved.view());
  moved.clear();
  EXPECT_TRUE(moved.empty());
}

TEST(Text, GoesFromThreadToThread) {
  std::vector<Text> texts(1000);
  std::thread maker([&] {
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = "text " + std::to_string(i % 100);
  });
  maker.join();  // with it goes what it remembered
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 2; ++reader) {
    readers.emplace_back([&] {
      const std::vector<Text> copies = texts;
      for (std::size_t i = 0; i < copies.size(); ++i) EXPECT_EQ("text " + std::to_string(i % 100), copies[i]);
    });
  }
  for (std::thread& reader : readers) reader.join();
}

}  // namespace
}  // namespace tarikh
