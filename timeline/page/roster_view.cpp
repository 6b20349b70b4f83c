#include "page/roster_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "page/date_text.h"
#include "page/facets.h"
#include "tarikh/date.h"

namespace tarikh::page {
namespace {

constexpr int kScale = 1000;  // units of a bar's drawing

// A stretch of whole months or years is told as such: "2023", not "1 January – 31 December 2023".
std::string stretch_text(const Bound& bound, const Strings& strings) {
  const std::string_view a = bound.earliest, b = bound.latest;
  if (a == b) return date_text(a, strings).text;
  if (a.substr(0, 4) == b.substr(0, 4) && a.substr(4) == "-01-01" && b.substr(4) == "-12-31")
    return date_text(a.substr(0, 4), strings).text;
  const std::optional<date::sys_days> last = parse_iso_day(b);
  const bool month_ends = last && date::year_month_day{*last + date::days{1}}.day() == date::day{1};
  if (a.size() == 10 && a.substr(0, 7) == b.substr(0, 7) && a.substr(7) == "-01" && month_ends)
    return date_text(a.substr(0, 7), strings).text;
  return strings.fill("bound_between", {date_text(a, strings).text, date_text(b, strings).text});
}

std::string bound_text(const Bound& bound, const Strings& strings) {
  if (!bound.known()) return {};
  if (bound.earliest.empty()) return strings.fill("bound_by", {date_text(bound.latest, strings).text});
  if (bound.latest.empty()) return strings.fill("bound_after", {date_text(bound.earliest, strings).text});
  return stretch_text(bound, strings);
}

class Table {
 public:
  Table(std::span<const Membership> members, const std::function<std::string(std::size_t)>& address, const Strings& strings)
      : members_(members), address_(address), strings_(strings) {
    for (const Membership& membership : members) {
      widen(membership.period);
      for (const Period& suspension : membership.suspensions) widen(suspension);
    }
  }

  View view() const {
    View view, rows = View::list();
    for (const Membership& membership : members_) rows.push_back(row(membership));
    const Label name = label_of(members_.front().organisation, strings_.language());
    view.set("organisation", name.text);
    view.set("members", std::move(rows));
    view.set("scale_from", low_ ? year_text(static_cast<int>(date::year_month_day{*low_}.year()), strings_) : "");
    view.set("scale_to", high_ ? year_text(static_cast<int>(date::year_month_day{*high_}.year()), strings_) : "");
    return view;
  }

 private:
  void widen(const Period& period) {
    for (const std::string* day : {&period.from.earliest, &period.from.latest, &period.to.earliest, &period.to.latest}) {
      const std::optional<date::sys_days> at = parse_iso_day(*day);
      if (!at) continue;
      // Whole years, so that the ends of the scale can be labelled.
      const date::year year = date::year_month_day{*at}.year();
      const date::sys_days begin = year / 1 / 1, end = (year + date::years{1}) / 1 / 1;
      if (!low_ || begin < *low_) low_ = begin;
      if (!high_ || end > *high_) high_ = end;
    }
  }

  int place(const std::string& day, int otherwise) const {
    const std::optional<date::sys_days> at = parse_iso_day(day);
    if (!at) return otherwise;
    return static_cast<int>((*at - *low_).count() * kScale / std::max<long>(1, (*high_ - *low_).count()));
  }

  View span(const char* shape, int from, int to) const {
    View view;
    const int width = std::max(to - from, 4);
    view.set("shape", shape);
    view.set("x", std::to_string(strings_.language() == "ar" ? kScale - from - width : from));
    view.set("width", std::to_string(width));
    return view;
  }

  // Sure from the latest beginning to the earliest end; faint where it may have been.
  void add_spans(View& list, const Period& period, const char* sure, const char* maybe) const {
    const int from = place(period.from.latest, place(period.from.earliest, 0));
    const int to = period.to.known() ? place(period.to.earliest, place(period.to.latest, kScale)) : kScale;
    const int early = place(period.from.earliest, from), late = period.to.known() ? place(period.to.latest, to) : to;
    if (early < from) list.push_back(span(maybe, early, from));
    if (late > to) list.push_back(span(maybe, to, late));
    list.push_back(span(sure, from, std::max(from, to)));
  }

  View bound(const Bound& bound) const {
    View view, links = View::list();
    const std::string text = bound_text(bound, strings_);
    if (text.empty()) return View(false);
    std::vector<std::string> addresses;
    for (const std::size_t entry : bound.entries) {
      std::string address = address_(entry);
      if (!address.empty()) addresses.push_back(std::move(address));
    }
    view.set("bound", text);
    if (addresses.empty())
      view.set("bound_address", false);
    else
      view.set("bound_address", addresses.front());
    for (std::size_t i = 1; i < addresses.size(); ++i) {
      View link;
      link.set("further", addresses[i]);
      link.set("ordinal", strings_.number(static_cast<long long>(i) + 1));
      links.push_back(std::move(link));
    }
    view.set("further_links", std::move(links));
    return view;
  }

  View row(const Membership& membership) const {
    View view, spans = View::list(), suspensions = View::list();
    const Label name = label_of(membership.member, strings_.language());
    std::string suspended;
    add_spans(spans, membership.period, "sure", "maybe");
    for (const Period& suspension : membership.suspensions) {
      add_spans(spans, suspension, "gap", "gap maybe");
      View stretch;
      stretch.set("from", bound(suspension.from));
      stretch.set("to", bound(suspension.to));
      suspensions.push_back(std::move(stretch));
      suspended += fmt::format("{}{}/{}/{}/{}", suspended.empty() ? "" : " ", suspension.from.earliest, suspension.from.latest,
                               suspension.to.earliest, suspension.to.latest);
    }
    view.set("member", name.text);
    view.set("member_foreign", name.language != strings_.language());
    view.set("member_language", name.language);
    view.set("from", bound(membership.period.from));
    view.set("to", bound(membership.period.to));
    view.set("suspensions", std::move(suspensions));
    view.set("period", fmt::format("{}/{}/{}/{}", membership.period.from.earliest, membership.period.from.latest,
                                   membership.period.to.earliest, membership.period.to.latest));
    view.set("suspended", suspended);
    view.set("spans", std::move(spans));
    return view;
  }

  std::span<const Membership> members_;
  const std::function<std::string(std::size_t)>& address_;
  const Strings& strings_;
  std::optional<date::sys_days> low_, high_;
};

}  // namespace

View roster_view(std::span<const Membership> memberships, const std::function<std::string(std::size_t)>& address,
                 const Strings& strings) {
  std::vector<std::pair<std::size_t, View>> tables;
  for (std::size_t at = 0; at < memberships.size();) {
    std::size_t end = at;
    while (end < memberships.size() && memberships[end].organisation.id == memberships[at].organisation.id) ++end;
    tables.emplace_back(end - at, Table(memberships.subspan(at, end - at), address, strings).view());
    at = end;
  }
  // Those that most is told of come first.
  std::ranges::stable_sort(tables, std::ranges::greater{}, [](const auto& table) { return table.first; });
  View list = View::list();
  for (auto& [size, table] : tables) list.push_back(std::move(table));
  return list;
}

}  // namespace tarikh::page
