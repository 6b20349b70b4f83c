// tarikh explain: the derivation of everything that was found in a document, for a person to read.
#include <algorithm>

#include <fmt/format.h>

#include "data/workbench.h"

namespace tarikh {
namespace {

class Explanation {
 public:
  Explanation(const Ruleset& rules, const Document& document) : rules_(rules), document_(document) {}

  std::string write() {
    const LanguageRules* language = data::rules_for(rules_.compiled(), document_);
    out_ = fmt::format("{}", document_.id.empty() ? "(text)" : document_.id);
    if (language == nullptr) return out_ + ": no rules for its language\n";
    out_ += fmt::format("  language {}, published {}\n", language->lexicon.language(),
                        document_.dct ? to_iso(*document_.dct) : std::string("on an unknown day"));
    data::Workbench bench(*language, rules_.compiled().types);
    std::vector<event::NearMiss> misses;
    timex::Derivations derivations;
    bench.run(document_, ExtractScope::everything, extraction_, &misses, &derivations);
    for (std::size_t i = 0; i < extraction_.timexes.size(); ++i) expression(extraction_.timexes[i], derivations.expressions[i]);
    for (const timex::LeftAlone& words : derivations.left_alone) left_alone(words);
    for (const entity::EntityMention& mention : bench.mentions) entity(mention);
    for (std::size_t e = 0; e < extraction_.events.size(); ++e) event(extraction_.events[e], e);
    near_misses(bench, misses);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view words(Span span) const {
    return std::string_view(document_.text).substr(span.begin, span.end - span.begin);
  }

  void expression(const Timex& timex, const timex::Derivation& derivation) {
    out_ += fmt::format("\nexpression \"{}\"\n  means   {} {}", words(timex.span), to_string(timex.type), timex.value.empty() ? "(unresolved)" : timex.value);
    if (timex.mod != Modifier::none) out_ += fmt::format(" {}", to_string(timex.mod));
    if (!timex.hijri.empty()) out_ += fmt::format(" (Hijri {})", timex.hijri);
    if (timex.date) out_ += fmt::format(", {} to {}", to_iso(timex.date->first), to_iso(timex.date->last));
    out_ += fmt::format("\n  because {}", reason(timex, derivation));
    if (derivation.from_partner != 0) {
      out_ += fmt::format("\n  and     \"{}\" supplied the {}", words(derivation.partner), left_out(derivation.from_partner));
    }
    if (!timex.note.empty()) out_ += fmt::format("\n  but     {}", timex.note);
    out_ += fmt::format("\n  rule    {}\n", rules_.rule_name(timex.rule));
    rejected(derivation.rejected);
  }

  // Words that look like time and are reported as none.
  void left_alone(const timex::LeftAlone& alone) {
    out_ += fmt::format("\nno expression \"{}\"\n", words(alone.span));
    if (alone.rule != kNoRule) out_ += fmt::format("  rule    {}, which takes the words out of play\n", rules_.rule_name(alone.rule));
    rejected(alone.rejected);
  }

  void rejected(const std::vector<timex::Rejected>& readings) {
    for (const timex::Rejected& other : readings) {
      const std::string what = other.rule == kNoRule
                                   ? fmt::format("{}, {}", other.value, other.what)
                                   : fmt::format("\"{}\" by {}", words(other.span), rules_.rule_name(other.rule));
      out_ += fmt::format("  not     {}: {}\n", what, other.why);
    }
  }

  // "year and month"
  [[nodiscard]] static std::string left_out(std::uint8_t parts) {
    constexpr std::pair<timex::LeftOut, std::string_view> kNames[] = {{timex::kCenturyLeftOut, "century"},
                                                                      {timex::kYearLeftOut, "year"},
                                                                      {timex::kMonthLeftOut, "month"},
                                                                      {timex::kWeekLeftOut, "week"},
                                                                      {timex::kDayLeftOut, "day it counts from"}};
    std::string names;
    for (const auto& [part, name] : kNames) {
      if ((parts & part) != 0) names += fmt::format("{}{}", names.empty() ? "" : " and ", name);
    }
    return names.empty() ? "rest" : names;
  }

  [[nodiscard]] std::string reason(const Timex& timex, const timex::Derivation& derivation) const {
    if (!derivation.unresolved.empty()) return derivation.unresolved;
    switch (timex.resolution) {
      case Resolution::explicit_:
        return timex.date ? derivation.from_partner != 0 ? "the words say it, with those beside them" : "the words say it in full"
                          : "there is no such day";
      case Resolution::dct:
        return timex.date ? fmt::format("the publication day, {}, supplied the {}", document_.dct ? to_iso(*document_.dct) : "",
                                        left_out(derivation.left_out))
                          : "no day of the calendar fits the words";
      case Resolution::anchor:
        if (timex.anchor < extraction_.timexes.size()) {
          return fmt::format("\"{}\", where the text is, supplied the {}", words(extraction_.timexes[timex.anchor].span),
                             left_out(derivation.left_out));
        }
        return "another date of the text supplied the rest";
      case Resolution::none: return "it denotes no day of the calendar";
    }
    return {};
  }

  void entity(const entity::EntityMention& mention) {
    const EntityRef& ref = mention.actor.id.empty() ? mention.place : mention.actor;
    out_ += fmt::format("\nname \"{}\" = {} {}\n", words(mention.span), ref.id.empty() ? "?" : ref.id,
                        ref.name_en.empty() ? ref.name_ar : ref.name_en);
  }

  void participant(std::string_view role, const Argument& argument) {
    out_ += fmt::format("  {:<13}{} {}\n", role, argument.entity.id.empty() ? "?" : argument.entity.id,
                        argument.span ? fmt::format("\"{}\"", words(*argument.span)) : std::string("(carried over)"));
  }

  void event(const Event& event, std::size_t index) {
    out_ += fmt::format("\nevent {} {}{} \"{}\"\n", index + 1, event.type, event.phase.empty() ? "" : "/" + event.phase, words(event.trigger));
    out_ += fmt::format("  {:<13}{}\n  {:<13}{}\n", "title", event.title_en, "", event.title_ar);
    for (const Argument& argument : event.arguments) participant(to_string(argument.role), argument);
    if (event.place) participant("place", *event.place);
    out_ += fmt::format("  {:<13}{}\n", "factuality", to_string(event.factuality));
    if (!event.attributed_to.empty()) out_ += fmt::format("  {:<13}{}\n", "according to", event.attributed_to);
    out_ += fmt::format("  {:<13}{}", "date", event.date ? to_edtf(*event.date) : std::string("none"));
    switch (event.basis) {
      case DateBasis::explicit_:
      case DateBasis::relative:
        for (const std::uint32_t timex : event.timexes) out_ += fmt::format(" by \"{}\"", words(extraction_.timexes[timex].span));
        break;
      case DateBasis::inherited:
        if (event.subevent_of < extraction_.events.size()) {
          out_ += fmt::format(" from event {} \"{}\"", event.subevent_of + 1, words(extraction_.events[event.subevent_of].trigger));
        }
        break;
      case DateBasis::dct: out_ += " the publication day, by news convention"; break;
      case DateBasis::corrected: break;  // comes after extraction
      case DateBasis::none: break;
    }
    if (!event.other_mentions.empty()) {
      out_ += fmt::format("\n  {:<13}", "also");
      for (const Span span : event.other_mentions) out_ += fmt::format("\"{}\" ", words(span));
    }
    out_ += fmt::format("\n  {:<13}{}\n  {:<13}{}\n", "rule", rules_.rule_name(event.rule), "sentence", words(event.sentence));
  }

  void near_misses(const data::Workbench& bench, const std::vector<event::NearMiss>& misses) {
    for (const event::NearMiss& miss : misses) {
      const Span span = bench.tokens.tokens[miss.token].span;
      const bool found = std::ranges::any_of(extraction_.events, [&](const Event& event) {
        return event.trigger.begin < span.end && span.begin < event.trigger.end;
      });
      if (found) continue;
      out_ += fmt::format("\nnearly \"{}\": {}\n  rule    {}\n", words(span), miss.why, rules_.rule_name(miss.rule->id));
    }
    for (const Event& event : extraction_.events) {
      if (event.factuality == Factuality::actual || event.factuality == Factuality::planned) continue;
      out_ += fmt::format("\nnot on a timeline: \"{}\" is {}\n", words(event.trigger), to_string(event.factuality));
    }
  }

  const Ruleset& rules_;
  const Document& document_;
  Extraction extraction_;
  std::string out_;
};

}  // namespace

std::string explain(const Ruleset& rules, const Document& document) { return Explanation(rules, document).write(); }

}  // namespace tarikh
