#include "surface/x3p_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "surface/refusals.h"
#include "surface/x3p_element.h"

namespace lotline::surface {

namespace {

/// Every tag and attribute costs the parser some 64 bytes: this many take no more than a large scan's heights.
constexpr std::ptrdiff_t kMostMarkup = 6'000'000;
constexpr std::string_view kNamespace = "http://www.opengps.eu/2008/ISO5436_2";

Result<void> judge_text(std::string_view xml, Findings& findings) {
  const auto markup = std::count(xml.begin(), xml.end(), '<') + std::count(xml.begin(), xml.end(), '=');
  if (markup > kMostMarkup) return refuse(scan_too_large, "{} tags and attributes in main.xml", markup);
  if (xml.starts_with("\xEF\xBB\xBF") || xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF"))
    findings.push_back({FindingKind::byte_order_mark, "main.xml"});
  return {};
}

void judge_root(const pugi::xml_document& tree, Findings& findings) {
  if (tree.first_child().type() != pugi::node_declaration)
    findings.push_back({FindingKind::no_declaration, "main.xml"});
  const pugi::xml_node root = tree.document_element();
  const std::string_view name = root.name();
  const auto prefix = name.substr(0, name.size() - local_name(name).size());
  const std::string declares = prefix.empty() ? "xmlns" : fmt::format("xmlns:{}", prefix.substr(0, prefix.size() - 1));
  if (local_name(name) != "ISO5436_2")
    findings.push_back({FindingKind::root_name, "the first element is not ISO5436_2"});
  else if (root.attribute(declares.c_str()).value() != kNamespace)
    findings.push_back({FindingKind::root_name, "ISO5436_2 stands outside of its namespace"});
}

/// The standard's own example writes an en dash, most programs a hyphen; the year is 2000 in both.
void judge_revision(std::string_view revision, Findings& findings) {
  static constexpr std::string_view kKnown[] = {"ISO5436 - 2000", "ISO5436 \u2013 2000", "ISO5436-2000"};
  if (std::find(std::begin(kKnown), std::end(kKnown), revision) == std::end(kKnown))
    findings.push_back({FindingKind::revision, std::string{revision}});
}

Result<X3pAxis> axis_of(pugi::xml_node axes, std::string_view name, Findings& findings) {
  const auto element = TRY(needed_child(axes, name));
  X3pAxis axis;
  const auto kind = text_of(TRY(needed_child(element, "AxisType")));
  if (kind != "I" && kind != "A") return refuse(bad_element, "AxisType of {} is neither I nor A", name);
  axis.incremental = kind == "I";
  const auto type = parse_word<NumberType>(text_of(TRY(needed_child(element, "DataType"))), "DataType");
  if (!type) return refuse(bad_element, "DataType of {} is none of I, L, F, D", name);
  axis.type = *type;
  const bool counts = axis.incremental || axis.type == NumberType::int16 || axis.type == NumberType::int32;
  if (const auto increment = child_of(element, "Increment"); increment && !text_of(increment).empty())
    axis.increment = TRY(number_of(increment));
  else if (counts)
    return refuse(missing_element, "Increment of {}", name);
  if (counts && !(std::abs(axis.increment) >= kNearest_m && std::abs(axis.increment) <= kFarthest_m))
    return refuse(bad_element, "Increment of {} is {}", name, axis.increment);
  const auto offset = child_of(element, "Offset");
  if (offset && !text_of(offset).empty())
    axis.offset = TRY(number_of(offset));
  else if (offset)
    findings.push_back({FindingKind::empty_element, fmt::format("Offset of {}: taken for 0", name)});
  if (std::abs(axis.offset) > kFarthest_m) return refuse(bad_element, "Offset of {} is {}", name, axis.offset);
  return axis;
}

Result<void> read_axes(pugi::xml_node record, X3pDocument& document) {
  const auto axes = TRY(needed_child(record, "Axes"));
  document.x = TRY(axis_of(axes, "CX", document.findings));
  document.y = TRY(axis_of(axes, "CY", document.findings));
  document.z = TRY(axis_of(axes, "CZ", document.findings));
  if (document.z.incremental) return refuse(bad_element, "heights cannot be incremental");
  const bool floats = document.z.type == NumberType::float32 || document.z.type == NumberType::float64;
  if (floats && document.z.increment != 1)
    document.findings.push_back({FindingKind::increment_ignored, fmt::format("{} of CZ", document.z.increment)});
  if (const auto origin = child_of(axes, "Origin"))
    document.findings.push_back({FindingKind::origin_ignored, safe_text(origin, document.findings)});
  if (const auto rotation = child_of(axes, "Rotation")) {
    static constexpr std::string_view kNames[] = {"r11", "r12", "r13", "r21", "r22", "r23", "r31", "r32", "r33"};
    double distance = 0;
    for (std::size_t i = 0; i < 9; ++i)
      distance += std::abs(TRY(number_of(TRY(needed_child(rotation, kNames[i])))) - (i % 4 == 0 ? 1 : 0));
    if (distance > 1e-9) document.findings.push_back({FindingKind::rotation_ignored, "Rotation of the axes"});
  }
  return {};
}

void read_metadata(pugi::xml_node root, X3pDocument& document) {
  X3pMetadata& metadata = document.metadata;
  const auto text = [&](pugi::xml_node parent, std::string_view name) {
    return safe_text(child_of(parent, name), document.findings);
  };
  const auto record = child_of(root, "Record2");
  metadata.date = text(record, "Date");
  metadata.creator = text(record, "Creator");
  const auto instrument = child_of(record, "Instrument");
  metadata.manufacturer = text(instrument, "Manufacturer");
  metadata.model = text(instrument, "Model");
  metadata.serial = text(instrument, "Serial");
  metadata.version = text(instrument, "Version");
  metadata.calibration_date = text(record, "CalibrationDate");
  const auto probing = child_of(record, "ProbingSystem");
  metadata.probing_type = text(probing, "Type");
  metadata.probing_identification = text(probing, "Identification");
  metadata.comment = text(record, "Comment");
  for (const pugi::xml_node child : root.children())
    if (local_name(child.name()) == "VendorSpecificID" && metadata.vendor_ids.size() < 100)
      metadata.vendor_ids.push_back(safe_text(child, document.findings));
  if (!record || !instrument || !probing)
    document.findings.push_back({FindingKind::metadata_missing, !record       ? "Record2"
                                                                : !instrument ? "Instrument"
                                                                              : "ProbingSystem"});
}

Result<void> read_dimensions(pugi::xml_node record, X3pDocument& document) {
  if (const auto matrix = child_of(record, "MatrixDimension")) {
    document.columns = TRY(count_of(TRY(needed_child(matrix, "SizeX"))));
    document.rows = TRY(count_of(TRY(needed_child(matrix, "SizeY"))));
    const auto layers = child_of(matrix, "SizeZ");
    const auto deep = layers ? TRY(count_of(layers)) : 1;
    if (document.columns == 0 || document.rows == 0 || deep == 0) return refuse(empty_scan);
    if (deep != 1) return refuse(not_a_surface, "{} layers", deep);
    if (document.columns > kMostPoints / document.rows)
      return refuse(scan_too_large, "{} by {} points, at most {}", document.columns, document.rows, kMostPoints);
    return {};
  }
  const auto list = child_of(record, "ListDimension");
  if (!list) return refuse(missing_element, "MatrixDimension or ListDimension of Record3");
  document.listed = TRY(count_of(list));
  if (document.listed == 0) return refuse(empty_scan);
  if (document.listed > kMostPoints)
    return refuse(scan_too_large, "{} points, at most {}", document.listed, kMostPoints);
  if (document.x.incremental || document.y.incremental)
    return refuse(not_a_surface, "a list whose points do not tell their place");
  return {};
}

Result<void> read_data(pugi::xml_node record, X3pDocument& document) {
  if (const auto link = child_of(record, "DataLink")) {
    const auto path = TRY(needed_child(link, "PointDataLink"));
    document.points = X3pLink{std::string{text_of(path)}, std::string{text_of(child_of(link, "MD5ChecksumPointData"))}};
    if (const auto valid = child_of(link, "ValidPointsLink"); valid && !text_of(valid).empty())
      document.valid =
          X3pLink{std::string{text_of(valid)}, std::string{text_of(child_of(link, "MD5ChecksumValidPoints"))}};
    return {};
  }
  const auto list = child_of(record, "DataList");
  if (!list) return refuse(missing_element, "DataLink or DataList of Record3");
  for (const pugi::xml_node datum : list.children())
    if (local_name(datum.name()) == "Datum") document.datums.emplace_back(text_of(datum));
  if (document.datums.size() != document.count())
    return refuse(data_size, "{} points in main.xml, {} announced", document.datums.size(), document.count());
  return {};
}

}  // namespace

Result<X3pDocument> read_x3p_document(std::string_view main_xml) {
  X3pDocument document;
  TRY(judge_text(main_xml, document.findings));
  pugi::xml_document tree;
  const auto parsed = tree.load_buffer(main_xml.data(), main_xml.size(),
                                       pugi::parse_default | pugi::parse_declaration | pugi::parse_doctype);
  if (!parsed) return refuse(bad_main_xml, "{} at byte {}", parsed.description(), parsed.offset);
  // A document type is where entities are declared; no X3P file has one.
  for (const pugi::xml_node child : tree.children())
    if (child.type() == pugi::node_doctype) return refuse(unsafe_xml);
  judge_root(tree, document.findings);
  const pugi::xml_node root = tree.document_element();
  const auto first = TRY(needed_child(root, "Record1"));
  judge_revision(safe_text(child_of(first, "Revision"), document.findings), document.findings);
  document.metadata.revision = safe_text(child_of(first, "Revision"), document.findings);
  const auto feature = text_of(child_of(first, "FeatureType"));
  if (feature == "PRF") return refuse(not_a_surface, "a profile");
  TRY(read_axes(first, document));
  read_metadata(root, document);
  const auto third = TRY(needed_child(root, "Record3"));
  TRY(read_dimensions(third, document));
  TRY(read_data(third, document));
  document.checksum_file = text_of(child_of(child_of(root, "Record4"), "ChecksumFile"));
  return document;
}

}  // namespace lotline::surface
