#include "service/label_serial.h"

#include <gtest/gtest.h>

#include "service/label.h"
#include "service/refusals.h"

namespace lotline::service {
namespace {

using Serials = std::vector<std::string>;

TEST(LabelSerials, count_on_and_keep_their_length) {
  EXPECT_EQ(serials("A0098", 4).value(), (Serials{"A0098", "A0099", "A0100", "A0101"}));
  EXPECT_EQ(serials("7", 1).value(), Serials{"7"});
}

TEST(LabelSerials, one_label_needs_none) { EXPECT_EQ(serials("", 1).value(), Serials{""}); }

TEST(LabelSerials, that_cannot_count_so_far_are_refused) {
  EXPECT_NE(serials("", 2).error().text.find("without a serial"), std::string::npos);
  EXPECT_EQ(serials("ABC", 2).error().number, no_serial_to_count.number);
  EXPECT_EQ(serials("A98", 3).error().number, no_serial_to_count.number);
  EXPECT_EQ(serials("A98", 2).value().back(), "A99");
}

TEST(LabelSerials, are_a_thousand_at_most) {
  EXPECT_EQ(serials("0001", kMostLabels).value().back(), "1000");
  EXPECT_EQ(serials("0001", kMostLabels + 1).error().number, too_many_labels.number);
  EXPECT_EQ(serials("0001", 0).error().number, too_many_labels.number);
}

}  // namespace
}  // namespace lotline::service
