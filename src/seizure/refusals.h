#pragma once
// Refusals about seizures, exhibits and diversions: 4000-4499.

#include "base/refusal.h"

namespace lotline::seizure {

inline constexpr RefusalKind nothing_read{
    4001, "nothing_read", "an exhibit has a mark that was read or a known lot, or says that it carries none"};
inline constexpr RefusalKind trace_or_reason{4002, "trace_or_reason",
                                             "a seizure or recovery opens a trace, or says why not, and not both"};
inline constexpr RefusalKind unknown_exhibit{4003, "unknown_exhibit", "no exhibit has this number"};
inline constexpr RefusalKind lot_known{4004, "lot_known", "the lot of this exhibit is known already"};
inline constexpr RefusalKind bad_weights{4005, "bad_weights",
                                         "weights of possible lots are above nothing and add up to at most one"};
inline constexpr RefusalKind no_custody_link{
    4006, "no_custody_link", "a diversion names the record where it occurred, or the two parties it lies between"};
inline constexpr RefusalKind no_amount{4007, "no_amount", "an incident states a mass or a number of rounds"};
inline constexpr RefusalKind estimate_unexplained{4008, "estimate_unexplained", "an estimate says how it was made"};

inline constexpr RefusalKind holder_without_lot{4009, "holder_without_lot",
                                                "rounds taken from a recorded holder are of a recorded lot"};

inline constexpr RefusalKind nothing_examined{
    4010, "nothing_examined", "an examination states an origin, indicators, how it is marked, or what it is"};
inline constexpr RefusalKind none_and_some{4011, "none_and_some",
                                           "indicators are none, or those that were seen, and not both"};
inline constexpr RefusalKind no_measure{4012, "no_measure", "equipment and components state a count or a mass"};
inline constexpr RefusalKind counts_or_shares{4013, "counts_or_shares",
                                              "listings are stated as counts or as shares, and not both"};
inline constexpr RefusalKind part_above_whole{4014, "part_above_whole", "a part is no more than its whole"};
inline constexpr RefusalKind deadline_before_request{4015, "deadline_before_request",
                                                     "a request is answered after it is made"};
inline constexpr RefusalKind request_subject{
    4016, "request_subject", "an outgoing request names an exhibit, an incoming one the marks the other State read"};
inline constexpr RefusalKind unknown_request{4017, "unknown_request", "no request to trace has this number"};
inline constexpr RefusalKind answered_before{4018, "answered_before", "the request was answered for good before"};
inline constexpr RefusalKind answer_before_request{4019, "answer_before_request",
                                                   "an answer does not come before its request"};
inline constexpr RefusalKind no_result{4020, "no_result",
                                       "a trace that was never begun has no result; the exhibit says why"};
inline constexpr RefusalKind deadline_not_later{
    4021, "deadline_not_later", "a deadline is moved by an interim answer (pending), and to a later day"};
inline constexpr RefusalKind holder_not_named{4022, "holder_not_named", "the result names the holder it leads to"};
inline constexpr RefusalKind no_border{4023, "no_border", "a crossing leads from one State into another"};
inline constexpr RefusalKind other_lot{4024, "other_lot", "the exhibit is of another lot"};

// Scans, leads and conclusions: 4100-4199.
inline constexpr RefusalKind scan_subject{4101, "scan_subject",
                                          "a scan is of an exhibit, of a test fire or of a replica: of one of them"};
inline constexpr RefusalKind not_a_fired_case{4102, "not_a_fired_case", "the marks compared are those on fired cases"};
inline constexpr RefusalKind unknown_test_fire{4103, "unknown_test_fire", "no test fire has this number"};
inline constexpr RefusalKind unknown_replica{4104, "unknown_replica", "no replica has this number"};
inline constexpr RefusalKind unknown_scan{4105, "unknown_scan", "no scan has this number"};
inline constexpr RefusalKind bad_hash{4106, "bad_hash", "a SHA-256 is 64 hexadecimal digits"};
inline constexpr RefusalKind scan_exists{4107, "scan_exists", "this file is on record as a scan of this mark"};
inline constexpr RefusalKind scan_of_other{4108, "scan_of_other", "this file is on record as a scan of something else"};
inline constexpr RefusalKind withdrawn_before{4109, "withdrawn_before", "the record was withdrawn"};
inline constexpr RefusalKind not_withdrawable{
    4110, "not_withdrawable",
    "test fires, replicas, scans, leads, blind examinations, conclusions and links are withdrawn"};
inline constexpr RefusalKind unknown_search{4111, "unknown_search", "no search of scans has this number"};
inline constexpr RefusalKind no_such_rank{4112, "no_such_rank", "the search lists no source at this rank"};
inline constexpr RefusalKind lead_exists{4113, "lead_exists", "this pair is on record as a lead"};
inline constexpr RefusalKind unknown_lead{4114, "unknown_lead", "no lead has this number"};
inline constexpr RefusalKind not_blind{4115, "not_blind",
                                       "a blind examiner has seen neither likelihood ratio nor conclusion of the lead"};
inline constexpr RefusalKind concluded_before{
    4116, "concluded_before", "the examiner has concluded on this lead; a new conclusion says which one it replaces"};
inline constexpr RefusalKind not_own_conclusion{4117, "not_own_conclusion",
                                                "an examiner replaces the newest of his own conclusions on the lead"};
inline constexpr RefusalKind replica_not_here{4118, "replica_not_here", "the replica is not with this party"};
inline constexpr RefusalKind replica_not_sent{4119, "replica_not_sent", "the replica is not on the way to this party"};
inline constexpr RefusalKind custody_out_of_order{4120, "custody_out_of_order",
                                                  "custody of a replica is kept in the order in which it passed on"};
inline constexpr RefusalKind replica_to_itself{4121, "replica_to_itself", "a replica is sent to another party"};
inline constexpr RefusalKind replica_destroyed{4122, "replica_destroyed", "the replica was destroyed"};
inline constexpr RefusalKind link_subject{
    4123, "link_subject", "a link of another network is to an exhibit or to a firearm of this register"};
inline constexpr RefusalKind scans_stand_on_it{4124, "scans_stand_on_it",
                                               "scans of it stand: they are withdrawn first"};
inline constexpr RefusalKind leads_stand_on_it{4125, "leads_stand_on_it",
                                               "leads rest on this scan: they are withdrawn first"};
inline constexpr RefusalKind own_source{4126, "own_source", "both scans are of one source"};

}  // namespace lotline::seizure
