#pragma once
// Where a trace looks: the tables of the register, the reference data, and what other modules know about a lot.

#include <functional>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "custody/book.h"
#include "custody/retailer_mark.h"
#include "firearms/firearm.h"
#include "licensing/licence.h"
#include "marking/calibre_reading.h"
#include "marking/headstamp.h"
#include "parties/party.h"

namespace lotline::tracing {

enum class EventKind { diversion, shortage, incident };

/// Something on record about a lot or its holders that is no entry of the ledger: a decided diversion, a shortage that
/// a stocktake found, an incident at a store that held it.
struct KnownEvent {
  RecordNumber number = 0;
  EventKind kind{};
  When happened;
  PartyId from;      ///< last holder before it; of an incident, the holder of the store
  PartyId to;        ///< next known; none when nobody is
  Rounds rounds;     ///< 0 when not known
  std::string text;  ///< in the words of the record: stage, modality, report
};

/// Lots of which a stocktake counted fewer than the book had.
struct Shortage {
  RecordNumber number = 0;
  Day counted_on;
  std::vector<std::pair<LotId, Rounds>> missing;
};

/// What reads marks, made ready once from the reference data to read many.
struct Readers {
  /// The catalogue must outlive it; no case is younger than `today`.
  Readers(const catalogue::Catalogue& catalogue, Day today);

  marking::CalibreReader calibres;
  marking::HeadstampReader headstamps;
};

struct Sources {
  const custody::Book& book;
  const parties::Directory& parties;
  const licensing::Licences& licences;
  const firearms::Firearms& firearms;
  const Table<custody::RetailerMarkRow>& retailer_marks;
  const catalogue::Catalogue& catalogue;
  const Readers& readers;
  Day today;                         ///< on which the question is asked
  bool dealers_name_buyers = false;  ///< national profile: sales of dealers name the buyer (para 55)
  std::function<std::vector<KnownEvent>(LotId)> events = {};  ///< none when nothing else is known
  /// Of a holder: diversions and incidents on record, and shortages.
  std::function<std::vector<KnownEvent>(PartyId)> events_of_holder = {};
  std::function<std::vector<Shortage>(PartyId)> shortages_of_holder = {};
};

}  // namespace lotline::tracing

namespace lotline {
template <>
struct Words<tracing::EventKind> {
  using K = tracing::EventKind;
  static constexpr std::array<Word<K>, 3> all{
      {{K::diversion, "diversion"}, {K::shortage, "shortage"}, {K::incident, "incident"}}};
};
}  // namespace lotline
