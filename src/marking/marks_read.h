#pragma once
// Marks as a person read or scanned them from one cartridge, case or package: any of it missing, partial (`?` stands
// for one unread character, `*` for several) or wrong.

#include <string>

namespace lotline::marking {

struct MarksRead {
  std::string calibre;
  std::string clock;    ///< characters by clock position: "12=CBC 6=17"
  std::string colours;  ///< of tip, sealant or case
  std::string headstamp;
  std::string lot_mark;
  std::string microstamp;
  std::string package;  ///< a package's code or barcode text
  std::string retailer_code;
  std::string year;  ///< guessed or known

  [[nodiscard]] bool empty() const {
    return calibre.empty() && clock.empty() && colours.empty() && headstamp.empty() && lot_mark.empty() &&
           microstamp.empty() && package.empty() && retailer_code.empty() && year.empty();
  }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("calibre", self.calibre);
    visit("clock", self.clock);
    visit("colours", self.colours);
    visit("headstamp", self.headstamp);
    visit("lot_mark", self.lot_mark);
    visit("microstamp", self.microstamp);
    visit("package", self.package);
    visit("retailer_code", self.retailer_code);
    visit("year", self.year);
  }
};

}  // namespace lotline::marking
