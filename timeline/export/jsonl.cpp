// JSON Lines: everything an entry holds, what `page` and `export` read.
#include "export/formats.h"

namespace tarikh::exporting {
namespace {

class Jsonl final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  bool add(const Entry& entry) override { return put_row(to_json(entry) + "\n"); }
};

}  // namespace

Started start_jsonl(Types types, const Sink& sink) { return std::make_unique<Jsonl>(types, sink); }

}  // namespace tarikh::exporting
