#pragma once
// Refusals of documents that come in and go out: 6000-6999. Malformed CSV is 1010-1012, wrong columns 1011.
// 6001-6009 CSV rows and lines of a feed, 6010-6099 EPCIS documents, 6110-6119 labels.

#include "base/refusal.h"

namespace lotline::exchange {

inline constexpr RefusalKind row_without_ref{
    6001, "row_without_ref", "a row or line carries its issuer and ref, so that it is never recorded twice"};
inline constexpr RefusalKind wrong_field_count{6002, "wrong_field_count",
                                               "the row has not as many fields as the header"};
inline constexpr RefusalKind row_not_mended{
    6003, "row_not_mended", "the row was refused before; mend its columns and empty the cell refused_row"};
inline constexpr RefusalKind not_a_field_value{6004, "not_a_field_value",
                                               "a field of a line is a text, a whole number, or true or false"};
inline constexpr RefusalKind field_twice{6005, "field_twice", "a line names a field twice"};
inline constexpr RefusalKind bad_gs1_uri{6010, "bad_gs1_uri", "this is a GS1 identifier in form, but not well formed"};
inline constexpr RefusalKind not_epcis{6011, "not_epcis", "an EPCIS document is a JSON object, or a list of events"};
inline constexpr RefusalKind bad_epcis_json{6012, "bad_epcis_json", "the text is not well-formed JSON"};
inline constexpr RefusalKind epcis_cut_off{6013, "epcis_cut_off", "the document ends before it is complete"};
inline constexpr RefusalKind epcis_too_deep{6014, "epcis_too_deep",
                                            "objects and lists lie inside one another more than 128 levels deep"};
inline constexpr RefusalKind epcis_event_too_large{6015, "epcis_event_too_large",
                                                   "an event takes at most 16 MiB of text"};
inline constexpr RefusalKind epcis_rest_too_large{6016, "epcis_rest_too_large",
                                                  "what stands outside the events takes at most 16 MiB of text"};
inline constexpr RefusalKind epcis_read_once{
    6017, "epcis_read_once", "its @context stands behind its events, so it must be a file that can be read twice"};
inline constexpr RefusalKind epcis_member_repeated{6018, "epcis_member_repeated", "an object names a member twice"};
inline constexpr RefusalKind epcis_member_type{6019, "epcis_member_type",
                                               "this is not the kind of value that belongs here"};
inline constexpr RefusalKind epcis_member_missing{6020, "epcis_member_missing", "a required member is missing"};
inline constexpr RefusalKind epcis_member_unknown{
    6021, "epcis_member_unknown", "EPCIS 2.0 has no such member here, and it names no namespace of its own"};
inline constexpr RefusalKind epcis_bad_time{6022, "epcis_bad_time",
                                            "a time is written 2026-01-31T08:15:00.000+01:00, and exists"};
inline constexpr RefusalKind epcis_bad_offset{6023, "epcis_bad_offset",
                                              "an offset from UTC is written +01:00, from -14:00 to +14:00"};
inline constexpr RefusalKind epcis_bad_uri{6024, "epcis_bad_uri", "this is not a URI"};
inline constexpr RefusalKind epcis_unknown_type{
    6025, "epcis_unknown_type", "an event is of one of the five types, or of a type of its own named by a URI"};
inline constexpr RefusalKind epcis_unknown_word{
    6026, "epcis_unknown_word", "this is no word of the Core Business Vocabulary 2.0, and no URI of another"};
inline constexpr RefusalKind epcis_bad_quantity{6027, "epcis_bad_quantity", "a quantity is a number above zero"};
inline constexpr RefusalKind epcis_bad_uom{
    6028, "epcis_bad_uom", "a unit of measure is a code of two or three capitals and digits, such as KGM"};
inline constexpr RefusalKind epcis_ilmd_out_of_place{
    6029, "epcis_ilmd_out_of_place",
    "instance and lot data are given where something is made: with ADD or a transformation"};
inline constexpr RefusalKind epcis_names_nothing{6030, "epcis_names_nothing",
                                                 "the event does not say what it is about"};
inline constexpr RefusalKind epcis_item_repeated{6031, "epcis_item_repeated", "the list names the same thing twice"};
inline constexpr RefusalKind epcis_list_empty{6032, "epcis_list_empty", "this list holds at least one item"};
inline constexpr RefusalKind epcis_bad_version{6033, "epcis_bad_version",
                                               "a version is written in digits and points, 2.0"};
inline constexpr RefusalKind epcis_bad_hexadecimal{6034, "epcis_bad_hexadecimal", "this is not hexadecimal"};
inline constexpr RefusalKind epcis_bad_number{6035, "epcis_bad_number", "the number is larger than can be kept"};
inline constexpr RefusalKind epcis_unknown_prefix{
    6036, "epcis_unknown_prefix", "the context of the document does not say what this prefix stands for"};

// What an event tells, beside the register.
inline constexpr RefusalKind event_unclear{
    6050, "event_unclear", "the event is an act of custody, but is not told in a way the register can take"};
inline constexpr RefusalKind epcis_contradiction{6051, "epcis_contradiction",
                                                 "the document says one thing in two ways, or other than the register"};
inline constexpr RefusalKind wrong_measure{
    6052, "wrong_measure", "a measure is never turned into another: a product is counted as it is registered"};
inline constexpr RefusalKind unknown_event{6053, "unknown_event", "the event that is named is not on record"};
inline constexpr RefusalKind several_dispatches{6054, "several_dispatches",
                                                "the lot is on the way under several dispatches; name the one meant"};
inline constexpr RefusalKind seizure_rows_disagree{
    6090, "seizure_rows_disagree", "a seizure file is of one find: its rows tell the same day and country"};
inline constexpr RefusalKind seizure_without_rows{6091, "seizure_without_rows", "a seizure file has at least one row"};
inline constexpr RefusalKind seizure_and_marks{6092, "seizure_and_marks",
                                               "the marks of a seizure are those of its file; none are told beside it"};

// Labels.
inline constexpr RefusalKind not_printable{6110, "not_printable", "this kind of barcode cannot carry the code"};
inline constexpr RefusalKind label_too_small{6111, "label_too_small",
                                             "no label of this level holds the code at a size that scanners read"};
inline constexpr RefusalKind one_page_only{6112, "one_page_only",
                                           "several labels, or a sheet of them, are kept as PDF"};
inline constexpr RefusalKind bad_link_domain{6113, "bad_link_domain",
                                             "a domain is letters, digits, hyphens and dots, with a port where needed"};

}  // namespace lotline::exchange
