#pragma once
// Personal values of natural persons, kept beside the log: the record holds a salted hash of each, so that the value
// can be erased without breaking the log, and proved while it is kept.

#include "base/table.h"

namespace lotline::parties {

struct PersonalRow {
  static constexpr std::string_view table = "personal";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"value"};

  PartyId party;
  std::string field;  ///< name, address or number
  std::string salt;   ///< hexadecimal, 32 bytes
  std::string value;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("party", self.party);
    visit("field", self.field);
    visit("salt", self.salt);
    visit("value", self.value);
  }
};

}  // namespace lotline::parties
