#include "simulation/truth.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace lotline::simulation {

namespace {

namespace fs = std::filesystem;

class TruthTest : public ::testing::Test {
 protected:
  TruthTest() {
    std::string pattern = (fs::temp_directory_path() / "lotline-truth-XXXXXX").string();
    EXPECT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  ~TruthTest() override { fs::remove_all(folder_); }

  static TrueFind find() {
    TrueFind made;
    made.id = "F00003";
    made.kind = DiversionKind::transit;
    made.holder = "WHO-1";
    made.others = {"CARRIER-1"};
    made.on = day_of(2019, 5, 4);
    made.country = "BR";
    made.place = "District 1 (simulated)";
    made.recorded = true;
    made.count = 41;
    TrueLine line;
    line.kind = DiversionKind::transit;
    line.marks.headstamp = "KVB 8?";
    line.marks.calibre = "7.62x51";
    line.count = 40;
    line.stamp = "KVB 87";
    line.maker = "MK-KVB";
    line.lot = "012-KVB-87";
    line.made = 1987;
    line.holder = "WHO-1";
    line.diversion = "D0002";
    line.ref = "find-F00003-1";
    line.exhibit = 77;
    made.lines.push_back(line);
    line.count = 1;
    line.marks.calibre.clear();
    made.lines.push_back(line);
    return made;
  }
  static std::string text_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  fs::path folder_;
};

}  // namespace

TEST_F(TruthTest, each_thing_is_one_line_and_says_that_it_is_simulated) {
  const std::string path = folder_ / "truth.jsonl";
  auto truth = TruthFiles::open(path, "").value();
  truth.begin(Options{});
  truth.take(find());
  truth.take(TrueDiversion{
      "D0002", DiversionKind::transit, "WHO-1", day_of(2001, 2, 3), day_of(2002, 3, 4), 500, "theft", {"CARRIER-1"}});
  ASSERT_TRUE(truth.finish().has_value());
  EXPECT_EQ(
      text_of(path),
      "{\"what\":\"simulation\",\"simulated\":true,\"format\":1,\"movements\":10000,\"seed\":\"1\",\"variant\":"
      "\"standard\",\"state\":\"BR\"}\n"
      "{\"what\":\"find\",\"simulated\":true,\"id\":\"F00003\",\"kind\":\"transit\",\"holder\":\"WHO-1\",\"others\":"
      "[\"CARRIER-1\"],\"found_on\":\"2019-05-04\",\"found_in\":\"BR\",\"place\":\"District 1 (simulated)\","
      "\"fired\":false,\"recorded\":true,\"count\":41,\"lines\":["
      "{\"headstamp\":\"KVB 8?\",\"calibre\":\"7.62x51\",\"colours\":\"\",\"lot_mark\":\"\",\"year\":\"\","
      "\"package\":\"\",\"count\":40,\"stamp\":\"KVB 87\",\"maker\":\"MK-KVB\",\"lot\":\"012-KVB-87\",\"made\":1987,"
      "\"kind\":\"transit\",\"holder\":\"WHO-1\",\"diversion\":\"D0002\",\"ref\":\"find-F00003-1\",\"exhibit\":77},"
      "{\"headstamp\":\"KVB 8?\",\"calibre\":\"\",\"colours\":\"\",\"lot_mark\":\"\",\"year\":\"\",\"package\":\"\","
      "\"count\":1,\"stamp\":\"KVB 87\",\"maker\":\"MK-KVB\",\"lot\":\"012-KVB-87\",\"made\":1987,\"kind\":\"transit\","
      "\"holder\":\"WHO-1\",\"diversion\":\"D0002\",\"ref\":\"find-F00003-1\",\"exhibit\":77}]}\n"
      "{\"what\":\"diversion\",\"simulated\":true,\"id\":\"D0002\",\"kind\":\"transit\",\"holder\":\"WHO-1\","
      "\"first\":\"2001-02-03\",\"last\":\"2002-03-04\",\"rounds\":500,\"recorded\":\"theft\",\"others\":"
      "[\"CARRIER-1\"]}\n");
}

TEST_F(TruthTest, a_find_of_several_things_has_a_file_of_marks_with_counts) {
  auto truth = TruthFiles::open("", folder_).value();
  truth.begin(Options{});
  truth.take(find());
  TrueFind single = find();
  single.id = "F00004";
  single.count = 1;
  truth.take(single);
  ASSERT_TRUE(truth.finish().has_value());
  EXPECT_EQ(text_of(folder_ / "F00003.csv"),
            "headstamp,calibre,colours,lot_mark,year,package,count,fired,found_on,found_in,basis\n"
            "KVB 8?,7.62x51,,,,,40,no,2019-05-04,BR,simulated\n"
            "KVB 8?,,,,,,1,no,2019-05-04,BR,simulated\n");
  EXPECT_FALSE(fs::exists(folder_ / "F00004.csv"));
}

TEST_F(TruthTest, what_cannot_be_written_is_refused) {
  EXPECT_EQ(TruthFiles::open(folder_ / "no/such", "").error().name, "unwritable_file");
  EXPECT_EQ(TruthFiles::open("", folder_ / "nowhere" / "further").error().name, "unwritable_file");
  auto full = TruthFiles::open("/dev/full", "").value();
  full.begin(Options{});
  EXPECT_NE(full.finish().error().text.find("/dev/full"), std::string::npos);
  fs::create_symlink("/dev/full", folder_ / "F00003.csv");
  auto truth = TruthFiles::open("", folder_).value();
  truth.take(find());
  EXPECT_NE(truth.finish().error().text.find("F00003.csv"), std::string::npos);
}

}  // namespace lotline::simulation
