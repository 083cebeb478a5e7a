// Register files that are not one, of a newer version, cut, damaged, read-only, locked or missing: each is told by its
// number, and the file is as it was.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/commands.h"

namespace lotline::cli {

namespace {

namespace fs = std::filesystem;

struct Ran {
  int code;
  std::string output;
  std::string errors;
};

class BadFiles : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "lotline_bad_files_XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    ASSERT_EQ(run({"init", path()}).code, kDone);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name = "r.lotline") const { return (folder_ / name).string(); }

  Ran run(const std::vector<std::string>& words) {
    const World world{clock_, salts_, "lotline"};
    Session session(world);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int code = run_command(program(session), words);
    std::fflush(stdout);
    return {code, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
  }

  Ran record_a_party() {
    return run({"record", "party", "--register", path(), "--code", "F-1", "--kind", "force", "--name",
                "Simulated force", "--country", "BR"});
  }

  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }

  static void expect(const Ran& ran, int code, std::string_view refusal) {
    EXPECT_EQ(ran.code, code) << ran.errors;
    EXPECT_NE(ran.errors.find(refusal), std::string::npos) << ran.errors;
    EXPECT_TRUE(ran.output.empty()) << ran.output;
  }

  fs::path folder_;
  SystemClock clock_;
  proof::SystemSalts salts_;
};

}  // namespace

TEST_F(BadFiles, a_file_that_is_not_there_is_refused_and_not_made) {
  expect(run({"verify", path("none")}), kRefused, "7001 no_such_register");
  EXPECT_FALSE(fs::exists(path("none")));
}

TEST_F(BadFiles, a_file_that_is_no_register_is_refused) {
  write("letter.txt", "Dear sir, this is no register at all.\n");
  expect(run({"verify", path("letter.txt")}), kRefused, "7002 not_a_register");
}

TEST_F(BadFiles, a_new_register_never_takes_the_place_of_a_file) {
  const std::string before = bytes();
  expect(run({"init", path()}), kRefused, "7009 register_exists");
  EXPECT_EQ(bytes(), before);
}

TEST_F(BadFiles, a_register_cut_short_is_a_fault) {
  fs::resize_file(path(), fs::file_size(path()) / 2);
  expect(run({"verify", path()}), kFault, "7005 damaged_register");
}

TEST_F(BadFiles, a_register_of_a_newer_version_is_a_fault_and_left_alone) {
  std::string changed = bytes();
  changed[63] = 99;  // the last byte of SQLite's user_version, which carries the version of the tables
  write("r.lotline", changed);
  expect(record_a_party(), kFault, "7003 newer_register");
  EXPECT_EQ(bytes(), changed);
}

TEST_F(BadFiles, a_register_whose_pages_are_overwritten_does_not_pass) {
  ASSERT_EQ(record_a_party().code, kDone);
  std::string changed = bytes();
  const auto name = changed.find("Simulated force");
  ASSERT_NE(name, std::string::npos);
  for (auto at = name; at != std::string::npos; at = changed.find("Simulated force")) changed[at] = 'X';
  write("r.lotline", changed);
  const Ran ran = run({"verify", path()});
  EXPECT_NE(ran.code, kDone);
  EXPECT_NE(ran.errors.find("8010 verification_failed"), std::string::npos) << ran.errors;
}

TEST_F(BadFiles, a_read_only_register_can_be_verified_and_not_written) {
  fs::permissions(path(), fs::perms::owner_read);
  EXPECT_EQ(run({"verify", path()}).code, kDone);
  expect(record_a_party(), kRefused, "7006 read_only_register");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1) << "something was written beside the file";
}

TEST_F(BadFiles, a_register_locked_by_another_writer_is_refused) {
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  auto other = storage::open_sqlite(path(), storage::OpenMode::write, options);
  ASSERT_TRUE(other.has_value());
  (*other)->begin_immediate();
  expect(record_a_party(), kRefused, "7007 locked_register");
  (*other)->rollback();
  EXPECT_EQ(record_a_party().code, kDone);
}

TEST_F(BadFiles, with_json_a_refusal_is_an_object_of_stable_names) {
  const Ran ran = run({"verify", path("none"), "--json"});
  EXPECT_EQ(ran.code, kRefused);
  for (const std::string_view name :
       {"\"refused\"", "\"number\": 7001", "\"name\": \"no_such_register\"", "\"text\"", "\"field\""})
    EXPECT_NE(ran.errors.find(name), std::string::npos) << ran.errors;
}

}  // namespace lotline::cli
