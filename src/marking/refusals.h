#pragma once
// Refusals of marks: 1500-1539 headstamps and calibres, 1540-1599 lot marks, package codes and regimes.

#include "base/refusal.h"

namespace lotline::marking {

inline constexpr RefusalKind bad_package_code{1540, "bad_package_code",
                                              "this is neither a GS1 code nor letters, digits and - _ / ."};
inline constexpr RefusalKind bad_check_digit{1541, "bad_check_digit",
                                             "the check digit is wrong: the code is misread or tampered with"};
inline constexpr RefusalKind unknown_identifier{1542, "unknown_identifier",
                                                "this GS1 application identifier is not known here"};
inline constexpr RefusalKind bad_identifier_value{1543, "bad_identifier_value",
                                                  "the value has a length or characters its identifier does not allow"};
inline constexpr RefusalKind identifiers_conflict{1544, "identifiers_conflict",
                                                  "these GS1 identifiers may not stand on one package"};
inline constexpr RefusalKind identifier_alone{1545, "identifier_alone",
                                              "this GS1 identifier may not stand without another"};
inline constexpr RefusalKind identifier_repeated{1546, "identifier_repeated",
                                                 "one GS1 identifier stands with two different values"};
inline constexpr RefusalKind bad_package_date{1547, "bad_package_date", "the code holds a date that does not exist"};
inline constexpr RefusalKind bad_digital_link{1548, "bad_digital_link", "the web address is no GS1 Digital Link"};
inline constexpr RefusalKind bad_epc_urn{1549, "bad_epc_urn", "the text is no EPC URN of a package"};
inline constexpr RefusalKind bad_percent_code{1550, "bad_percent_code",
                                              "a percent sign is not followed by two hexadecimal digits"};
inline constexpr RefusalKind not_encodable{1551, "not_encodable", "the code cannot be written in this form"};
inline constexpr RefusalKind bad_retailer_code{
    1560, "bad_retailer_code", "a retailer's code is two to eight letters, with at most six digits behind"};
inline constexpr RefusalKind label_on_cartridge{1570, "label_on_cartridge",
                                                "a label is put on a package, never on a cartridge"};

}  // namespace lotline::marking
