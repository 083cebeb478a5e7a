#pragma once
// Quality and end of a lot: condition as inspected, and destruction with its authority, witnesses and certificate
// (R102).

#include <array>
#include <string>
#include <vector>

#include "base/table.h"

namespace lotline::stockpile {

struct ConditionRow {
  static constexpr std::string_view table = "conditions";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  LotId lot;
  RecordNumber number = 0;
  Day inspected_on;
  std::string code;  ///< of the vocabulary `condition_code`
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("number", self.number);
    visit("inspected_on", self.inspected_on);
    visit("code", self.code);
    visit("note", self.note);
  }
};

struct DestructionRow {
  static constexpr std::string_view table = "destructions";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  RecordNumber movement = 0;  ///< the movement that took the rounds out of the book
  std::string method;         ///< word of `destruction_method`: a class, never a procedure
  PartyId authority;
  std::string witnesses;  ///< separated by ';'
  std::string certificate;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("movement", self.movement);
    visit("method", self.method);
    visit("authority", self.authority);
    visit("witnesses", self.witnesses);
    visit("certificate", self.certificate);
  }
};

struct ConditionRecorded {
  static constexpr std::string_view kind_name = "condition";

  std::string code;
  LotId lot;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("lot", self.lot);
    visit("note", self.note);
  }
};

struct DestructionCertified {
  static constexpr std::string_view kind_name = "destruction";

  PartyId authority;
  std::string certificate;
  std::string method;
  RecordNumber movement = 0;
  std::vector<std::string> witnesses;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("authority", self.authority);
    visit("certificate", self.certificate);
    visit("method", self.method);
    visit("movement", self.movement);
    visit("witnesses", self.witnesses);
  }
};

struct Conditions {
  Table<ConditionRow>& conditions;
  Table<DestructionRow>& destructions;
};

Result<DestructionCertified> decide_destruction(DestructionCertified destruction);
void apply(const ConditionRecorded& record, RecordNumber number, const When& happened, Conditions& conditions);
void apply(const DestructionCertified& record, Conditions& conditions);

}  // namespace lotline::stockpile
