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

enum class DiversionKind { insider, transit, retransfer, small_purchases, legacy, converted_blanks };
inline constexpr std::size_t kDiversionKinds = 6;
std::string_view name_of(DiversionKind kind);

/// Rounds that left lawful hands, as they truly did.
struct TrueDiversion {
  std::string id;
  DiversionKind kind{};
  std::string holder;  ///< code of the last lawful holder; empty when none is on record
  Day first;
  Day last;
  std::int64_t rounds = 0;
  std::string recorded;  ///< what the register says of it: nothing, theft, shortage ...
};

/// Rounds or cases of one lot that were read together.
struct TrueLine {
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
  std::string holder;  ///< of most of its rounds
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

/// One JSON object a line.
class TruthFile final : public Truth {
 public:
  /// Refuses a file that cannot be written.
  static Result<TruthFile> open(const std::string& path);
  void begin(const Options& options) override;
  void take(const TrueDiversion& diversion) override;
  void take(const TrueFind& find) override;
  /// Refuses when not all could be written.
  Result<void> finish();

 private:
  explicit TruthFile(std::string path) : path_(std::move(path)), file_(path_, std::ios::binary | std::ios::trunc) {}
  std::string path_;
  std::ofstream file_;
};

/// A find as the file that `lotline trace --seizure` takes (docs/formats/seizure_file.md).
std::string seizure_file(const TrueFind& find);

}  // namespace lotline::simulation
