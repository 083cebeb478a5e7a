#include "base/whole_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string_view>

#include "base/refusals.h"

namespace lotline {
namespace {

namespace fs = std::filesystem;

class WholeFile : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  static std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("lotline_whole_file_" + std::to_string(::getpid()));
};

TEST_F(WholeFile, what_was_written_is_read) {
  ASSERT_TRUE(write_whole_file(path("a"), bytes("one")));
  ASSERT_TRUE(write_whole_file(path("a"), bytes("two")));
  EXPECT_EQ(read_whole_file(path("a"), 3).value().size(), 3U);
  EXPECT_FALSE(fs::exists(path("a.new")));
}

TEST_F(WholeFile, a_file_above_the_bound_is_refused) {
  ASSERT_TRUE(write_whole_file(path("a"), bytes("four")));
  EXPECT_EQ(read_whole_file(path("a"), 3).error().number, unreadable_file.number);
}

TEST_F(WholeFile, what_is_not_there_or_is_a_folder_cannot_be_read) {
  EXPECT_EQ(read_whole_file(path("none"), 3).error().number, unreadable_file.number);
  EXPECT_EQ(read_whole_file(path(""), 3).error().number, unreadable_file.number);
}

TEST_F(WholeFile, a_failed_write_leaves_nothing_behind) {
  EXPECT_EQ(write_whole_file(path("no/folder"), bytes("x")).error().number, unwritable_file.number);
  fs::create_directories(path("taken/full"));
  EXPECT_EQ(write_whole_file(path("taken"), bytes("x")).error().number, unwritable_file.number);
  EXPECT_FALSE(fs::exists(path("taken.new")));
}

}  // namespace
}  // namespace lotline
