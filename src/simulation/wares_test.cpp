#include "simulation/wares.h"

#include <gtest/gtest.h>

#include <set>

#include "catalogue/catalogue.h"
#include "marking/calibre_reading.h"

namespace lotline::simulation {

namespace {
const catalogue::Catalogue& tables() {
  static const auto catalogue = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  return catalogue;
}
}  // namespace

TEST(Wares, the_code_of_a_simulated_works_is_nobody_elses) {
  std::set<std::string_view> codes;
  for (const Works& maker : works()) {
    EXPECT_TRUE(codes.insert(maker.code).second) << maker.code;
    for (const auto& real : tables().headstamp_codes()) EXPECT_NE(real.code, maker.code);
    if (maker.country.empty()) continue;
    EXPECT_NE(tables().country(maker.country), nullptr) << maker.country;
  }
}

TEST(Wares, a_calibre_has_the_names_that_the_catalogue_knows) {
  const marking::CalibreReader reader(tables());
  for (const Calibre& known : calibres()) {
    ASSERT_NE(tables().calibre(known.id), nullptr) << known.id;
    for (const auto name : {known.written, known.alias}) {
      const auto readings = reader.read(name);
      ASSERT_FALSE(readings.empty()) << name;
      EXPECT_EQ(readings.front().id, known.id) << name;
    }
    const auto confused = reader.read(known.confused);
    ASSERT_FALSE(confused.empty()) << known.confused;
    EXPECT_NE(confused.front().id, known.id) << known.confused;
  }
}

TEST(Wares, every_calibre_of_a_force_is_made_by_works_of_the_smallest_state) {
  for (const ForceKind& force : force_kinds())
    for (const auto id : force.calibres) {
      int made = 0;
      for (std::size_t i = 0; i < 8; ++i) made += std::ranges::count(works()[i].calibres, id) > 0 ? 1 : 0;
      EXPECT_GT(made, 0) << force.code << " " << id;
    }
}

TEST(Wares, works_stamp_their_code_with_the_year_or_the_calibre) {
  EXPECT_EQ(stamp_of(works()[0], calibre("7.62X51"), 1987), "KVB 87");
  EXPECT_EQ(stamp_of(works()[3], calibre("40SW"), 2003), "QLM 03 40 S&W");
  EXPECT_EQ(stamp_of(works()[2], calibre("38SPL"), 1987), "SDW 38 SPL");
}

}  // namespace lotline::simulation
