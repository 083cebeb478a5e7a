#pragma once
// Real scans for tests, where they are present: the folder of LOTLINE_SCANS, or shared/scans beside the project. Every
// test that uses them says when they are not there; no test needs them.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

namespace lotline::surface {

/// The folder `part` of the real scans; says on stdout that it is absent, and gives nothing, where it is.
inline std::optional<std::filesystem::path> real_scans(const char* part) {
  const char* const named = std::getenv("LOTLINE_SCANS");
  const std::filesystem::path folder =
      (named != nullptr ? std::filesystem::path(named)
                        : std::filesystem::path(LOTLINE_SOURCE_DIR).parent_path() / "shared" / "scans") /
      part;
  if (std::filesystem::is_directory(folder)) return folder;
  std::printf("real scans absent: no folder %s (set LOTLINE_SCANS); nothing of them is tested\n", folder.c_str());
  return std::nullopt;
}

/// Its X3P files in the order of their names.
inline std::vector<std::filesystem::path> scans_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".x3p") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace lotline::surface
