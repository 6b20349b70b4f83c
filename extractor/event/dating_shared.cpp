// One date for several deeds, and several dates for one: what is told in one breath, under one heading, or once for each day of a list.
#include "event/dating.h"

#include <algorithm>

#include "text/punctuation.h"

namespace tarikh::event {

using text::is_dash;

namespace {

bool own_has(const Draft& draft, std::int32_t timex) {
  return std::ranges::find(draft.own, static_cast<std::uint32_t>(timex)) != draft.own.end();
}

}  // namespace

// "deposited its papers on Thursday, becoming a member", "closed the summit on Monday by adopting …", "after meeting X on Sunday, Y
// offered": what a gerund tells of is of the day of its main verb, and the day that it is given is the main verb's too where it is news.
void Dater::share_with_gerund(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const {
  constexpr date::days kNews{10};
  using Gerund = Structure::Gerund;
  const auto happens = [](const Draft& draft) { return !draft.background && draft.factuality == Factuality::actual; };
  for (Draft& draft : drafts) {
    const auto anchor = std::ranges::find_if(draft.anchors, [&](std::uint32_t t) {
      const Gerund gerund = structure_.gerund(t);
      return gerund != Gerund::none && gerund != Gerund::progressive;
    });
    if (anchor == draft.anchors.end()) continue;
    const bool opens = structure_.gerund(*anchor) == Gerund::opening;
    std::uint32_t main = kNoIndex;
    for (std::uint32_t t = opens ? draft.token_end : *anchor; opens ? t < sentence.last : t-- > sentence.first; t += opens ? 1 : 0) {
      if (!structure_.is_finite(t) || t + 1 == *anchor) continue;
      main = t;
      break;
    }
    if (main == kNoIndex) continue;
    const auto other = std::ranges::find_if(drafts, [&](const Draft& d) { return &d != &draft && std::ranges::find(d.anchors, main) != d.anchors.end(); });
    if (!draft.dating.date && happens(draft) && !opens) {
      // The last day told between them, be it of the verb or of what it ends: a summit that closed on Monday began before it.
      const Attachment* own = nullptr;
      for (const Attachment& a : attachments_) {
        const bool of_main = predicates_[a.predicate].token == main || structure_.timex_begin(a.timex) > main;
        if (of_main && structure_.timex_end(a.timex) <= *anchor && !is_deadline(a.timex) && (own == nullptr || own->timex < a.timex)) own = &a;
      }
      const auto ends = [&](const Date& whole, const Date& last) { return whole.last == last.last && whole.first < last.first; };
      const bool longer = own != nullptr && other != drafts.end() && other->dating.date && ends(*other->dating.date, *structure_.timexes()[own->timex].date);
      if (!longer && other != drafts.end() && other->dating.date && happens(*other) && (other->own.empty() || structure_.timex_end(other->own.back()) <= *anchor)) {
        draft.dating = other->dating;
        draft.own = other->own;
      } else if ((longer || other == drafts.end()) && own != nullptr) {
        std::vector<Attachment> of_main{*own};
        date_from_own(draft, of_main);
      }
    } else if (other != drafts.end() && !other->dating.date && happens(*other) && dct && !draft.own.empty()) {
      const Date& when = *draft.dating.date;
      const bool news = when.granularity >= Granularity::day && !when.open_start && !when.open_end && when.first <= *dct && when.last + kNews >= *dct;
      if (news) {
        other->dating = draft.dating;
        other->own = draft.own;
      }
    }
  }
}

// The verb that tells of the event: its trigger, or another of its words ("signed … an agreement"); English, for Arabic the trigger.
std::uint32_t Dater::verb_of(const Draft& draft) const {
  if (draft.verbal) return draft.token;
  if (structure_.grammar().arabic()) return kNoIndex;
  const auto verb = std::ranges::find_if(draft.anchors, [&](std::uint32_t anchor) { return structure_.is_finite(anchor); });
  return verb == draft.anchors.end() ? kNoIndex : *verb;
}

// "declared independence in 1991 and fought a war that lasted until 1995": how long it went on is told, not the day of the verb before.
bool Dater::ends_later(const text::Sentence& sentence, const Draft& draft) const {
  for (std::uint32_t t = draft.token_end; t < sentence.last; ++t) {
    const std::int32_t timex = structure_.info(t).timex;
    if (timex >= 0) {
      const std::optional<Date>& date = structure_.timexes()[static_cast<std::size_t>(timex)].date;
      return (date && date->open_start) || (marks_before(static_cast<std::uint32_t>(timex)) & bit(Mark::time_until)) != 0;
    }
    if (structure_.has(t, Mark::conjunction)) return false;
  }
  return false;
}

// "arrived on Thursday and met X": a coordinated verb goes on with the date.
void Dater::share_in_sentence(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const {
  for (std::size_t d = 1; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const Draft& before = drafts[d - 1];
    const std::uint32_t verb = verb_of(draft);
    if (draft.dating.date || !before.dating.date || verb == kNoIndex || verb_of(before) == kNoIndex || draft.factuality != before.factuality) continue;
    if (verb <= sentence.first || ends_later(sentence, draft)) continue;
    const bool joined = structure_.grammar().arabic()
                            ? (structure_.proclitics(verb) & (text::kWa | text::kFa)) != 0
                            : structure_.has(verb - 1, Mark::conjunction);
    bool linked = joined;
    // "الزلزال الذي ضرب المغرب ليل الجمعة، وقدم مودي تعازيه": behind the comma the main clause goes on.
    if (is_aside(verb_of(before)) && structure_.is_comma(verb - 1)) continue;
    if (leaves_flashback(sentence, verb_of(before), draft)) continue;
    for (std::uint32_t t = before.token_end; t < verb && linked; ++t) {
      linked = (structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer))) == 0 &&
               !structure_.is(t, U'؛') && !structure_.is(t, U';') && (structure_.info(t).timex < 0 || own_has(before, structure_.info(t).timex));
    }
    if (linked) {
      draft.dating = before.dating;
      draft.own = before.own;
    }
  }
  share_with_gerund(sentence, drafts, dct);
  share_backwards(sentence, drafts);
  share_from_verb(drafts);
  share_with_object(drafts);
  share_from_fronted(sentence, drafts);
  share_from_occasion(drafts);
  share_with_content(drafts);
  carry_on(sentence, drafts, dct);
}

// The verb of "الزلزال الذي ضرب": told aside.
bool Dater::is_aside(std::uint32_t token) const { return token > 0 && structure_.has(token - 1, Mark::relative); }

// "وكان الوزير زار طهران في 20 مارس، ورحبت إيران": what another one says behind the comma is news again.
bool Dater::leaves_flashback(const text::Sentence& sentence, std::uint32_t before, const Draft& draft) const {
  constexpr std::uint32_t kSubject = 8;
  const std::uint32_t verb = verb_of(draft);
  if (!structure_.grammar().arabic() || draft.rule->type != "statement" || verb == kNoIndex || verb <= sentence.first || !structure_.is_comma(verb - 1)) return false;
  const Fill* subject = draft.first(Role::subject);
  if (subject == nullptr || subject->implied || structure_.mentions()[subject->mention].first < verb) return false;
  for (std::uint32_t t = before, steps = 0; t > sentence.first && steps < kSubject; ++steps) {
    --t;
    if (structure_.has(t, Mark::pluperfect)) return true;
    if (structure_.is_punctuation(t)) return false;
  }
  return false;
}

// "burst on Sunday night, and the flood swept …", "اعتقل جنود الرئيس الأربعاء وأرغموه على التنحي": a clause that goes on from one
// whose verb tells no event of ours has that clause's date.
void Dater::carry_on(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const {
  for (Draft& draft : drafts) {
    const std::uint32_t verb = verb_of(draft);
    if (draft.dating.date || verb == kNoIndex || draft.background || draft.factuality != Factuality::actual || ends_later(sentence, draft)) continue;
    std::uint32_t before = kNoIndex;
    for (std::uint32_t p = 0; p < predicates_.size() && predicates_[p].token < verb; ++p) {
      if (structure_.is_finite(predicates_[p].token) && !is_aside(predicates_[p].token)) before = p;
    }
    if (before == kNoIndex) continue;
    // The verb's own date, or that of the event its object names: "handed in a notice of withdrawal".
    const auto a = std::ranges::find_if(attachments_, [&](const Attachment& x) {
      if (x.predicate == before) return true;
      const std::uint32_t d = predicates_[x.predicate].draft;
      return x.predicate > before && d != kNoIndex && &drafts[d] < &draft && !drafts[d].background && !is_aside(predicates_[x.predicate].token);
    });
    if (a == attachments_.end() || is_deadline(a->timex) || structure_.timex_end(a->timex) > verb) continue;
    const Date& when = *structure_.timexes()[a->timex].date;
    if (dct && !when.open_start && when.first > *dct) continue;
    if (!leaves_flashback(sentence, predicates_[a->predicate].token, draft) && goes_on(predicates_[a->predicate].token + 1, verb, a->timex)) {
      std::vector<Attachment> own{*a};
      date_from_own(draft, own);
    }
  }
}

// Whether the words between two verbs are a clause's end, "and", "as" or "when", and the next one's subject.
bool Dater::goes_on(std::uint32_t from, std::uint32_t to, std::uint32_t timex) const {
  bool linked = structure_.grammar().arabic() && (structure_.proclitics(to) & (text::kWa | text::kFa)) != 0;
  for (std::uint32_t t = from; t < to; ++t) {
    const TokenInfo& info = structure_.info(t);
    if (info.timex >= 0) {
      if (static_cast<std::uint32_t>(info.timex) != timex) return false;
      continue;
    }
    if (structure_.is_punctuation(t)) {
      if (!structure_.is_comma(t)) return false;
      continue;
    }
    if (info.mention >= 0 || info.inside_phrase) continue;
    const std::string_view word = structure_.word(t);
    if (word == "as" || word == "when" || word == "while" || word == "but" || (info.marks & bit(Mark::conjunction)) != 0) {
      linked = linked || t > structure_.timex_begin(timex);
      continue;
    }
    if ((info.marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before) | bit(Mark::time_since))) != 0) return false;
  }
  return linked;
}

// "adopted the euro and joined Schengen on 1 January": one subject, one date behind both verbs.
void Dater::share_backwards(const text::Sentence& sentence, std::span<Draft> drafts) const {
  for (std::size_t d = drafts.size(); d-- > 1;) {
    Draft& draft = drafts[d - 1];
    const Draft& next = drafts[d];
    if (draft.dating.date || !next.dating.date || next.own.empty() || !draft.verbal || !next.verbal || draft.factuality != next.factuality) continue;
    if (draft.rule->type == "statement" || next.rule->type == "statement" || draft.background || next.token <= sentence.first) continue;
    const Fill* subject = draft.first(Role::subject);
    const Fill* same = next.first(Role::subject);
    if (subject == nullptr || same == nullptr || subject->mention != same->mention) continue;
    bool linked = structure_.grammar().arabic() ? (structure_.proclitics(next.token) & text::kWa) != 0 : structure_.has(next.token - 1, Mark::conjunction);
    for (std::uint32_t t = draft.token_end; t < next.token && linked; ++t) {
      linked = (structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link))) == 0 && structure_.info(t).timex < 0 &&
               !structure_.is_punctuation(t);
    }
    if (!linked) continue;
    draft.dating = next.dating;
    draft.own = next.own;
  }
}

// "bombers struck a wedding and a funeral in Gwoza on June 29": the day behind an event noun that is the verb's object is the verb's.
// "told a conference last week that": whoever is told, then.
void Dater::share_with_object(std::span<Draft> drafts) const {
  if (structure_.grammar().arabic()) return;
  constexpr std::uint32_t kReach = 20, kAudience = 5;
  for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const bool infinitive = draft.token > 0 && structure_.word(draft.token - 1) == "to";
    const bool told = draft.verbal && structure_.is_finite(draft.token) && !infinitive && draft.factuality == Factuality::actual;
    if (draft.dating.date || !told || draft.background) continue;
    const Draft& noun = drafts[d + 1];
    if (noun.verbal || noun.background || noun.own.size() != 1 || !noun.dating.date) continue;
    const std::uint32_t begin = structure_.timex_begin(noun.own.front());
    if (begin < noun.token_end || begin > draft.token_end + kReach) continue;
    const std::string_view preposition = structure_.word(begin - 1);
    const bool on = (preposition == "on" && noun.dating.date->granularity == Granularity::day) || (preposition == "in" && noun.dating.date->granularity == Granularity::month);
    bool hears = structure_.is_of(draft.token, tells_) && noun.token <= draft.token_end + kAudience;  // but not "told lawmakers the talks …"
    for (std::uint32_t t = draft.token_end; t < noun.token && hears; ++t) hears = structure_.info(t).mention < 0 && !structure_.has(t, Mark::complementizer);
    if (draft.rule->type == "statement" ? !hears : !on) continue;
    bool one_clause = true;
    for (std::uint32_t t = draft.token_end; t < begin && one_clause; ++t) {
      constexpr std::uint64_t kBorder = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before);
      one_clause = !structure_.is_clause_verb(t) && (structure_.info(t).marks & kBorder) == 0;
    }
    if (!one_clause) continue;
    draft.dating = noun.dating;
    draft.own = noun.own;
  }
}

// "In a referendum held on Sunday, voters approved a constitution": what is told is of the day of what opens the sentence.
void Dater::share_from_fronted(const text::Sentence& sentence, std::span<Draft> drafts) const {
  if (structure_.grammar().arabic() || drafts.size() < 2) return;
  const Draft& noun = drafts.front();
  const std::string_view opening = structure_.word(sentence.first);
  if ((opening != "In" && opening != "At" && opening != "During") || noun.own.empty() || !noun.dating.date || noun.factuality != Factuality::actual) return;
  if (structure_.is_finite(noun.token)) return;
  constexpr std::uint32_t kPhrase = 8;
  const std::uint32_t end = structure_.timex_end(noun.own.back());
  std::uint32_t comma = end;
  while (comma < std::min(sentence.last, end + kPhrase) && !structure_.is(comma, U',')) ++comma;
  if (comma >= sentence.last || !structure_.is(comma, U',') || noun.token >= comma) return;
  const auto main = std::ranges::find_if(drafts, [&](const Draft& draft) { return draft.token > comma && draft.verbal; });
  if (main == drafts.end() || main->dating.date || main->background || main->factuality != Factuality::actual) return;
  main->dating = noun.dating;
  main->own = noun.own;
}

// "لقي مصرعه في تحطم مروحية في 30 يوليو 2005", "صوتوا في استفتاء امتد من 9 إلى 15 يناير": the day of what a deed was done in.
void Dater::share_from_occasion(std::span<Draft> drafts) const {
  if (!structure_.grammar().arabic()) return;
  for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const Draft& noun = drafts[d + 1];
    if (draft.dating.date || !draft.verbal || draft.background || draft.factuality != Factuality::actual || noun.factuality != Factuality::actual) continue;
    if (noun.verbal || noun.own.empty() || !noun.dating.date || noun.dating.date->open_start || structure_.timex_begin(noun.own.front()) < noun.token) continue;
    std::uint32_t first = noun.anchors.empty() ? noun.token : std::min(noun.token, *std::ranges::min_element(noun.anchors));
    if (structure_.has(first, Mark::preposition)) ++first;  // of a trigger that begins with it: "في انقلاب"
    if (first <= draft.token_end) continue;
    const std::string_view preposition = structure_.word(first - 1);
    if (preposition != "في" && preposition != "خلال" && preposition != "أثناء" && !structure_.may_begin_with(first, text::kBi)) continue;
    bool one_clause = true;
    for (std::uint32_t t = draft.token_end; t < first && one_clause; ++t) {
      constexpr std::uint64_t kBorder = bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link) | bit(Mark::after) | bit(Mark::before);
      one_clause = !structure_.is_clause_verb(t) && (structure_.info(t).marks & kBorder) == 0 && structure_.info(t).timex < 0 &&
                   !structure_.is_punctuation(t);
    }
    if (!one_clause) continue;
    draft.dating = noun.dating;
    draft.own = noun.own;
  }
}

// "أصدر مساء الأربعاء أمرا بإقالة رئيسة الحكومة وتعيين خلف لها": what is decreed is done with the decree.
void Dater::share_with_content(std::span<Draft> drafts) const {
  if (!structure_.grammar().arabic()) return;
  bool given = false;
  for (std::size_t d = 1; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const Draft& before = drafts[d - 1];
    const bool content = structure_.may_begin_with(draft.token, text::kBi) && before.rule->type == "decision";
    const bool joined = given && structure_.may_begin_with(draft.token, text::kWa);
    given = false;
    if ((!content && !joined) || draft.verbal || draft.dating.date || draft.background || !before.dating.date) continue;
    if (draft.factuality != Factuality::actual || before.factuality != Factuality::actual || before.background) continue;
    bool linked = true;
    for (std::uint32_t t = before.token_end; t < draft.token && linked; ++t) {
      const TokenInfo& info = structure_.info(t);
      linked = (info.marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link))) == 0 && !structure_.is_finite(t) &&
               (info.timex < 0 || own_has(before, info.timex)) && !structure_.is_punctuation(t);
    }
    if (!linked) continue;
    draft.dating = before.dating;
    draft.own = before.own;
    given = true;
  }
}

// "closed its embassy and flew out its staff on Wednesday": the date behind a verb that tells no event of ours is the first verb's too.
void Dater::share_from_verb(std::span<Draft> drafts) const {
  for (Draft& draft : drafts) {
    if (draft.dating.date || !draft.verbal || draft.background || draft.factuality != Factuality::actual || draft.rule->type == "statement") continue;
    const auto next = std::ranges::find_if(predicates_, [&](const Predicate& p) { return p.token >= draft.token_end && structure_.is_finite(p.token); });
    if (next == predicates_.end() || next->draft != kNoIndex) continue;
    bool linked = structure_.grammar().arabic() ? (structure_.proclitics(next->token) & text::kWa) != 0 : structure_.has(next->token - 1, Mark::conjunction);
    for (std::uint32_t t = draft.token_end; t < next->token && linked; ++t) {
      linked = (structure_.info(t).marks & (bit(Mark::relative) | bit(Mark::complementizer) | bit(Mark::clause_link))) == 0 && structure_.info(t).timex < 0 &&
               !structure_.is_punctuation(t);
    }
    const auto index = static_cast<std::uint32_t>(next - predicates_.begin());
    const auto a = std::ranges::find_if(attachments_, [&](const Attachment& x) { return x.predicate == index; });
    if (!linked || a == attachments_.end() || is_deadline(a->timex) || structure_.timex_begin(a->timex) < next->token) continue;
    std::vector<Attachment> own{*a};
    date_from_own(draft, own);
  }
}

// "– April 2008: …": a date that heads a line is the date of everything in the line that has none.
void Dater::date_from_heading(const text::Sentence& sentence, std::span<Draft> drafts) {
  const auto& tokens = structure_.tokens().tokens;
  if (sentence.line_start) {
    heading_ = kNoIndex;
    std::uint32_t t = sentence.first;
    while (t < sentence.last && tokens[t].kind == text::TokenKind::punctuation) ++t;
    if (t < sentence.last && structure_.info(t).timex >= 0) {
      const auto x = static_cast<std::uint32_t>(structure_.info(t).timex);
      const std::uint32_t end = structure_.timex_end(x);
      const bool closed = end < tokens.size() && tokens[end].kind == text::TokenKind::punctuation &&
                          (tokens[end].value == U':' || is_dash(tokens[end].value));
      if (closed && structure_.timexes()[x].date) heading_ = x;
    }
  }
  if (heading_ == kNoIndex) return;
  for (Draft& draft : drafts) {
    if (draft.dating.date || draft.background || draft.weak) continue;
    if (draft.factuality != Factuality::actual && draft.factuality != Factuality::planned) continue;
    draft.own = {heading_};
    const Timex& x = structure_.timexes()[heading_];
    draft.dating = {.basis = x.resolution == Resolution::explicit_ ? DateBasis::explicit_ : DateBasis::relative, .date = x.date, .timexes = {heading_}, .occasion = kNoIndex};
  }
}

// "Visited Paris on Monday and Rome on Tuesday", "sanctions on Russia in 2014 and on Belarus in 2020", "Laos joined in 1997 and
// Cambodia in 1999": whose place a mention between two dates takes. Behind a preposition it is what stood behind the same one;
// bare it is what stood bare behind the verb, if it is of its kind, and else the subject.
std::optional<Dater::Gap> Dater::gap_of(const Draft& draft, std::uint32_t mention) const {
  const auto mentions = structure_.mentions();
  const auto kind = [&](std::uint32_t m) {
    switch (mentions[m].kind) {
      case EntityKind::person:
      case EntityKind::office: return 0;
      case EntityKind::country:
      case EntityKind::place: return 1;
      case EntityKind::organisation:
      case EntityKind::group: return 2;
    }
    return 2;
  };
  const auto as_gap = [](Role role) { return role == Role::object ? Gap::object : role == Role::organisation ? Gap::organisation : Gap::subject; };
  const MentionRole& own = structure_.role(mention);
  if (own.governor == Governor::preposition) {
    const auto alike = [&](std::uint32_t m) {
      const MentionRole& role = structure_.role(m);
      return role.governor == Governor::preposition && role.preposition == own.preposition;
    };
    if (draft.place != kNoIndex && alike(draft.place)) return Gap::place;
    for (const Fill& fill : draft.fills) {
      if (alike(fill.mention)) return as_gap(fill.role);
    }
    const bool somewhere = !structure_.grammar().arabic() && !mentions[mention].place.id.empty();
    if (somewhere) return std::nullopt;
    const Fill* object = draft.first(Role::object);
    return object != nullptr && structure_.role(object->mention).governor == Governor::preposition ? Gap::object : Gap::subject;
  }
  // "علقت المنظمة عضوية مالي في 2021 وغينيا في 2022": in a phrase of two nouns the second has no preposition either.
  const Fill* subject = draft.first(Role::subject);
  const bool unlike_subject = subject == nullptr || kind(subject->mention) != kind(mention);
  const auto bare_behind = [&](std::uint32_t m) {
    const Governor governor = structure_.role(m).governor;
    const bool bare = governor == Governor::none || (structure_.grammar().arabic() && governor == Governor::noun && unlike_subject);
    return mentions[m].first > draft.token && bare && kind(m) == kind(mention);
  };
  if (draft.verbal) {
    for (const Role role : {Role::object, Role::organisation}) {
      const Fill* fill = draft.first(role);
      if (fill != nullptr && !fill->implied && bare_behind(fill->mention)) return as_gap(role);
    }
    if (draft.place != kNoIndex && bare_behind(draft.place)) return Gap::place;
  }
  return Gap::subject;
}

// "in 1973, then 1988 and 2005", "Laos in 1997 and Cambodia in 1999": one event for each date, told by one word.
void Dater::one_for_each_date(Draft& draft, std::vector<Attachment>& own, std::vector<Draft>& more) const {
  std::ranges::sort(own, {}, &Attachment::timex);
  // "was admitted in April 2023, 11 months later": the same once more, counted from what was told before.
  const auto counted = [&](const Attachment& a, const Attachment& b) {
    const std::uint32_t end = structure_.timex_end(a.timex);
    return structure_.timexes()[b.timex].counted && b.timex == a.timex + 1 && structure_.is_comma(end) && structure_.timex_begin(b.timex) == end + 1;
  };
  if (own.size() == 2 && counted(own[0], own[1])) own.pop_back();
  if (own.size() < 2) return;
  if (own.size() == 2) {
    // What is told "on Tuesday and Wednesday" lasts both days.
    const Date& a = *structure_.timexes()[own[0].timex].date;
    const Date& b = *structure_.timexes()[own[1].timex].date;
    const std::uint32_t end = structure_.timex_end(own[0].timex);
    const bool adjacent = structure_.timex_begin(own[1].timex) - end <= 1 && structure_.info(end).mention < 0;
    if (adjacent && a.granularity == Granularity::day && b.granularity == Granularity::day && b.first == a.last + date::days{1}) return;
  }
  std::vector<std::vector<std::uint32_t>> between(own.size());  // mentions before each date that go with it
  for (std::size_t i = 0; i + 1 < own.size(); ++i) {
    const Date& a = *structure_.timexes()[own[i].timex].date;
    const Date& b = *structure_.timexes()[own[i + 1].timex].date;
    const bool alike = a.granularity == b.granularity;
    if (overlaps(a, b) || range_between(own[i].timex, own[i + 1].timex)) return;
    bool conjoined = false;
    bool then = false;  // "for 60 days in March, then for two months on 17 May"
    for (std::uint32_t t = structure_.timex_end(own[i].timex); t < structure_.timex_begin(own[i + 1].timex); ++t) {
      const TokenInfo& info = structure_.info(t);
      const text::Token& token = structure_.tokens().tokens[t];
      const std::string_view word = structure_.tokens().words(token.span);
      if (info.timex >= 0 && structure_.timexes()[static_cast<std::size_t>(info.timex)].type == TimexType::duration) continue;
      if (info.mention >= 0) {
        const auto m = static_cast<std::uint32_t>(info.mention);
        if (structure_.mentions()[m].form == MentionForm::nisba) return;
        if (!gap_of(draft, m)) continue;
        if (between[i + 1].empty() || between[i + 1].back() != m) between[i + 1].push_back(m);
        conjoined = conjoined || (structure_.mentions()[m].proclitics & text::kWa) != 0;
      } else if (token.kind == text::TokenKind::punctuation ? structure_.is_comma(t)
                                                            : structure_.has(t, Mark::conjunction) || word == "و" || word == "ثم" || word == "then") {
        conjoined = true;
        then = then || word == "ثم" || word == "then";
      } else if ((info.marks & bit(Mark::adverb)) != 0 || word == "the" || token.kind == text::TokenKind::number || structure_.is_of(t, number_)) {
        continue;  // "twelve in Mosul on Monday and nine in Tikrit on Tuesday"
      } else if ((info.marks & bit(Mark::other_one)) != 0) {  // "القمة الأولى في القاهرة عام 1964 والثانية في الخرطوم عام 1967"
        conjoined = conjoined || (structure_.proclitics(t) & text::kWa) != 0;
      } else if ((info.marks & (bit(Mark::preposition) | bit(Mark::agent))) == 0) {
        return;
      } else {
        conjoined = conjoined || (structure_.proclitics(t) & text::kWa) != 0;
      }
    }
    const bool fused = (structure_.proclitics(structure_.timex_begin(own[i + 1].timex)) & text::kWa) != 0;
    if (!conjoined && !fused) return;
    if (!alike && !then && between[i + 1].empty()) return;
    const bool somebody = std::ranges::any_of(between[i + 1], [&](std::uint32_t m) { return gap_of(draft, m) == Gap::subject; });
    if (somebody && draft.first(Role::subject) == nullptr) return;
  }
  for (std::size_t i = 1; i < own.size(); ++i) {
    Draft& copy = more.emplace_back(draft);
    for (const Gap gap : {Gap::subject, Gap::object, Gap::organisation, Gap::place}) {
      std::vector<std::uint32_t> filling;
      std::ranges::copy_if(between[i], std::back_inserter(filling), [&](std::uint32_t m) { return gap_of(draft, m) == gap; });
      if (filling.empty()) continue;
      if (gap == Gap::place) {
        copy.place = filling.front();
        continue;
      }
      const Role role = gap == Gap::object ? Role::object : gap == Gap::organisation ? Role::organisation : Role::subject;
      std::erase_if(copy.fills, [&](const Fill& fill) { return fill.role == role; });
      for (const std::uint32_t m : filling) copy.fills.insert(copy.fills.begin(), {.role = role, .mention = m, .implied = false});
    }
    std::vector<Attachment> single{own[i]};
    date_from_own(copy, single);
  }
  own.resize(1);
}

}  // namespace tarikh::event
