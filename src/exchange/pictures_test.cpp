// Pictures are PNG files of the size that their scan calls for. What they look like was judged by eye.

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "base/refusals.h"
#include "base/whole_file.h"
#include "exchange/comparison_picture.h"
#include "exchange/picture_parts.h"
#include "exchange/scan_picture.h"

namespace lotline::exchange {
namespace {

namespace fs = std::filesystem;

struct Size {
  int width = 0, height = 0;
};

/// From the header of a PNG; 0 by 0 of anything else.
Size size_of_png(const std::string& path) {
  const auto bytes = read_whole_file(path, 100'000'000);
  if (!bytes || bytes->size() < 24 || std::memcmp(bytes->data(), "\x89PNG\r\n\x1A\n", 8) != 0) return {};
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + std::to_integer<int>((*bytes)[i]);
    return value;
  };
  return {number(16), number(20)};
}

surface::X3p scan_of(std::size_t columns, std::size_t rows) {
  surface::X3p scan;
  scan.map = {columns, rows, 5e-6, 5e-6, {}};
  for (std::size_t i = 0; i < columns * rows; ++i)
    scan.map.heights_m.push_back(i % 97 == 0 ? surface::missing : 1e-6 * std::sin(0.01 * static_cast<double>(i)));
  scan.sha256 = std::string(64, 'a');
  return scan;
}

class Pictures : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path() const { return (folder_ / "picture.png").string(); }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("lotline_pictures_" + std::to_string(::getpid()));
};

TEST_F(Pictures, a_scan_of_any_proportions_has_one) {
  for (const auto& [columns, rows] : {std::pair{1UL, 1UL}, {3000UL, 1UL}, {1UL, 3000UL}, {300UL, 200UL}}) {
    const auto scan = scan_of(columns, rows);
    ASSERT_TRUE(write_scan_picture(path(), {scan, "a name", {}, {"a line"}}));
    EXPECT_EQ(size_of_png(path()).width, 1100);
    EXPECT_GT(size_of_png(path()).height, 100);
  }
}

TEST_F(Pictures, a_scan_with_nothing_measured_has_one) {
  auto scan = scan_of(20, 20);
  std::fill(scan.map.heights_m.begin(), scan.map.heights_m.end(), surface::missing);
  EXPECT_TRUE(write_scan_picture(path(), {scan, "", {}, {}}));
}

TEST_F(Pictures, a_place_that_cannot_be_written_is_refused) {
  const auto scan = scan_of(20, 20);
  EXPECT_EQ(write_scan_picture("no/folder/x.png", {scan, "", {}, {}}).error().number, unwritable_file.number);
}

TEST_F(Pictures, two_scans_stand_side_by_side_with_their_cells) {
  surface::Prepared a;
  a.columns = a.rows = 120;
  a.pitch_um = 12.5;
  for (std::size_t i = 0; i < 120 * 120; ++i) {
    a.heights_um.push_back(std::sin(0.02F * static_cast<float>(i)));
    a.present.push_back(i % 120 > 30 ? 1 : 0);
  }
  comparison::Comparison found;
  found.a_from_b = {30, 100, -50};
  found.cells = {{0, 0, 0.8, {30, 110, -40}, true}, {400, 0, 0.1, {33, 0, 0}, false}};
  const ComparisonPicture picture{
      {a, "a.x3p", std::string(64, 'a')}, {a, "b.x3p", std::string(64, 'b')}, found, {}, {}};
  ASSERT_TRUE(write_comparison_picture(path(), picture));
  EXPECT_EQ(size_of_png(path()).width, 1640);
  EXPECT_GT(size_of_png(path()).height, 600);
  EXPECT_EQ(write_comparison_picture("no/folder/x.png", picture).error().number, unwritable_file.number);
}

TEST(PictureParts, lengths_are_said_in_the_unit_a_person_would_use) {
  EXPECT_EQ(length_in_words(500), "500 \u00b5m");
  EXPECT_EQ(length_in_words(6.25), "6.25 \u00b5m");
  EXPECT_EQ(length_in_words(2000), "2 mm");
}

TEST(PictureParts, words_are_folded_to_the_width) {
  const Canvas canvas(1, 1);
  const auto lines = folded(canvas, "one two three four five six seven", 100, {});
  EXPECT_GT(lines.size(), 1U);
  for (const auto& line : lines) EXPECT_LE(canvas.width_of(line, {}), 100);
}

}  // namespace
}  // namespace lotline::exchange
