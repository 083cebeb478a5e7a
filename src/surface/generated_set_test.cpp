#include "surface/generated_set.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/refusals.h"
#include "surface/refusals.h"

namespace lotline::surface {
namespace {

namespace fs = std::filesystem;

class GeneratedSetFolder : public ::testing::Test {
 protected:
  GeneratedSetFolder() {
    std::string name = testing::TempDir() + "lotline_generated_XXXXXX";
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    set_.guns = set_.firings = 1;
    set_.options.pitch_um = 50;
  }
  ~GeneratedSetFolder() override { fs::remove_all(folder_); }

  /// The refusal's number; 0 when the set was written.
  [[nodiscard]] int written(const fs::path& into) const {
    const auto done = write_generated_set(set_, into.string(), [](std::size_t) {});
    return done ? 0 : done.error().number;
  }

  fs::path folder_;
  GeneratedSet set_;
};

TEST_F(GeneratedSetFolder, options_that_make_no_set_are_refused_before_anything_is_written) {
  const GeneratedSet good = set_;
  const auto refused = [&](const auto& spoil) {
    set_ = good;
    spoil(set_);
    return written(folder_ / "none");
  };
  EXPECT_EQ(refused([](auto& set) { set.firings = 0; }), bad_generated_set.number);
  EXPECT_EQ(refused([](auto& set) { set.guns = 100'001; }), bad_generated_set.number);
  EXPECT_EQ(refused([](auto& set) { set.options.makes = 0; }), bad_generated_set.number);
  EXPECT_EQ(refused([](auto& set) { set.options.difficulty = 1.5; }), bad_generated_set.number);
  EXPECT_EQ(refused([](auto& set) { set.options.pitch_um = 0.5; }), bad_generated_set.number);
  EXPECT_FALSE(fs::exists(folder_ / "none"));
}

TEST_F(GeneratedSetFolder, a_set_is_written_once) {
  EXPECT_EQ(written(folder_), 0);
  EXPECT_TRUE(fs::exists(folder_ / "gun0000-0.x3p"));
  EXPECT_TRUE(fs::exists(folder_ / generated_truth_file));
  EXPECT_EQ(written(folder_), set_exists.number);
}

TEST_F(GeneratedSetFolder, what_cannot_be_written_is_refused) {
  ASSERT_EQ(written(folder_ / "set"), 0);
  EXPECT_EQ(written(folder_ / "set" / "gun0000-0.x3p" / "inner"), unwritable_file.number) << "below a file";
  fs::create_directory(folder_ / "other");
  fs::create_symlink("/nowhere/truth.csv", folder_ / "other" / generated_truth_file);
  EXPECT_EQ(written(folder_ / "other"), unwritable_file.number) << "truth.csv leads nowhere";
}

TEST_F(GeneratedSetFolder, no_scan_is_made_where_it_cannot_be_seen_whether_a_set_stands) {
  fs::create_symlink(generated_truth_file, folder_ / generated_truth_file);
  EXPECT_EQ(written(folder_), unwritable_file.number) << "truth.csv leads to itself";
  EXPECT_FALSE(fs::exists(folder_ / "gun0000-0.x3p"));
}

}  // namespace
}  // namespace lotline::surface
