#pragma once
// The truth about a simulated State that its register does not tell: who diverted what, and where each find came from.
// docs/formats/simulation.md describes the file.

#include <fstream>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/refusal.h"
#include "marking/marks_read.h"
#include "simulation/options.h"

namespace lotline::simulation {

/// Rounds that left lawful hands, as they truly did.
struct TrueDiversion {
  std::string id;
  DiversionKind kind{};
  std::string holder;  ///< code of the last lawful holder; empty when none is on record
  Day first;
  Day last;
  std::int64_t rounds = 0;
  std::string recorded;             ///< what the register says of it: nothing, theft, shortage ...
  std::vector<std::string> others;  ///< codes of others whose part in it was lawful: carrier and receiver, or dealers
};

/// Rounds or cases of one lot that were read together.
struct TrueLine {
  DiversionKind kind{};      ///< of the diversion it came from
  marking::MarksRead marks;  ///< as read
  std::int64_t count = 0;
  std::string stamp;  ///< what truly stands on the heads
  std::string maker;  ///< code; empty when not on record, as the lot
  std::string lot;
  int made = 0;           ///< year
  std::string holder;     ///< code of the last lawful holder; empty when none is on record
  std::string diversion;  ///< id
  std::string ref;        ///< of its row of recoveries; empty when it is not recorded
  RecordNumber exhibit = 0;
};

struct TrueFind {
  std::string id;
  DiversionKind kind{};
  std::string holder;               ///< of most of its rounds
  std::vector<std::string> others;  ///< of its diversion
  Day on;
  std::string country;
  std::string place;
  bool fired = false;
  bool recorded = false;
  std::int64_t count = 0;
  std::vector<TrueLine> lines;
};

class Truth {
 public:
  virtual ~Truth() = default;
  virtual void begin(const Options& options) = 0;
  virtual void take(const TrueDiversion& diversion) = 0;
  virtual void take(const TrueFind& find) = 0;
};

/// A find as the file that `lotline trace --seizure` takes (docs/formats/seizure_file.md).
std::string seizure_file(const TrueFind& find);

/// The truth in files: one JSON object a line in one of them, and a file of its own for each find of more than one
/// thing.
class TruthFiles final : public Truth {
 public:
  /// Either may be left empty. Refuses a file that cannot be written and a folder that is not there.
  static Result<TruthFiles> open(const std::string& path, const std::string& folder);
  void begin(const Options& options) override;
  void take(const TrueDiversion& diversion) override;
  void take(const TrueFind& find) override;
  /// Refuses when not all could be written, and names the first file.
  Result<void> finish();

 private:
  void write(const std::string& line);

  std::string path_;
  std::string folder_;
  std::ofstream file_;
  std::string unwritten_;
};

}  // namespace lotline::simulation
