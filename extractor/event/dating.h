// When it happened, by the text's own expressions. Each goes to the predicate it is nearest to, where nearness counts
// clause boundaries, other verbs and tense. What is left without one is the business of event/inheritance.h.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "event/draft.h"
#include "event/relations.h"
#include "event/structure.h"

namespace tarikh::event {

/// Statements reported later than that are told as history.
inline constexpr date::days kFreshDays{10};

class Dater {
 public:
  Dater(const Structure& structure, const Relations& relations);

  /// A new document.
  void begin() {
    anchored_.clear();
    heading_ = kNoIndex;
  }
  /// Gives the expressions of one sentence to its drafts, those from `first` on, and dates those that got some; a
  /// draft with a list of dates is followed by one for each of them.
  void attach(const text::Sentence& sentence, std::vector<Draft>& drafts, std::size_t first, std::optional<date::sys_days> dct);
  /// Dates what is counted from another event ("six days after the signing"), where the other one has a date.
  void settle_anchored(std::vector<Draft>& drafts, bool by_hours, std::optional<date::sys_days> dct) const;
  /// Tells what is counted in days from an event that has a date which day it was not later told of by another name.
  void note_counted(std::vector<Draft>& drafts) const;

 private:
  struct Predicate {
    std::uint32_t token = 0;
    std::uint32_t draft = kNoIndex;  ///< index into the sentence's drafts; none for a verb that is no event
  };
  struct Attachment {
    std::uint32_t predicate = kNoIndex;
    std::uint32_t timex = 0;
    int cost = 0;
  };
  /// `event` lies a quantity after (or before) `reference`.
  struct Anchored {
    std::uint32_t timex = kNoIndex;      ///< none where one word says the quantity
    std::string_view quantity;           ///< a TIMEX3 duration: the expression's, or that of the word
    bool later = true;
    bool dates = false;
    std::uint32_t base = kNoIndex;       ///< the date that stands right before the quantity
    std::uint32_t event = kNoIndex;      ///< drafts of the document
    std::uint32_t reference = kNoIndex;
    bool news = false;                   ///< "the move comes a week after": counted from what was told last, or from the publication day
  };
  /// A quantity before or behind "after": where its phrase begins, and between which tokens stands what it is counted from.
  struct Counting {
    bool later = true;
    bool opens = false;  ///< a clause
    bool dates = false;  ///< its event, which has no other date: "N days after X" may be said of the news of the day
    std::uint32_t begin = 0, first = 0, last = 0;
  };
  [[nodiscard]] bool comes(const text::Sentence& sentence, std::uint32_t quantity) const;
  [[nodiscard]] std::uint32_t told_last(const std::vector<Draft>& drafts, std::size_t first, std::optional<date::sys_days> dct) const;
  [[nodiscard]] std::optional<Counting> counting(const text::Sentence& sentence, std::uint32_t timex) const;
  std::uint32_t counted_start(const text::Sentence& sentence, std::uint32_t timex) const;
  void collect_predicates(const text::Sentence& sentence, std::span<const Draft> drafts);
  void note_unplaced(std::uint32_t timex, std::span<Draft> drafts) const;
  [[nodiscard]] bool is_auxiliary(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool not_until(std::uint32_t until) const;
  [[nodiscard]] bool datable(std::uint32_t timex) const;
  void walk_left(const text::Sentence&, std::uint32_t timex, std::span<const Draft>, std::optional<date::sys_days>, Attachment& best) const;
  void walk_right(const text::Sentence&, std::uint32_t timex, std::span<const Draft>, std::optional<date::sys_days>, Attachment& best) const;
  void consider(std::uint32_t predicate, std::uint32_t timex, int cost, std::span<const Draft>, std::optional<date::sys_days>,
                Attachment& best) const;
  [[nodiscard]] bool is_spoken_of(std::uint32_t predicate, std::span<const Draft> drafts) const;
  [[nodiscard]] bool is_too_late(const Draft& draft, std::uint32_t token, const Date& when, date::sys_days dct) const;
  [[nodiscard]] std::uint32_t begun(std::uint32_t timex, std::span<const Draft> drafts) const;
  [[nodiscard]] bool is_attributive(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool names_what_is_acted_on(const Predicate& p, std::span<const Draft> drafts) const;
  [[nodiscard]] std::uint32_t described_noun(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool ends_later(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] bool is_aside(std::uint32_t token) const;
  [[nodiscard]] bool leaves_flashback(const text::Sentence& sentence, std::uint32_t before, const Draft& draft) const;
  [[nodiscard]] std::uint64_t marks_before(std::uint32_t timex) const;
  [[nodiscard]] bool is_deadline(std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t told_when(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool opens_when(std::uint32_t token) const;
  [[nodiscard]] int crossing(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t apposition_start(const text::Sentence&, std::uint32_t closing) const;
  [[nodiscard]] std::uint32_t region_start(const text::Sentence&, std::uint32_t closing) const;
  [[nodiscard]] std::uint32_t predicate_at(std::uint32_t token) const;
  [[nodiscard]] bool describes_noun(const text::Sentence& sentence, std::uint32_t token, std::span<const Draft> drafts) const;
  [[nodiscard]] std::uint32_t antecedent(const text::Sentence& sentence, std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t described(const text::Sentence& sentence, std::uint32_t predicate, std::span<const Draft> drafts) const;
  [[nodiscard]] bool opens_clause(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool is_joined(std::uint32_t token) const;
  [[nodiscard]] bool subject_follows(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] Edge edge_at(std::uint32_t token) const;
  [[nodiscard]] Edge edge_before(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] Edge edge_behind(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] bool is_dateline(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool is_lead_day(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts) const;
  [[nodiscard]] Edge edge_of(const text::Sentence& sentence, const Draft& draft) const;
  void measure_gathering(const text::Sentence& sentence, std::span<const Draft> drafts, Draft& draft) const;
  void date_from_own(Draft& draft, std::vector<Attachment>& own) const;
  [[nodiscard]] bool range_between(std::uint32_t a, std::uint32_t b) const;
  void share_in_sentence(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const;
  void carry_on(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const;
  [[nodiscard]] bool goes_on(std::uint32_t from, std::uint32_t to, std::uint32_t timex) const;
  [[nodiscard]] bool is_participle(std::uint32_t token) const;
  [[nodiscard]] bool participle_before(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t clause_aside_end(const text::Sentence& sentence, std::uint32_t comma) const;
  [[nodiscard]] std::uint32_t aside_end(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t verb_of(const Draft& draft) const;
  [[nodiscard]] bool in_bare_aside(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool in_apposition(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool in_participle_aside(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t told_apart(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t above_relative(const text::Sentence& sentence, const Attachment& best, std::span<const Draft> drafts, std::optional<date::sys_days> dct) const;
  [[nodiscard]] std::uint32_t above_participle(const Attachment& best, std::span<const Draft> drafts, std::optional<date::sys_days> dct) const;
  [[nodiscard]] std::uint32_t brought_about(const text::Sentence& sentence, const Attachment& best, std::span<const Draft> drafts) const;
  [[nodiscard]] bool is_document(const text::Sentence& sentence, std::uint32_t token) const;
  void give_to_deed(const text::Sentence& sentence, std::span<Draft> drafts);
  [[nodiscard]] std::uint32_t counted_aside_end(const text::Sentence& sentence, std::uint32_t comma) const;
  [[nodiscard]] bool behind_counted(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t verb_behind_aside(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t verb_around(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t message_before(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] std::uint32_t said_in_aside(const text::Sentence& sentence, std::uint32_t timex, std::span<const Draft> drafts) const;
  void claim_left_over(std::span<Draft> drafts) const;
  [[nodiscard]] std::uint32_t verb_of_message(const text::Sentence& sentence, std::uint32_t timex) const;
  [[nodiscard]] bool dates_subject(const Attachment& best) const;
  void share_with_gerund(const text::Sentence& sentence, std::span<Draft> drafts, std::optional<date::sys_days> dct) const;
  void share_with_object(std::span<Draft> drafts) const;
  void share_from_fronted(const text::Sentence& sentence, std::span<Draft> drafts) const;
  void share_from_occasion(std::span<Draft> drafts) const;
  void share_with_content(std::span<Draft> drafts) const;
  void share_from_verb(std::span<Draft> drafts) const;
  void share_backwards(const text::Sentence& sentence, std::span<Draft> drafts) const;
  void date_from_heading(const text::Sentence& sentence, std::span<Draft> drafts);
  enum class Gap : std::uint8_t { subject, object, organisation, place };
  [[nodiscard]] std::optional<Gap> gap_of(const Draft& draft, std::uint32_t mention) const;
  void one_for_each_date(Draft& draft, std::vector<Attachment>& own, std::vector<Draft>& more) const;
  void find_anchored(const text::Sentence& sentence, const std::vector<Draft>& drafts, std::size_t first, std::optional<date::sys_days> dct);
  void find_eves(const text::Sentence& sentence, const std::vector<Draft>& drafts, std::size_t first);
  [[nodiscard]] bool opens_eve(const text::Sentence& sentence, std::uint32_t token) const;
  void note_opening_eve(const text::Sentence& sentence, std::uint32_t token, std::uint32_t phrase, bool later, const std::vector<Draft>& drafts, std::size_t first);
  [[nodiscard]] std::uint32_t apposed_verb(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] std::uint32_t bare_aside_end(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t verb_of_subject(const text::Sentence& sentence, const Draft& draft) const;
  [[nodiscard]] bool in_fronted_phrase(const text::Sentence& sentence, std::uint32_t token) const;

  const Structure& structure_;
  const Relations& relations_;
  std::vector<Predicate> predicates_;
  std::vector<Attachment> attachments_;
  std::vector<Anchored> anchored_;
  rules::ClassId opens_;   ///< gathering_opens: open, begin, افتتح
  rules::ClassId closes_;  ///< gathering_closes: close, end, اختتم
  rules::ClassId determiner_;  ///< the, its, another
  rules::ClassId happening_;  ///< what an event noun is the subject of: come, occur
  rules::ClassId message_;  ///< what words are given in: رسالة, مقابلة
  rules::ClassId message_given_;  ///< issued, published
  rules::ClassId speaks_;  ///< speak, تحدث: in "who was speaking in Doha on Sunday"
  rules::ClassId as_said_;  ///< وفق ما, كما
  rules::ClassId number_;  ///< one, two, عشرة
  rules::ClassId tells_;  ///< tell, address: whose object hears it
  rules::ClassId document_;  ///< what a deed is done by: مرسوم, قرار
  rules::ClassId brings_about_;  ///< force, compel, vote: "forced X to resign"
  rules::ClassId day_before_, day_after_;  ///< on the eve of, عشية, غداة
  rules::ClassId comes_;  ///< tense_coming: "the move comes …", «تأتي الخطوة»
  rules::ClassId takes_place_;  ///< what an event does: جرى, وقع, ضرب
  bool tells_edges_ = false;  ///< the sentence at hand has a word for an end of a gathering
  std::uint32_t heading_ = kNoIndex;  ///< expression that heads the line
};

}  // namespace tarikh::event
