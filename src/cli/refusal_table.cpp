#include "cli/refusal_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/refusals.h"
#include "catalogue/refusals.h"
#include "cli/command.h"
#include "comparison/refusals.h"
#include "custody/refusals.h"
#include "exchange/refusals.h"
#include "firearms/refusals.h"
#include "licensing/refusals.h"
#include "marking/refusals.h"
#include "parties/refusals.h"
#include "proof/refusals.h"
#include "search/refusals.h"
#include "seizure/refusals.h"
#include "service/refusals.h"
#include "simulation/refusals.h"
#include "stockpile/refusals.h"
#include "storage/refusals.h"
#include "surface/refusals.h"

namespace lotline::cli {

namespace {

// clang-format off
constexpr const RefusalKind* kAll[] = {
    // list begins (tools/refusal-list)
    &lotline::bad_quantity,
    &lotline::bad_date,
    &lotline::future_date,
    &lotline::bad_encoding,
    &lotline::unsafe_text,
    &lotline::missing_value,
    &lotline::unknown_word,
    &lotline::text_too_long,
    &lotline::bad_csv,
    &lotline::bad_columns,
    &lotline::line_too_long,
    &lotline::unreadable_file,
    &lotline::unwritable_file,
    &lotline::catalogue::table_columns,
    &lotline::catalogue::row_width,
    &lotline::catalogue::row_value_missing,
    &lotline::catalogue::row_repeated,
    &lotline::catalogue::unknown_trust,
    &lotline::catalogue::table_missing,
    &lotline::catalogue::row_country_unknown,
    &lotline::catalogue::row_year_bad,
    &lotline::catalogue::row_years_reversed,
    &lotline::catalogue::row_word_unknown,
    &lotline::catalogue::table_not_dated,
    &lotline::catalogue::bad_regime,
    &lotline::catalogue::bad_business_rule,
    &lotline::parties::unknown_party,
    &lotline::parties::party_exists,
    &lotline::parties::not_a_maker,
    &lotline::parties::personal_in_record,
    &lotline::parties::kept_too_short,
    &lotline::parties::nothing_to_erase,
    &lotline::parties::pgln_taken,
    &lotline::parties::place_exists,
    &lotline::parties::unknown_place,
    &lotline::parties::person_code,
    &lotline::firearms::unknown_firearm,
    &lotline::firearms::firearm_exists,
    &lotline::firearms::microstamp_taken,
    &lotline::proof::bad_json,
    &lotline::proof::json_too_deep,
    &lotline::proof::json_number,
    &lotline::proof::duplicate_member,
    &lotline::proof::json_type,
    &lotline::proof::missing_member,
    &lotline::proof::bad_digest,
    &lotline::proof::bad_tree_state,
    &lotline::proof::outside_tree,
    &lotline::marking::bad_package_code,
    &lotline::marking::bad_check_digit,
    &lotline::marking::unknown_identifier,
    &lotline::marking::bad_identifier_value,
    &lotline::marking::identifiers_conflict,
    &lotline::marking::identifier_alone,
    &lotline::marking::identifier_repeated,
    &lotline::marking::bad_package_date,
    &lotline::marking::bad_digital_link,
    &lotline::marking::bad_epc_urn,
    &lotline::marking::bad_percent_code,
    &lotline::marking::not_encodable,
    &lotline::marking::bad_retailer_code,
    &lotline::marking::label_on_cartridge,
    &lotline::custody::unknown_lot,
    &lotline::custody::not_enough_rounds,
    &lotline::custody::rounds_in_packages,
    &lotline::custody::rounds_reserved,
    &lotline::custody::receipt_without_dispatch,
    &lotline::custody::no_lot_number,
    &lotline::custody::no_first_recipient,
    &lotline::custody::second_official_recipient,
    &lotline::custody::lot_exists,
    &lotline::custody::lot_too_large,
    &lotline::custody::unknown_package,
    &lotline::custody::package_exists,
    &lotline::custody::package_inside,
    &lotline::custody::package_elsewhere,
    &lotline::custody::goes_nowhere,
    &lotline::custody::unknown_product,
    &lotline::custody::product_exists,
    &lotline::custody::bad_place,
    &lotline::custody::unknown_movement,
    &lotline::custody::already_reversed,
    &lotline::custody::whole_only,
    &lotline::custody::unknown_hold,
    &lotline::custody::hold_lifted_before,
    &lotline::custody::unknown_shipment,
    &lotline::custody::wrong_receiver,
    &lotline::custody::buyer_not_recorded,
    &lotline::custody::package_quantity,
    &lotline::custody::package_empty,
    &lotline::custody::package_level_order,
    &lotline::custody::wrong_unit,
    &lotline::custody::not_marked_singly,
    &lotline::custody::maker_differs,
    &lotline::custody::unmarked_refused,
    &lotline::custody::receiver_missing,
    &lotline::custody::whole_exhibit,
    &lotline::custody::no_such_passage,
    &lotline::custody::nothing_to_move,
    &lotline::custody::decided_anew,
    &lotline::custody::lot_listed_twice,
    &lotline::custody::trade_item_exists,
    &lotline::custody::single_is_one,
    &lotline::custody::unknown_trade_item,
    &lotline::licensing::unknown_licence,
    &lotline::licensing::licence_exists,
    &lotline::licensing::licence_dates,
    &lotline::licensing::licence_incomplete,
    &lotline::licensing::licence_needed,
    &lotline::licensing::licence_kind,
    &lotline::licensing::licence_holder,
    &lotline::licensing::licence_not_in_force,
    &lotline::licensing::lot_not_on_licence,
    &lotline::licensing::licence_recipient,
    &lotline::licensing::licence_exhausted,
    &lotline::licensing::gdti_taken,
    &lotline::seizure::nothing_read,
    &lotline::seizure::trace_or_reason,
    &lotline::seizure::unknown_exhibit,
    &lotline::seizure::lot_known,
    &lotline::seizure::bad_weights,
    &lotline::seizure::no_custody_link,
    &lotline::seizure::no_amount,
    &lotline::seizure::estimate_unexplained,
    &lotline::seizure::holder_without_lot,
    &lotline::seizure::nothing_examined,
    &lotline::seizure::none_and_some,
    &lotline::seizure::no_measure,
    &lotline::seizure::counts_or_shares,
    &lotline::seizure::part_above_whole,
    &lotline::seizure::deadline_before_request,
    &lotline::seizure::request_subject,
    &lotline::seizure::unknown_request,
    &lotline::seizure::answered_before,
    &lotline::seizure::answer_before_request,
    &lotline::seizure::no_result,
    &lotline::seizure::deadline_not_later,
    &lotline::seizure::holder_not_named,
    &lotline::seizure::no_border,
    &lotline::seizure::other_lot,
    &lotline::stockpile::counted_twice,
    &lotline::stockpile::nothing_counted,
    &lotline::stockpile::unknown_investigation,
    &lotline::stockpile::investigation_closed,
    &lotline::stockpile::finding_does_not_fit,
    &lotline::stockpile::destruction_incomplete,
    &lotline::stockpile::book_changed,
    &lotline::stockpile::no_open_difference,
    &lotline::stockpile::decided_twice,
    &lotline::surface::no_x3p,
    &lotline::comparison::no_features,
    &lotline::comparison::features_version_unknown,
    &lotline::comparison::features_damaged,
    &lotline::search::no_signature,
    &lotline::search::signature_version,
    &lotline::search::item_twice,
    &lotline::search::bad_class_field,
    &lotline::search::nothing_to_search_with,
    &lotline::search::search_stopped,
    &lotline::search::no_checkpoint,
    &lotline::search::other_search,
    &lotline::exchange::row_without_ref,
    &lotline::exchange::wrong_field_count,
    &lotline::exchange::row_not_mended,
    &lotline::exchange::not_a_field_value,
    &lotline::exchange::field_twice,
    &lotline::exchange::bad_gs1_uri,
    &lotline::exchange::not_epcis,
    &lotline::exchange::bad_epcis_json,
    &lotline::exchange::epcis_cut_off,
    &lotline::exchange::epcis_too_deep,
    &lotline::exchange::epcis_event_too_large,
    &lotline::exchange::epcis_rest_too_large,
    &lotline::exchange::epcis_read_once,
    &lotline::exchange::epcis_member_repeated,
    &lotline::exchange::epcis_member_type,
    &lotline::exchange::epcis_member_missing,
    &lotline::exchange::epcis_member_unknown,
    &lotline::exchange::epcis_bad_time,
    &lotline::exchange::epcis_bad_offset,
    &lotline::exchange::epcis_bad_uri,
    &lotline::exchange::epcis_unknown_type,
    &lotline::exchange::epcis_unknown_word,
    &lotline::exchange::epcis_bad_quantity,
    &lotline::exchange::epcis_bad_uom,
    &lotline::exchange::epcis_ilmd_out_of_place,
    &lotline::exchange::epcis_names_nothing,
    &lotline::exchange::epcis_item_repeated,
    &lotline::exchange::epcis_list_empty,
    &lotline::exchange::epcis_bad_version,
    &lotline::exchange::epcis_bad_hexadecimal,
    &lotline::exchange::epcis_bad_number,
    &lotline::exchange::epcis_unknown_prefix,
    &lotline::exchange::event_unclear,
    &lotline::exchange::epcis_contradiction,
    &lotline::exchange::wrong_measure,
    &lotline::exchange::unknown_event,
    &lotline::exchange::several_dispatches,
    &lotline::exchange::seizure_rows_disagree,
    &lotline::exchange::seizure_without_rows,
    &lotline::exchange::seizure_and_marks,
    &lotline::storage::no_such_register,
    &lotline::storage::not_a_register,
    &lotline::storage::newer_register,
    &lotline::storage::older_register,
    &lotline::storage::damaged_register,
    &lotline::storage::read_only_register,
    &lotline::storage::locked_register,
    &lotline::storage::no_such_folder,
    &lotline::storage::register_exists,
    &lotline::storage::disk_full,
    &lotline::storage::storage_io,
    &lotline::storage::changed_register,
    &lotline::storage::broken_constraint,
    &lotline::storage::storage_fault,
    &lotline::service::unknown_record_kind,
    &lotline::service::newer_record,
    &lotline::service::ref_reused,
    &lotline::service::unknown_field,
    &lotline::service::unknown_act,
    &lotline::service::unknown_record,
    &lotline::service::not_a_dispatch,
    &lotline::service::ambiguous_lot,
    &lotline::service::register_read_only,
    &lotline::service::verification_failed,
    &lotline::service::not_a_movement,
    &lotline::service::unclear_calibre,
    &lotline::service::not_a_gtin,
    &lotline::service::not_on_record_yet,
    &lotline::service::not_packed_yet,
    &lotline::service::bad_term,
    &lotline::service::bad_gs1_number,
    &lotline::service::guessable_salts,
    &lotline::simulation::bad_size,
    &lotline::simulation::not_simulated,
    &lotline::simulation::not_empty,
    // list ends
};
// clang-format on

}  // namespace

std::span<const RefusalKind* const> all_refusals() { return kAll; }

int exit_code_of(int number) {
  const RefusalKind* const faults[] = {&storage::newer_register,   &storage::older_register, &storage::damaged_register,
                                       &storage::disk_full,        &storage::storage_io,     &storage::storage_fault,
                                       &storage::broken_constraint};
  const bool fault =
      std::any_of(std::begin(faults), std::end(faults), [&](const auto* kind) { return kind->number == number; });
  return fault ? kFault : kRefused;
}

std::string refusals_as_markdown() {
  std::string text =
      "# Refusals\n\nEvery refusal has a number that never changes. The command line prints `refused NUMBER NAME: ...` "
      "to "
      "stderr and exits\nwith 1, or with 3 where the disk or the register's file is at fault. Printed by `lotline "
      "refusals "
      "--markdown`.\n\n| number | name | meaning | exit |\n|---|---|---|---|\n";
  for (const RefusalKind* kind : all_refusals())
    text +=
        fmt::format("| {} | `{}` | {} | {} |\n", kind->number, kind->name, kind->meaning, exit_code_of(kind->number));
  return text;
}

}  // namespace lotline::cli
