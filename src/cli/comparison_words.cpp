#include "cli/comparison_words.h"

#include <cmath>

#include "comparison/log10.h"
#include "comparison/verbal_scale.h"

namespace lotline::cli {

namespace {

/// How many times likelier, as a person says it: 3.2, 11, 1,200.
std::string times(double llr) {
  const double ratio = comparison::power_of_10(std::abs(llr));
  return ratio < 100 ? fmt::format("{:.2g}", ratio) : grouped(static_cast<std::int64_t>(ratio));
}

void tell_scan(Page& page, std::string_view letter, const std::string& path, const service::ReadyScan& scan) {
  page.line(fmt::format("{}  {}", letter, path));
  page.detail(fmt::format("{:.4g} um between points, {:.2f} mm2 of the mark, {} of it measured{}", scan.pitch_um,
                          scan.quality.area_mm2, percent(scan.quality.measured_share),
                          scan.instrument.empty() ? ", instrument not named" : ", " + scan.instrument));
  page.detail("sha256 " + scan.sha256);
  if (!scan.findings.empty())
    page.detail(fmt::format("{} findings in the file: lotline scan show tells them", scan.findings.size()));
}

void tell_weight(Page& page, const ComparisonAnswer& answer) {
  const auto& weight = answer.compared.weight;
  if (!weight.ratio) {
    page.line(fmt::format("None: {}.", comparison::sentence(*weight.reason)));
    return;
  }
  const auto& ratio = *weight.ratio;
  page.line(fmt::format("log10 {:.2f}, between {:.2f} and {:.2f} over the firearms of its reference{}: {}.", ratio.llr,
                        ratio.low, ratio.high,
                        ratio.at_cap ? "; at the cap, which is as far as these firearms justify" : "",
                        comparison::in_words(ratio.llr)));
  page.line(fmt::format("Such a score is {} times likelier from {} than from {}.", times(ratio.llr),
                        ratio.llr < 0 ? "two firearms" : "one firearm", ratio.llr < 0 ? "one" : "two"));
}

}  // namespace

void tell_calibrator(Page& page, const comparison::Calibrator& calibrator) {
  const auto& size = calibrator.trained_on;
  page.line(fmt::format("Calibrator: {}{}", calibrator.name, calibrator.simulated ? " (SIMULATED surfaces)" : ""));
  page.detail("sha256 " + calibrator.sha256);
  page.detail(calibrator.population);
  const std::string counted =
      calibrator.options.count_as == 0 ? "" : fmt::format(", counted as {}", calibrator.options.count_as);
  page.detail(fmt::format("{} firearms{}: {} pairs of one, {} of two; log10 capped at {:.2f} and {:.2f}", size.firearms,
                          counted, grouped(size.pairs_same), grouped(size.pairs_different), calibrator.cap.lower,
                          calibrator.cap.upper));
}

std::string comparison_as_text(const ComparisonAnswer& answer, std::size_t width) {
  const auto& found = answer.compared.found;
  Page page(width);
  page.heading(1, "Scans");
  tell_scan(page, "A", answer.path_a, answer.a);
  tell_scan(page, "B", answer.path_b, answer.b);
  page.heading(2, "How they lie on each other");
  page.line(
      fmt::format("B turned by {:.1f} degrees (counter-clockwise, seen from above) and moved by {:.0f} um in x and "
                  "{:.0f} um in y lies on A; {} of the smaller is covered, and correlates by {:.2f}.",
                  found.a_from_b.rotation_deg, found.a_from_b.tx_um, found.a_from_b.ty_um, percent(found.overlap_share),
                  found.correlation));
  page.heading(3, "How much they agree");
  page.line(fmt::format("Score {:.2f} ({}); {} of {} cells agree on this pose.", found.score, comparison::score_version,
                        found.cells_congruent, found.cells_compared));
  if (const auto& counts = answer.compared.counts)
    page.line(
        fmt::format("Congruent matching cells as published: original method {} (A in B) and {} (B in A), high {}.",
                    counts->cmc_original_ab, counts->cmc_original_ba, counts->cmc_high));
  page.heading(4, "Likelihood ratio");
  tell_weight(page, answer);
  if (answer.calibrator != nullptr) tell_calibrator(page, *answer.calibrator);
  page.line("No score or ratio is a verdict: whether one firearm made both marks is for an examiner to conclude.");
  return page.take();
}

}  // namespace lotline::cli
