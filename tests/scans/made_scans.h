#pragma once
// Scan files for tests, of made-up surfaces: waves in all directions, in a folder that goes away.

#include <filesystem>
#include <fstream>
#include <string>

#include "comparison/noise_surface.h"
#include "surface/x3p_writer.h"

namespace lotline {

/// A folder of this test's own.
class ScanFolder {
 public:
  ScanFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "lotline-scans-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~ScanFolder() { std::filesystem::remove_all(path_); }
  ScanFolder(const ScanFolder&) = delete;
  ScanFolder& operator=(const ScanFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string folder() const { return path_.string(); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  /// A scan of a gun's surface at a pose, its own noise with it.
  std::string scan(const std::string& name, std::uint64_t gun, const comparison::Pose& pose,
                   std::uint64_t noise_seed) const {
    comparison::NoiseOptions options;
    options.points = 165;
    options.inner_um = 300;
    options.outer_um = 950;
    options.noise = 0.3;
    options.noise_seed = noise_seed;
    const auto made = comparison::noise_surface(gun, pose, options);
    surface::X3p scan;
    scan.map = {made.columns, made.rows, made.pitch_um * 1e-6, made.pitch_um * 1e-6, {}};
    for (std::size_t i = 0; i < made.present.size(); ++i)
      scan.map.heights_m.push_back(made.present[i] == 0 ? surface::missing : made.heights_um[i] * 1e-6);
    scan.metadata = surface::software_metadata("Lotline tests", "2026-01-31T08:15:00Z", "made up");
    EXPECT_TRUE(surface::write_x3p(path(name), scan));
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace lotline
