#include "answers/http_status.h"

#include <algorithm>
#include <array>

#include "access/refusals.h"
#include "answers/refusals.h"
#include "base/refusals.h"
#include "catalogue/refusals.h"
#include "comparison/refusals.h"
#include "custody/refusals.h"
#include "exchange/refusals.h"
#include "firearms/refusals.h"
#include "licensing/refusals.h"
#include "parties/refusals.h"
#include "proof/refusals.h"
#include "search/refusals.h"
#include "seizure/refusals.h"
#include "service/refusals.h"
#include "stockpile/refusals.h"
#include "storage/refusals.h"
#include "surface/refusals.h"

namespace lotline::answers {

namespace {

/// Nothing of the kind is on record, or was by the day asked for.
constexpr std::array kUnknown{parties::unknown_party.number,     parties::unknown_place.number,
                              firearms::unknown_firearm.number,  custody::unknown_lot.number,
                              custody::unknown_package.number,   custody::unknown_product.number,
                              custody::unknown_movement.number,  custody::unknown_hold.number,
                              custody::unknown_shipment.number,  custody::unknown_trade_item.number,
                              licensing::unknown_licence.number, seizure::unknown_exhibit.number,
                              seizure::unknown_request.number,   seizure::unknown_test_fire.number,
                              seizure::unknown_replica.number,   seizure::unknown_scan.number,
                              seizure::unknown_search.number,    seizure::no_such_rank.number,
                              seizure::unknown_lead.number,      stockpile::unknown_investigation.number,
                              exchange::unknown_event.number,    service::unknown_record.number,
                              service::unknown_report.number,    service::unknown_vocabulary.number,
                              service::not_on_record_yet.number, service::not_packed_yet.number,
                              service::original_missing.number,  access::unknown_account.number,
                              access::unknown_token.number};

/// Right in itself; what is on record stands against it: it exists already, was done before, or is held.
constexpr std::array kConflict{parties::party_exists.number,
                               parties::pgln_taken.number,
                               parties::place_exists.number,
                               firearms::firearm_exists.number,
                               firearms::microstamp_taken.number,
                               custody::not_enough_rounds.number,
                               custody::rounds_in_packages.number,
                               custody::rounds_reserved.number,
                               custody::lot_exists.number,
                               custody::package_exists.number,
                               custody::package_inside.number,
                               custody::package_elsewhere.number,
                               custody::product_exists.number,
                               custody::already_reversed.number,
                               custody::hold_lifted_before.number,
                               custody::trade_item_exists.number,
                               licensing::licence_exists.number,
                               licensing::gdti_taken.number,
                               licensing::no_decision_due.number,
                               seizure::answered_before.number,
                               seizure::scan_exists.number,
                               seizure::scan_of_other.number,
                               seizure::withdrawn_before.number,
                               seizure::lead_exists.number,
                               seizure::concluded_before.number,
                               seizure::replica_destroyed.number,
                               seizure::scans_stand_on_it.number,
                               seizure::leads_stand_on_it.number,
                               stockpile::investigation_closed.number,
                               stockpile::book_changed.number,
                               service::ref_reused.number,
                               access::account_exists.number,
                               access::last_administrator.number,
                               access::administrator_there.number,
                               access::no_second_factor.number,
                               access::second_factor_there.number};

/// A case number and the second factor are missing rights and no missing sign-in: 401 would send the officer back to
/// the password, and 428 means conditions on a version (RFC 6585). The number says which of them is due.
constexpr std::array kForbidden{access::right_missing.number,         access::not_your_own.number,
                                access::case_number_missing.number,   access::step_up_needed.number,
                                access::not_your_act.number,          access::csrf_refused.number,
                                access::password_to_change.number,    access::own_roles.number,
                                service::withheld_while_blind.number, licensing::prepared_by_same.number};

/// Nobody is signed in, or what was shown signs nobody in.
constexpr std::array kUnsigned{access::sign_in_refused.number, access::second_factor_needed.number,
                               access::code_refused.number, access::not_signed_in.number, access::token_refused.number};

/// Not to be read at all: no JSON, too long, of another kind.
constexpr std::array kMalformed{proof::bad_json.number,    proof::json_too_deep.number,
                                proof::json_number.number, proof::duplicate_member.number,
                                proof::json_type.number,   proof::missing_member.number};
constexpr std::array kTooLarge{line_too_long.number, surface::scan_too_large.number,
                               exchange::epcis_event_too_large.number, exchange::epcis_rest_too_large.number};
constexpr std::array kOtherKind{surface::no_x3p.number, exchange::not_epcis.number};

/// May be right in a while, and nothing is damaged.
constexpr std::array kLater{storage::no_such_register.number, storage::read_only_register.number,
                            storage::locked_register.number,  storage::disk_full.number,
                            storage::changed_register.number, storage::scan_folder_unwritable.number,
                            search::search_stopped.number};

/// The installation's own files or the register are not as they must be; no other request will help.
constexpr std::array kBroken{unreadable_file.number,
                             unwritable_file.number,
                             proof::bad_tree_state.number,
                             proof::outside_tree.number,
                             comparison::no_features.number,
                             comparison::features_version_unknown.number,
                             comparison::features_damaged.number,
                             search::no_signature.number,
                             search::signature_version.number,
                             storage::not_a_register.number,
                             storage::newer_register.number,
                             storage::older_register.number,
                             storage::damaged_register.number,
                             storage::no_such_folder.number,
                             storage::storage_io.number,
                             storage::broken_constraint.number,
                             storage::storage_fault.number,
                             service::unknown_record_kind.number,
                             service::newer_record.number,
                             service::verification_failed.number};

/// Refusals of the reference tables: the installation's own.
constexpr bool of_tables(int number) {
  return number >= catalogue::table_columns.number && number <= catalogue::bad_business_rule.number;
}

/// Of the protocol itself, each with its own.
int status_of_request(int number) {
  switch (number) {
    case bad_target.number:
    case parameter_twice.number:
    case unknown_parameter.number:
    case bad_key.number:
    case key_not_taken.number:
    case bad_member.number:
      return 400;
    case no_such_route.number:
    case no_such_job.number:
    case no_such_calibrator.number:
      return 404;
    case method_not_allowed.number:
      return 405;
    case in_flight.number:
    case not_gathering.number:
    case answer_lost.number:
      return 409;
    case body_too_large.number:
    case import_full.number:
      return 413;
    case wrong_media_type.number:
      return 415;
    case wrong_host.number:
      return 421;
    case too_many_requests.number:
      return 429;
    case shutting_down.number:
    case upload_failed.number:
      return 503;
    default:
      return 0;
  }
}

template <std::size_t n>
bool among(const std::array<int, n>& numbers, int number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

}  // namespace

int http_status_of(int number) {
  if (const int status = status_of_request(number); status != 0) return status;
  if (among(kUnknown, number)) return 404;
  if (among(kConflict, number)) return 409;
  if (among(kForbidden, number)) return 403;
  if (among(kUnsigned, number)) return 401;
  if (number == access::too_many_attempts.number) return 429;
  if (number == access::account_changed.number) return 412;
  if (among(kMalformed, number)) return 400;
  if (among(kTooLarge, number)) return 413;
  if (among(kOtherKind, number)) return 415;
  if (among(kLater, number)) return 503;
  if (among(kBroken, number) || of_tables(number)) return 500;
  return 422;
}

int http_status_of(const Refusal& refusal) {
  const int status = http_status_of(refusal.number);
  return (status == 404 || status == 401) && !refusal.field.empty() ? 422 : status;
}

}  // namespace lotline::answers
