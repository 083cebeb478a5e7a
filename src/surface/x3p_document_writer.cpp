#include "surface/x3p_document_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <regex>

#include "base/text.h"
#include "surface/refusals.h"

namespace lotline::surface {

namespace {

constexpr const char* kNamespace = "http://www.opengps.eu/2008/ISO5436_2";

void add(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

Result<void> judge_metadata(const X3pMetadata& metadata) {
  static const std::regex date_time(R"(-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)");
  if (!std::regex_match(metadata.date, date_time))
    return refuse(not_writable, "Date '{}' is no date and time", metadata.date);
  if (!metadata.calibration_date.empty() && !std::regex_match(metadata.calibration_date, date_time))
    return refuse(not_writable, "CalibrationDate '{}' is no date and time", metadata.calibration_date);
  const auto& probing = metadata.probing_type;
  if (probing != "Contacting" && probing != "NonContacting" && probing != "Software")
    return refuse(not_writable, "probing type '{}' is none of Contacting, NonContacting, Software", probing);
  for (const auto* text : {&metadata.creator, &metadata.manufacturer, &metadata.model, &metadata.serial,
                           &metadata.version, &metadata.probing_identification, &metadata.comment})
    if (!text->empty()) TRY(clean_text(*text, "metadata"));
  return {};
}

void add_axis(pugi::xml_node axes, const char* name, bool incremental, NumberType type, double increment,
              double offset) {
  auto axis = axes.append_child(name);
  add(axis, "AxisType", incremental ? "I" : "A");
  add(axis, "DataType", std::string{word(type)});
  add(axis, "Increment", fmt::format("{}", increment));
  add(axis, "Offset", fmt::format("{}", offset));
}

void add_records_1_and_2(pugi::xml_node root, const X3p& scan, const X3pWriteOptions& options) {
  const bool whole = options.stored_as == NumberType::int16 || options.stored_as == NumberType::int32;
  auto first = root.append_child("Record1");
  add(first, "Revision", "ISO5436 - 2000");
  add(first, "FeatureType", "SUR");
  auto axes = first.append_child("Axes");
  add_axis(axes, "CX", true, NumberType::float64, scan.map.pitch_x_m, scan.offset_x_m);
  add_axis(axes, "CY", true, NumberType::float64, scan.map.pitch_y_m, scan.offset_y_m);
  add_axis(axes, "CZ", false, options.stored_as, whole ? options.increment_m : 1.0, 0);
  const X3pMetadata& metadata = scan.metadata;
  auto second = root.append_child("Record2");
  add(second, "Date", metadata.date);
  if (!metadata.creator.empty()) add(second, "Creator", metadata.creator);
  auto instrument = second.append_child("Instrument");
  add(instrument, "Manufacturer", metadata.manufacturer);
  add(instrument, "Model", metadata.model);
  add(instrument, "Serial", metadata.serial);
  add(instrument, "Version", metadata.version);
  if (!metadata.calibration_date.empty()) add(second, "CalibrationDate", metadata.calibration_date);
  auto probing = second.append_child("ProbingSystem");
  add(probing, "Type", metadata.probing_type);
  add(probing, "Identification", metadata.probing_identification);
  if (!metadata.comment.empty()) add(second, "Comment", metadata.comment);
}

void add_record_3(pugi::xml_node root, const X3p& scan, const WrittenLinks& links) {
  auto third = root.append_child("Record3");
  auto matrix = third.append_child("MatrixDimension");
  add(matrix, "SizeX", std::to_string(scan.map.columns));
  add(matrix, "SizeY", std::to_string(scan.map.rows));
  add(matrix, "SizeZ", "1");
  if (links.datums != nullptr) {
    auto list = third.append_child("DataList");
    for (const std::string& datum : *links.datums) add(list, "Datum", datum);
    return;
  }
  auto link = third.append_child("DataLink");
  add(link, "PointDataLink", kPointsPath);
  add(link, "MD5ChecksumPointData", links.points_md5);
  if (links.valid_md5.empty()) return;
  add(link, "ValidPointsLink", kValidPath);
  add(link, "MD5ChecksumValidPoints", links.valid_md5);
}

struct Text final : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

}  // namespace

Result<std::string> write_x3p_document(const X3p& scan, const X3pWriteOptions& options, const WrittenLinks& links) {
  TRY(judge_metadata(scan.metadata));
  pugi::xml_document tree;
  auto declaration = tree.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto root = tree.append_child("p:ISO5436_2");
  root.append_attribute("xmlns:p") = kNamespace;
  root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  root.append_attribute("xsi:schemaLocation") = fmt::format("{0} {0}/ISO5436_2.xsd", kNamespace).c_str();
  add_records_1_and_2(root, scan, options);
  add_record_3(root, scan, links);
  add(root.append_child("Record4"), "ChecksumFile", kChecksumPath);
  for (const std::string& id : scan.metadata.vendor_ids) add(root, "VendorSpecificID", id);
  Text text;
  tree.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(text.text);
}

}  // namespace lotline::surface
