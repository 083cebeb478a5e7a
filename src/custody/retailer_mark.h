#pragma once
// Inkjet codes that retailers put on surplus they sell: the code names the retailer and, if it kept a record, the sale
// (para 46).

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::custody {

struct RetailerMarkRow {
  static constexpr std::string_view table = "retailer_marks";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string code;         ///< normalised
  RecordNumber number = 0;  ///< the record that registered it
  PartyId retailer;
  LotId lot;              ///< of what was marked; none when the retailer did not say
  RecordNumber sale = 0;  ///< the last legal transaction, when a record of it is kept

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("number", self.number);
    visit("retailer", self.retailer);
    visit("lot", self.lot);
    visit("sale", self.sale);
  }
};

struct RetailerMarkRegistered {
  static constexpr std::string_view kind_name = "retailer_mark";

  std::string code;
  LotId lot;
  PartyId retailer;
  RecordNumber sale = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("lot", self.lot);
    visit("retailer", self.retailer);
    visit("sale", self.sale);
  }
};

inline void apply(const RetailerMarkRegistered& record, RecordNumber number, Table<RetailerMarkRow>& marks) {
  marks.put({record.code, number, record.retailer, record.lot, record.sale});
}

}  // namespace lotline::custody
