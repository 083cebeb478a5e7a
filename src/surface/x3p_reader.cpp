#include "surface/x3p_reader.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_file.h"
#include "surface/file_digest.h"
#include "surface/refusals.h"
#include "surface/scan_units.h"
#include "surface/x3p_document.h"
#include "surface/x3p_grid.h"
#include "surface/x3p_points.h"
#include "surface/zip_archive.h"

namespace lotline::surface {

namespace {

/// With its points in it, main.xml of two million of them takes some 32 bytes a point.
constexpr std::size_t kLargestMainXml = std::size_t{64} << 20;
constexpr std::size_t kLargestChecksum = 4096;

/// What an archiver leaves behind, and a scan's own parts beside the heights; neither is looked into.
bool is_foreign(std::string_view name) {
  return name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != name.npos || name.ends_with(".DS_Store") ||
         name.ends_with("Thumbs.db") || name.ends_with("desktop.ini");
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }
std::size_t depth(std::string_view name) { return static_cast<std::size_t>(std::count(name.begin(), name.end(), '/')); }

/// The parts of one scan inside its archive.
class Parts {
 public:
  explicit Parts(ZipArchive& archive, Findings& findings) : archive_(archive), findings_(findings) {}

  /// main.xml, or the one in a folder where there is none at the top.
  Result<const ZipArchive::File*> main_xml() {
    const ZipArchive::File* found = nullptr;
    bool several = false;
    for (const auto& file : archive_.files()) {
      if (is_foreign(file.name) || to_lower_ascii(last_part(file.name)) != "main.xml") continue;
      if (found != nullptr && depth(file.name) > depth(found->name)) continue;
      several = found != nullptr && depth(file.name) == depth(found->name);
      found = &file;
    }
    if (found == nullptr) return refuse(no_x3p, "its archive holds no main.xml");
    if (several) return refuse(unsafe_archive, "several files main.xml");
    folder_ = found->name.substr(0, found->name.size() - last_part(found->name).size());
    if (!folder_.empty()) findings_.push_back({FindingKind::nested_folder, std::to_string(depth(found->name))});
    if (last_part(found->name) != "main.xml") findings_.push_back({FindingKind::odd_names, "main.xml"});
    return found;
  }

  /// A file that main.xml names, by its exact name or one that differs in case; nothing where there is none.
  Result<const ZipArchive::File*> named(std::string path) {
    std::replace(path.begin(), path.end(), '\\', '/');
    while (path.starts_with("./")) path.erase(0, 2);
    if (path.starts_with('/')) return refuse(unsafe_archive, "main.xml names a file outside of the archive");
    for (const std::string_view part : split(path, '/'))
      if (part == "..") return refuse(unsafe_archive, "main.xml names a file outside of the archive");
    const std::string wanted = folder_ + path;
    for (const auto& file : archive_.files())
      if (file.name == wanted) return &file;
    const ZipArchive::File* found = nullptr;
    for (const auto& file : archive_.files()) {
      if (to_lower_ascii(file.name) != to_lower_ascii(wanted)) continue;
      if (found != nullptr) return refuse(unsafe_archive, "two files differ only in the case of their names");
      found = &file;
    }
    if (found != nullptr) findings_.push_back({FindingKind::odd_names, "case differs from main.xml"});
    return found;
  }

  Result<const ZipArchive::File*> needed(const std::string& path, std::string_view what) {
    const auto* file = TRY(named(path));
    if (file == nullptr) return refuse(data_missing, "{}", what);
    return file;
  }

  void judge_files() {
    std::size_t foreign = 0;
    for (const auto& file : archive_.files()) foreign += is_foreign(file.name) ? 1 : 0;
    if (foreign > 0) findings_.push_back({FindingKind::foreign_files, std::to_string(foreign)});
    if (archive_.had_backslashes()) findings_.push_back({FindingKind::odd_names, "backslashes between folders"});
  }

 private:
  ZipArchive& archive_;
  Findings& findings_;
  std::string folder_;
};

/// `hex`, or `hex *name` as md5sum writes it; what is no MD5 is not the right one either.
Result<void> check_main_xml(std::string_view main_xml, std::string_view checksum) {
  const auto line = trim(checksum.substr(0, checksum.find_first_of("\r\n")));
  const auto wanted = to_lower_ascii(line.substr(0, line.find_first_of(" \t*")));
  const auto found = md5_of(std::as_bytes(std::span(main_xml)));
  if (found != wanted) return refuse(checksum_differs, "main.xml has MD5 {}", found);
  return {};
}

Result<void> check_document(const X3pDocument& document, std::string_view main_xml, Parts& parts, ZipArchive& archive,
                            Findings& findings) {
  const std::string name = document.checksum_file.empty() ? "md5checksum.hex" : document.checksum_file;
  const auto* file = TRY(parts.named(name));
  if (file == nullptr) {
    findings.push_back({FindingKind::no_checksum, "main.xml"});
    return {};
  }
  return check_main_xml(main_xml, TRY(archive.read_text(*file, kLargestChecksum)));
}

Result<X3pPoints> points_of(const X3pDocument& document, Parts& parts, ZipArchive& archive, Findings& findings) {
  if (!document.points) return written_points(document);
  const auto* file = TRY(parts.needed(document.points->path, "the heights"));
  if (document.points->md5.empty()) findings.push_back({FindingKind::no_checksum, "heights"});
  X3pPoints points = TRY(binary_points(document, archive, *file));
  if (document.valid) {
    const auto* valid = TRY(parts.needed(document.valid->path, "which points are valid"));
    if (document.valid->md5.empty()) findings.push_back({FindingKind::no_checksum, "valid points"});
    TRY(drop_invalid(points, *document.valid, archive, *valid));
  }
  return points;
}

}  // namespace

Result<X3p> read_x3p(std::span<const std::byte> bytes) {
  if (bytes.size() > kLargestFile) return refuse(scan_too_large, "{} bytes, at most {}", bytes.size(), kLargestFile);
  ZipArchive archive = TRY(ZipArchive::open(bytes));
  X3p scan;
  Parts parts(archive, scan.findings);
  const auto* main_file = TRY(parts.main_xml());
  parts.judge_files();
  const std::string main_xml = TRY(archive.read_text(*main_file, kLargestMainXml));
  X3pDocument document = TRY(read_x3p_document(main_xml));
  scan.findings.insert(scan.findings.end(), document.findings.begin(), document.findings.end());
  TRY(check_document(document, main_xml, parts, archive, scan.findings));
  X3pPoints points = TRY(points_of(document, parts, archive, scan.findings));
  if (points.infinite) scan.findings.push_back({FindingKind::infinite_heights, "taken for missing"});
  PlacedMap placed = TRY(place_on_grid(document, std::move(points), scan.findings));
  scan.map = std::move(placed.map);
  scan.offset_x_m = placed.offset_x_m;
  scan.offset_y_m = placed.offset_y_m;
  scan.stored_as = document.z.type;
  scan.metadata = std::move(document.metadata);
  if (height_range(scan.map).measured == 0) scan.findings.push_back({FindingKind::nothing_measured, "every height"});
  const Findings units = judge_units(scan.map);
  scan.findings.insert(scan.findings.end(), units.begin(), units.end());
  scan.sha256 = sha256_of(bytes);
  return scan;
}

Result<X3p> read_x3p(const std::string& path) {
  const auto bytes = TRY(read_whole_file(path, kLargestFile));
  auto scan = read_x3p(std::span(bytes));
  if (!scan) scan.error().text = path + ": " + scan.error().text;
  return scan;
}

}  // namespace lotline::surface
