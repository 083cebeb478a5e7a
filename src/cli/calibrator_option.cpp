#include "cli/calibrator_option.h"

#include <filesystem>

#include "exchange/calibrator_file.h"

namespace lotline::cli {

Result<std::unique_ptr<const comparison::Calibrator>> calibrator_of(const Session& session,
                                                                    const CalibratorWords& words, surface::Mark mark) {
  if (words.none) return nullptr;
  std::string file = words.file;
  if (file.empty()) {
    const auto shipped = session.shipped_data() / "calibrators" / fmt::format("{}.json", word(mark));
    if (!std::filesystem::exists(shipped)) return nullptr;
    file = shipped.string();
  }
  return std::make_unique<const comparison::Calibrator>(TRY(of_field("calibrator", exchange::read_calibrator(file))));
}

}  // namespace lotline::cli
