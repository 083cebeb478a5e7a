#pragma once
// Equipment and components seized: by class, count and mass, and no more (paras 27, 28; R36). It is classified so that
// it can be counted; nothing here says how it is used (R40). What is counted and weighed stands apart from what is
// estimated (R39).

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::seizure {

struct EquipmentRow {
  static constexpr std::string_view table = "equipment";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"case_number"};

  RecordNumber number = 0;
  std::string case_number;
  std::string class_;  ///< word of `equipment_class`
  Day found_first;
  Day found_last;
  std::string country;
  std::string place;
  std::string circumstances;
  PartyId custodian;
  PartyId taken_from;  ///< none when nobody on record had it
  std::int64_t pieces = 0;
  std::int64_t mass_g = 0;
  std::int64_t estimated_pieces = 0;
  std::int64_t estimated_mass_g = 0;

  [[nodiscard]] When found_on() const { return {found_first, found_last}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("case_number", self.case_number);
    visit("class", self.class_);
    visit("found_first", self.found_first);
    visit("found_last", self.found_last);
    visit("country", self.country);
    visit("place", self.place);
    visit("circumstances", self.circumstances);
    visit("custodian", self.custodian);
    visit("taken_from", self.taken_from);
    visit("pieces", self.pieces);
    visit("mass_g", self.mass_g);
    visit("estimated_pieces", self.estimated_pieces);
    visit("estimated_mass_g", self.estimated_mass_g);
  }
};

struct EquipmentSeized {
  static constexpr std::string_view kind_name = "equipment";

  std::string case_number;
  std::string circumstances;
  std::string class_;
  std::string country;
  PartyId custodian;
  std::string estimate_basis;
  std::int64_t estimated_mass_g = 0;
  std::int64_t estimated_pieces = 0;
  std::int64_t mass_g = 0;
  std::int64_t pieces = 0;
  std::string place;
  PartyId taken_from;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("case_number", self.case_number);
    visit("circumstances", self.circumstances);
    visit("class", self.class_);
    visit("country", self.country);
    visit("custodian", self.custodian);
    visit("estimate_basis", self.estimate_basis);
    visit("estimated_mass_g", self.estimated_mass_g);
    visit("estimated_pieces", self.estimated_pieces);
    visit("mass_g", self.mass_g);
    visit("pieces", self.pieces);
    visit("place", self.place);
    visit("taken_from", self.taken_from);
  }
};

/// Refuses one without a class, without any count or mass, and an estimate that does not say how it was made.
Result<EquipmentSeized> decide_equipment(EquipmentSeized seized);
void apply(const EquipmentSeized& record, RecordNumber number, const When& happened, Table<EquipmentRow>& equipment);

}  // namespace lotline::seizure
