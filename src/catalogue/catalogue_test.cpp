#include "catalogue/catalogue.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"

namespace lotline::catalogue {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(LOTLINE_SOURCE_DIR) / "data";

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const Catalogue& shipped() {
  static const auto catalogue = Catalogue::load({kData});
  EXPECT_TRUE(catalogue) << catalogue.error().text;
  return *catalogue;
}

/// A State's own folder of tables, gone when the test ends.
class OwnFolder {
 public:
  OwnFolder() : path_(fs::temp_directory_path() / fmt::format("own-tables-{}-{}", getpid(), count_++)) {
    fs::create_directories(path_);
  }
  ~OwnFolder() { fs::remove_all(path_); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  /// Writes a table and the catalogue.csv that dates it.
  void write(const std::string& name, const std::string& text, const std::string& date = "2030-01-02") {
    std::ofstream(path_ / name) << text;
    std::ofstream(path_ / "catalogue.csv") << "table,version,describes,source,trust\n"
                                           << name << ',' << date << ",own table,a State,stated\n";
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  static inline int count_ = 0;
  fs::path path_;
};

std::string refusal_with(const std::string& name, const std::string& text, const std::string& date = "2030-01-02") {
  OwnFolder own;
  own.write(name, text, date);
  const auto catalogue = Catalogue::load({kData, own.path()});
  return catalogue ? "none" : catalogue.error().name + " " + catalogue.error().text;
}

const std::string kCodeHead = "code,manufacturer,country,from,to,script,kind,note,confidence,evidence,source,trust\n";

TEST(Catalogue, the_tables_that_are_shipped_are_read) {
  EXPECT_EQ(shipped().headstamp_codes().size(), 185u);
  EXPECT_EQ(shipped().calibres().size(), 60u);
  EXPECT_GT(shipped().calibre_registry().size(), 700u);
  EXPECT_EQ(shipped().countries().size(), 249u);
  ASSERT_NE(shipped().country("BR"), nullptr);
  EXPECT_EQ(shipped().country("BR")->alpha3, "BRA");
  EXPECT_EQ(shipped().country("ZZ"), nullptr);
  ASSERT_NE(shipped().calibre("7.62X39"), nullptr);
  EXPECT_EQ(shipped().calibre("7.62X39")->introduced, 1943);
  EXPECT_EQ(shipped().calibre("nothing"), nullptr);
}

TEST(Catalogue, the_trust_of_a_headstamp_row_says_what_its_source_states) {
  std::map<Trust, int> rows;
  for (const HeadstampCode& code : shipped().headstamp_codes()) {
    ++rows[code.source.trust];
    EXPECT_EQ(code.source.trust == Trust::stated, code.evidence == "code-to-maker stated by source") << code.code;
    EXPECT_EQ(code.source.trust == Trust::unverified, code.source.text.starts_with("from memory")) << code.code;
  }
  EXPECT_EQ(rows[Trust::stated], 7);
  EXPECT_EQ(rows[Trust::stated] + rows[Trust::sourced], 44);
  EXPECT_EQ(rows[Trust::unverified], 141);
}

TEST(Catalogue, a_code_knows_the_months_in_which_a_maker_used_it) {
  for (const HeadstampCode& code : shipped().headstamp_codes()) {
    if (code.code != "38") continue;
    const bool tula = code.works == "Tula Cartridge Works";
    EXPECT_EQ(code.years.share_of(1940), tula ? 1.0 : 0.0);
    EXPECT_NEAR(code.years.share_of(1941), tula ? 10 / 12.0 : 3 / 12.0, 1e-9);
    EXPECT_EQ(code.years.share_of(1943), tula ? 0.0 : 1.0);
    EXPECT_EQ(code.years.first_year(), tula ? 1937 : 1941);
    EXPECT_EQ(code.years.last_year(), tula ? std::optional(1941) : std::nullopt);
  }
}

// R2
TEST(Catalogue, every_calibre_maps_to_weapon_classes) {
  for (const Calibre& calibre : shipped().calibres()) {
    EXPECT_FALSE(calibre.weapon_classes.empty()) << calibre.id;
  }
  for (const RegistryCalibre& calibre : shipped().calibre_registry()) {
    EXPECT_FALSE(calibre.weapon_classes.empty()) << calibre.name;
  }
  EXPECT_TRUE(shipped().calibre("7.62X39")->fires_from("assault_rifle"));
  EXPECT_FALSE(shipped().calibre("9X19")->fires_from("shotgun"));
  EXPECT_NE(refusal_with("calibres.csv",
                         "id,cip_name,saami_name,metric,aliases,near_confusable,class,weapon_classes,source,trust\n"
                         "X,,,,,,pistol,,s,stated\n")
                .find("calibres.csv:2"),
            std::string::npos);
}

std::set<std::string> codes_of(std::string_view set) {
  std::set<std::string> codes;
  for (const VocabularyWord& word : shipped().words(set)) codes.insert(word.code);
  return codes;
}

// R7
TEST(Catalogue, item_classes_are_the_complete_round_and_its_four_components) {
  EXPECT_EQ(codes_of("item_class"),
            (std::set<std::string>{"complete_round", "case", "primer", "propellant", "projectile"}));
  for (const VocabularyWord& word : shipped().words("item_class")) {
    const bool component = word.code != "complete_round";
    EXPECT_EQ(word.note.find("only where the State subjects it to authorization") != std::string::npos, component);
  }
}

TEST(Catalogue, conventional_ammunition_has_words_and_stands_outside_the_protocol) {
  ASSERT_FALSE(shipped().words("conventional_ammunition").empty());
  for (const VocabularyWord& word : shipped().words("conventional_ammunition")) {
    EXPECT_EQ(word.broader, std::vector<std::string>{"conventional"}) << word.code;
  }
  ASSERT_NE(shipped().word("ammunition_scope", "conventional"), nullptr);
  EXPECT_NE(shipped().word("ammunition_scope", "conventional")->note.find("not covered"), std::string::npos);
}

// R30
TEST(Catalogue, diversion_stages_and_holders_are_those_of_the_paper) {
  EXPECT_EQ(codes_of("diversion_stage"), (std::set<std::string>{"manufacture", "pre_transfer", "transfer", "retransfer",
                                                                "post_transfer", "end_use", "disposal"}));
  EXPECT_EQ(codes_of("stock_holder"), (std::set<std::string>{"national_stockpile", "private"}));
}

// R31
TEST(Catalogue, every_diversion_modality_but_the_unknown_one_has_its_stages) {
  EXPECT_EQ(codes_of("diversion_modality").size(), 14u);
  for (const VocabularyWord& word : shipped().words("diversion_modality")) {
    EXPECT_EQ(word.broader.empty(), word.code == "D99") << word.code;
  }
}

// R42
TEST(Catalogue, trafficking_modalities_and_concealment_have_words) {
  for (const char* code :
       {"speedboat", "container", "vehicle_on_carrier", "van", "air_freight", "post", "land_ant", "postal_online"}) {
    EXPECT_NE(shipped().word("trafficking_modality", code), nullptr) << code;
  }
  EXPECT_NE(shipped().word("concealment", "in_vehicle"), nullptr);
}

// R35
TEST(Catalogue, origin_classes_say_that_a_reloaded_round_had_been_fired_before) {
  EXPECT_EQ(codes_of("origin_class"),
            (std::set<std::string>{"factory", "handloaded", "reloaded", "converted_blank", "unknown"}));
  EXPECT_NE(shipped().word("origin_class", "reloaded")->note.find("fired before"), std::string::npos);
}

TEST(Catalogue, marking_techniques_are_four) {
  EXPECT_EQ(codes_of("marking_technique"), (std::set<std::string>{"stamp", "laser", "inkjet", "label"}));
}

TEST(Catalogue, a_states_own_table_replaces_the_shipped_one_whole) {
  OwnFolder own;
  own.write("headstamp_codes.csv",
            kCodeHead + "XY,Works of the State,BR,1990,,latin,military,,high,own list,decree 1,stated\n");
  const auto catalogue = Catalogue::load({kData, own.path()});
  ASSERT_TRUE(catalogue) << catalogue.error().text;
  ASSERT_EQ(catalogue->headstamp_codes().size(), 1u);
  EXPECT_EQ(catalogue->headstamp_codes()[0].works, "Works of the State");
  EXPECT_EQ(catalogue->calibres().size(), 60u);
  EXPECT_TRUE(catalogue->version().starts_with("2030-01-02-"));
  EXPECT_EQ(catalogue->file("headstamp_codes.csv").value(), own.path() / "headstamp_codes.csv");
}

TEST(Catalogue, the_version_changes_with_the_content) {
  EXPECT_EQ(shipped().version().size(), std::string("2026-11-23-0123456789ab").size());
  OwnFolder own;
  own.write("own.csv", "anything", "2001-01-01");
  const auto catalogue = Catalogue::load({kData, own.path()});
  ASSERT_TRUE(catalogue);
  EXPECT_EQ(catalogue->version().substr(0, 10), shipped().version().substr(0, 10));
  EXPECT_NE(catalogue->version(), shipped().version());
}

TEST(Catalogue, a_bad_row_is_refused_with_file_and_line) {
  const std::string usage = "calibre,introduced,commonness,source,trust\n";
  const std::string words = "set,code,name,broader,note,source,trust\n";
  struct Case {
    const char* table;
    std::string text;
    const char* kind;
  };
  for (const Case& c : std::vector<Case>{
           {"headstamp_codes.csv", kCodeHead + "XY,W,ZZ,,,latin,military,,high,e,s,stated\n", "row_country_unknown"},
           {"headstamp_codes.csv", kCodeHead + "XY,W,BR,19x0,,latin,military,,high,e,s,stated\n", "row_year_bad"},
           {"headstamp_codes.csv", kCodeHead + "XY,W,BR,,1941-13,latin,military,,high,e,s,stated\n", "row_year_bad"},
           {"headstamp_codes.csv", kCodeHead + "XY,W,BR,1950,1940,latin,military,,high,e,s,stated\n",
            "row_years_reversed"},
           {"headstamp_codes.csv", kCodeHead + "XY,W,BR,,,latin,wooden,,high,e,s,stated\n", "row_word_unknown"},
           {"headstamp_codes.csv", kCodeHead + "XY,W,BR,,,latin,military,,sure,e,s,stated\n", "row_word_unknown"},
           {"calibre_usage.csv", usage + "9X19,1,common,s,stated\n", "row_year_bad"},
           {"calibre_usage.csv", usage + "9X19,soon,common,s,stated\n", "row_year_bad"},
           {"calibre_usage.csv", usage + "9X99,1902,common,s,stated\n", "row_word_unknown"},
           {"calibre_usage.csv", usage + "9X19,1902,often,s,stated\n", "row_word_unknown"},
           {"calibres_registry.csv", "name,standard,weapon_classes,source,trust\nA,CIP,sling,s,stated\n",
            "row_word_unknown"},
           {"vocabularies.csv", words + "diversion_modality,D1,x,nowhere,,s,stated\n", "row_word_unknown"},
           {"business_rules.csv",
            "state,activity,who,origins,licence,sales,within_days,note,source,trust\nZZ,sale,,,trade,,,,s,stated\n",
            "row_country_unknown"},
       }) {
    const std::string refusal = refusal_with(c.table, c.text);
    EXPECT_TRUE(refusal.starts_with(c.kind)) << c.text << refusal;
    EXPECT_NE(refusal.find(std::string(c.table) + ":2"), std::string::npos) << refusal;
  }
}

TEST(Catalogue, a_table_without_a_version_date_is_refused) {
  const std::string text = text_of(kData / "makers.csv");
  EXPECT_TRUE(refusal_with("makers.csv", text, "soon").starts_with("table_not_dated"));
  OwnFolder own;
  own.write("own.csv", "anything");
  std::ofstream(own.path() / "makers.csv") << text;
  const auto catalogue = Catalogue::load({kData, own.path()});
  ASSERT_FALSE(catalogue);
  EXPECT_EQ(catalogue.error().name, "table_not_dated");
}

TEST(Catalogue, a_folder_without_the_tables_is_refused) {
  OwnFolder own;
  own.write("own.csv", "anything");
  const auto catalogue = Catalogue::load({own.path()});
  ASSERT_FALSE(catalogue);
  EXPECT_EQ(catalogue.error().name, "table_missing");
  EXPECT_FALSE(Catalogue::load({"/no/such/folder"}));
}

// R40
TEST(Catalogue, reference_data_holds_no_making_instructions) {
  static constexpr std::array kForbidden{"grain",
                                         "grs",
                                         "powder charge",
                                         "charge weight",
                                         "charge of",
                                         "load data",
                                         "loading data",
                                         "powder weight",
                                         "seating depth",
                                         "crimp die",
                                         "resiz",
                                         "burn rate",
                                         "burning rate",
                                         "reloading press",
                                         "primer pocket",
                                         "decapping",
                                         "case volume",
                                         "chamber pressure",
                                         "nitrocellulose",
                                         "lead styphnate",
                                         "mercury fulminate",
                                         "how to make",
                                         "recipe",
                                         "muzzle velocity",
                                         "bullet weight"};
  std::size_t read = 0;
  for (const auto& entry : fs::directory_iterator(kData)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string text = to_lower_ascii(text_of(entry.path()));
    read += text.size();
    for (const char* words : kForbidden) {
      EXPECT_EQ(text.find(words), std::string::npos) << entry.path() << " holds \"" << words << '"';
    }
  }
  EXPECT_GT(read, 100'000u);
}

}  // namespace
}  // namespace lotline::catalogue
