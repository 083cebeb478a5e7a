#pragma once
// X3P files put together by hand, for tests of what no strict writer writes.

#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "surface/file_digest.h"
#include "surface/zip_writer.h"

namespace lotline::surface {

/// A file of 2 by 2 doubles with everything the schema asks for; a test changes what it is about.
struct HandMade {
  std::string declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  std::string open = R"(<p:ISO5436_2 xmlns:p="http://www.opengps.eu/2008/ISO5436_2">)";
  std::string close = "</p:ISO5436_2>";
  std::string revision = "ISO5436 - 2000";
  std::string feature = "SUR";
  std::string cx = "<AxisType>I</AxisType><DataType>D</DataType><Increment>5e-6</Increment><Offset>0</Offset>";
  std::string cy = "<AxisType>I</AxisType><DataType>D</DataType><Increment>5e-6</Increment><Offset>0</Offset>";
  std::string cz = "<AxisType>A</AxisType><DataType>D</DataType><Increment>1</Increment><Offset>0</Offset>";
  std::string more_axes;  ///< after CZ
  std::string record2 =
      "<Record2><Date>2024-05-01T12:00:00</Date><Instrument><Manufacturer>M</Manufacturer><Model>N</Model><Serial>1"
      "</Serial><Version>2</Version></Instrument><ProbingSystem><Type>NonContacting</Type><Identification>20x"
      "</Identification></ProbingSystem></Record2>";
  std::string dimension = "<MatrixDimension><SizeX>2</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>";
  std::string data;  ///< empty: a DataLink to bindata/data.bin with its MD5
  std::string points = raw<double>({1e-6, 2e-6, 3e-6, 4e-6});
  std::string valid;     ///< bindata/valid.bin, linked with its MD5 where it is not empty
  std::string checksum;  ///< empty: the right one
  std::string folder;    ///< "case/" and the like
  std::map<std::string, std::string> others{};

  template <class T>
  static std::string raw(const std::vector<T>& numbers) {
    std::string bytes(numbers.size() * sizeof(T), '\0');
    std::memcpy(bytes.data(), numbers.data(), bytes.size());
    return bytes;
  }
  static std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

  [[nodiscard]] std::string main_xml() const {
    std::string link = data;
    if (link.empty()) {
      link = "<DataLink><PointDataLink>bindata/data.bin</PointDataLink><MD5ChecksumPointData>" +
             md5_of(bytes_of(points)) + "</MD5ChecksumPointData>";
      if (!valid.empty())
        link += "<ValidPointsLink>bindata/valid.bin</ValidPointsLink><MD5ChecksumValidPoints>" +
                md5_of(bytes_of(valid)) + "</MD5ChecksumValidPoints>";
      link += "</DataLink>";
    }
    return declaration + open + "<Record1><Revision>" + revision + "</Revision><FeatureType>" + feature +
           "</FeatureType><Axes><CX>" + cx + "</CX><CY>" + cy + "</CY><CZ>" + cz + "</CZ>" + more_axes +
           "</Axes></Record1>" + record2 + "<Record3>" + dimension + link +
           "</Record3><Record4><ChecksumFile>md5checksum.hex</ChecksumFile></Record4>" + close;
  }

  /// The archive round this main.xml, which a test may have written itself.
  [[nodiscard]] std::vector<std::byte> packed(const std::string& main) const {
    const std::string md5 = checksum.empty() ? md5_of(bytes_of(main)) : checksum;
    std::map<std::string, std::string> files = others;
    files.emplace(folder + "main.xml", main);
    files.emplace(folder + "md5checksum.hex", md5);
    if (!points.empty()) files.emplace(folder + "bindata/data.bin", points);
    if (!valid.empty()) files.emplace(folder + "bindata/valid.bin", valid);
    std::vector<ZipEntry> entries;
    for (const auto& [name, bytes] : files) entries.push_back({name, bytes_of(bytes)});
    return write_zip(entries);
  }
  [[nodiscard]] std::vector<std::byte> packed() const { return packed(main_xml()); }
};

}  // namespace lotline::surface
