// What a scan's file may look like and still be read, with what is said of it.

#include "surface/x3p_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "surface/refusals.h"
#include "surface/x3p_fixture.h"

namespace lotline::surface {
namespace {

using enum FindingKind;

std::vector<FindingKind> found(const X3p& scan) {
  std::vector<FindingKind> kinds;
  for (const Finding& finding : scan.findings) kinds.push_back(finding.kind);
  return kinds;
}

X3p read(const HandMade& file) {
  const auto bytes = file.packed();
  auto scan = read_x3p(std::span<const std::byte>(bytes));
  EXPECT_TRUE(scan) << scan.error().text;
  return scan ? *std::move(scan) : X3p{};
}

using Kinds = std::vector<FindingKind>;

TEST(X3pReader, a_file_as_the_standard_wants_it_has_no_findings) {
  const HandMade file;
  const X3p scan = read(file);
  EXPECT_EQ(found(scan), Kinds{});
  EXPECT_EQ(scan.map.heights_m, (std::vector<double>{1e-6, 2e-6, 3e-6, 4e-6}));
  EXPECT_EQ(scan.map.at(1, 0), 2e-6);
  EXPECT_EQ(scan.metadata.model, "N");
  EXPECT_EQ(scan.sha256, sha256_of(file.packed()));
}

TEST(X3pReader, an_archive_that_is_not_packed_is_read_alike) {
  const HandMade file;
  const std::string main = file.main_xml();
  const auto stored =
      write_zip({{"main.xml", HandMade::bytes_of(main)}, {"bindata/data.bin", HandMade::bytes_of(file.points)}},
                ZipPacking::stored);
  const auto scan = read_x3p(std::span<const std::byte>(stored));
  ASSERT_TRUE(scan) << scan.error().text;
  EXPECT_EQ(scan->map.heights_m, read(file).map.heights_m);
}

TEST(X3pReader, whole_numbers_are_scaled_and_signed) {
  HandMade file;
  file.cz = "<AxisType>A</AxisType><DataType>I</DataType><Increment>2e-9</Increment><Offset>1e-6</Offset>";
  file.points = HandMade::raw<std::int16_t>({0, 1, -1, 32'767});
  const X3p shorts = read(file);
  EXPECT_DOUBLE_EQ(shorts.map.heights_m[2], 1e-6 - 2e-9);
  EXPECT_DOUBLE_EQ(shorts.map.heights_m[3], 1e-6 + 32'767 * 2e-9);
  file.cz = "<AxisType>A</AxisType><DataType>L</DataType><Increment>2e-12</Increment></CZ><CZ>";
  file.points = HandMade::raw<std::int32_t>({0, 1, -2'000'000, 4});
  EXPECT_DOUBLE_EQ(read(file).map.heights_m[2], -4e-6);
}

TEST(X3pReader, the_increment_of_floating_point_heights_is_ignored_and_their_offset_is_not) {
  HandMade file;
  file.cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1e-6</Increment><Offset>1e-6</Offset>";
  const X3p scan = read(file);
  EXPECT_DOUBLE_EQ(scan.map.heights_m[3], 5e-6);
  EXPECT_EQ(found(scan), Kinds{increment_ignored});
}

TEST(X3pReader, the_first_point_is_the_least_significant_bit_of_valid_bin) {
  HandMade file;
  file.cz = "<AxisType>A</AxisType><DataType>I</DataType><Increment>1e-9</Increment>";
  file.points = HandMade::raw<std::int16_t>({100, 200, 300, 400});
  file.valid = std::string(1, '\x05');
  const X3p scan = read(file);
  EXPECT_FALSE(std::isnan(scan.map.heights_m[0]));
  EXPECT_TRUE(std::isnan(scan.map.heights_m[1]));
  EXPECT_FALSE(std::isnan(scan.map.heights_m[2]));
  EXPECT_TRUE(std::isnan(scan.map.heights_m[3]));
}

TEST(X3pReader, not_a_number_and_infinity_are_missing_heights) {
  HandMade file;
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  file.points = HandMade::raw<double>({missing, 2e-6, -kInfinite, 4e-6});
  const X3p scan = read(file);
  EXPECT_TRUE(std::isnan(scan.map.heights_m[0]));
  EXPECT_TRUE(std::isnan(scan.map.heights_m[2]));
  EXPECT_EQ(found(scan), Kinds{infinite_heights});
}

TEST(X3pReader, the_largest_number_stands_for_a_missing_height) {
  HandMade file;
  file.cz = "<AxisType>A</AxisType><DataType>F</DataType><Increment>1</Increment>";
  file.points =
      HandMade::raw<float>({1e-6F, std::numeric_limits<float>::max(), 3e-6F, std::numeric_limits<float>::lowest()});
  const X3p scan = read(file);
  EXPECT_TRUE(std::isnan(scan.map.heights_m[1]));
  EXPECT_TRUE(std::isnan(scan.map.heights_m[3]));
  EXPECT_EQ(found(scan), Kinds{infinite_heights});
}

TEST(X3pReader, points_written_in_main_xml_are_read_and_an_empty_one_is_missing) {
  HandMade file;
  file.points.clear();
  file.data = "<DataList><Datum>1e-6</Datum><Datum></Datum><Datum> +3.0E-06 </Datum><Datum>-4e-6</Datum></DataList>";
  const X3p scan = read(file);
  EXPECT_DOUBLE_EQ(scan.map.heights_m[2], 3e-6);
  EXPECT_DOUBLE_EQ(scan.map.heights_m[3], -4e-6);
  EXPECT_TRUE(std::isnan(scan.map.heights_m[1]));
}

HandMade listed() {
  HandMade file;
  file.cx = file.cy = file.cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1</Increment>";
  file.dimension = "<ListDimension>4</ListDimension>";
  return file;
}

TEST(X3pReader, a_list_is_placed_on_the_grid_its_points_lie_on) {
  HandMade file = listed();
  // In no order; the upper left place stays empty, and the middle column has one point.
  file.points = HandMade::raw<double>({10e-6, 5e-6, 4e-6, 0, 0, 1e-6, 10e-6, 0, 3e-6, 5e-6, 0, 2e-6});
  const X3p scan = read(file);
  EXPECT_EQ(scan.map.columns, 3U);
  EXPECT_EQ(scan.map.rows, 2U);
  EXPECT_NEAR(scan.map.pitch_x_m, 5e-6, 1e-18);
  EXPECT_EQ(scan.map.at(0, 0), 1e-6);
  EXPECT_EQ(scan.map.at(1, 0), 2e-6);
  EXPECT_EQ(scan.map.at(2, 0), 3e-6);
  EXPECT_EQ(scan.map.at(2, 1), 4e-6);
  EXPECT_TRUE(std::isnan(scan.map.at(0, 1)));
  EXPECT_EQ(found(scan), Kinds{placed_points});
}

TEST(X3pReader, a_list_in_main_xml_tells_three_numbers_a_point) {
  HandMade file = listed();
  file.points.clear();
  file.data =
      "<DataList><Datum>0;0;1e-6</Datum><Datum>5e-6;0;2e-6</Datum><Datum>0;5e-6;3e-6</Datum><Datum/></DataList>";
  const X3p scan = read(file);
  EXPECT_EQ(scan.map.at(0, 1), 3e-6);
  EXPECT_TRUE(std::isnan(scan.map.at(1, 1)));
}

TEST(X3pReader, a_matrix_may_tell_the_places_of_its_points) {
  HandMade file = listed();
  file.dimension = HandMade{}.dimension;
  file.points = HandMade::raw<double>({0, 0, 1e-6, 5e-6, 0, 2e-6, 0, 5e-6, 3e-6, 5e-6, 5e-6, 4e-6});
  EXPECT_EQ(read(file).map.heights_m, (std::vector<double>{1e-6, 2e-6, 3e-6, 4e-6}));
}

TEST(X3pReader, a_list_of_whole_numbers_is_scaled_along_every_axis) {
  HandMade file = listed();
  file.cx = file.cy = "<AxisType>A</AxisType><DataType>I</DataType><Increment>5e-6</Increment><Offset>1e-3</Offset>";
  std::string points;
  for (const auto& [x, y, z] :
       {std::tuple{0, 0, 1e-6}, std::tuple{1, 0, 2e-6}, std::tuple{0, 1, 3e-6}, std::tuple{1, 1, 4e-6}})
    points += HandMade::raw<std::int16_t>({static_cast<std::int16_t>(x), static_cast<std::int16_t>(y)}) +
              HandMade::raw<double>({z});
  file.points = points;
  const X3p scan = read(file);
  EXPECT_EQ(scan.map.heights_m, (std::vector<double>{1e-6, 2e-6, 3e-6, 4e-6}));
  EXPECT_DOUBLE_EQ(scan.offset_x_m, 1e-3);
  EXPECT_NEAR(scan.map.pitch_y_m, 5e-6, 1e-15);
}

TEST(X3pReader, a_negative_increment_puts_the_rows_or_columns_in_rising_order) {
  HandMade file;
  file.cy = "<AxisType>I</AxisType><DataType>D</DataType><Increment>-5e-6</Increment><Offset>0</Offset>";
  const X3p upside = read(file);
  EXPECT_EQ(upside.map.heights_m, (std::vector<double>{3e-6, 4e-6, 1e-6, 2e-6}));
  EXPECT_EQ(upside.offset_y_m, -5e-6);
  EXPECT_EQ(found(upside), Kinds{axis_reversed});
  std::swap(file.cx, file.cy);
  EXPECT_EQ(read(file).map.heights_m, (std::vector<double>{2e-6, 1e-6, 4e-6, 3e-6}));
}

TEST(X3pReader, one_point_is_a_scan) {
  HandMade file;
  file.dimension = "<MatrixDimension><SizeX>1</SizeX><SizeY>1</SizeY><SizeZ>1</SizeZ></MatrixDimension>";
  file.points = HandMade::raw<double>({1e-6});
  const X3p scan = read(file);
  EXPECT_EQ(scan.map.heights_m.size(), 1U);
  EXPECT_EQ(found(scan), Kinds{});
}

TEST(X3pReader, a_scan_without_a_measured_point_is_said_to_have_none) {
  HandMade file;
  file.points = HandMade::raw<double>({missing, missing, missing, missing});
  EXPECT_EQ(found(read(file)), Kinds{nothing_measured});
}

TEST(X3pReader, oddities_are_read_and_found) {
  HandMade file;
  file.declaration = "\xEF\xBB\xBF" + HandMade{}.declaration;
  EXPECT_EQ(found(read(file)), Kinds{byte_order_mark});
  file = {};
  file.declaration.clear();
  EXPECT_EQ(found(read(file)), Kinds{no_declaration});
  file = {};
  file.open = "<ISO5436>";
  file.close = "</ISO5436>";
  EXPECT_EQ(found(read(file)), Kinds{root_name});
  file = {};
  file.open = "<p:ISO5436_2 xmlns:p=\"http://www.opengps.eu/2007/ISO5436_2\">";
  EXPECT_EQ(found(read(file)), Kinds{root_name});
  file = {};
  file.revision = "ISO5436 \u2013 2000";
  EXPECT_EQ(found(read(file)), Kinds{});
  file.revision = "1.0";
  EXPECT_EQ(found(read(file)), Kinds{revision});
  file = {};
  file.others["__MACOSX/._main.xml"] = "x";
  file.others[".DS_Store"] = "x";
  EXPECT_EQ(found(read(file)), Kinds{foreign_files});
  file = {};
  file.folder = "case 7/";
  EXPECT_EQ(found(read(file)), Kinds{nested_folder});
  file = {};
  file.more_axes = "<Origin>NW</Origin>";
  EXPECT_EQ(found(read(file)), Kinds{origin_ignored});
  file.more_axes =
      "<Rotation><r11>-1</r11><r12>0</r12><r13>0</r13><r21>0</r21><r22>-1</r22><r23>0</r23><r31>0</r31><r32>0</r32>"
      "<r33>1</r33></Rotation>";
  EXPECT_EQ(found(read(file)), Kinds{rotation_ignored});
  file = {};
  file.record2.clear();
  EXPECT_EQ(found(read(file)), Kinds{metadata_missing});
  file = {};
  file.cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1</Increment><Offset/>";
  EXPECT_EQ(found(read(file)), Kinds{empty_element});
}

TEST(X3pReader, checksums_stand_bare_or_as_md5sum_writes_them) {
  HandMade file;
  const std::string right = md5_of(HandMade::bytes_of(file.main_xml()));
  for (const std::string& form : {right, right + "\n", right + " *main.xml\r\n", right + "  main.xml\n"}) {
    file.checksum = form;
    EXPECT_EQ(found(read(file)), Kinds{}) << form;
  }
}

TEST(X3pReader, a_part_without_a_checksum_is_read_and_said_so) {
  HandMade file;
  file.data = "<DataLink><PointDataLink>bindata/data.bin</PointDataLink></DataLink>";
  EXPECT_EQ(found(read(file)), Kinds{no_checksum});
}

TEST(X3pReader, a_name_in_another_case_or_with_backslashes_is_found) {
  HandMade file;
  file.data = "<DataLink><PointDataLink>BINDATA\\Data.bin</PointDataLink><MD5ChecksumPointData>" +
              md5_of(HandMade::bytes_of(file.points)) + "</MD5ChecksumPointData></DataLink>";
  EXPECT_EQ(found(read(file)), Kinds{odd_names});
}

TEST(X3pReader, texts_that_are_not_safe_to_show_are_replaced) {
  HandMade file;
  file.record2 =
      "<Record2><Creator>a&#27;[31mb</Creator><Comment>\xFF\xFE</Comment><Instrument/><ProbingSystem/></Record2>";
  const X3p scan = read(file);
  EXPECT_EQ(scan.metadata.creator, "a?[31mb");
  EXPECT_EQ(scan.metadata.comment, "??");
  EXPECT_EQ(found(scan), (Kinds{text_replaced, text_replaced}));
}

TEST(X3pReader, units_are_doubted_and_nothing_is_scaled) {
  HandMade file;
  file.cx = file.cy = "<AxisType>I</AxisType><DataType>D</DataType><Increment>5</Increment>";
  file.points = HandMade::raw<double>({1, 2, 3, 4});
  const X3p scan = read(file);
  EXPECT_EQ(found(scan), (Kinds{lateral_units, height_units}));
  EXPECT_EQ(scan.map.pitch_x_m, 5);
  EXPECT_EQ(scan.map.heights_m[3], 4);
  EXPECT_NE(scan.findings[0].detail.find("micrometres"), std::string::npos);
  file = {};
  file.points = HandMade::raw<double>({1, 2, 3, 4});
  EXPECT_EQ(found(read(file)), Kinds{height_units});
}

TEST(X3pReader, a_file_that_is_not_there_is_refused_by_its_name) {
  const auto scan = read_x3p(std::string{"no/such.x3p"});
  ASSERT_FALSE(scan);
  EXPECT_NE(scan.error().text.find("no/such.x3p"), std::string::npos);
}

}  // namespace
}  // namespace lotline::surface
