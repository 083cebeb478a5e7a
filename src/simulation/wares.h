#pragma once
// Who makes what in a simulated State: works, their stamps and the calibres they load. All works are made up and called
// simulated; the styles of their headstamps are those of data/headstamp_codes.csv: letters or plant numbers, with the
// year or with the calibre.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotline::simulation {

struct Calibre {
  std::string_view id;        ///< of the catalogue
  std::string_view stamped;   ///< as works put it on the head
  std::string_view written;   ///< as an examiner writes it
  std::string_view alias;     ///< another name of it
  std::string_view confused;  ///< what it is taken for
  bool blank = false;
};
std::span<const Calibre> calibres();
/// REQUIRES that there is one of this id.
const Calibre& calibre(std::string_view id);

/// What a works stamps beside its code.
enum class Style { year, year_and_calibre, calibre };

struct Works {
  std::string_view code;     ///< as stamped
  std::string_view country;  ///< empty: the State whose register it is
  Style style;
  std::vector<std::string_view> calibres;  ///< those asked for most first
  std::string_view colours;                ///< of its tips or sealants; often none
};
/// Those whose lots are found most first.
std::span<const Works> works();

/// Works that closed before any register began: their rounds are on no record.
std::span<const Works> closed_works();

/// What stands on the heads of a lot: `KVB 87`.
std::string stamp_of(const Works& works, const Calibre& calibre, int year);

/// A kind of force with the calibres it uses, so that units of different forces can be told apart by them (CTOC para
/// 75).
struct ForceKind {
  std::string_view code;
  std::string_view name;
  std::vector<std::string_view> calibres;
};
std::span<const ForceKind> force_kinds();

}  // namespace lotline::simulation
