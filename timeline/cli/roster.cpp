// tarikh roster: who was a member of an organisation on a day, with the sentences that say so.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "cli/commands.h"
#include "cli/entries.h"
#include "cli/options.h"
#include "store/json_writer.h"
#include "tarikh/date.h"
#include "tarikh/membership.h"

namespace tarikh::cli {
namespace {

using store::JsonWriter;

struct RosterOptions {
  std::string organisation, at;
  std::vector<std::string> inputs;
  bool as_known = false, json = false;
};

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

const std::string& name_of(const EntryParticipant& who) {
  if (!who.name_en.empty()) return who.name_en;
  return who.name_ar.empty() ? who.id : who.name_ar;
}

// The entry as its remaining mentions tell it: the most precise of their dates, and a plan if nobody says that it took
// place. False if none is left.
bool tell_again(Entry& entry) {
  if (entry.mentions.empty()) return false;
  std::optional<Date> finest;
  entry.factuality = Factuality::planned;
  entry.conflict.clear();
  entry.doubts.clear();
  entry.merge_reasons.clear();
  for (const EntryMention& mention : entry.mentions) {
    if (mention.factuality == Factuality::actual) entry.factuality = Factuality::actual;
    const Result<Date> date = parse_edtf(mention.date_edtf);
    if (!date || (finest && date->last - date->first >= finest->last - finest->first)) continue;
    finest = *date;
    entry.date_edtf = mention.date_edtf;
  }
  if (!finest) return false;
  entry.first = finest->open_start ? "" : to_iso(finest->first);
  entry.last = finest->open_end ? "" : to_iso(finest->last);
  return true;
}

// The timeline of somebody who had read only what was published up to a day.
Timeline known_by(Timeline timeline, const std::string& day) {
  std::erase_if(timeline.entries, [&](Entry& entry) {
    const auto later = [&](const EntryMention& m) { return m.published.empty() || m.published > day; };
    return std::erase_if(entry.mentions, later) > 0 && !tell_again(entry);
  });
  return timeline;
}

std::string newest_article(const Timeline& timeline) {
  std::string newest;
  for (const Entry& entry : timeline.entries) {
    for (const EntryMention& mention : entry.mentions) newest = std::max(newest, mention.published);
  }
  return newest;
}

// The organisation by id or by name in either language.
const EntryParticipant* find_organisation(std::span<const Membership> memberships, std::string_view wanted) {
  const std::string name = lower(wanted);
  for (const Membership& membership : memberships) {
    const EntryParticipant& who = membership.organisation;
    if (lower(who.id) == name || lower(who.name_en) == name || who.name_ar == wanted) return &who;
  }
  return nullptr;
}

std::string known_organisations(std::span<const Membership> memberships) {
  std::map<std::string, std::string> names;
  for (const Membership& membership : memberships) names[membership.organisation.id] = name_of(membership.organisation);
  std::string list;
  for (const auto& [id, name] : names) list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", id, name);
  return list;
}

// "2024-07-04", "between 2023-01-01 and 2023-12-31", "by 2001-06-15".
std::string when(const Bound& bound) {
  if (bound.earliest == bound.latest) return bound.earliest;
  if (bound.earliest.empty()) return "by " + bound.latest;
  if (bound.latest.empty()) return "on or after " + bound.earliest;
  return fmt::format("between {} and {}", bound.earliest, bound.latest);
}

std::vector<std::size_t> evidence_of(const Membership& membership) {
  std::vector<std::size_t> entries;
  const auto add = [&](const Period& period) {
    entries.insert(entries.end(), period.from.entries.begin(), period.from.entries.end());
    entries.insert(entries.end(), period.to.entries.begin(), period.to.entries.end());
  };
  add(membership.period);
  for (const Period& suspension : membership.suspensions) add(suspension);
  std::ranges::sort(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

// The sentences that say it: of lists only those with the member, where the entry is about something else.
template <class Visit>
void each_evidence(const Membership& membership, const Timeline& timeline, Visit visit) {
  const auto is_member = [&](const EntryParticipant& who) { return who.id == membership.member.id; };
  for (const std::size_t i : evidence_of(membership)) {
    const Entry& entry = timeline.entries[i];
    const bool is_about_it = std::ranges::any_of(entry.participants, is_member);
    for (const EntryMention& mention : entry.mentions) {
      if (is_about_it) visit(entry, mention, mention.date_edtf, mention.quote);
      for (const ToldRoster& roster : mention.rosters) {
        const bool names_it = std::ranges::any_of(roster.members, is_member) || std::ranges::any_of(roster.outsiders, is_member);
        if (roster.organisation.id != membership.organisation.id || !names_it) continue;
        if (!is_about_it || roster.quote != mention.quote) visit(entry, mention, mention.published, roster.quote);
      }
    }
  }
}

std::string line_text(const RosterLine& line, const Timeline& timeline) {
  const Membership& membership = *line.membership;
  std::string text = fmt::format("  {}: joined {}", name_of(membership.member), when(membership.period.from));
  if (membership.period.to.known()) text += ", left " + when(membership.period.to);
  for (const Period& suspension : membership.suspensions) {
    text += ", suspended " + when(suspension.from);
    if (suspension.to.known()) text += " until " + when(suspension.to);
  }
  text += "\n";
  each_evidence(membership, timeline, [&](const Entry&, const EntryMention& mention, const std::string& day, const std::string& quote) {
    text += fmt::format("      {}, {}: {}\n", mention.doc, day.empty() ? "undated" : day, quote);
  });
  return text;
}

std::string roster_text(const EntryParticipant& organisation, const std::string& day, std::span<const RosterLine> lines,
                        const Timeline& timeline) {
  std::string text = fmt::format("{} on {}\n", name_of(organisation), day);
  for (const Standing standing : {Standing::member, Standing::suspended, Standing::unknown, Standing::not_yet, Standing::no_longer}) {
    bool first = true;
    for (const RosterLine& line : lines) {
      if (line.standing != standing) continue;
      if (first) text += fmt::format("\n{}\n", to_string(standing));
      first = false;
      text += line_text(line, timeline);
    }
  }
  return text;
}

void write_bound(JsonWriter& json, std::string_view name, const Bound& bound) {
  json.key(name).begin_object().field_or_null("earliest", bound.earliest).field_or_null("latest", bound.latest).end_object();
}

void write_names(JsonWriter& json, const EntryParticipant& who) {
  json.field("id", who.id).field("name_en", who.name_en).field("name_ar", who.name_ar);
}

void write_evidence(JsonWriter& json, const Membership& membership, const Timeline& timeline) {
  json.key("evidence").begin_array();
  each_evidence(membership, timeline, [&](const Entry& entry, const EntryMention& mention, const std::string& day, const std::string& quote) {
    json.begin_object().field("entry", entry.id).field("doc", mention.doc).field("event", mention.event);
    json.field_or_null("date_edtf", day).field("quote", quote).end_object();
  });
  json.end_array();
}

std::string roster_json(const EntryParticipant& organisation, const std::string& day, std::span<const RosterLine> lines,
                        const Timeline& timeline) {
  JsonWriter json;
  write_names(json.begin_object().key("organisation").begin_object(), organisation);
  json.end_object().field("at", day).key("roster").begin_array();
  for (const RosterLine& line : lines) {
    const Membership& membership = *line.membership;
    write_names(json.begin_object(), membership.member);
    json.field("standing", to_string(line.standing));
    write_bound(json, "from", membership.period.from);
    write_bound(json, "to", membership.period.to);
    json.key("suspensions").begin_array();
    for (const Period& suspension : membership.suspensions) {
      write_bound(json.begin_object(), "from", suspension.from);
      write_bound(json, "to", suspension.to);
      json.end_object();
    }
    write_evidence(json.end_array(), membership, timeline);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

int run(const RosterOptions& options, Console& console) {
  Timeline timeline = read_timeline(options.inputs, console);
  if (interrupted) return kFailed;
  const std::string day = options.at.empty() ? newest_article(timeline) : options.at;
  const std::optional<date::sys_days> at = parse_iso_day(day);
  if (!at) {
    console.error("no article has a publication day: say the day with --at");
    return kFailed;
  }
  if (options.as_known) timeline = known_by(std::move(timeline), day);
  const std::vector<Membership> all = memberships(timeline);
  const EntryParticipant* organisation = find_organisation(all, options.organisation);
  if (organisation == nullptr) {
    const std::string known = known_organisations(all);
    console.note(fmt::format("nothing is told of members of \"{}\"{}{}", options.organisation, known.empty() ? "" : "; of others: ", known));
    return console.status(false);
  }
  const std::vector<RosterLine> lines = roster(all, organisation->id, *at);
  print(console, options.json ? roster_json(*organisation, day, lines, timeline) : roster_text(*organisation, day, lines, timeline));
  return console.status(true);
}

}  // namespace

Action declare_roster(CLI::App& app) {
  auto options = std::make_shared<RosterOptions>();
  app.add_option("ORG", options->organisation, "An organisation: its id, or its name in English or Arabic")->required()->type_name("");
  app.add_option("TIMELINE", options->inputs, "Files of timeline entries, or - for standard input")->type_name("");
  app.add_option("--at", options->at, "The day (default: that of the newest article)")
      ->check(check_day)->type_name("DATE");
  app.add_flag("--as-of-pile", options->as_known, "Only what articles published up to that day tell");
  app.add_flag("--json", options->json, "As JSON");
  return [options](Console& console) { return run(*options, console); };
}

}  // namespace tarikh::cli
