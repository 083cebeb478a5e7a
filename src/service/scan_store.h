#pragma once
// What is kept of scans beside the register: originals by their hash, and what comparing and searching need of each
// surface. All of it can be made again from the originals; the register itself rests on none of it. Implemented by
// storage/.

#include <functional>
#include <optional>
#include <string>

#include "seizure/replica.h"
#include "surface/mark.h"

namespace lotline::service {

/// A surface: one mark of one file, turned right side out when the file is of a negative cast.
struct SurfaceKey {
  std::string sha256;
  surface::Mark mark{};
  bool negative = false;

  friend auto operator<=>(const SurfaceKey&, const SurfaceKey&) = default;
};

/// What was worked out from it.
struct KeptSurface {
  std::string made_by;     ///< versions and options that made the rest
  std::string unsuitable;  ///< why it cannot be compared; empty when it can, and then the next are there
  std::string features;    ///< bytes of comparison::Features
  std::string signature;   ///< bytes of search::Signature
};

class ScanStore {
 public:
  virtual ~ScanStore() = default;

  [[nodiscard]] virtual std::optional<KeptSurface> find(const SurfaceKey& key) = 0;
  /// Takes the place of what was kept under the key; on the disk when it returns.
  virtual void keep(const SurfaceKey& key, const KeptSurface& surface) = 0;
  /// The versions under which a surface is kept, without its bytes; nothing when it is not.
  [[nodiscard]] virtual std::optional<std::string> made_by(const SurfaceKey& key) = 0;
  /// Bytes of features alone; any thread.
  [[nodiscard]] virtual std::optional<std::string> features(const SurfaceKey& key) = 0;

  /// Keeps a copy of the file under its hash, or, with `copy` false, where it lies.
  virtual Result<void> keep_original(const std::string& sha256, const std::string& path, bool copy) = 0;
  /// The path of the kept copy, or where the file was when it was enrolled. REQUIRES nothing of what lies there now.
  [[nodiscard]] virtual std::optional<std::string> original(const std::string& sha256) = 0;
};

}  // namespace lotline::service
