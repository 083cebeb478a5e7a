#include "service/generated_scans.h"

#include <optional>

#include "base/share_out.h"
#include "surface/prepare.h"

namespace lotline::service {

GeneratedSet generated_features(const surface::GeneratedOptions& options, std::span<const GeneratedCase> cases,
                                const surface::PrepareOptions& prepare, unsigned threads, const Told& told) {
  std::vector<std::optional<LabelledFeatures>> made(cases.size());
  share_out(
      cases.size(), threads,
      [&](std::size_t i) {
        const auto [number, firing] = cases[i];
        const auto gun = surface::generated_gun(options, number);
        const auto prepared = surface::prepare(
            surface::generated_scan(options, gun, surface::generated_firing(options, number, firing)), prepare);
        if (prepared)
          made[i] = LabelledFeatures{fmt::format("generated gun {}, firing {}", number, firing),
                                     static_cast<int>(number), comparison::features(*prepared)};
      },
      [&](std::size_t done) {
        if (told) told(done, cases.size(), "surfaces");
        return true;
      });
  GeneratedSet set;
  for (auto& scan : made) {
    if (scan)
      set.scans.push_back(std::move(*scan));
    else
      ++set.unsuitable;
  }
  return set;
}

}  // namespace lotline::service
