#include "publication/dependence.h"

#include <gtest/gtest.h>

#include "unit/publication/days.h"

namespace tarikh::publication {
namespace {

using testing::range;
using testing::text;

Date date_of(std::string_view edtf) {
  const Result<Date> date = parse_edtf(edtf);
  EXPECT_TRUE(date) << edtf;
  return date ? *date : Date{};
}

// The probes are Wednesday 2001-02-14 and Friday 2003-09-19.
std::string days(std::string_view on_first, std::string_view on_second, const DayRange& known) {
  const auto allowed = days_that_give(dependence(date_of(on_first), date_of(on_second)), known);
  return !allowed ? "says nothing" : allowed->empty() ? "never" : text(*allowed);
}

TEST(Dependence, LastYear) {
  EXPECT_EQ(days("2000", "2002", range("2023-07-04", "2023-07-04")), "2024");
  EXPECT_EQ(days("2000", "2002", range("2022-12-01", "2023-02-28")), "2023-01-01/2024-12-31");
}

TEST(Dependence, NextMonth) { EXPECT_EQ(days("2001-03", "2003-10", range("2024-01-09", "2024-01-09")), "2023-12"); }

TEST(Dependence, Yesterday) { EXPECT_EQ(days("2001-02-13", "2003-09-18", range("2024-07-04", "2024-07-04")), "2024-07-05"); }

TEST(Dependence, AWeekday) {
  // On Thursday, of a text that looks back.
  EXPECT_EQ(days("2001-02-08", "2003-09-18", range("2024-07-04", "2024-07-04")), "2024-07-04/2024-07-10");
  // On Thursday, of a text that looks forward.
  EXPECT_EQ(days("2001-02-15", "2003-09-25", range("2024-07-04", "2024-07-04")), "2024-06-27/2024-07-04");
  EXPECT_EQ(days("2001-02-08", "2003-09-18", range("2024-07-05", "2024-07-05")), "never");  // a Friday
  EXPECT_EQ(days("2001-02-08", "2003-09-18", range("2024-07-01", "2024-07-31")), "says nothing");
}

TEST(Dependence, ADayWithoutItsYear) {
  const DayRange known = range("2024-07-04", "2024-07-04");
  EXPECT_EQ(days("2000-07-04", "2003-07-04", known), "2024-07-04/2025-07-04");  // of a text that looks back
  EXPECT_EQ(days("2001-07-04", "2004-07-04", known), "2024-01-03/2024-07-04");  // forward
  EXPECT_EQ(days("2001-07-04", "2003-07-04", known), "2024-01-03/2025-07-04");  // that day which is nearest
  EXPECT_EQ(days("2000-07-04", "2003-07-04", range("2024-07-05", "2024-07-05")), "never");
}

TEST(Dependence, WhatDoesNotHangOnThePublicationDay) {
  EXPECT_EQ(days("2011", "2011", range("2011-01-01", "2011-12-31")), "says nothing");
  EXPECT_EQ(days("2000-07", "2003-07", range("2024-07-04", "2024-07-04")), "says nothing");  // "in July" of which year?
  EXPECT_EQ(days("2000", "2002-07", range("2024-07-04", "2024-07-04")), "says nothing");
  EXPECT_EQ(days("../2001-02-14", "../2003-09-19", range("2024-07-04", "2024-07-04")), "says nothing");
}

}  // namespace
}  // namespace tarikh::publication
