#include "answers/http_status.h"

#include <gtest/gtest.h>

#include <set>

#include "access/refusals.h"
#include "answers/exit_code.h"
#include "answers/refusal_table.h"
#include "custody/refusals.h"
#include "proof/refusals.h"
#include "seizure/refusals.h"
#include "service/refusals.h"
#include "storage/refusals.h"
#include "surface/refusals.h"

namespace lotline::answers {

TEST(HttpStatus, what_nobody_registered_is_not_found_and_what_stands_against_it_is_a_conflict) {
  EXPECT_EQ(http_status_of(custody::unknown_lot.number), 404);
  EXPECT_EQ(http_status_of(service::unknown_record.number), 404);
  EXPECT_EQ(http_status_of(custody::lot_exists.number), 409);
  EXPECT_EQ(http_status_of(seizure::withdrawn_before.number), 409);
}

TEST(HttpStatus, an_unknown_thing_that_a_field_names_is_a_wrong_field) {
  Refusal refusal = refuse(custody::unknown_lot, "A-1").error();
  EXPECT_EQ(http_status_of(refusal), 404);
  refusal.field = "lot";
  EXPECT_EQ(http_status_of(refusal), 422);
  refusal = refuse(custody::lot_exists, "A-1").error();
  refusal.field = "lot";
  EXPECT_EQ(http_status_of(refusal), 409);
}

TEST(HttpStatus, a_missing_right_is_forbidden_and_signs_nobody_out) {
  for (const auto& kind :
       {access::right_missing, access::not_your_own, access::case_number_missing, access::step_up_needed})
    EXPECT_EQ(http_status_of(kind.number), 403) << kind.name;
}

TEST(HttpStatus, who_is_not_signed_in_is_told_so_and_a_wrong_password_in_a_field_signs_nobody_out) {
  for (const auto& kind : {access::not_signed_in, access::sign_in_refused, access::token_refused})
    EXPECT_EQ(http_status_of(kind.number), 401) << kind.name;
  Refusal refusal = refuse(access::sign_in_refused).error();
  refusal.field = "old";
  EXPECT_EQ(http_status_of(refusal), 422);
  EXPECT_EQ(http_status_of(access::too_many_attempts.number), 429);
  EXPECT_EQ(http_status_of(access::account_changed.number), 412);
}

TEST(HttpStatus, what_cannot_be_read_at_all_is_told_apart_from_what_breaks_a_rule) {
  EXPECT_EQ(http_status_of(proof::bad_json.number), 400);
  EXPECT_EQ(http_status_of(surface::scan_too_large.number), 413);
  EXPECT_EQ(http_status_of(surface::no_x3p.number), 415);
  EXPECT_EQ(http_status_of(custody::goes_nowhere.number), 422);
}

TEST(HttpStatus, a_full_disk_may_be_right_later_and_a_damaged_register_is_not) {
  EXPECT_EQ(http_status_of(storage::disk_full.number), 503);
  EXPECT_EQ(http_status_of(storage::locked_register.number), 503);
  EXPECT_EQ(http_status_of(storage::damaged_register.number), 500);
}

TEST(HttpStatus, every_fault_of_the_command_line_is_the_servers) {
  for (const RefusalKind* kind : all_refusals())
    EXPECT_TRUE(exit_code_of(kind->number) != kFault || http_status_of(kind->number) >= 500) << kind->name;
}

TEST(HttpStatus, no_refusal_has_a_status_that_is_not_told_in_the_header) {
  const std::set<int> told{400, 401, 403, 404, 405, 409, 412, 413, 415, 421, 422, 429, 500, 503};
  for (const RefusalKind* kind : all_refusals()) EXPECT_TRUE(told.contains(http_status_of(kind->number))) << kind->name;
}

}  // namespace lotline::answers
