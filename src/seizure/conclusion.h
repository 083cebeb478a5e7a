#pragma once
// What an examiner concludes on a lead, in the words of the AFTE range, and the links that follow from it (paras 76,
// 77; R117): between two exhibits, and so their cases, or between an exhibit and a gun. A link of another network is
// taken in neutral words (para 78; R118).

#include <array>
#include <string>

#include "seizure/lead.h"

namespace lotline::seizure {

/// AFTE Theory of Identification, range of conclusions. none: as no conclusion of ours, of a foreign link alone.
enum class Conclusion { none, identification, inconclusive_a, inconclusive_b, inconclusive_c, elimination, unsuitable };

struct ConclusionRow {
  static constexpr std::string_view table = "conclusions";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"number"};

  LeadId lead;
  RecordNumber number = 0;
  Conclusion level{};
  PartyId examiner;
  PartyId organisation;
  std::string accreditation;
  bool before_lr = false;  ///< made blind, so before its likelihood ratio was shown
  bool second = false;     ///< made blind after another examiner's, which was sealed
  Day concluded_first;
  Day concluded_last;
  RecordNumber replaced = 0;  ///< by which newer conclusion of the same examiner; 0 while it stands
  RecordNumber withdrawn = 0;

  [[nodiscard]] bool stands() const { return replaced == 0 && withdrawn == 0; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lead", self.lead);
    visit("number", self.number);
    visit("level", self.level);
    visit("examiner", self.examiner);
    visit("organisation", self.organisation);
    visit("accreditation", self.accreditation);
    visit("before_lr", self.before_lr);
    visit("second", self.second);
    visit("concluded_first", self.concluded_first);
    visit("concluded_last", self.concluded_last);
    visit("replaced", self.replaced);
    visit("withdrawn", self.withdrawn);
  }
};

/// A link with its conclusion level: of this register's examiners, or as another network states it.
struct BallisticLinkRow {
  static constexpr std::string_view table = "ballistic_links";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 4> indexes{"exhibit", "other_exhibit", "firearm", "lead"};

  RecordNumber number = 0;  ///< of the conclusion, or of the foreign link
  ExhibitId exhibit;        ///< none of a link between a firearm and another network's case
  ExhibitId other_exhibit;
  FirearmId firearm;
  LeadId lead;  ///< none of a foreign link
  Conclusion level{};
  PartyId examiner;
  PartyId organisation;
  std::string network;    ///< word of `ballistic_network`; empty of an own link
  std::string reference;  ///< by which the network knows it
  std::string state;      ///< of the other end, ISO 3166 alpha-2
  std::string other_case;
  std::string stated;      ///< in the network's own words
  RecordNumber ended = 0;  ///< the record that replaced or withdrew it; 0 while it stands

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("exhibit", self.exhibit);
    visit("other_exhibit", self.other_exhibit);
    visit("firearm", self.firearm);
    visit("lead", self.lead);
    visit("level", self.level);
    visit("examiner", self.examiner);
    visit("organisation", self.organisation);
    visit("network", self.network);
    visit("reference", self.reference);
    visit("state", self.state);
    visit("other_case", self.other_case);
    visit("stated", self.stated);
    visit("ended", self.ended);
  }
};

struct Concluded {
  static constexpr std::string_view kind_name = "conclusion";

  std::string accreditation;
  bool before_lr = false;
  PartyId examiner;
  LeadId lead;
  Conclusion level{};
  std::string note;
  PartyId organisation;
  RecordNumber replaces = 0;
  bool second = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("accreditation", self.accreditation);
    visit("before_lr", self.before_lr);
    visit("examiner", self.examiner);
    visit("lead", self.lead);
    visit("level", self.level);
    visit("note", self.note);
    visit("organisation", self.organisation);
    visit("replaces", self.replaces);
    visit("second", self.second);
  }
};

/// A link that another network states, told in neutral words: who says it of what, and how sure it says it is.
struct ForeignLinkStated {
  static constexpr std::string_view kind_name = "foreign_link";

  ExhibitId exhibit;
  FirearmId firearm;
  Conclusion level{};
  std::string network;
  std::string note;
  PartyId organisation;
  std::string other_case;
  std::string reference;
  std::string state;
  std::string stated;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("exhibit", self.exhibit);
    visit("firearm", self.firearm);
    visit("level", self.level);
    visit("network", self.network);
    visit("note", self.note);
    visit("organisation", self.organisation);
    visit("other_case", self.other_case);
    visit("reference", self.reference);
    visit("state", self.state);
    visit("stated", self.stated);
  }
};

struct Conclusions {
  Leads leads;
  Table<ConclusionRow>& conclusions;
  Table<BallisticLinkRow>& links;
};

/// Whether the examiner has a conclusion on the lead that stands.
bool has_concluded(const Conclusions& conclusions, LeadId lead, PartyId examiner);
/// Says of the conclusion whether it is made blind. Refuses one on no lead, without examiner, organisation or level,
/// and a second one of the same examiner that does not say which it replaces.
Result<Concluded> decide_conclusion(const Conclusions& conclusions, Concluded concluded);
/// Refuses one to nothing on record or to two things, or that does not say whose it is.
Result<ForeignLinkStated> decide_foreign_link(const Exhibits& exhibits, const firearms::Firearms& firearms,
                                              ForeignLinkStated stated);
void apply(const Concluded& record, RecordNumber number, const When& happened, Conclusions& conclusions);
void apply(const ForeignLinkStated& record, RecordNumber number, Conclusions& conclusions);

}  // namespace lotline::seizure

namespace lotline {
template <>
struct Words<seizure::Conclusion> {
  using C = seizure::Conclusion;
  static constexpr std::array<Word<C>, 7> all{{{C::none, "none"},
                                               {C::identification, "identification"},
                                               {C::inconclusive_a, "inconclusive_a"},
                                               {C::inconclusive_b, "inconclusive_b"},
                                               {C::inconclusive_c, "inconclusive_c"},
                                               {C::elimination, "elimination"},
                                               {C::unsuitable, "unsuitable"}}};
};
}  // namespace lotline
