#include "search/signature.h"

#include <gtest/gtest.h>

#include "search/made_marks.h"
#include "search/refusals.h"

namespace lotline::search {
namespace {

int refused(std::string_view bytes) {
  const auto result = decode_signature(bytes);
  return result ? 0 : result.error().number;
}

TEST(Signature, has_the_rings_on_which_something_was_measured_and_no_more) {
  const Signature made = signature(made_mark({.inner_um = 700, .outer_um = 1500}));
  const RingLayout layout = ring_layout(made.mark);
  const double first_um = layout.innermost_um + layout.spacing_um * made.first_ring;
  const double last_um = first_um + layout.spacing_um * (made.rings() - 1);
  EXPECT_NEAR(first_um, 700, layout.spacing_um);
  EXPECT_NEAR(last_um, 1500, layout.spacing_um);
  EXPECT_TRUE(suitable(made));
  EXPECT_NEAR(made.measured_rings(), made.rings(), 1.5);
}

TEST(Signature, marks_what_was_not_measured) {
  const Signature made = signature(made_mark({.wedge_from_deg = 90, .wedge_deg = 90}));
  ASSERT_GT(made.rings(), 10);
  const std::size_t ring = 10 * kAngles;
  EXPECT_EQ(made.relief[ring + kAngles / 8], kNotMeasured);
  EXPECT_NE(made.relief[ring + 3 * kAngles / 8], kNotMeasured);
  EXPECT_NEAR(made.measured_rings(), made.rings() / 4.0, 0.5);
}

TEST(Signature, does_not_change_with_the_height_scale) {
  surface::Prepared mark = made_mark({});
  const Signature before = signature(mark);
  for (float& height : mark.heights_um) height *= 8;
  EXPECT_EQ(signature(mark), before);
}

TEST(Signature, of_surfaces_with_nothing_on_them_is_unsuitable) {
  surface::Prepared missing = made_mark({});
  for (auto& present : missing.present) present = 0;
  surface::Prepared flat = made_mark({});
  for (auto& height : flat.heights_um) height = 0;
  surface::Prepared not_numbers = made_mark({});
  for (auto& height : not_numbers.heights_um) height = std::numeric_limits<float>::quiet_NaN();
  const surface::Prepared dot{.columns = 1, .rows = 1, .pitch_um = 6.25, .heights_um = {1}, .present = {1}};
  const surface::Prepared line{.columns = 1,
                               .rows = 500,
                               .pitch_um = 6.25,
                               .heights_um = std::vector<float>(500, 1.0F),
                               .present = std::vector<std::uint8_t>(500, 1)};
  for (const auto& surface : {surface::Prepared{}, missing, flat, not_numbers, dot, line}) {
    const Signature made = signature(surface);
    EXPECT_FALSE(suitable(made));
    EXPECT_EQ(decode_signature(encode(made)), made);
  }
}

TEST(Signature, is_read_from_coarse_and_from_fine_grids_alike) {
  const Signature fine = signature(made_mark({.pitch_um = 12.5, .side = 280}));
  const Signature coarse = signature(made_mark({.pitch_um = 25, .side = 140}));
  ASSERT_EQ(fine.relief.size(), coarse.relief.size());
  double product = 0, of_fine = 0, of_coarse = 0;
  for (std::size_t i = 0; i < fine.relief.size(); ++i) {
    if (fine.relief[i] == kNotMeasured || coarse.relief[i] == kNotMeasured) continue;
    product += fine.relief[i] * coarse.relief[i];
    of_fine += fine.relief[i] * fine.relief[i];
    of_coarse += coarse.relief[i] * coarse.relief[i];
  }
  EXPECT_GT(product / std::sqrt(of_fine * of_coarse), 0.97);
}

TEST(Signature, comes_back_from_its_bytes) {
  for (const auto mark : {surface::Mark::breech_face, surface::Mark::firing_pin, surface::Mark::ejector_mark}) {
    surface::Prepared surface = made_mark({});
    surface.mark = mark;
    const Signature made = signature(surface);
    const std::string bytes = encode(made);
    EXPECT_EQ(bytes.size(), 16 + made.relief.size());
    const auto again = decode_signature(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, made);
  }
}

TEST(Signature, bytes_that_are_none_are_refused) {
  const std::string good = encode(signature(made_mark({})));
  EXPECT_EQ(refused(""), no_signature.number);
  EXPECT_EQ(refused("LLR"), no_signature.number);
  EXPECT_EQ(refused(good.substr(0, 15)), no_signature.number);
  EXPECT_EQ(refused(good.substr(0, good.size() - 1)), no_signature.number);
  EXPECT_EQ(refused(good + "x"), no_signature.number);
  const auto with = [&](std::size_t at, char byte) {
    std::string changed = good;
    changed[at] = byte;
    return refused(changed);
  };
  EXPECT_EQ(with(0, 'x'), no_signature.number);
  EXPECT_EQ(with(3, '1'), signature_version.number);
  EXPECT_EQ(with(4, 3), no_signature.number);        // a mark that there is not
  EXPECT_EQ(with(5, 39), no_signature.number);       // rings beyond the last
  EXPECT_EQ(with(7, 3), no_signature.number);        // a middle of nothing
  EXPECT_EQ(with(6, '\xFF'), no_signature.number);   // more rings than bytes
  EXPECT_EQ(with(11, '\x7F'), no_signature.number);  // a middle that lies two kilometres away
  EXPECT_EQ(refused(std::string("LLR2\0\5\0\2\0\0\0\0\0\0\0\0", 16)), no_signature.number);
}

}  // namespace
}  // namespace lotline::search
