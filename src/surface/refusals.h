#pragma once
// Refusals of scans: 5000-5099 files, 5100-5199 surfaces that no comparison can use.

#include "base/refusal.h"

namespace lotline::surface {

inline constexpr RefusalKind no_x3p{5000, "no_x3p", "the file is no X3P scan"};
inline constexpr RefusalKind damaged_archive{5001, "damaged_archive", "the scan's archive is damaged or cut off"};
inline constexpr RefusalKind unsafe_archive{5002, "unsafe_archive",
                                            "the scan's archive names its files in a way no scan needs"};
inline constexpr RefusalKind unknown_packing{5003, "unknown_packing",
                                             "the scan's archive is packed in a way that is not read"};
inline constexpr RefusalKind scan_too_large{5004, "scan_too_large", "the scan is larger than may be read"};
inline constexpr RefusalKind bad_main_xml{5005, "bad_main_xml", "main.xml of the scan is not well-formed XML"};
inline constexpr RefusalKind unsafe_xml{5006, "unsafe_xml",
                                        "main.xml of the scan declares a document type; a scan has none"};
inline constexpr RefusalKind missing_element{5007, "missing_element", "main.xml of the scan lacks what it must say"};
inline constexpr RefusalKind bad_element{5008, "bad_element", "main.xml of the scan says what cannot be"};
inline constexpr RefusalKind not_a_surface{5009, "not_a_surface", "the file holds no single surface"};
inline constexpr RefusalKind data_missing{5010, "data_missing", "the archive lacks a file that main.xml names"};
inline constexpr RefusalKind data_size{5011, "data_size", "the scan does not hold as many points as main.xml says"};
inline constexpr RefusalKind checksum_differs{5012, "checksum_differs",
                                              "a part of the scan is not what its checksum was made of"};
inline constexpr RefusalKind bad_datum{5013, "bad_datum", "a point of the scan cannot be read"};
inline constexpr RefusalKind points_off_grid{5014, "points_off_grid", "the points of the scan lie on no regular grid"};
inline constexpr RefusalKind empty_scan{5015, "empty_scan", "the scan has no points"};
inline constexpr RefusalKind not_writable{5016, "not_writable", "this cannot be written as a strict X3P file"};
inline constexpr RefusalKind bad_light{5017, "bad_light", "a lamp stands 0 to 360 degrees round and 0 to 90 above"};

inline constexpr RefusalKind bad_height_map{5100, "bad_height_map",
                                            "the scan's size, pitch and heights do not agree with each other"};
inline constexpr RefusalKind bad_prepare_option{5101, "bad_prepare_option",
                                                "a surface cannot be prepared with this option"};
inline constexpr RefusalKind mask_of_other_size{5102, "mask_of_other_size",
                                                "the mask has not one value for each height of the scan"};
inline constexpr RefusalKind too_many_points{5103, "too_many_points",
                                             "at the pitch asked for the scan has more points than are compared"};
inline constexpr RefusalKind no_measured_surface{5110, "no_measured_surface",
                                                 "unsuitable: the scan holds no measured surface"};
inline constexpr RefusalKind mark_not_found{5111, "mark_not_found", "unsuitable: the mark cannot be found on the scan"};
inline constexpr RefusalKind mark_too_small{5112, "mark_too_small",
                                            "unsuitable: too little of the mark was measured to be compared"};
inline constexpr RefusalKind mark_full_of_holes{5113, "mark_full_of_holes",
                                                "unsuitable: too much within the mark was not measured"};
inline constexpr RefusalKind no_relief{5114, "no_relief", "unsuitable: the surface has no relief to be compared"};
inline constexpr RefusalKind bad_generated_set{5120, "bad_generated_set",
                                               "no surfaces can be generated with these options"};
inline constexpr RefusalKind set_exists{5121, "set_exists", "the folder holds a generated set already"};

}  // namespace lotline::surface
