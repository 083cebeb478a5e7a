#include "search/class_fields.h"

#include <gtest/gtest.h>

#include "search/refusals.h"

namespace lotline::search {
namespace {

const ClassFields kPistol{.calibre = "9x19",
                          .firing_pin_shape = "round",
                          .breech_face_class = "parallel",
                          .extractor_clock = 3,
                          .ejector_clock = 8,
                          .headstamp = "S&B",
                          .instrument = "A"};

FieldAnswer answer_of(const ClassFields& other, ClassField field, const ClassFilter& filter = {}) {
  const ClassAnswer there = compare(kPistol, other, filter);
  EXPECT_EQ(there.fields, compare(other, kPistol, filter).fields);
  return there.fields[static_cast<std::size_t>(field)];
}

TEST(ClassFields, what_is_not_known_excludes_nothing) {
  EXPECT_TRUE(compare(kPistol, {}, {}).passes());
  EXPECT_EQ(answer_of({}, ClassField::calibre), FieldAnswer::unknown);
  EXPECT_EQ(answer_of({.extractor_clock = 1}, ClassField::extractor_to_ejector), FieldAnswer::unknown);
}

TEST(ClassFields, what_differs_excludes) {
  ClassFields other = kPistol;
  other.calibre = "45";
  EXPECT_EQ(answer_of(other, ClassField::calibre), FieldAnswer::different);
  EXPECT_FALSE(compare(kPistol, other, {}).passes());
  other = kPistol;
  other.firing_pin_shape = "rectangular";
  EXPECT_FALSE(compare(kPistol, other, {}).passes());
  other = kPistol;
  other.breech_face_class = "granular";
  EXPECT_FALSE(compare(kPistol, other, {}).passes());
}

TEST(ClassFields, headstamp_and_instrument_exclude_only_when_asked) {
  ClassFields other = kPistol;
  other.headstamp = "GFL";
  other.instrument = "B";
  EXPECT_TRUE(compare(kPistol, other, {}).passes());
  EXPECT_EQ(answer_of(other, ClassField::headstamp), FieldAnswer::not_used);
  ClassFilter strict;
  strict.uses.fill(true);
  EXPECT_EQ(answer_of(other, ClassField::headstamp, strict), FieldAnswer::different);
  EXPECT_EQ(answer_of(other, ClassField::instrument, strict), FieldAnswer::different);
}

TEST(ClassFields, only_the_angle_from_extractor_to_ejector_counts) {
  const auto clocks = [](int extractor, int ejector) {
    return answer_of({.extractor_clock = extractor, .ejector_clock = ejector}, ClassField::extractor_to_ejector);
  };
  EXPECT_EQ(clocks(10, 3), FieldAnswer::same);  // the same case laid down otherwise
  EXPECT_EQ(clocks(3, 10), FieldAnswer::same);  // read two hours off
  EXPECT_EQ(clocks(3, 6), FieldAnswer::same);
  EXPECT_EQ(clocks(3, 11), FieldAnswer::different);
  EXPECT_EQ(clocks(3, 5), FieldAnswer::different);
  EXPECT_EQ(clocks(12, 12), FieldAnswer::different);
}

TEST(ClassFields, a_clock_has_twelve_hours) {
  EXPECT_TRUE(check(kPistol));
  for (const int wrong : {0, 13, -1}) {
    EXPECT_EQ(check({.extractor_clock = wrong}).error().number, bad_class_field.number);
    EXPECT_EQ(check({.ejector_clock = wrong}).error().number, bad_class_field.number);
  }
}

}  // namespace
}  // namespace lotline::search
