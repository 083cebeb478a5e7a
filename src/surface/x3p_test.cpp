// A height map goes out as X3P and comes back, whatever it is stored as.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "surface/refusals.h"
#include "surface/x3p_reader.h"
#include "surface/x3p_writer.h"

namespace lotline::surface {
namespace {

X3p small_scan() {
  X3p scan;
  scan.map = {3, 2, 6.25e-6, 6.25e-6, {1e-6, 2e-6, missing, -4e-6, 5.5e-6, 6e-6}};
  scan.offset_x_m = 1e-3;
  scan.metadata = software_metadata("Lotline's tests", "2024-05-01T12:00:00Z", "");
  return scan;
}

struct Stored {
  NumberType type;
  bool in_xml;
};

class RoundTrip : public testing::TestWithParam<Stored> {};

TEST_P(RoundTrip, gives_every_height_and_what_was_missing) {
  X3pWriteOptions options;
  options.stored_as = GetParam().type;
  options.points_in_xml = GetParam().in_xml;
  const X3p scan = small_scan();
  const auto bytes = write_x3p(scan, options);
  ASSERT_TRUE(bytes) << bytes.error().text;
  const auto again = read_x3p(std::span<const std::byte>(*bytes));
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->map.columns, 3U);
  EXPECT_EQ(again->map.rows, 2U);
  EXPECT_EQ(again->map.pitch_x_m, 6.25e-6);
  EXPECT_EQ(again->offset_x_m, 1e-3);
  EXPECT_EQ(again->stored_as, options.stored_as);
  EXPECT_EQ(again->metadata, scan.metadata);
  EXPECT_EQ(again->findings, Findings{});
  for (std::size_t i = 0; i < scan.map.heights_m.size(); ++i) {
    if (std::isnan(scan.map.heights_m[i]))
      EXPECT_TRUE(std::isnan(again->map.heights_m[i])) << i;
    else
      EXPECT_NEAR(again->map.heights_m[i], scan.map.heights_m[i], 1e-12) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(ofEveryType, RoundTrip,
                         testing::Values(Stored{NumberType::int16, false}, Stored{NumberType::int32, false},
                                         Stored{NumberType::float32, false}, Stored{NumberType::float64, false},
                                         Stored{NumberType::int16, true}, Stored{NumberType::int32, true},
                                         Stored{NumberType::float32, true}, Stored{NumberType::float64, true}),
                         [](const auto& stored) {
                           return std::string{word(stored.param.type)} + (stored.param.in_xml ? "InXml" : "Binary");
                         });

TEST(X3pWriter, the_same_scan_gives_the_same_bytes) {
  EXPECT_EQ(write_x3p(small_scan()).value(), write_x3p(small_scan()).value());
}

TEST(X3pWriter, what_the_schema_does_not_allow_is_refused) {
  X3p scan = small_scan();
  scan.metadata.date = "N/A";
  EXPECT_EQ(write_x3p(scan).error().number, not_writable.number);
  scan = small_scan();
  scan.metadata.calibration_date = "yesterday";
  EXPECT_EQ(write_x3p(scan).error().number, not_writable.number);
  scan = small_scan();
  scan.metadata.probing_type = "N/A";
  EXPECT_EQ(write_x3p(scan).error().number, not_writable.number);
  scan = small_scan();
  scan.map.columns = 0;
  EXPECT_EQ(write_x3p(scan).error().number, not_writable.number);
  scan = small_scan();
  scan.map.pitch_y_m = 0;
  EXPECT_EQ(write_x3p(scan).error().number, not_writable.number);
  X3pWriteOptions options;
  options.stored_as = NumberType::int16;
  options.increment_m = 1e-12;
  EXPECT_EQ(write_x3p(small_scan(), options).error().number, not_writable.number);
  for (const double increment_m : {0.0, -1e-9, std::numeric_limits<double>::infinity(), missing}) {
    options.increment_m = increment_m;
    const auto written = write_x3p(small_scan(), options);
    ASSERT_FALSE(written) << increment_m;
    EXPECT_EQ(written.error().number, not_writable.number);
  }
}

}  // namespace
}  // namespace lotline::surface
