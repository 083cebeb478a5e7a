#pragma once
// The little a trace needs to point at a gun: make, model, serial, calibre, owner, microstamp.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::firearms {

struct FirearmRow {
  static constexpr std::string_view table = "firearms";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 2> indexes{"serial", "microstamp"};

  FirearmId id;
  std::string make;
  std::string model;
  std::string serial;
  std::string calibre;       ///< a calibre of the catalogue
  PartyId owner;             ///< last registered owner; none when unknown
  std::string microstamp;    ///< what its firing pin leaves on a primer; empty when it has none
  std::string jurisdiction;  ///< where it is registered: a country, or a subdivision as ISO 3166-2 names it
  Day registered_first;
  Day registered_last;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("make", self.make);
    visit("model", self.model);
    visit("serial", self.serial);
    visit("calibre", self.calibre);
    visit("owner", self.owner);
    visit("microstamp", self.microstamp);
    visit("jurisdiction", self.jurisdiction);
    visit("registered_first", self.registered_first);
    visit("registered_last", self.registered_last);
  }
};

struct FirearmRegistered {
  static constexpr std::string_view kind_name = "firearm";

  std::string calibre;
  std::string jurisdiction;
  std::string make;
  std::string microstamp;
  std::string model;
  PartyId owner;
  std::string serial;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("calibre", self.calibre);
    visit("jurisdiction", self.jurisdiction);
    visit("make", self.make);
    visit("microstamp", self.microstamp);
    visit("model", self.model);
    visit("owner", self.owner);
    visit("serial", self.serial);
  }
};

struct Firearms {
  Table<FirearmRow>& firearms;
};

/// Refuses a firearm without make or serial, one of the same make and serial, and a microstamp another gun already has.
Result<FirearmRegistered> decide_firearm(const Firearms& firearms, FirearmRegistered firearm);
void apply(const FirearmRegistered& record, RecordNumber number, const When& happened, Firearms& firearms);

}  // namespace lotline::firearms
