// Comparisons frozen exactly: of generated scans that lie in this folder, every number that a comparison gives, bit by
// bit. Another answer is another score_version. LOTLINE_FREEZE=1 makes the scans and the numbers anew.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/instruction_set.h"
#include "comparison/compare.h"
#include "comparison/published_counts.h"
#include "surface/generated_scan.h"
#include "surface/x3p_reader.h"
#include "surface/x3p_writer.h"

namespace lotline {
namespace {

const std::string kFolder = LOTLINE_SOURCE_DIR "/tests/conformance/";
/// Two firings of a gun, a gun of another make, a gun of the first's make, and a quarter of the second firing.
const std::vector<std::string> kScans{"gun_4_firing_0", "gun_4_firing_1", "gun_7_firing_0", "gun_14_firing_0",
                                      "gun_4_firing_1_part"};

surface::Prepared as_it_is(const surface::HeightMap& map) {
  surface::Prepared made;
  made.columns = map.columns;
  made.rows = map.rows;
  made.pitch_um = map.pitch_x_m * 1e6;
  for (const double height : map.heights_m) {
    made.present.push_back(std::isnan(height) ? 0 : 1);
    made.heights_um.push_back(std::isnan(height) ? 0.0F : static_cast<float>(height * 1e6));
  }
  return made;
}

void write_scan(const std::string& name, std::size_t gun, std::size_t firing, bool part) {
  surface::GeneratedOptions options;
  options.pitch_um = 12.5;
  const auto mark = surface::generated_mark(options, surface::generated_gun(options, gun),
                                            surface::generated_firing(options, gun, firing));
  surface::X3p scan;
  scan.metadata = surface::software_metadata("Lotline", "2026-01-01T00:00:00Z", "generated: nobody fired this");
  scan.map.columns = mark.columns;
  scan.map.rows = mark.rows;
  scan.map.pitch_x_m = scan.map.pitch_y_m = mark.pitch_um * 1e-6;
  for (std::size_t i = 0; i < mark.present.size(); ++i) {
    const bool there =
        mark.present[i] != 0 && (!part || (i % mark.columns > mark.columns / 2 && 2 * i > mark.present.size()));
    scan.map.heights_m.push_back(there ? static_cast<double>(mark.heights_um[i]) * 1e-6 : surface::missing);
  }
  ASSERT_TRUE(surface::write_x3p(kFolder + name + ".x3p", scan, {.stored_as = surface::NumberType::int16}));
}

std::string bits(const std::string& a, const std::string& b, const comparison::Comparison& found,
                 const comparison::PublishedCounts& counts) {
  return fmt::format("{},{},{:a},{:a},{:a},{:a},{:a},{:a},{},{},{},{},{}\n", a, b, found.score,
                     found.a_from_b.rotation_deg, found.a_from_b.tx_um, found.a_from_b.ty_um, found.correlation,
                     found.overlap_share, found.cells_congruent, found.cells_compared, counts.cmc_original_ab,
                     counts.cmc_original_ba, counts.cmc_high);
}

std::string compared() {
  std::vector<comparison::Features> features;
  for (const std::string& name : kScans) {
    const auto scan = surface::read_x3p(kFolder + name + ".x3p");
    if (!scan) return scan.error().text;
    features.push_back(comparison::features(as_it_is(scan->map)));
  }
  std::string text =
      "a,b,score,rotation_deg,tx_um,ty_um,correlation,overlap_share,cells_congruent,cells_compared,cmc_original_ab,"
      "cmc_original_ba,cmc_high\n";
  for (std::size_t i = 0; i < features.size(); ++i)
    for (std::size_t j = i + 1; j < features.size(); ++j) {
      const auto found = comparison::compare(features[i], features[j]);
      text += bits(kScans[i], kScans[j], found, comparison::published_counts(features[i], features[j], found.a_from_b));
    }
  return text;
}

std::string frozen() {
  std::ifstream file(kFolder + "frozen.csv");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ComparisonConformance, every_number_is_the_frozen_one_with_every_instruction_set) {
  if (std::getenv("LOTLINE_FREEZE") != nullptr) {
    write_scan(kScans[0], 4, 0, false);
    write_scan(kScans[1], 4, 1, false);
    write_scan(kScans[2], 7, 0, false);
    write_scan(kScans[3], 14, 0, false);
    write_scan(kScans[4], 4, 1, true);
    std::ofstream(kFolder + "frozen.csv") << compared();
  }
  for (const InstructionSet set : kInstructionSets) {
    if (!processor_has(set)) continue;
    limit_instruction_set(set);
    EXPECT_EQ(compared(), frozen()) << word(set);
  }
  limit_instruction_set(InstructionSet::avx512);
}

}  // namespace
}  // namespace lotline
