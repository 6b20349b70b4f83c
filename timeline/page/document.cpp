#include "page/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <unordered_set>

#include "page/date_text.h"
#include "page/escape.h"
#include "page/facets.h"
#include "page/json_ld.h"
#include "page/roster_view.h"
#include "page/single_file.h"
#include "page/view.h"
#include "store/json_writer.h"

namespace tarikh::page {
namespace {

View words_of(const Strings& strings) {
  View words;
  for (const auto& [key, text] : strings.all()) words.set("s." + key, text);
  return words;
}

std::string group_anchor(const Place& place) {
  return place.month == 0 ? fmt::format("y{}-0", place.year) : fmt::format("y{}-{}", place.year, place.month);
}

class DocumentMaker {
 public:
  /// `part` is null for the index.
  DocumentMaker(const Site& site, const std::string& language, const Part* part)
      : site_(site),
        part_(part),
        strings_(site.theme.strings(language)),
        words_(words_of(strings_)),
        begin_(part == nullptr ? 0 : part->begin),
        end_(part == nullptr ? site.places.size() : part->end),
        page_(site.theme.text("page.html"), words_),
        year_(site.theme.text("year.html"), words_),
        month_(site.theme.text("month.html"), words_),
        entry_(site.theme.text("entry.html"), words_) {}

  void make(Output& output) {
    look();
    View view;
    const bool arabic = strings_.language() == "ar", lists = part_ != nullptr;
    const std::string other = arabic ? "en" : "ar";
    const std::string& title = arabic ? site_.options.title_ar : site_.options.title_en;
    view.set("page_language", strings_.language());
    view.set("page_direction", arabic ? "rtl" : "ltr");
    set_single_file(view);
    view.set("other_language", other);
    view.set("other_file", lists && !site_.is_one() ? site_.file(*part_, other) : site_.index(other));
    view.set("title", title.empty() ? std::string(strings_.get("title")) : title);
    view.set("summary", summary());
    view.set("has_overview", !site_.places.empty());
    view.set("has_events", lists && begin_ < end_);
    view.set("has_contents", !lists);
    view.set("is_part", lists && !site_.is_one());
    set_overview(view);
    set_parts(view);
    set_roster(view);
    set_taste(view);
    view.set("shapes", shapes());
    view.set("facets", lists ? facets_view(facets_, strings_) : View::list());
    view.set("timeline", lists ? View::later([&] { timeline(output); }) : View(""));
    view.set("script_strings", script_strings());
    view.set("json_ld", script_json(json_ld_.take()));
    page_.fill(view, output);
  }

 private:
  // What a document says of all its events.
  void look() {
    articles_ = site_.articles();
    if (part_ == nullptr) return;
    FacetCounter counter(site_.types, strings_.language());
    std::unordered_set<std::string> articles;
    site_.each(begin_, end_, [&](const Entry& entry) {
      counter.add(entry);
      json_ld_.add(entry);
      for (const EntryMention& mention : entry.mentions) articles.insert(mention.doc);
      return true;
    });
    facets_ = counter.take();
    articles_ = articles.size();
  }

  // "1990–1997", or "يوليو 2023" for a piece of a year.
  std::string part_label(const Part& part) const {
    const Place &first = site_.places[part.begin], &last = site_.places[part.end - 1];
    const auto text = [&](const Place& place) {
      const std::string year = year_text(place.year, strings_);
      return part.whole_years || place.month == 0
                 ? year
                 : fmt::format("{} {}", strings_.get(fmt::format("month_{}", place.month)), year);
    };
    return text(first) == text(last) ? text(first)
                                     : fmt::format("{}{}{}", text(first), strings_.get("date_dash_wide"), text(last));
  }

  View part_view(const Part& part) const {
    View view;
    view.set("part_file", site_.file(part, strings_.language()));
    view.set("part_label", part_label(part));
    view.set("part_count", strings_.count("events", part.end - part.begin));
    return view;
  }

  // The way from the index to the parts, and between them.
  void set_parts(View& view) const {
    view.set("index_file", site_.index(strings_.language()));
    view.set("search_file", fmt::format("search.{}.js", strings_.language()));
    view.set("part", false);
    view.set("earlier_part", false);
    view.set("later_part", false);
    View contents = View::list();
    for (const Part& part : site_.parts) {
      if (part_ == nullptr) contents.push_back(part_view(part));
    }
    view.set("contents", std::move(contents));
    if (part_ == nullptr || site_.is_one()) return;
    const auto at = static_cast<std::size_t>(part_ - site_.parts.data());
    view.set("part", part_label(*part_));
    if (at > 0) view.set("earlier_part", part_view(site_.parts[at - 1]));
    if (at + 1 < site_.parts.size()) view.set("later_part", part_view(site_.parts[at + 1]));
  }

  // On the only document, or on the index of several.
  void set_roster(View& view) const {
    const bool here = !site_.memberships.empty() && (part_ == nullptr || site_.is_one());
    view.set("has_roster", here);
    if (!here) return;
    view.set("organisations", roster_view(site_.memberships, [&](std::size_t entry) { return site_.address_of(entry, part_, strings_.language()); }, strings_));
  }

  // Style and script stand in the document itself; its policy allows them by their hashes and nothing else.
  void set_single_file(View& view) const {
    view.set("single", site_.options.single_file);
    if (!site_.options.single_file) return;
    const std::string &style = site_.theme.text(kStyle), &script = site_.theme.text(kScript);
    view.set("style", style);
    view.set("style_hash", policy_hash(style));
    view.set("script", script);
    view.set("script_hash", policy_hash(script));
  }

  // What the reader can change, and what it is at first.
  void set_taste(View& view) const {
    const bool arabic = strings_.language() == "ar";
    view.set("arabic", arabic);
    view.set("months_at_first", site_.options.month_names);
    view.set("digits_at_first", site_.options.arabic_digits ? "arabic" : "western");
    view.set("hijri_at_first", site_.options.hijri);
  }

  std::string bin_address(const Overview& overview, const Bin& bin) const {
    const Part& part = site_.part_of(bin.first_place);
    const Place& place = site_.places[bin.first_place];
    const std::string anchor = overview.unit == BinUnit::month ? group_anchor(place) : fmt::format("y{}", place.year);
    return (&part == part_ ? "#" : site_.file(part, strings_.language()) + "#") + anchor;
  }

  std::string summary() const {
    if (begin_ == end_) return std::string(strings_.get("summary_empty"));
    const auto [low, high] = std::ranges::minmax(std::span(site_.places).subspan(begin_, end_ - begin_), {}, &Place::year);
    return strings_.fill(low.year == high.year ? "summary_one_year" : "summary",
                         {strings_.count("events", end_ - begin_), strings_.count("articles", articles_),
                          year_text(low.year, strings_), year_text(high.year, strings_)});
  }

  std::string bin_label(const Overview& overview, const Bin& bin) const {
    if (overview.unit == BinUnit::month)
      return fmt::format("{} {}", strings_.get(fmt::format("month_{}", bin.month)), year_text(bin.year, strings_));
    const std::string first = year_text(bin.year, strings_);
    if (overview.unit == BinUnit::year) return first;
    return fmt::format("{}{}{}", first, strings_.get("date_dash"),
                       year_text(bin.year + overview.years_per_bin - 1, strings_));
  }

  // A label that fits under a bar: the year where one begins, else the month's number.
  std::string tick_label(const Overview& overview, const Bin& bin) const {
    return overview.unit != BinUnit::month || bin.month == 1 ? year_text(bin.year, strings_)
                                                             : strings_.number(bin.month);
  }

  // All bars in one drawing, each a tenth from the ends of its place, from where the reader begins.
  std::string bars_path(const Overview& overview) const {
    const bool rtl = strings_.language() == "ar";
    std::string path;
    for (std::size_t i = 0; i < overview.bins.size(); ++i) {
      const Bin& bin = overview.bins[i];
      if (bin.count == 0) continue;
      const std::size_t height = std::max<std::size_t>(6, bin.count * 100 / overview.highest);
      path += fmt::format("M{}.1 100v-{}h.8v{}z", rtl ? overview.bins.size() - 1 - i : i, height, height);
    }
    return path;
  }

  void set_overview(View& view) const {
    std::vector<Place> places = site_.places;
    for (Place& place : places) place.month = std::max(place.month, 1);
    const Overview overview = make_overview(places);
    View bins = View::list();
    for (const Bin& bin : overview.bins) {
      View row;
      row.set("tick", bin.tick);
      row.set("tick_label", tick_label(overview, bin));
      row.set("bin_label", strings_.fill("bin", {bin_label(overview, bin), strings_.count("events", bin.count)}));
      if (bin.count == 0)
        row.set("bin_address", false);
      else
        row.set("bin_address", bin_address(overview, bin));
      bins.push_back(std::move(row));
    }
    const std::string_view unit = overview.unit == BinUnit::month  ? "months"
                                  : overview.unit == BinUnit::year ? "years"
                                                                   : "bins";
    view.set("overview_label", std::string(strings_.get(fmt::format("overview_{}", unit))));
    view.set("bins", std::move(bins));
    view.set("bins_count", std::to_string(overview.bins.size()));
    view.set("bins_path", bars_path(overview));
    // For the script: where the bars begin, in months of the calendar, and how many months one is.
    if (overview.bins.empty()) return;
    view.set("bins_start",
             std::to_string(overview.bins.front().year * 12 + std::max(overview.bins.front().month, 1) - 1));
    view.set("bins_months", std::to_string(overview.unit == BinUnit::month ? 1 : 12 * overview.years_per_bin));
  }

  // The key to the marks on the axis.
  View shapes() const {
    View list = View::list();
    for (const std::string_view shape :
         {"p-day", "p-month", "p-year", "p-range", "p-open", "p-day qualified", "p-day planned", "p-set"}) {
      View row;
      row.set("shape", std::string(shape));
      row.set("meaning",
              std::string(strings_.get(fmt::format("shape_{}", shape.substr(shape.find_last_of("- ") + 1)))));
      list.push_back(std::move(row));
    }
    return list;
  }

  void timeline(Output& output) {
    for (std::size_t at = begin_, end = 0; at < end_; at = end) {
      end = site_.year_end(at, end_);
      year(at, end, output);
    }
  }

  void year(std::size_t at, std::size_t end, Output& output) {
    View view;
    view.set("anchor", fmt::format("y{}", site_.places[at].year));
    view.set("heading", year_text(site_.places[at].year, strings_));
    if (end - at == 1)
      view.set("count", false);
    else
      view.set("count", strings_.count("events", end - at));
    view.set("rows", std::to_string(site_.rows_of(at, end)));
    view.set("entries", View::later([&] {
      for (std::size_t first = at, run = 0; first < end;) {
        const std::size_t last = site_.month_end(first, end);
        month(first, last, run++, output);
        first = last;
      }
    }));
    year_.fill(view, output);
  }

  // A month can come twice in a year: a date of the whole year may sort between. Its anchor is then numbered.
  void month(std::size_t first, std::size_t last, std::size_t run, Output& output) {
    const Place place = site_.places[first];
    View view;
    std::string anchor = group_anchor(place);
    if (!anchors_.insert(anchor).second) anchor += fmt::format("-{}", run);
    view.set("anchor", anchor);
    view.set("rows", std::to_string(site_.rows_of(first, last)));
    view.set("year", year_text(place.year, strings_));
    view.set("month", false);
    view.set("also", false);
    if (place.month != 0) {
      const std::string also = fmt::format("month_{}_other", place.month);
      view.set("month", std::string(strings_.get(fmt::format("month_{}", place.month))));
      if (strings_.has(also)) view.set("also", std::string(strings_.get(also)));
    }
    view.set("entries", View::later([&] {
      site_.each(first, last, [&](const Entry& entry) {
        if (!output.pass_on()) return false;
        set_entry(entry_view_, entry, facets_, strings_);
        entry_.fill(entry_view_, output);
        return true;
      });
    }));
    month_.fill(view, output);
  }

  std::string script_strings() const {
    store::JsonWriter json;
    json.begin_object();
    for (const std::string_view key : {"lanes", "lanes_help", "zoom_in", "zoom_out", "zoom_all", "earlier", "later",
                                       "only_visible", "shown", "found", "found_some", "lanes_by", "lanes_none", "facet_type",
                                       "facet_who", "facet_where", "facet_publisher", "others", "standing_member",
                                       "standing_suspended", "standing_not_yet", "standing_no_longer", "standing_unknown",
                                       "roster_count"}) {
      json.field(key, strings_.get(key));
    }
    for (int month = 1; month <= 12; ++month)
      json.field(fmt::format("month_{}", month), strings_.get(fmt::format("month_{}", month)));
    for (const std::string_view set : {"egypt", "levant", "maghreb"}) {
      if (!strings_.has(fmt::format("month_1_{}", set))) continue;
      json.key(set).begin_array();
      for (int month = 1; month <= 12; ++month) json.value(strings_.get(fmt::format("month_{}_{}", month, set)));
      json.end_array();
    }
    json.end_object();
    return script_json(json.take());
  }

  const Site& site_;
  const Part* part_;
  const Strings& strings_;
  const View words_;
  const std::size_t begin_, end_;  // of the listed entries
  Facets facets_;
  JsonLd json_ld_{strings_.language()};
  std::size_t articles_ = 0;
  std::set<std::string> anchors_;
  View entry_view_;
  Template page_, year_, month_, entry_;
};

}  // namespace

void write_document(const Site& site, const std::string& language, const Part* part, Output& output) {
  DocumentMaker(site, language, part).make(output);
}

}  // namespace tarikh::page
