#pragma once
// What is odd about a scan that was read all the same. Findings stay with the scan; none of them changes a height.

#include <string>
#include <vector>

#include "base/words.h"

namespace lotline {

namespace surface {

enum class FindingKind : unsigned char {
  byte_order_mark,    ///< main.xml begins with one
  no_declaration,     ///< main.xml has no XML declaration
  root_name,          ///< main.xml's first element is not p:ISO5436_2 of its namespace
  revision,           ///< Revision is none of the standard's
  foreign_files,      ///< the archive holds files that no scan needs
  nested_folder,      ///< the scan lies in a folder of the archive
  odd_names,          ///< names of the archive differ in case or in the direction of their strokes
  no_checksum,        ///< a part has no checksum to be checked by
  increment_ignored,  ///< heights are floating-point numbers, an increment stands beside them
  empty_element,      ///< an element is there and empty; its default was taken
  metadata_missing,   ///< date, instrument or probing system are not told
  text_replaced,      ///< characters of a text were replaced or cut off, being unsafe to show
  origin_ignored,     ///< an element Origin, unknown to the standard, was not followed
  rotation_ignored,   ///< the axes are said to be turned; heights stay in the file's own frame
  axis_reversed,      ///< an increment is negative; the rows or columns were put in rising order
  placed_points,      ///< points with coordinates of their own were placed on the grid they lie on
  infinite_heights,   ///< infinite heights, or as good as, were taken for missing ones
  nothing_measured,   ///< every height is missing
  lateral_units,      ///< pitch or size are none of a fired case's; perhaps another unit was written
  height_units,       ///< heights are none of a fired case's; perhaps another unit was written
};

struct Finding {
  FindingKind kind{};
  std::string detail{};  ///< of this file, for a person

  friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

/// One sentence for a person, without the file's detail.
[[nodiscard]] std::string_view meaning_of(FindingKind kind);

}  // namespace surface

template <>
struct Words<surface::FindingKind> {
  using enum surface::FindingKind;
  static constexpr std::array<Word<surface::FindingKind>, 20> all{{{byte_order_mark, "byte_order_mark"},
                                                                   {no_declaration, "no_declaration"},
                                                                   {root_name, "root_name"},
                                                                   {revision, "revision"},
                                                                   {foreign_files, "foreign_files"},
                                                                   {nested_folder, "nested_folder"},
                                                                   {odd_names, "odd_names"},
                                                                   {no_checksum, "no_checksum"},
                                                                   {increment_ignored, "increment_ignored"},
                                                                   {empty_element, "empty_element"},
                                                                   {metadata_missing, "metadata_missing"},
                                                                   {text_replaced, "text_replaced"},
                                                                   {origin_ignored, "origin_ignored"},
                                                                   {rotation_ignored, "rotation_ignored"},
                                                                   {axis_reversed, "axis_reversed"},
                                                                   {placed_points, "placed_points"},
                                                                   {infinite_heights, "infinite_heights"},
                                                                   {nothing_measured, "nothing_measured"},
                                                                   {lateral_units, "lateral_units"},
                                                                   {height_units, "height_units"}}};
};

}  // namespace lotline
