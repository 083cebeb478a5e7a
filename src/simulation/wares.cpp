#include "simulation/wares.h"

#include <fmt/format.h>

#include "base/check.h"

namespace lotline::simulation {

namespace {

constexpr Calibre kCalibres[] = {
    {"9X19", "9MM LUGER", "9x19", "9 mm Para", "9x18"},
    {"5.56X45", "5.56X45", "5.56x45", "5.56 NATO", ".223 Rem"},
    {"7.62X51", "7.62X51", "7.62x51", "7.62 NATO", ".308 Win"},
    {"7.62X39", "7.62X39", "7.62x39", "7.62 Soviet", "7.62x51"},
    {"38SPL", "38 SPL", ".38 Spl", "38 Special", "357 Magnum"},
    {"40SW", "40 S&W", ".40 S&W", "40 Smith & Wesson", "10mm Automatic"},
    {"45ACP", "45 AUTO", ".45 ACP", "45 Auto", "45 Colt"},
    {"9X17", "380 AUTO", ".380 ACP", "9 mm Kurz", "9x18"},
    {"308WIN", "308 WIN", ".308 Win", ".308", "7.62x51"},
    {"22LR", "22 LR", ".22 LR", "22LR", "22 Short"},
    {"12GA", "12", "12 ga", "12 bore", "16"},
    {"9PAK", "9MM PA", "9 mm PAK", "9 mm P.A.K.", "9x19", true},
};

const Works kWorks[] = {
    {"KVB", "", Style::year, {"7.62X51", "5.56X45", "9X19"}, ""},
    {"73", "BG", Style::year, {"7.62X39", "9X19"}, ""},
    {"SDW", "", Style::calibre, {"9X19", "38SPL", "12GA", "22LR", "9X17"}, ""},
    {"QLM", "DE", Style::year_and_calibre, {"9X19", "7.62X51", "5.56X45", "40SW"}, "red sealant"},
    {"417", "CN", Style::year, {"7.62X39", "7.62X51"}, ""},
    {"VORN", "CZ", Style::calibre, {"9X19", "308WIN", "45ACP", "40SW"}, ""},
    {"TRB", "ES", Style::year, {"7.62X51", "9X19", "5.56X45"}, ""},
    {"NKO", "IT", Style::calibre, {"9PAK", "12GA", "22LR", "38SPL"}, ""},
    {"JX", "US", Style::year, {"5.56X45", "7.62X51", "45ACP"}, "green tip"},
    {"58", "RS", Style::year, {"7.62X39", "9X19", "7.62X51"}, ""},
    {"ORBIS", "US", Style::calibre, {"9X19", "40SW", "45ACP", "38SPL", "308WIN"}, ""},
    {"DZP", "", Style::year_and_calibre, {"38SPL", "9X19", "12GA"}, ""},
    {"HWL", "GB", Style::year, {"7.62X51", "5.56X45", "9X19"}, "violet sealant"},
    {"826", "RU", Style::year, {"7.62X39", "9X19"}, ""},
    {"PELTA", "TR", Style::calibre, {"9PAK", "9X19", "12GA", "9X17"}, ""},
    {"BFQ", "BE", Style::year, {"7.62X51", "5.56X45", "9X19"}, ""},
    {"CVO", "", Style::calibre, {"22LR", "12GA", "38SPL", "45ACP"}, ""},
    {"29", "RO", Style::year, {"7.62X39", "7.62X51"}, ""},
    {"LSU", "AT", Style::year_and_calibre, {"9X19", "5.56X45", "308WIN"}, "black sealant"},
    {"GADIR", "MX", Style::calibre, {"38SPL", "9X19", "22LR", "45ACP"}, ""},
    {"95", "HU", Style::year, {"7.62X39", "9X19"}, ""},
    {"YRT", "KR", Style::year, {"5.56X45", "7.62X51", "9X19"}, "green tip"},
    {"MONTE", "AR", Style::calibre, {"9X19", "38SPL", "12GA", "45ACP"}, ""},
    {"UHK", "ZA", Style::year, {"7.62X51", "5.56X45", "9X19"}, ""},
    {"352", "PL", Style::year, {"7.62X39", "9X19"}, ""},
    {"ZELKA", "CZ", Style::calibre, {"9X19", "9X17", "45ACP", "22LR"}, ""},
    {"WGN", "FR", Style::year, {"5.56X45", "9X19", "7.62X51"}, ""},
    {"BRASQ", "CL", Style::calibre, {"38SPL", "9X19", "40SW"}, ""},
};

const Works kClosed[] = {
    {"RZ", "", Style::year, {"7.62X51", "45ACP"}, ""},
    {"1141", "RU", Style::year, {"7.62X39"}, ""},
    {"HGB", "DE", Style::year, {"9X19"}, ""},
    {"OPW", "US", Style::year, {"45ACP", "38SPL"}, ""},
};

const ForceKind kForces[] = {
    {"ARMY", "Army", {"7.62X51", "5.56X45", "9X19"}},
    {"POL", "Civil police", {"9X19", "38SPL", "40SW", "7.62X51"}},
    {"MIL", "Military police", {"7.62X39", "9X19", "12GA"}},
    {"BORD", "Border guard", {"5.56X45", "9X19", "45ACP"}},
    {"PRIS", "Prison service", {"38SPL", "12GA", "9X17"}},
};

}  // namespace

std::span<const Calibre> calibres() { return kCalibres; }

const Calibre& calibre(std::string_view id) {
  const auto found = std::ranges::find(kCalibres, id, &Calibre::id);
  CHECK(found != std::end(kCalibres));
  return *found;
}

std::span<const Works> works() { return kWorks; }
std::span<const Works> closed_works() { return kClosed; }
std::span<const ForceKind> force_kinds() { return kForces; }

std::string stamp_of(const Works& works, const Calibre& calibre, int year) {
  switch (works.style) {
    case Style::year:
      return fmt::format("{} {:02}", works.code, year % 100);
    case Style::year_and_calibre:
      return fmt::format("{} {:02} {}", works.code, year % 100, calibre.stamped);
    case Style::calibre:
      break;
  }
  return fmt::format("{} {}", works.code, calibre.stamped);
}

}  // namespace lotline::simulation
