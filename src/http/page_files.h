#pragma once
// The page's built files, read once and kept in memory, each also compressed. Served without an account: they hold
// nothing of the register.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::http {

struct PageFile {
  std::string type;
  std::string content;
  std::string gzip;               ///< empty where it would not be smaller
  std::string etag;               ///< quoted
  bool named_by_content = false;  ///< its name changes when it does, so it may be kept for a year
  std::string_view policy;        ///< Content-Security-Policy
};

class PageFiles {
 public:
  PageFiles() = default;
  /// Every file below the folder. Refuses a folder without an index.html.
  static Result<PageFiles> read(const std::filesystem::path& folder);

  /// By path without the leading slash; the empty path is index.html. Null when there is none.
  [[nodiscard]] const PageFile* find(std::string_view path) const;

 private:
  std::map<std::string, PageFile, std::less<>> files_;
};

/// What a page may load and do: only what this service serves, no script or style written into a page.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

/// A worker's policy is that of its own script. Barcodes are read by compiled code (WebAssembly): one worker may run
/// it, which reaches neither the page nor another host; the page itself may not.
inline constexpr std::string_view kWorkerSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

}  // namespace lotline::http
