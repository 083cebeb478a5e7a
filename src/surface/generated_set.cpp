#include "surface/generated_set.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/csv.h"
#include "base/refusals.h"
#include "surface/refusals.h"
#include "surface/x3p_writer.h"

namespace lotline::surface {

namespace {

constexpr std::size_t kMostScans = 100'000;

Result<void> check(const GeneratedSet& set) {
  const auto& o = set.options;
  if (set.guns == 0 || set.firings == 0 || set.guns > kMostScans / set.firings)
    return refuse(bad_generated_set, "{} guns of {} firings; at most {} scans", set.guns, set.firings, kMostScans);
  if (o.makes == 0) return refuse(bad_generated_set, "{} makes", o.makes);
  if (!(o.difficulty >= 0 && o.difficulty <= 1)) return refuse(bad_generated_set, "difficulty {}", o.difficulty);
  if (!(o.pitch_um >= 1 && o.pitch_um <= 50)) return refuse(bad_generated_set, "pitch {} um", o.pitch_um);
  return {};
}

X3p scan_of(const GeneratedSet& set, const GeneratedGun& gun, const GeneratedFiring& firing) {
  X3p scan;
  scan.map = generated_scan(set.options, gun, firing);
  // A made-up surface was measured on no day; its file must name one.
  scan.metadata = software_metadata(
      "Lotline scan generate", "2000-01-01T00:00:00",
      fmt::format("simulated surface: seed {}, gun {}, firing {}", set.options.seed, gun.number, firing.number));
  return scan;
}

std::string truth_row(const GeneratedSet& set, const std::string& file, const GeneratedGun& gun,
                      const GeneratedFiring& firing) {
  const auto& pose = firing.scan_from_gun;
  return csv_row({file, fmt::format("{}", gun.number), fmt::format("{}", gun.make.number),
                  fmt::format("{}", firing.number), std::string(word(set.options.mark)),
                  std::string(word(gun.make.finish)), std::string(firing.ammunition.name),
                  fmt::format("{:.4f}", pose.rotation_deg), fmt::format("{:.3f}", pose.tx_um),
                  fmt::format("{:.3f}", pose.ty_um), fmt::format("{:.3f}", firing.contact),
                  fmt::format("{:.3f}", firing.unlike), fmt::format("{:.3f}", firing.missing_share)});
}

}  // namespace

Result<void> write_generated_set(const GeneratedSet& set, const std::string& folder,
                                 const std::function<void(std::size_t)>& wrote) {
  TRY(check(set));
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  const std::string truth_path = folder + "/" + generated_truth_file;
  const bool stands = !failed && std::filesystem::exists(truth_path, failed);
  if (failed) return refuse(unwritable_file, "{}: {}", folder, failed.message());
  if (stands) return refuse(set_exists, "{}", truth_path);
  std::string truth =
      "file,gun,make,firing,mark,finish,ammunition,rotation_deg,tx_um,ty_um,contact,unlike,missing_share\n";
  std::size_t files = 0;
  for (std::size_t gun = 0; gun < set.guns; ++gun) {
    const auto made = generated_gun(set.options, gun);
    for (std::size_t number = 0; number < set.firings; ++number) {
      const auto firing = generated_firing(set.options, gun, number);
      const auto file = fmt::format("gun{:04}-{}.x3p", gun, number);
      TRY(write_x3p(folder + "/" + file, scan_of(set, made, firing), {NumberType::float32}));
      truth += truth_row(set, file, made, firing);
      wrote(++files);
    }
  }
  std::ofstream out(truth_path, std::ios::binary);
  out << truth;
  out.close();
  if (!out) return refuse(unwritable_file, "{}: {}", truth_path, std::strerror(errno));
  return {};
}

}  // namespace lotline::surface
