#include "marking/calibre_reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "marking/calibre_reading_key.h"

namespace lotline::marking {
namespace {

const catalogue::Catalogue& shipped() {
  static const auto catalogue = catalogue::Catalogue::load({std::filesystem::path(LOTLINE_SOURCE_DIR) / "data"});
  EXPECT_TRUE(catalogue) << catalogue.error().text;
  return *catalogue;
}

std::vector<CalibreReading> read(std::string_view text, std::optional<std::string_view> weapon = std::nullopt) {
  return read_calibre(shipped(), text, weapon);
}

std::vector<std::string> ids(std::string_view text, std::optional<std::string_view> weapon = std::nullopt) {
  std::vector<std::string> result;
  for (const CalibreReading& reading : read(text, weapon)) result.push_back(reading.id);
  return result;
}

std::string first(std::string_view text, std::optional<std::string_view> weapon = std::nullopt) {
  const auto all = ids(text, weapon);
  return all.empty() ? "" : all[0];
}

// R60
TEST(CalibreReading, the_spellings_of_one_calibre_mean_it) {
  for (const char* text : {"7.62x39", "7,62x39", "7.62 x 39", "7.62 x 39mm", "7,62 x 39 mm", "762x39", "7.62×39",
                           "7.62х39", "7.62*39", "7.62x39mm", "cal. 7.62x39", "7.62 Soviet", "7.62 M43"}) {
    EXPECT_EQ(first(text), "7.62X39") << text;
    EXPECT_TRUE(read(text)[0].exact) << text;
  }
  for (const char* text : {"9 para", "9mm Para", "9 mm Parabellum", "9MM LUGER", "9x19", "9x19mm", "9 mm", "9mm"}) {
    EXPECT_EQ(first(text), "9X19") << text;
  }
  EXPECT_EQ(first(".308 Winchester"), "308WIN");
  EXPECT_EQ(first("308 win"), "308WIN");
  EXPECT_EQ(first("38 Smith & Wesson"), "38SW");
  EXPECT_EQ(first(".38 S&W"), "38SW");
  EXPECT_EQ(first("30-06 Springfield"), "3006");
  EXPECT_EQ(first(".45 ACP"), "45ACP");
  EXPECT_EQ(first("12 gauge"), "12GA");
  EXPECT_EQ(first("12"), "12GA");
}

TEST(CalibreReading, every_name_in_the_table_means_its_calibre) {
  for (const catalogue::Calibre& calibre : shipped().calibres()) {
    for (const std::string& name : {calibre.id, calibre.cip_name, calibre.saami_name}) {
      if (name.empty()) continue;
      const auto all = ids(name);
      EXPECT_NE(std::ranges::find(all, calibre.id), all.end()) << name;
    }
    EXPECT_EQ(first(calibre.id), calibre.id);
  }
}

TEST(CalibreReading, a_missing_length_ranks_what_has_the_bore) {
  for (const char* text : {"7.62", "7,62 mm"}) {
    const auto all = ids(text);
    ASSERT_GE(all.size(), 4u) << text;
    EXPECT_EQ(all[0], "7.62X39");
    EXPECT_EQ(all[1], "7.62X51");
    for (const char* id : {"7.62X54R", "7.62X25"}) EXPECT_NE(std::ranges::find(all, id), all.end()) << id;
    EXPECT_LT(read(text)[0].probability, 0.6);
    EXPECT_FALSE(read(text)[0].exact);
  }
}

TEST(CalibreReading, the_weapon_decides_between_calibres_of_one_bore) {
  EXPECT_EQ(first(".32"), "7.65BR");
  EXPECT_EQ(first(".32", "revolver"), "32SWL");
  EXPECT_EQ(first("32", "shotgun"), "32GA");
  EXPECT_EQ(first("7.62", "pistol"), "7.62X25");
  EXPECT_EQ(first("9", "pistol"), "9X19");
  const auto revolver = read(".32", "revolver");
  EXPECT_GT(revolver[0].probability, 0.5);
}

TEST(CalibreReading, confusables_are_named) {
  const auto readings = read(".223");
  ASSERT_GE(readings.size(), 2u);
  EXPECT_EQ(readings[0].id, "223REM");
  EXPECT_EQ(readings[1].id, "5.56X45");
  EXPECT_TRUE(std::ranges::any_of(readings[0].reasons, [](const std::string& reason) {
    return reason.starts_with("easily taken for 5.56x45 NATO");
  }));
  EXPECT_TRUE(std::ranges::any_of(
      readings[1].reasons, [](const std::string& reason) { return reason.find("careless") != std::string::npos; }));
}

TEST(CalibreReading, shortened_misspelt_and_lengthened_names_are_still_read) {
  EXPECT_EQ(first("7.62x54"), "7.62X54R");
  EXPECT_EQ(first("7.62x51 NATO FMJ"), "7.62X51");
  EXPECT_EQ(first("9mm luger FMJ"), "9X19");
  EXPECT_EQ(first("5.45x38"), "5.45X39");
  EXPECT_EQ(first("Tokarev"), "7.62X25");
}

TEST(CalibreReading, the_long_list_of_names_is_asked_when_the_curated_one_has_none) {
  const auto readings = read("45-70 Government");
  ASSERT_FALSE(readings.empty());
  EXPECT_TRUE(readings[0].exact);
  EXPECT_FALSE(readings[0].weapon_classes.empty());
  EXPECT_TRUE(readings[0].reasons[0].find("list") != std::string::npos);
}

TEST(CalibreReading, probabilities_are_ranked_and_leave_room_for_none) {
  for (const char* text : {"9", "7.62", ".32", "9x19", ".223", "mauser", "45"}) {
    double sum = 0;
    double last = 1;
    for (const CalibreReading& reading : read(text)) {
      EXPECT_LE(reading.probability, last) << text;
      last = reading.probability;
      sum += reading.probability;
    }
    EXPECT_LT(sum, 1.0) << text;
    EXPECT_GT(sum, 0.0) << text;
  }
}

TEST(CalibreReading, what_is_no_calibre_gives_none) {
  for (const char* text : {"", "mm", "??", "elephant", "."}) EXPECT_TRUE(read(text).empty()) << text;
}

TEST(CalibreReading, a_name_is_folded_to_its_letters_and_digits) {
  EXPECT_EQ(joined(calibre_tokens("7,62 x 54 R")), "762x54r");
  EXPECT_EQ(joined(calibre_tokens("9mmx19")), "9x19");
  EXPECT_EQ(joined(calibre_tokens(".44 Rem. Mag.")), "44remmag");
}

}  // namespace
}  // namespace lotline::marking
