#include "marking/headstamp_marks.h"

#include <gtest/gtest.h>

namespace lotline::marking {

TEST(HeadstampMarks, the_clock_names_the_hour_and_what_has_none_is_text) {
  MarksRead read;
  read.headstamp = "CBC";
  read.clock = "12=DC 6=17 LOOSE 123=A =B";
  read.calibre = "7.62x51";
  read.year = "2017";
  const auto marks = headstamp_marks(read);
  EXPECT_EQ(marks.text, "CBC LOOSE 123=A =B");
  ASSERT_EQ(marks.clock.size(), 2u);
  EXPECT_EQ(marks.clock[0].hour, 12);
  EXPECT_EQ(marks.clock[0].text, "DC");
  EXPECT_EQ(marks.clock[1].hour, 6);
  EXPECT_EQ(marks.clock[1].text, "17");
  EXPECT_EQ(marks.calibre, "7.62x51");
  EXPECT_EQ(marks.year, "2017");
}

}  // namespace lotline::marking
