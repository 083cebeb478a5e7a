#pragma once
// What an account may do, right by right, and which rights a role brings. A right is asked for by the use case, and
// declared beside each route of the service.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "base/words.h"

namespace lotline::access {

enum class Right {
  read_marks,        ///< what marks mean, by the reference data alone
  read_own,          ///< cards and lists of what is the organisation's own
  read_all,          ///< the same of the whole State
  trace,             ///< over the records of every organisation, for a case
  read_log,          ///< any record as it stands
  read_reports,      ///< tables over the whole register
  read_fired_cases,  ///< scans, comparisons, searches, leads
  examine,           ///< enrol and search scans, conclude on leads
  record_stock,      ///< acts on the organisation's own rounds and packages
  record_trade,      ///< making, importing and selling them
  record_case,       ///< recoveries, exhibits, holds, requests to trace
  license,           ///< licences prepared, for somebody else to approve
  approve,           ///< prepared licences approved or refused
  keep_register,     ///< parties, products, places, firearms, corrections
  erase_person,      ///< personal values erased
  manage_accounts,   ///< people, roles, tokens
  read_access_log    ///< who looked at what
};

/// A set of rights.
class Rights {
 public:
  constexpr Rights() = default;
  constexpr Rights(std::initializer_list<Right> rights) {
    for (const Right right : rights) bits_ |= bit(right);
  }
  static constexpr Rights all() {
    Rights rights;
    rights.bits_ = ~std::uint32_t{0};
    return rights;
  }
  [[nodiscard]] constexpr bool has(Right right) const { return (bits_ & bit(right)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr Rights operator|(Rights other) const {
    Rights both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }
  constexpr Rights operator&(Rights other) const {
    Rights shared;
    shared.bits_ = bits_ & other.bits_;
    return shared;
  }
  friend constexpr bool operator==(Rights, Rights) = default;

 private:
  static constexpr std::uint32_t bit(Right right) { return std::uint32_t{1} << static_cast<unsigned>(right); }
  std::uint32_t bits_ = 0;
};

enum class Role {
  registry_officer,
  licensing_officer,
  licensing_approver,
  stock_keeper,
  trader,  ///< dealer or maker
  customs,
  investigator,
  examiner,
  court,
  auditor,
  administrator
};

/// What a role brings. An administrator sees no rounds: who gives rights does not use them.
constexpr Rights rights_of(Role role) {
  using R = Right;
  switch (role) {
    case Role::registry_officer:
      return {R::read_marks,   R::read_own,     R::read_all,    R::trace,         R::read_log,    R::read_reports,
              R::record_stock, R::record_trade, R::record_case, R::keep_register, R::erase_person};
    case Role::licensing_officer:
      return {R::read_marks, R::read_own, R::read_all, R::read_reports, R::license};
    case Role::licensing_approver:
      return {R::read_marks, R::read_own, R::read_all, R::read_reports, R::approve};
    case Role::stock_keeper:
      return {R::read_marks, R::read_own, R::record_stock};
    case Role::trader:
      return {R::read_marks, R::read_own, R::record_stock, R::record_trade};
    case Role::customs:
      return {R::read_marks, R::read_own, R::trace, R::record_case};
    case Role::investigator:
      return {R::read_marks, R::read_own, R::trace, R::record_case, R::read_fired_cases};
    case Role::examiner:
      return {R::read_marks, R::read_own, R::read_fired_cases, R::examine};
    case Role::court:
      return {R::read_marks, R::read_own, R::trace};
    case Role::auditor:
      return {R::read_marks, R::read_own, R::read_all, R::read_log, R::read_reports, R::read_access_log};
    case Role::administrator:
      return {R::manage_accounts, R::read_access_log};
  }
  return {};
}

}  // namespace lotline::access

namespace lotline {
template <>
struct Words<access::Right> {
  using R = access::Right;
  static constexpr std::array<Word<R>, 17> all{{{R::read_marks, "read_marks"},
                                                {R::read_own, "read_own"},
                                                {R::read_all, "read_all"},
                                                {R::trace, "trace"},
                                                {R::read_log, "read_log"},
                                                {R::read_reports, "read_reports"},
                                                {R::read_fired_cases, "read_fired_cases"},
                                                {R::examine, "examine"},
                                                {R::record_stock, "record_stock"},
                                                {R::record_trade, "record_trade"},
                                                {R::record_case, "record_case"},
                                                {R::license, "license"},
                                                {R::approve, "approve"},
                                                {R::keep_register, "keep_register"},
                                                {R::erase_person, "erase_person"},
                                                {R::manage_accounts, "manage_accounts"},
                                                {R::read_access_log, "read_access_log"}}};
};
template <>
struct Words<access::Role> {
  using R = access::Role;
  static constexpr std::array<Word<R>, 11> all{{{R::registry_officer, "registry_officer"},
                                                {R::licensing_officer, "licensing_officer"},
                                                {R::licensing_approver, "licensing_approver"},
                                                {R::stock_keeper, "stock_keeper"},
                                                {R::trader, "trader"},
                                                {R::customs, "customs"},
                                                {R::investigator, "investigator"},
                                                {R::examiner, "examiner"},
                                                {R::court, "court"},
                                                {R::auditor, "auditor"},
                                                {R::administrator, "administrator"}}};
};
}  // namespace lotline
