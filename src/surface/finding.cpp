#include "surface/finding.h"

#include "base/check.h"

namespace lotline::surface {

std::string_view meaning_of(FindingKind kind) {
  using enum FindingKind;
  switch (kind) {
    case byte_order_mark:
      return "main.xml begins with a byte-order mark";
    case no_declaration:
      return "main.xml has no XML declaration";
    case root_name:
      return "the first element of main.xml is not the standard's";
    case revision:
      return "the revision is none of the standard's";
    case foreign_files:
      return "the archive holds files that no scan needs";
    case nested_folder:
      return "the scan lies in a folder of its archive";
    case odd_names:
      return "names in the archive are not written as in main.xml";
    case no_checksum:
      return "a part has no checksum";
    case increment_ignored:
      return "an increment beside floating-point heights was ignored, as the standard says";
    case empty_element:
      return "an element is empty";
    case metadata_missing:
      return "the file does not say when, with what or how it was measured";
    case text_replaced:
      return "characters that are not safe to show were replaced or cut off";
    case origin_ignored:
      return "an element Origin, unknown to the standard, was not followed: the first row lies lowest, and if its "
             "writer put it on top the surface is seen mirrored";
    case rotation_ignored:
      return "the axes are said to be turned; heights stay in the file's own frame";
    case axis_reversed:
      return "an increment is negative; its axis was put in rising order";
    case placed_points:
      return "points with places of their own were put on the grid they lie on";
    case infinite_heights:
      return "infinite heights, or as good as, were taken for missing ones";
    case nothing_measured:
      return "no point is measured";
    case lateral_units:
      return "pitch and size are not those of a fired case; nothing was scaled";
    case height_units:
      return "heights are not those of a fired case; nothing was scaled";
  }
  broken_invariant("every finding has a meaning", __FILE__, __LINE__);
}

}  // namespace lotline::surface
