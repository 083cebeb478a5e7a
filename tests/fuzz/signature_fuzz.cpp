// Any bytes as a signature or a checkpoint of a search: read or refused. What was read has one form in bytes, and can
// be searched for.

#include <cstdlib>

#include "search/all_against_gallery.h"
#include "search/enrolled.h"
#include "search/made_marks.h"

namespace search = lotline::search;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto checkpoint = search::decode_checkpoint(bytes)) {
    const auto again = search::decode_checkpoint(search::encode(*checkpoint));
    if (!again || *again != *checkpoint) std::abort();
  }
  const auto signature = search::decode_signature(bytes);
  if (!signature) return 0;
  if (search::encode(*signature) != bytes) std::abort();
  search::Enrolled enrolled(signature->mark);
  enrolled.add(*signature);
  static const std::array<search::Probe, 3> probes = [] {
    const auto made = [](lotline::surface::Mark mark) {
      auto surface = search::made_mark({.pitch_um = 50, .side = 70});
      surface.mark = mark;
      return search::Probe(surface, {.near = {50, 0}, .wide = {100, 0}});
    };
    using lotline::surface::Mark;
    return std::array{made(Mark::breech_face), made(Mark::firing_pin), made(Mark::ejector_mark)};
  }();
  std::array<search::ProbeMatch, search::Enrolled::kBlock> matches;
  enrolled.match(probes.at(static_cast<std::size_t>(signature->mark)), 0, matches);
  // Shrinking divides by no less than the energies themselves, which whole numbers round a little.
  if (!(matches[0].correlation >= -1.1F && matches[0].correlation <= 1.1F)) std::abort();
  return 0;
}
