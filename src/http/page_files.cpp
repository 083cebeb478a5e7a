#include "http/page_files.h"

#include "answers/refusals.h"
#include "base/whole_file.h"
#include "http/compressed.h"
#include "proof/sha256.h"

namespace lotline::http {

namespace {

namespace fs = std::filesystem;

/// Of one built file, in bytes; all of them stay in memory.
constexpr std::size_t kLargestFile = std::size_t{16} << 20;

std::string_view type_of(std::string_view extension) {
  static const std::map<std::string_view, std::string_view> types{{".html", "text/html; charset=utf-8"},
                                                                  {".js", "text/javascript; charset=utf-8"},
                                                                  {".css", "text/css; charset=utf-8"},
                                                                  {".json", "application/json"},
                                                                  {".svg", "image/svg+xml"},
                                                                  {".png", "image/png"},
                                                                  {".woff2", "font/woff2"},
                                                                  {".wasm", "application/wasm"},
                                                                  {".ico", "image/x-icon"},
                                                                  {".webmanifest", "application/manifest+json"},
                                                                  {".txt", "text/plain; charset=utf-8"}};
  const auto found = types.find(extension);
  return found == types.end() ? "application/octet-stream" : found->second;
}

}  // namespace

Result<PageFiles> PageFiles::read(const fs::path& folder) {
  PageFiles files;
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!entry->is_regular_file()) continue;
    const std::string name = fs::relative(entry->path(), folder).generic_string();
    PageFile file;
    const auto bytes = TRY(read_whole_file(entry->path().string(), kLargestFile));
    file.content.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    file.type = type_of(entry->path().extension().string());
    file.gzip = compressed(file.content);
    if (file.gzip.size() >= file.content.size()) file.gzip.clear();
    file.etag = "\"" + proof::to_hex(proof::sha256(file.content)).substr(0, 24) + "\"";
    const bool worker = name.starts_with("workers/");
    file.named_by_content = worker || name.starts_with("assets/");
    file.policy = worker ? kWorkerSecurityPolicy : kContentSecurityPolicy;
    files.files_.emplace(name, std::move(file));
  }
  if (!files.files_.contains("index.html"))
    return refuse(answers::bad_setting, "page: {} holds no index.html", folder.string());
  return files;
}

const PageFile* PageFiles::find(std::string_view path) const {
  const auto found = files_.find(path.empty() ? "index.html" : path);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace lotline::http
