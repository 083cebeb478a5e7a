#pragma once
// Places by their GS1 location number (GLN): which party's store or site a document means. An account names its place
// in words; a place needs a row here only where documents name it by a GLN.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::parties {

struct PlaceRow {
  static constexpr std::string_view table = "places";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"party"};

  std::string gln;  ///< 13 digits; with an extension, "9521234000112/4"
  PartyId party;
  std::string place;  ///< as its accounts name it; may be empty, as theirs may
  RecordNumber number = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("gln", self.gln);
    visit("party", self.party);
    visit("place", self.place);
    visit("number", self.number);
  }
};

struct PlaceRegistered {
  static constexpr std::string_view kind_name = "place";

  std::string gln;
  PartyId party;
  std::string place;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("gln", self.gln);
    visit("party", self.party);
    visit("place", self.place);
  }
};

}  // namespace lotline::parties
