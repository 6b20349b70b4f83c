// Dates of events that have no expression of their own: the day of the occasion they happened at, of the news that
// the article reports, or the publication day. The chain stays in Draft::dating.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "event/draft.h"
#include "event/structure.h"

namespace tarikh::event {

class Inheritance {
 public:
  explicit Inheritance(const Structure& structure) : structure_(structure), speech_(structure.lexicon().find_class("speech")), back_to_it_(structure.lexicon().find_class("back_to_it")) {}

  /// For every draft of a document in text order, after identity has united mentions of one event.
  void date(std::vector<Draft>& drafts, std::optional<date::sys_days> dct);
  /// Before mentions are united: which day an undated gathering was on, by what happened at it.
  void note_occasions(std::vector<Draft>& drafts) const;

 private:
  /// Where the passage is: what an undated utterance or decision most likely belongs to.
  struct Scene {
    std::uint32_t gathering = kNoIndex;  ///< the last dated summit or conference
    std::uint32_t talks = kNoIndex;      ///< the last other dated occasion: only its participants speak there
    std::uint32_t sentence = 0;          ///< where the gathering was mentioned last
    std::map<std::string, std::uint32_t> said;  ///< by speaker: the last utterance with a date of its own
  };
  struct Occasion {
    std::uint32_t draft = kNoIndex;
    Edge edge = Edge::none;  ///< "in the opening session", "at the close of"
  };
  [[nodiscard]] bool behind_dash(const Draft& draft, const Draft& other) const;
  [[nodiscard]] Occasion occasion_of(const std::vector<Draft>& drafts, std::uint32_t draft) const;
  [[nodiscard]] std::uint32_t referred_to(const std::vector<Draft>& drafts, std::uint32_t draft) const;
  [[nodiscard]] std::uint32_t equated(const std::vector<Draft>& drafts, std::uint32_t draft) const;
  void date_occasions(std::vector<Draft>& drafts) const;
  [[nodiscard]] std::uint32_t day_within(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t gathering, std::uint32_t main) const;
  static void spread(Draft& gathering);
  static bool closes(Draft& gathering, const Draft& event);
  [[nodiscard]] bool placed_at(const Draft& occasion, bool or_after) const;
  [[nodiscard]] std::uint32_t implied_occasion(const std::vector<Draft>& drafts, std::uint32_t draft, const Scene& scene,
                                               std::optional<date::sys_days> dct) const;
  [[nodiscard]] bool tells_day(std::uint32_t sentence) const;
  [[nodiscard]] std::uint32_t main_event(const std::vector<Draft>& drafts, std::optional<date::sys_days> dct) const;
  [[nodiscard]] bool belongs_to(const Draft& draft, const Draft& gathering) const;
  [[nodiscard]] static bool is_told_beside(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t gathering);
  [[nodiscard]] bool is_placed(const Draft& draft) const;
  [[nodiscard]] bool shares_actor(const Draft& a, const Draft& b) const;
  [[nodiscard]] const std::string& speaker(const Draft& draft) const;
  [[nodiscard]] bool beside_history(const std::vector<Draft>& drafts, std::uint32_t draft, date::sys_days dct) const;
  [[nodiscard]] bool in_history(const text::Sentence& sentence, date::sys_days dct);
  [[nodiscard]] bool is_subordinate(const Draft& draft, bool relative) const;
  [[nodiscard]] bool behind_link(const text::Sentence& sentence, std::uint32_t token) const;
  [[nodiscard]] bool is_flashback(const Draft& draft) const;
  [[nodiscard]] bool is_standing(const Draft& draft, bool lead) const;
  [[nodiscard]] static bool may_lend(const Draft& occasion, const Draft& draft, std::optional<date::sys_days> dct);
  [[nodiscard]] bool opens_story(std::uint32_t sentence) const;
  void narrow(std::vector<Draft>& drafts, std::uint32_t draft) const;
  void follow(std::vector<Draft>& drafts, std::uint32_t draft, std::optional<date::sys_days> dct);
  [[nodiscard]] date::days moved_by(const std::vector<Draft>& drafts, std::uint32_t draft, std::uint32_t timex) const;
  void remember(const std::vector<Draft>& drafts, std::uint32_t draft, std::optional<date::sys_days> dct, Scene& scene) const;
  [[nodiscard]] std::uint32_t reported_by(const std::vector<Draft>& drafts, std::uint32_t draft, date::sys_days dct) const;

  const Structure& structure_;
  rules::ClassId speech_;      ///< what somebody says where something takes place
  rules::ClassId back_to_it_;  ///< "during it", "that day": at what was told before
  std::map<std::uint32_t, date::days> moved_;  ///< by time expression: how far the day it is counted from was moved
  std::uint32_t read_ = 0;   ///< time expressions seen so far
  bool old_dates_ = false;   ///< among them
  bool news_ = false;        ///< a date of the last weeks or an event of the day has been told
};

}  // namespace tarikh::event
