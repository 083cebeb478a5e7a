#include "storage/scan_folder.h"

#include <fstream>

#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

class FolderOfScans : public RegisterFolder {
 protected:
  std::string scans_folder() const { return scan_folder_of(path); }
  static service::SurfaceKey key(char file, bool negative = false) {
    return {std::string(64, file), surface::Mark::breech_face, negative};
  }
};

TEST_F(FolderOfScans, keeps_surfaces_by_file_mark_and_cast) {
  {
    const auto scans = ScanFolder::open(scans_folder(), true).value();
    scans->keep(key('a'), {"v1", "", std::string("f\0g", 3), "s"});
    scans->keep(key('a', true), {"v1", "too little", "", ""});
    scans->keep(key('a'), {"v2", "", "other", "s"});
  }
  const auto scans = ScanFolder::open(scans_folder(), false).value();
  EXPECT_EQ(scans->find(key('a'))->made_by, "v2");
  EXPECT_EQ(scans->features(key('a')), "other");
  EXPECT_EQ(scans->find(key('a', true))->unsuitable, "too little");
  EXPECT_EQ(scans->made_by(key('a', true)), "v1");
  EXPECT_FALSE(scans->find(key('b')).has_value());
  EXPECT_FALSE(scans->made_by(key('b')).has_value());
  auto pin = key('a');
  pin.mark = surface::Mark::firing_pin;
  EXPECT_FALSE(scans->features(pin).has_value());
}

TEST_F(FolderOfScans, that_is_not_there_holds_nothing_and_is_not_made_by_reading) {
  const auto scans = ScanFolder::open(scans_folder(), false).value();
  EXPECT_FALSE(scans->find(key('a')).has_value());
  EXPECT_FALSE(scans->made_by(key('a')).has_value());
  EXPECT_FALSE(scans->features(key('a')).has_value());
  EXPECT_FALSE(scans->original(std::string(64, 'a')).has_value());
  EXPECT_FALSE(std::filesystem::exists(scans_folder()));
}

TEST_F(FolderOfScans, keeps_originals_by_their_hash_or_where_they_lie) {
  const auto scans = ScanFolder::open(scans_folder(), true).value();
  const std::string file = path + ".x3p";
  std::ofstream(file) << "scan";
  const std::string hash(64, 'a'), other(64, 'b');
  ASSERT_TRUE(scans->keep_original(hash, file, true).has_value());
  ASSERT_TRUE(scans->keep_original(other, file, false).has_value());
  const auto copy = scans->original(hash).value();
  EXPECT_EQ(copy, scans_folder() + "/x3p/aa/" + hash + ".x3p");
  std::string bytes;
  std::ifstream(copy) >> bytes;
  EXPECT_EQ(bytes, "scan");
  EXPECT_EQ(scans->original(other), file);
  EXPECT_FALSE(scans->original(std::string(64, 'c')).has_value());
  EXPECT_EQ(scans->keep_original(hash, path + ".none", true).error().name, "scan_folder_unwritable");
}

TEST_F(FolderOfScans, is_refused_where_none_can_be_made) {
  std::ofstream(scans_folder()) << "a file";
  EXPECT_EQ(ScanFolder::open(scans_folder(), true).error().name, "scan_folder_unwritable");
}

}  // namespace
}  // namespace lotline::storage
