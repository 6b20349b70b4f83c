#include "export/xml.h"

#include <gtest/gtest.h>

namespace tarikh::exporting {
namespace {

TEST(Xml, TextAndAttributes) {
  EXPECT_EQ("a &amp; &lt;b&gt; &quot;c&quot; d's", escape_xml("a & <b> \"c\" d's"));
  EXPECT_EQ("قمة\n\t&#13;", escape_xml("قمة\n\t\r"));
  EXPECT_EQ("\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD", escape_xml(std::string_view("\0|\x1B|\xEF\xBF\xBE", 7)));
}

}  // namespace
}  // namespace tarikh::exporting
