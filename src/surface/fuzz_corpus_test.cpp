// The inputs that the fuzz targets of X3P begin with: made by the strict writer, and by hand what it does not write.
// With LOTLINE_WRITE_CORPUS set they are written anew; otherwise each committed one must be read as what it was made
// of.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "base/whole_file.h"
#include "surface/x3p_fixture.h"
#include "surface/x3p_reader.h"
#include "surface/x3p_writer.h"

namespace lotline::surface {
namespace {

X3p small_scan() {
  X3p scan;
  scan.map = {5, 4, 6.25e-6, 6.25e-6, {}};
  for (int i = 0; i < 20; ++i) scan.map.heights_m.push_back(i % 7 == 3 ? missing : 5e-8 * i * i - 1e-6);
  scan.metadata = software_metadata("Lotline", "2024-05-01T12:00:00Z", "made for a fuzz target");
  return scan;
}

HandMade list_of_points() {
  HandMade file;
  file.cx = file.cy = file.cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1</Increment>";
  file.dimension = "<ListDimension>4</ListDimension>";
  file.points = HandMade::raw<double>({0, 0, 1e-6, 5e-6, 0, 2e-6, 0, 5e-6, 3e-6, 5e-6, 5e-6, 4e-6});
  return file;
}

HandMade odd_file() {
  HandMade file;
  file.declaration = "\xEF\xBB\xBF";
  file.open = "<ISO5436>";
  file.close = "</ISO5436>";
  file.folder = "case/";
  file.more_axes = "<Origin>NW</Origin>";
  file.others["__MACOSX/._case"] = "x";
  return file;
}

HandMade with_bits() {
  HandMade file;
  file.cz = "<AxisType>A</AxisType><DataType>I</DataType><Increment>1e-9</Increment><Offset>1e-6</Offset>";
  file.points = HandMade::raw<std::int16_t>({-1000, 2000, 3000, 4000});
  file.valid = "\x0B";
  return file;
}

std::vector<std::byte> archive_of(NumberType type, bool in_xml) {
  X3pWriteOptions options;
  options.stored_as = type;
  options.points_in_xml = in_xml;
  return write_x3p(small_scan(), options).value();
}

/// What x3p_parts_fuzz takes: the parts of a file, without checksums, which it would seldom keep right.
std::vector<std::byte> parts_of(HandMade file) {
  if (file.data.empty()) {
    file.data = "<DataLink><PointDataLink>bindata/data.bin</PointDataLink>";
    if (!file.valid.empty()) file.data += "<ValidPointsLink>bindata/valid.bin</ValidPointsLink>";
    file.data += "</DataLink>";
  }
  const std::string text = file.main_xml() + "\n%%%\n" + file.points + "\n%%%\n" + file.valid;
  const auto bytes = HandMade::bytes_of(text);
  return {bytes.begin(), bytes.end()};
}

void check(const std::string& target, const std::string& name, const std::vector<std::byte>& made) {
  const std::filesystem::path folder = std::filesystem::path(LOTLINE_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / target;
  if (std::getenv("LOTLINE_WRITE_CORPUS") != nullptr) {
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(write_whole_file((folder / name).string(), made));
  }
  const auto committed = read_whole_file((folder / name).string(), 1'000'000);
  ASSERT_TRUE(committed) << committed.error().text;
  if (target == "x3p_parts_fuzz") {
    EXPECT_EQ(*committed, made) << name;
    return;
  }
  // Another zlib packs other bytes; what comes out of them is the same.
  const auto was = read_x3p(std::span<const std::byte>(*committed));
  const auto is = read_x3p(std::span<const std::byte>(made));
  ASSERT_TRUE(was && is) << name;
  EXPECT_EQ(was->findings, is->findings) << name;
  ASSERT_EQ(was->map.heights_m.size(), is->map.heights_m.size()) << name;
  for (std::size_t i = 0; i < was->map.heights_m.size(); ++i)
    EXPECT_TRUE(was->map.heights_m[i] == is->map.heights_m[i] || std::isnan(was->map.heights_m[i])) << name;
}

TEST(X3pFuzzCorpus, archives_are_what_the_writer_makes) {
  using enum NumberType;
  for (const NumberType type : {int16, int32, float32, float64})
    for (const bool in_xml : {false, true})
      check("x3p_fuzz", fmt::format("{}_{}", word(type), in_xml ? "in_xml" : "binary"), archive_of(type, in_xml));
  check("x3p_fuzz", "list", list_of_points().packed());
  check("x3p_fuzz", "odd", odd_file().packed());
}

/// A matrix whose rows tell their y, with heights of single precision, columns from right to left and no metadata.
HandMade half_told() {
  HandMade file;
  file.cx = "<AxisType>I</AxisType><DataType>D</DataType><Increment>-5e-6</Increment>";
  file.cy = "<AxisType>A</AxisType><DataType>L</DataType><Increment>5e-6</Increment>";
  file.cz = "<AxisType>A</AxisType><DataType>F</DataType><Increment>2</Increment><Offset>1e-6</Offset>";
  file.record2.clear();
  file.close = "<VendorSpecificID>http://example.org/v</VendorSpecificID>" + file.close;
  file.points.clear();
  for (const std::int32_t y : {0, 0, 1, 1})
    file.points += HandMade::raw<std::int32_t>({y}) + HandMade::raw<float>({1e-6F});
  return file;
}

TEST(X3pFuzzCorpus, parts_are_those_of_sound_files) {
  check("x3p_parts_fuzz", "half_told", parts_of(half_told()));
  HandMade backwards;
  backwards.cx = "<AxisType>I</AxisType><DataType>D</DataType><Increment>-5e-6</Increment>";
  backwards.cz = "<AxisType>A</AxisType><DataType>L</DataType><Increment>1e-9</Increment>";
  backwards.points = HandMade::raw<std::int32_t>({1, 20, -300, 4000});
  check("x3p_parts_fuzz", "backwards", parts_of(backwards));
  check("x3p_parts_fuzz", "matrix", parts_of({}));
  check("x3p_parts_fuzz", "list", parts_of(list_of_points()));
  check("x3p_parts_fuzz", "odd", parts_of(odd_file()));
  check("x3p_parts_fuzz", "bits", parts_of(with_bits()));
  HandMade inline_points;
  inline_points.data = "<DataList><Datum>1e-6</Datum><Datum/><Datum>3e-6</Datum><Datum>-4.5e-6</Datum></DataList>";
  inline_points.points.clear();
  check("x3p_parts_fuzz", "in_xml", parts_of(inline_points));
  HandMade reversed;
  reversed.cy = "<AxisType>I</AxisType><DataType>D</DataType><Increment>-5e-6</Increment><Offset/>";
  reversed.more_axes =
      "<Rotation><r11>1</r11><r12>0</r12><r13>0</r13><r21>0</r21><r22>1</r22><r23>0</r23><r31>0</r31><r32>0</r32>"
      "<r33>1</r33></Rotation>";
  check("x3p_parts_fuzz", "reversed", parts_of(reversed));
}

}  // namespace
}  // namespace lotline::surface
