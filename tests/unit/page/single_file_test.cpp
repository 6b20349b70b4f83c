// Hashes and encodings of a page in one file, against the examples of their standards.
#include "page/single_file.h"

#include <gtest/gtest.h>

namespace tarikh::page {
namespace {

TEST(SingleFile, Base64OfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xFF\xEF\xBE"), "/+++");
}

TEST(SingleFile, HashesOfFips180) {
  EXPECT_EQ(policy_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(policy_hash("abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_EQ(policy_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
  EXPECT_EQ(policy_hash(std::string(1000000, 'a')), "sha256-zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

TEST(SingleFile, NamedFilesBecomeAddresses) {
  const std::vector<PageFile> files = {{"a.png", "x"}, {"f.woff2", "y"}};
  EXPECT_EQ(with_data_addresses("<img src=\"a.png\"> url(f.woff2) url('a.png') url(\"a.png\") src=\"b.png\" a.png", files),
            "<img src=\"data:image/png;base64,eA==\"> url(data:font/woff2;base64,eQ==) url('data:image/png;base64,eA==') "
            "url(\"data:image/png;base64,eA==\") src=\"b.png\" a.png");
}

}  // namespace
}  // namespace tarikh::page
