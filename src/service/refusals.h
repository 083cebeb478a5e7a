#pragma once
// Refusals of use cases: 8000-8999.

#include "base/refusal.h"

namespace lotline::service {

inline constexpr RefusalKind unknown_record_kind{8001, "unknown_record_kind",
                                                 "the record is of a kind this program does not know"};
inline constexpr RefusalKind newer_record{8002, "newer_record", "the record was written by a newer version"};
inline constexpr RefusalKind ref_reused{8003, "ref_reused",
                                        "this issuer used the ref before for other content; records are never edited"};
inline constexpr RefusalKind unknown_field{8004, "unknown_field", "this form has no such field"};
inline constexpr RefusalKind unknown_record{8006, "unknown_record", "no record has this number"};
inline constexpr RefusalKind not_a_dispatch{8007, "not_a_dispatch", "this ref or number is not a dispatch"};
inline constexpr RefusalKind ambiguous_lot{8008, "ambiguous_lot",
                                           "the maker has this number for several products; name the product"};
inline constexpr RefusalKind verification_failed{8010, "verification_failed", "the register is not what its log says"};
inline constexpr RefusalKind not_a_movement{8011, "not_a_movement", "this record is not a movement"};

inline constexpr RefusalKind unclear_calibre{8013, "unclear_calibre",
                                             "the text stands for several calibres; write which"};

inline constexpr RefusalKind not_a_gtin{8014, "not_a_gtin", "a product is numbered by a GTIN"};
inline constexpr RefusalKind not_on_record_yet{8015, "not_on_record_yet",
                                               "this was not on record by the day asked for"};
inline constexpr RefusalKind not_packed_yet{8016, "not_packed_yet", "the package was packed after the day asked for"};
inline constexpr RefusalKind bad_term{8017, "bad_term", "a State keeps personal values for ten to a thousand years"};
inline constexpr RefusalKind bad_gs1_number{8018, "bad_gs1_number",
                                            "this is no GS1 number of that kind, or its check digit is wrong"};
inline constexpr RefusalKind zero_written{8019, "zero_written",
                                          "a record leaves out a number that is 0; this one has it written"};

inline constexpr RefusalKind guessable_salts{
    8020, "guessable_salts",
    "salts that follow from a seed are for registers whose first record says that they are simulated"};

inline constexpr RefusalKind withheld_while_blind{8021, "withheld_while_blind",
                                                  "withheld from everybody while an examiner examines the lead blind"};
inline constexpr RefusalKind original_missing{8022, "original_missing",
                                              "the scan's original file is neither kept nor found where it was"};
inline constexpr RefusalKind not_enrolled{8023, "not_enrolled",
                                          "the scan is on record without a surface to search with"};
inline constexpr RefusalKind no_scan_files{8024, "no_scan_files", "there is no X3P file here"};
inline constexpr RefusalKind scan_unlabelled{
    8025, "scan_unlabelled", "nothing says what this file is a scan of: an option, or a row of its folder's scans.csv"};

inline constexpr RefusalKind bad_cursor{8026, "bad_cursor",
                                        "a list goes on from the cursor its last page gave, and from no other text"};
inline constexpr RefusalKind unknown_report{8027, "unknown_report", "no report has this name"};
inline constexpr RefusalKind unknown_vocabulary{8028, "unknown_vocabulary", "no vocabulary has this name"};
inline constexpr RefusalKind true_register{8030, "true_register",
                                           "only a register in which nothing is true of anybody is demonstrated"};
inline constexpr RefusalKind marks_differ{8029, "marks_differ", "two scans are compared by the same mark"};

// Labels.
inline constexpr RefusalKind no_gtin_for_label{8050, "no_gtin_for_label",
                                               "the product has no GTIN for a package of this level"};
inline constexpr RefusalKind too_many_labels{8051, "too_many_labels", "so many labels are not drawn at once"};
inline constexpr RefusalKind no_serial_to_count{8052, "no_serial_to_count",
                                                "several labels need a serial that ends in digits and counts on"};

}  // namespace lotline::service
