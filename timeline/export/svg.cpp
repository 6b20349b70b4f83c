// SVG: the whole timeline as one picture, columns of events by period, coloured by type. Time runs in the direction of
// the language most entries are headed in. A file of its own: no script, no font, nothing from outside.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "export/formats.h"
#include "export/rows.h"
#include "export/xml.h"
#include "model/days.h"

namespace tarikh::exporting {
namespace {

constexpr int kWidth = 1200, kHeight = 420, kMargin = 40;
constexpr int kTop = 64, kBase = 320;  // the columns stand between them
constexpr int kMaxColumns = 60;
constexpr std::size_t kMaxLegend = 8;  // types named; the others are told together
constexpr int kMonthsOfYears = 60;     // a span up to this is shown by month

struct Dot {
  int month = 0;  ///< months since the year 0
  const EventType* type = nullptr;
  std::string id;
};

int month_of(std::int32_t day) {
  const date::year_month_day parts{date::sys_days{date::days{day}}};
  return static_cast<int>(parts.year()) * 12 + static_cast<int>(static_cast<unsigned>(parts.month())) - 1;
}

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

std::string colour(const EventType* type) {
  const bool valid = type != nullptr && type->color.size() == 7 && type->color.front() == '#' &&
                     type->color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  return valid ? type->color : "#777777";
}

class Picture {
 public:
  Picture(std::vector<Dot> dots, bool arabic) : dots_(std::move(dots)), arabic_(arabic) {
    const auto [low, high] = std::ranges::minmax(dots_, {}, &Dot::month);
    const int span = high.month - low.month + 1;
    constexpr std::array kSteps = {1, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
    const auto fits = [&](int step) { return step == 1 ? span <= kMonthsOfYears : span <= step * (kMaxColumns - 1); };
    const auto found = std::ranges::find_if(kSteps, fits);
    step_ = found == kSteps.end() ? kSteps.back() : *found;
    origin_ = floor_to(low.month, step_);
    columns_ = std::max((high.month - origin_) / step_ + 1, 12);
    for (const Dot& dot : dots_) ++types_[dot.id];
    for (const auto& [id, count] : types_) ranking_.push_back(id);
    std::ranges::stable_sort(ranking_,
                             [&](const std::string& a, const std::string& b) { return types_.at(a) > types_.at(b); });
  }

  [[nodiscard]] std::string draw() const {
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "font-family=\"'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif\" font-size=\"14\" fill=\"#1a1917\" "
        "xml:lang=\"{2}\">\n",
        kWidth, kHeight, arabic_ ? "ar" : "en");
    const std::string title = fmt::format("{}: {} – {}", dots_.size(), period(0), period(columns_ - 1));
    svg +=
        fmt::format("<title>{0}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n", escape_xml(title));
    return svg + columns() + axis() + legend() + "</svg>\n";
  }

 private:
  [[nodiscard]] double column_width() const { return double{kWidth - 2 * kMargin} / columns_; }
  // The left edge of a column; time runs from right to left in Arabic.
  [[nodiscard]] double left(int column) const {
    return kMargin + column_width() * (arabic_ ? columns_ - 1 - column : column);
  }

  [[nodiscard]] std::string period(int column) const {
    const int month = origin_ + column * step_, year = floor_to(month, 12) / 12;
    return step_ == 1 ? fmt::format("{}-{:02}", year, month - year * 12 + 1) : std::to_string(year);
  }

  [[nodiscard]] std::string columns() const {
    std::vector<std::map<std::string, std::size_t>> counts(static_cast<std::size_t>(columns_));
    std::vector<std::size_t> totals(counts.size());
    for (const Dot& dot : dots_) {
      const auto column = static_cast<std::size_t>((dot.month - origin_) / step_);
      ++counts[column][dot.id];
      ++totals[column];
    }
    const double unit = double{kBase - kTop} / static_cast<double>(std::ranges::max(totals));
    std::string svg;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (totals[i] == 0) continue;
      svg += fmt::format("<g><title>{}: {}</title>", period(static_cast<int>(i)), totals[i]);
      double y = kBase;
      for (const std::string& id : ranking_) {
        const auto found = counts[i].find(id);
        if (found == counts[i].end()) continue;
        const double height = unit * static_cast<double>(found->second);
        y -= height;
        svg += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>",
                           left(static_cast<int>(i)) + 1, y, std::max(column_width() - 2, 1.0),
                           std::max(height - 0.5, 0.5), colour(type(id)));
      }
      svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" font-size=\"11\">{}</text></g>\n",
                         left(static_cast<int>(i)) + column_width() / 2, y - 4, totals[i]);
    }
    return svg;
  }

  [[nodiscard]] std::string axis() const {
    std::string svg = fmt::format("<path d=\"M{} {}.5H{}\" stroke=\"#5c5850\"/>\n", kMargin, kBase, kWidth - kMargin);
    const int labelled = std::max(1, (columns_ + 11) / 12);
    for (int i = 0; i < columns_; i += labelled) {
      svg += fmt::format(
          "<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\" fill=\"#5c5850\" direction=\"ltr\">{}</text>\n",
          left(i) + column_width() / 2, kBase + 22, period(i));
    }
    return svg;
  }

  [[nodiscard]] std::string legend() const {
    std::string svg;
    const std::size_t shown = std::min(ranking_.size(), kMaxLegend);
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string& id = ranking_[i];
      const int at = static_cast<int>(i % 4) * ((kWidth - 2 * kMargin) / 4),
                y = kBase + 58 + static_cast<int>(i / 4) * 26;
      const int x = arabic_ ? kWidth - kMargin - at : kMargin + at, inward = arabic_ ? -1 : 1;
      const EventType* known = type(id);
      const std::string name = known == nullptr ? id : arabic_ ? known->label_ar : known->label_en;
      svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{}\"/>", arabic_ ? x - 12 : x,
                         y - 11, colour(known));
      svg += fmt::format("<text x=\"{}\" y=\"{}\" direction=\"{}\">{} ({})</text>\n", x + inward * 20, y,
                         arabic_ ? "rtl" : "ltr", escape_xml(name), types_.at(id));
    }
    return svg;
  }

  [[nodiscard]] const EventType* type(const std::string& id) const {
    return std::ranges::find(dots_, id, &Dot::id)->type;
  }

  std::vector<Dot> dots_;
  bool arabic_;
  int step_ = 1, origin_ = 0, columns_ = 1;
  std::map<std::string, std::size_t> types_;
  std::vector<std::string> ranking_;  // most frequent first: it stands at the bottom of every column
};

class Svg final : public FormatWriter {
 public:
  using FormatWriter::FormatWriter;

  bool add(const Entry& entry) override {
    const model::Days days = model::parse_days(entry.first, entry.last);
    if (entry.date_edtf.empty() || days.position() == model::Days::kOpenEnd) return leave_out(kUndated);
    const Row row = make_row(entry, types());
    if (headline_language(row) == "ar") ++arabic_;
    dots_.push_back({month_of(days.position()), row.type, entry.type});
    return true;
  }

  WriteReport finish() override {
    report_.rows = dots_.size();
    if (!dots_.empty()) put(Picture(std::move(dots_), arabic_ * 2 >= report_.rows).draw());
    return report_;
  }

 private:
  std::vector<Dot> dots_;
  std::size_t arabic_ = 0;
};

}  // namespace

Started start_svg(Types types, const Sink& sink) { return std::make_unique<Svg>(types, sink); }

}  // namespace tarikh::exporting
