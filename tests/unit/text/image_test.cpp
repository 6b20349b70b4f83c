#include "text/image.h"

#include <map>
#include <unordered_map>

#include <gtest/gtest.h>

namespace tarikh::text {
namespace {

struct Flat2 {
  int number = 0;
  char letter = 0;
};

struct Tree {
  std::string name;
  std::vector<Flat2> flats;
  std::vector<bool> bits;
  std::vector<Tree> children;
  std::map<std::pair<int, std::string>, std::vector<std::uint32_t>> by_pair;
  std::unordered_map<std::string, std::string> words;
  std::array<std::vector<int>, 2> two;

  template <class Image>
  void fields(Image& image) {
    image(name, flats, bits, children, by_pair, words, two);
  }
};

TEST(Image, GivesBackWhatWasTakenApart) {
  Tree tree{.name = "تأريخ",
            .flats = {{7, 'x'}, {-1, '\0'}},
            .bits = {true, false, true},
            .children = {Tree{.name = "", .flats = {}, .bits = {}, .children = {}, .by_pair = {}, .words = {}, .two = {}}},
            .by_pair = {{{2, "b"}, {1, 2, 3}}, {{1, "a"}, {}}},
            .words = {{"one", "واحد"}, {"two", ""}},
            .two = {std::vector<int>{}, std::vector<int>{5}}};
  ImageWriter writer;
  int last = 42;
  writer(tree, last);

  Tree again;
  int last_again = 0;
  ImageReader{writer.bytes()}(again, last_again);
  EXPECT_EQ(again.name, tree.name);
  ASSERT_EQ(again.flats.size(), 2U);
  EXPECT_EQ(again.flats[1].number, -1);
  EXPECT_EQ(again.bits, tree.bits);
  EXPECT_EQ(again.children.size(), 1U);
  EXPECT_EQ(again.by_pair, tree.by_pair);
  EXPECT_EQ(again.words, tree.words);
  EXPECT_EQ(again.two, tree.two);
  EXPECT_EQ(last_again, 42);
}

}  // namespace
}  // namespace tarikh::text
