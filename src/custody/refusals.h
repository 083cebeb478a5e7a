#pragma once
// Refusals of the ledger: 2000-2999.

#include "base/refusal.h"

namespace lotline::custody {

inline constexpr RefusalKind unknown_lot{2001, "unknown_lot", "no such lot is registered"};
inline constexpr RefusalKind not_enough_rounds{2002, "not_enough_rounds", "more rounds than are held there"};
inline constexpr RefusalKind rounds_in_packages{2003, "rounds_in_packages",
                                                "these rounds are inside packages; move the package or open it first"};
inline constexpr RefusalKind rounds_reserved{2004, "rounds_reserved", "a hold covers these rounds"};
inline constexpr RefusalKind receipt_without_dispatch{2005, "receipt_without_dispatch",
                                                      "nothing is on the way under this dispatch"};
inline constexpr RefusalKind no_lot_number{2006, "no_lot_number", "a lot is recorded under its number"};
inline constexpr RefusalKind no_first_recipient{2007, "no_first_recipient",
                                                "made or imported rounds are recorded with their first recipient"};
inline constexpr RefusalKind second_official_recipient{
    2008, "second_official_recipient", "a lot for official use has one recipient; say why with an override"};
inline constexpr RefusalKind lot_exists{2009, "lot_exists", "this maker's lot of this product is registered already"};
inline constexpr RefusalKind lot_too_large{2010, "lot_too_large",
                                           "a marking regime limits the size of such a lot; say why with an override"};
inline constexpr RefusalKind unknown_package{2011, "unknown_package", "no package of this code is registered"};
inline constexpr RefusalKind package_exists{2012, "package_exists", "a package of this code is registered already"};
inline constexpr RefusalKind package_inside{2013, "package_inside",
                                            "the package is inside another; open that one or move it whole"};
inline constexpr RefusalKind package_elsewhere{2014, "package_elsewhere", "the package does not stand there"};
inline constexpr RefusalKind goes_nowhere{2015, "goes_nowhere", "from and to are the same account"};
inline constexpr RefusalKind unknown_product{2016, "unknown_product", "no product of this code is registered"};
inline constexpr RefusalKind product_exists{2017, "product_exists", "a product of this code is registered already"};
inline constexpr RefusalKind bad_place{2018, "bad_place", "the name of a place does not begin with # or @"};
inline constexpr RefusalKind unknown_movement{2019, "unknown_movement", "no movement has this number"};
inline constexpr RefusalKind already_reversed{2020, "already_reversed",
                                              "more than is left of this movement to correct"};
inline constexpr RefusalKind whole_only{2021, "whole_only",
                                        "a movement of packages or of several lots is corrected whole"};
inline constexpr RefusalKind unknown_hold{2022, "unknown_hold", "no hold has this number"};
inline constexpr RefusalKind hold_lifted_before{2023, "hold_lifted_before", "this hold was lifted before"};
inline constexpr RefusalKind unknown_shipment{2024, "unknown_shipment", "no dispatch has this number"};
inline constexpr RefusalKind wrong_receiver{2025, "wrong_receiver", "the dispatch was sent to another party"};
inline constexpr RefusalKind buyer_not_recorded{2026, "buyer_not_recorded",
                                                "in this State a sale names its buyer (national profile)"};
inline constexpr RefusalKind package_quantity{2027, "package_quantity", "the quantity is not what the package holds"};
inline constexpr RefusalKind package_empty{2028, "package_empty", "a package holds something"};
inline constexpr RefusalKind package_level_order{2029, "package_level_order",
                                                 "a box goes into a case and a case onto a pallet, not the other way"};
inline constexpr RefusalKind wrong_unit{2030, "wrong_unit",
                                        "components are counted in pieces or grams, cartridges in rounds"};
inline constexpr RefusalKind not_marked_singly{2031, "not_marked_singly",
                                               "each cartridge carries its lot, so nothing is lost by unpacking"};
inline constexpr RefusalKind unmarked_refused{2033, "unmarked_refused",
                                              "the regime in force forbids bringing in ammunition not so marked"};
inline constexpr RefusalKind receiver_missing{2034, "receiver_missing", "this act names who receives"};
inline constexpr RefusalKind whole_exhibit{2035, "whole_exhibit", "an exhibit under a hold is moved whole"};
inline constexpr RefusalKind no_such_passage{2036, "no_such_passage",
                                             "the act does not take rounds from that state of life to this one"};
inline constexpr RefusalKind nothing_to_move{2037, "nothing_to_move", "there is nothing in it to move"};
inline constexpr RefusalKind decided_anew{2038, "decided_anew",
                                          "a correction or an identified lot is put right by recording the act anew"};
inline constexpr RefusalKind lot_listed_twice{2039, "lot_listed_twice", "a package lists each of its lots once"};
inline constexpr RefusalKind trade_item_exists{2040, "trade_item_exists", "what this GTIN numbers is recorded already"};
inline constexpr RefusalKind single_is_one{2041, "single_is_one", "a single item is one round, one piece or one gram"};
inline constexpr RefusalKind unknown_trade_item{2042, "unknown_trade_item",
                                                "the register does not know how many rounds one of this GTIN holds"};

}  // namespace lotline::custody
