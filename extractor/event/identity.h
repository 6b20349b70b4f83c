// Which mentions of a document are one event: same type and phase, core participants that agree, dates that
// can be one. The first mention stands for the event unless a later one carries its date.
#pragma once

#include <string_view>
#include <vector>

#include "event/draft.h"
#include "event/structure.h"

namespace tarikh::event {

class Identity {
 public:
  explicit Identity(const Structure& structure);

  /// Sets Draft::same_as and Draft::merged; drafts are in text order with their own dates.
  void unite(std::vector<Draft>& drafts) const;

  /// What can happen only once a day and is told twice for one day, once without a name: "53 days after voters rejected the deal … The
  /// plebiscite of 2 October". For drafts whose dates are counted from other events by now.
  void unite_by_day(std::vector<Draft>& drafts) const;

  /// Gives events what their sentence leaves out because the text has one answer: the parties of "the agreement", the organisation
  /// whose "previous summit" it was.
  void complete(std::vector<Draft>& drafts) const;

 private:
  void lend_parties(std::vector<Draft>& drafts) const;
  void lend_organisation(std::vector<Draft>& drafts) const;
  [[nodiscard]] std::vector<std::string_view> parties(const Draft& draft) const;
  [[nodiscard]] bool names_the_one(const Draft& draft) const;
  /// `last_sentence`: where the earlier one was mentioned last.
  [[nodiscard]] bool same(const Draft& earlier, const Draft& later, std::uint32_t last_sentence) const;
  [[nodiscard]] bool same_statement(const Draft& earlier, const Draft& later) const;
  [[nodiscard]] bool same_summit(const Draft& earlier, const Draft& later) const;
  [[nodiscard]] bool introduces(const Draft& draft) const;
  [[nodiscard]] bool another_one(const Draft& draft) const;
  [[nodiscard]] bool definite(const Draft& draft) const;
  [[nodiscard]] bool share(const Draft& a, const Draft& b, Role role) const;
  [[nodiscard]] static bool agree(const std::string& a, const std::string& b);
  [[nodiscard]] bool has_role(const Draft& draft, Role role) const { return draft.first(role) != nullptr; }
  [[nodiscard]] const std::string& actor(std::uint32_t mention) const { return structure_.mentions()[mention].actor.id; }
  [[nodiscard]] bool participants_agree(const Draft& a, const Draft& b) const;
  [[nodiscard]] bool meeting_is_summit(const Draft& summit, const Draft& meeting) const;
  [[nodiscard]] bool is_toll_of(const Draft& later, const Draft& earlier) const;
  [[nodiscard]] bool in_other_countries(const Draft& a, const Draft& b) const;
  void absorb(std::vector<Draft>& drafts, std::uint32_t into, std::uint32_t from) const;

  const Structure& structure_;
  rules::ClassId continuation_;  ///< verbs that go on with an utterance: added, continued
  rules::ClassId kill_;          ///< what is done to people in a blow
  rules::ClassId kidnap_;
  rules::ClassId number_;      ///< two, four
  rules::ClassId determiner_;  ///< the, these
};

}  // namespace tarikh::event
