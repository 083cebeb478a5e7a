#pragma once
// What an examiner found on an exhibit after it was recorded: its origin, non-factory indicators by class (R37),
// whether it is marked. Classes only: what was seen, never how anything is made (R40).

#include <string>
#include <vector>

#include "seizure/exhibit.h"

namespace lotline::seizure {

struct Examined {
  static constexpr std::string_view kind_name = "examination";

  PartyId examiner;
  ExhibitId exhibit;
  std::vector<std::string> indicator_classes;  ///< words of `non_factory_indicator`
  std::string item;                            ///< word of custody::ItemClass
  std::string marking;                         ///< word of `marking_state`
  std::string note;
  std::string origin;  ///< word of custody::Origin

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("examiner", self.examiner);
    visit("exhibit", self.exhibit);
    visit("indicator_classes", self.indicator_classes);
    visit("item", self.item);
    visit("marking", self.marking);
    visit("note", self.note);
    visit("origin", self.origin);
  }
};

/// Refuses an exhibit that is not there, an examination that states nothing, and `none` beside classes that were seen.
Result<Examined> decide_examination(const Exhibits& exhibits, Examined examined);
/// What it states takes the place of what stood on the exhibit; what it leaves out stays.
void apply(const Examined& record, Exhibits& exhibits);

}  // namespace lotline::seizure
