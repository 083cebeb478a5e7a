// Scans that are damaged, that lie about themselves, or that were made to harm whoever opens them.

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <algorithm>

#include "surface/refusals.h"
#include "surface/x3p_fixture.h"
#include "surface/x3p_reader.h"
#include "surface/zip_archive.h"

namespace lotline::surface {
namespace {

int refused(const std::vector<std::byte>& bytes) {
  const auto scan = read_x3p(std::span<const std::byte>(bytes));
  return scan ? 0 : scan.error().number;
}
int refused(const HandMade& file) { return refused(file.packed()); }

TEST(X3pRefused, what_is_no_archive) {
  EXPECT_EQ(refused(std::vector<std::byte>{}), no_x3p.number);
  EXPECT_FALSE(ZipArchive::open({})) << "its library takes no bytes for an archive without files";
  EXPECT_EQ(refused(std::vector<std::byte>(1000, std::byte{'x'})), no_x3p.number);
  const std::string no_entries = std::string("PK\x05\x06") + std::string(18, '\0');
  const auto bytes = HandMade::bytes_of(no_entries);
  EXPECT_EQ(refused(std::vector<std::byte>(bytes.begin(), bytes.end())), no_x3p.number);
  const std::string text = "hello";
  EXPECT_EQ(refused(write_zip({{"readme.txt", HandMade::bytes_of(text)}})), no_x3p.number);
}

TEST(X3pRefused, a_file_cut_off_anywhere) {
  const auto whole = HandMade{}.packed();
  ASSERT_EQ(refused(whole), 0);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(refused(std::vector<std::byte>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), 0)
        << size;
}

TEST(X3pRefused, a_changed_byte_never_changes_a_height_in_silence) {
  const auto whole = HandMade{}.packed();
  const auto right = read_x3p(std::span<const std::byte>(whole)).value();
  std::size_t refusals = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto changed = whole;
    changed[at] ^= std::byte{0x41};
    const auto scan = read_x3p(std::span<const std::byte>(changed));
    refusals += scan ? 0 : 1;
    if (scan) {
      EXPECT_EQ(scan->map.heights_m, right.map.heights_m) << at;
    }
  }
  EXPECT_GT(refusals, whole.size() / 2);
}

TEST(X3pRefused, parts_that_are_not_what_their_checksum_was_made_of) {
  HandMade file;
  file.checksum = std::string(32, '0');
  EXPECT_EQ(refused(file), checksum_differs.number);
  file.checksum = "not a checksum";
  EXPECT_EQ(refused(file), checksum_differs.number);
  file = {};
  const std::string wrong = "<MD5ChecksumPointData>" + std::string(32, '0') + "</MD5ChecksumPointData>";
  file.data = "<DataLink><PointDataLink>bindata/data.bin</PointDataLink>" + wrong + "</DataLink>";
  EXPECT_EQ(refused(file), checksum_differs.number);
  file = {};
  file.valid = "\x0F";
  file.data =
      "<DataLink><PointDataLink>bindata/data.bin</PointDataLink><ValidPointsLink>bindata/valid.bin</ValidPointsLink>"
      "<MD5ChecksumValidPoints>" +
      std::string(32, '0') + "</MD5ChecksumValidPoints></DataLink>";
  EXPECT_EQ(refused(file), checksum_differs.number);
}

TEST(X3pRefused, sizes_that_do_not_fit) {
  HandMade file;
  file.points = HandMade::raw<double>({1e-6, 2e-6, 3e-6});
  EXPECT_EQ(refused(file), data_size.number);
  file.points = HandMade::raw<double>({1e-6, 2e-6, 3e-6, 4e-6, 5e-6});
  EXPECT_EQ(refused(file), data_size.number);
  file = {};
  file.valid = "\x0F\x0F";
  EXPECT_EQ(refused(file), data_size.number);
  file = {};
  file.data = "<DataList><Datum>1</Datum></DataList>";
  EXPECT_EQ(refused(file), data_size.number);
}

std::string matrix(std::string_view x, std::string_view y, std::string_view z) {
  return fmt::format("<MatrixDimension><SizeX>{}</SizeX><SizeY>{}</SizeY><SizeZ>{}</SizeZ></MatrixDimension>", x, y, z);
}

TEST(X3pRefused, announced_sizes_are_judged_before_memory_is_taken) {
  HandMade file;
  file.dimension = matrix("4294967296", "4294967296", "1");  // 2^64 points: the product wraps to nought
  EXPECT_EQ(refused(file), scan_too_large.number);
  file.dimension = matrix("9223372036854775807", "2", "1");
  EXPECT_EQ(refused(file), scan_too_large.number);
  file.dimension = matrix("100000", "100000", "1");
  EXPECT_EQ(refused(file), scan_too_large.number);
  file.dimension = matrix("8000", "8000", "1");  // may be, but the file holds four points
  EXPECT_EQ(refused(file), data_size.number);
  file.dimension = "<ListDimension>9223372036854775807</ListDimension>";
  EXPECT_EQ(refused(file), scan_too_large.number);
  for (const char* size : {"18446744073709551616", "-1", "2.0", "", "0x2", "2 2"}) {
    file.dimension = matrix(size, "2", "1");
    EXPECT_EQ(refused(file), bad_element.number) << size;
  }
}

TEST(X3pRefused, a_surface_without_points_or_with_layers_and_a_profile) {
  HandMade file;
  file.dimension = matrix("0", "2", "1");
  EXPECT_EQ(refused(file), empty_scan.number);
  file.dimension = "<ListDimension>0</ListDimension>";
  EXPECT_EQ(refused(file), empty_scan.number);
  file.dimension = matrix("2", "2", "2");
  EXPECT_EQ(refused(file), not_a_surface.number);
  file.dimension = "<ListDimension>4</ListDimension>";
  EXPECT_EQ(refused(file), not_a_surface.number);
  file = {};
  file.feature = "PRF";
  EXPECT_EQ(refused(file), not_a_surface.number);
}

TEST(X3pRefused, a_bomb_of_noughts) {
  HandMade file;
  const std::string main(std::size_t{70} << 20, ' ');
  EXPECT_EQ(refused(file.packed(main)), scan_too_large.number);
  file.points = std::string(std::size_t{70} << 20, '\0');
  EXPECT_EQ(refused(file), data_size.number);
  file = {};
  file.others["a.bin"] = std::string(std::size_t{70} << 20, '\0');  // never unpacked
  EXPECT_EQ(refused(file), 0);
}

/// The archive with what its directory tells of an entry written over, at a place in the directory's record.
std::vector<std::byte> told(std::vector<std::byte> archive, std::string_view name, std::size_t place,
                            std::uint32_t what) {
  const std::string_view text(reinterpret_cast<const char*>(archive.data()), archive.size());
  const auto at = text.rfind(name);
  EXPECT_NE(at, text.npos);
  std::memcpy(archive.data() + at - 46 + place, &what, sizeof what);
  return archive;
}
std::vector<std::byte> lying(std::vector<std::byte> archive, std::string_view name, std::uint32_t size) {
  return told(std::move(archive), name, 24, size);
}

TEST(X3pRefused, an_entry_that_lies_about_its_size) {
  HandMade file;
  EXPECT_EQ(refused(lying(file.packed(), "bindata/data.bin", 24)), data_size.number);
  file.dimension = matrix("3", "1", "1");
  EXPECT_EQ(refused(lying(file.packed(), "bindata/data.bin", 24)), damaged_archive.number);
  file.dimension = matrix("5", "1", "1");
  EXPECT_EQ(refused(lying(file.packed(), "bindata/data.bin", 40)), damaged_archive.number);
  file.dimension = matrix("8000", "8000", "1");
  EXPECT_EQ(refused(lying(file.packed(), "bindata/data.bin", 512'000'000)), damaged_archive.number);
}

/// What the first entry's reader was handed before the end or the refusal.
struct Handed {
  int refused = 0;
  std::size_t bytes = 0;
  std::size_t largest = 0;  ///< of its blocks
};
constexpr std::size_t kBlock = 1'000;
Handed handed(const std::vector<std::byte>& bytes) {
  Handed result;
  ZipArchive archive = ZipArchive::open(bytes).value();
  const auto read =
      archive.read(archive.files().front(), kBlock, [&](std::span<const std::byte> block) -> Result<void> {
        result.bytes += block.size();
        result.largest = std::max(result.largest, block.size());
        return {};
      });
  if (!read) result.refused = read.error().number;
  return result;
}

TEST(X3pRefused, an_entry_before_more_comes_out_of_it_than_it_says) {
  const std::string text(10 * kBlock, 'x');
  const auto archive = write_zip({{"entry", HandMade::bytes_of(text)}});
  EXPECT_EQ(handed(archive).bytes, text.size());
  const auto longer = handed(lying(archive, "entry", 4 * kBlock));
  EXPECT_EQ(longer.refused, damaged_archive.number);
  EXPECT_LE(longer.bytes, 4 * kBlock);
  const auto beyond_belief = handed(lying(archive, "entry", 512'000'000));
  EXPECT_EQ(beyond_belief.refused, damaged_archive.number);
  EXPECT_EQ(beyond_belief.bytes, 0U) << "no memory is asked for on the word of a few bytes";
}

TEST(X3pRefused, an_entry_that_is_damaged_behind_its_first_block) {
  const std::string text(10 * kBlock, 'x');
  const auto damaged = handed(told(write_zip({{"entry", HandMade::bytes_of(text)}}), "entry", 16, 0));  // its CRC
  EXPECT_EQ(damaged.refused, damaged_archive.number);
  EXPECT_LE(damaged.bytes, text.size());
  EXPECT_LE(damaged.largest, kBlock);
}

TEST(X3pRefused, entries_that_are_encrypted_or_packed_otherwise) {
  const auto with = [](std::size_t at, char value) {
    auto archive = HandMade{}.packed();
    const std::string_view text(reinterpret_cast<const char*>(archive.data()), archive.size());
    archive[text.rfind("bindata/data.bin") - 46 + at] = static_cast<std::byte>(value);
    return refused(archive);
  };
  EXPECT_EQ(with(8, 1), unknown_packing.number);    // the flag that says encrypted
  EXPECT_EQ(with(10, 12), unknown_packing.number);  // bzip2
}

TEST(X3pRefused, a_file_larger_than_any_scan_before_it_is_looked_into) {
  // Pages that nobody touches take no memory.
  constexpr std::size_t kSize = kLargestFile + 1;
  void* const pages = mmap(nullptr, kSize, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  ASSERT_NE(pages, MAP_FAILED);
  const auto scan = read_x3p(std::span(static_cast<const std::byte*>(pages), kSize));
  EXPECT_EQ(scan.error().number, scan_too_large.number);
  munmap(pages, kSize);
}

TEST(X3pRefused, names_that_leave_the_archive_or_stand_twice) {
  for (const char* name : {"../main.xml", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"}) {
    HandMade file;
    file.others[name] = "x";
    EXPECT_EQ(refused(file), unsafe_archive.number) << name;
  }
  for (const char* path : {"../data.bin", "/bindata/data.bin", "bindata/../../data.bin", "..\\data.bin"}) {
    HandMade file;
    file.data = fmt::format("<DataLink><PointDataLink>{}</PointDataLink></DataLink>", path);
    EXPECT_EQ(refused(file), unsafe_archive.number) << path;
  }
  HandMade file;
  file.others["MAIN.XML"] = "x";
  EXPECT_EQ(refused(file), unsafe_archive.number);
  file = {};
  file.others["bindata\\data.bin"] = "x";
  EXPECT_EQ(refused(file), unsafe_archive.number);
  file = {};
  file.data = "<DataLink><PointDataLink>BINDATA/DATA.BIN</PointDataLink></DataLink>";
  file.others["bindata/Data.bin"] = "x";
  EXPECT_EQ(refused(file), unsafe_archive.number);
  file = {};
  for (int i = 0; i < 1001; ++i) file.others[std::to_string(i)] = "";
  EXPECT_EQ(refused(file), scan_too_large.number);
}

TEST(X3pRefused, entities_however_they_are_hidden) {
  HandMade file;
  std::string bomb = "<!DOCTYPE lolz [<!ENTITY a \"ha\">";
  for (char c = 'b'; c <= 'j'; ++c)
    bomb += fmt::format("<!ENTITY {} \"&{};&{};&{};&{};\">", c, c - 1, c - 1, c - 1, c - 1);
  file.declaration += bomb + "]>";
  EXPECT_EQ(refused(file), unsafe_xml.number);
  file = {};
  file.declaration += "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
  EXPECT_EQ(refused(file), unsafe_xml.number);
  // In UTF-16 the words are not found by their bytes; the parser's own node tells.
  std::string wide = "\xFF\xFE";
  for (const char c : std::string{"<!DOCTYPE x [<!ENTITY a \"b\">]><x/>"}) wide += {c, '\0'};
  EXPECT_EQ(refused(HandMade{}.packed(wide)), unsafe_xml.number);
}

TEST(X3pRefused, xml_that_is_none_or_too_much) {
  EXPECT_EQ(refused(HandMade{}.packed("")), bad_main_xml.number);
  EXPECT_EQ(refused(HandMade{}.packed("<a><b></a>")), bad_main_xml.number);
  EXPECT_EQ(refused(HandMade{}.packed("<a/>")), missing_element.number);
  std::string many = "<a>";
  for (int i = 0; i < 6'000'001; ++i) many += "<b/>";
  EXPECT_EQ(refused(HandMade{}.packed(many + "</a>")), scan_too_large.number);
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  for (int i = 0; i < 1'000'000; ++i) deep += "</a>";
  EXPECT_EQ(refused(HandMade{}.packed(deep)), missing_element.number);
}

TEST(X3pRefused, what_main_xml_must_say_and_does_not) {
  const auto without = [](std::string HandMade::* part, std::string_view text) {
    HandMade file;
    std::string& whole = file.*part;
    whole.erase(whole.find(text), text.size());
    return refused(file);
  };
  EXPECT_EQ(without(&HandMade::cx, "<AxisType>I</AxisType>"), missing_element.number);
  EXPECT_EQ(without(&HandMade::cz, "<DataType>D</DataType>"), missing_element.number);
  EXPECT_EQ(without(&HandMade::cy, "<Increment>5e-6</Increment>"), missing_element.number);
  EXPECT_EQ(without(&HandMade::dimension, "<SizeY>2</SizeY>"), missing_element.number);
  HandMade file;
  file.dimension.clear();
  EXPECT_EQ(refused(file), missing_element.number);
  file = {};
  file.data = "<Nothing/>";
  EXPECT_EQ(refused(file), missing_element.number);
  file.data = "<DataLink><PointDataLink>bindata/none.bin</PointDataLink></DataLink>";
  EXPECT_EQ(refused(file), data_missing.number);
  file.data =
      "<DataLink><PointDataLink>bindata/data.bin</PointDataLink><ValidPointsLink>v</ValidPointsLink></DataLink>";
  EXPECT_EQ(refused(file), data_missing.number);
}

TEST(X3pRefused, values_that_cannot_be) {
  for (const char* axis :
       {"<AxisType>X</AxisType><DataType>D</DataType><Increment>1</Increment>",
        "<AxisType>I</AxisType><DataType>Q</DataType><Increment>1</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>0</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>1e-16</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>-1e10</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>1</Increment><Offset>1e10</Offset>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>1,5</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>nan</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>1e999</Increment>",
        "<AxisType>I</AxisType><DataType>D</DataType><Increment>1e-6</Increment><Offset>inf</Offset>"}) {
    HandMade file;
    file.cx = axis;
    EXPECT_EQ(refused(file), bad_element.number) << axis;
  }
  HandMade file;
  file.cz = HandMade{}.cx;
  EXPECT_EQ(refused(file), bad_element.number);
  file = {};
  file.more_axes = "<Rotation><r11>x</r11></Rotation>";
  EXPECT_EQ(refused(file), bad_element.number);
}

TEST(X3pRefused, points_in_main_xml_that_are_no_numbers) {
  for (const char* datum : {"x", "1e-6;2e-6", "1e-6 2e-6", ";", "1e-6x"}) {
    HandMade file;
    file.points.clear();
    file.data = fmt::format("<DataList><Datum>{}</Datum><Datum/><Datum/><Datum/></DataList>", datum);
    EXPECT_EQ(refused(file), bad_datum.number) << datum;
  }
}

TEST(X3pRefused, lists_that_are_no_grid) {
  HandMade file;
  file.cx = file.cy = file.cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1</Increment>";
  file.dimension = "<ListDimension>4</ListDimension>";
  const double nan = missing;
  const std::vector<std::vector<double>> lists{
      {0, 0, 1, 1, 0, 1, 2.3, 0, 1, 3, 0, 1},                  // 2.3 lies between places
      {0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 1},                    // two points on one place
      {0, 0, 1, 1e-3, 1e-3, 1, 1, 1, 1, 0.5, 0.5, 1},          // a million places for four points
      {1, 1, 1, nan, nan, nan, nan, nan, nan, nan, nan, nan},  // one place
      {nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan}};
  for (const auto& list : lists) {
    file.points = HandMade::raw(list);
    EXPECT_EQ(refused(file), points_off_grid.number) << list[3];
  }
  file.points = HandMade::raw<double>({0, 0, 1, 1e300, 0, 1, -1e300, 0, 1, 1, 1, 1});
  EXPECT_EQ(refused(file), points_off_grid.number);
  file.points = HandMade::raw<double>({0, 0, 1, 1e-200, 0, 1, 0, 1e-200, 1, 1e-200, 1e-200, 1});
  EXPECT_EQ(refused(file), points_off_grid.number);
  file.points = HandMade::raw<double>({nan, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1});
  EXPECT_EQ(refused(file), bad_datum.number);
}

}  // namespace
}  // namespace lotline::surface
