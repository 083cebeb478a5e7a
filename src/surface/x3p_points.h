#pragma once
// The points of an X3P file as numbers: from its binary file or from main.xml, with what is marked invalid missing.

#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "surface/x3p_document.h"
#include "surface/zip_archive.h"

namespace lotline::surface {

/// In metres, in the file's order. x_m and y_m are empty where the axis is incremental.
struct X3pPoints {
  std::vector<double> x_m{}, y_m{}, z_m{};
  bool infinite = false;  ///< heights beyond kFarthest_m were taken for missing ones
};

/// Bytes of one point: the numbers of every axis that is absolute, x before y before z, little-endian.
[[nodiscard]] std::size_t bytes_of_point(const X3pDocument& document);

/// Refuses (data_size) a file that does not hold the announced points, (checksum_differs) one that is not what its MD5
/// was made of, before anything of it is used.
Result<X3pPoints> binary_points(const X3pDocument& document, ZipArchive& archive, const ZipArchive::File& file);
/// Refuses (bad_datum) what is neither empty nor as many numbers as the axes need.
Result<X3pPoints> written_points(const X3pDocument& document);
/// Takes out the points whose bit is nought; the first point is the least significant bit of the first byte.
Result<void> drop_invalid(X3pPoints& points, const X3pLink& link, ZipArchive& archive, const ZipArchive::File& file);

}  // namespace lotline::surface
