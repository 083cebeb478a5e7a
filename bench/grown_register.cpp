#include "bench/grown_register.h"

#include <fmt/format.h>
#include <fmt/os.h>

#include <filesystem>
#include <stdexcept>

namespace lotline::bench {

namespace {

constexpr int kDealers = 8;

std::string day(int year, int step) {
  return fmt::format("{:04}-{:02}-{:02}", year, 1 + step / 28 % 12, 1 + step % 28);
}

/// Steps of a lot's life: sent to the wholesaler, split over dealers, sold, passed on, returned.
struct Step {
  const char* act;
  std::string from;
  std::string to;
  int rounds;
};

Step step_of(std::int64_t lot, int step) {
  const std::int64_t maker = lot / kLotsPerMaker;
  const auto dealer = [&](int i) { return fmt::format("D{:05}-{}", maker, i % kDealers); };
  const auto wholesaler = fmt::format("W{:05}", maker);
  if (step == 0) return {"dispatch", maker_code(maker), wholesaler, 10'000};
  if (step == 1) return {"receive", "", wholesaler, 10'000};
  if (step < 18) return {"transfer", wholesaler, dealer(step - 2), 500};
  if (step < 42) return {"sale", dealer(step - 18), "", 100};
  if (step < 48) return {"transfer", dealer(step - 42), dealer(step - 41), 50};
  return {"return", dealer(step - 48), wholesaler, 50};
}

}  // namespace

std::string maker_code(std::int64_t maker) { return fmt::format("M{:05}", maker); }

std::string stamp_of(std::int64_t maker) {
  std::string letters;
  for (int i = 0; i < 4; ++i, maker /= 26) letters.push_back(static_cast<char>('A' + maker % 26));
  return letters;
}

std::string lot_number(std::int64_t lot) {
  return fmt::format("{}{:02}A{:03}-{:03}", stamp_of(lot / kLotsPerMaker).substr(0, 3), year_of(lot) % 100,
                     lot / 1000 % 1000, lot % 1000);
}

int year_of(std::int64_t lot) { return 2015 + static_cast<int>(lot % 5); }
const char* calibre_of(std::int64_t lot) { return lot / 5 % 2 == 0 ? "9x19" : "5.56x45"; }

GrownRegister grow(const std::string& folder, std::int64_t movements, int per_lot) {
  if (per_lot < 1 || per_lot > kMovementsPerLot) throw std::runtime_error("a lot has 1 to 50 movements");
  GrownRegister grown;
  grown.lots = (movements + per_lot - 1) / per_lot;
  grown.rows = grown.lots * per_lot;
  const std::int64_t makers = (grown.lots + kLotsPerMaker - 1) / kLotsPerMaker;
  const auto path = [&](const char* name) { return (std::filesystem::path(folder) / name).string(); };

  auto parties = fmt::output_file(path("parties.csv"));
  auto licences = fmt::output_file(path("licences.csv"));
  parties.print("issuer,ref,code,kind,name,country,headstamp_codes\n");
  licences.print("issuer,ref,number,kind,holder,issued_on,expires_on\n");
  for (std::int64_t m = 0; m < makers; ++m) {
    parties.print("SIM,p-{0},{0},manufacturer,Simulated maker {1},BR,{2}\n", maker_code(m), m, stamp_of(m));
    parties.print("SIM,p-W{0:05},W{0:05},dealer,Simulated wholesaler {0},BR,\n", m);
    for (int d = 0; d < kDealers; ++d)
      parties.print("SIM,p-D{0:05}-{1},D{0:05}-{1},dealer,Simulated dealer {0}-{1},BR,\n", m, d);
    licences.print("SIM,l-{0},LIC-{0},manufacture,{0},2014-01-01,2029-12-31\n", maker_code(m));
  }
  auto products = fmt::output_file(path("products.csv"));
  products.print("issuer,ref,code,designation,calibre,type\nSIM,9x19,9x19,Simulated pistol ball,9x19,ball\n");
  products.print("SIM,5.56x45,5.56x45,Simulated rifle ball,5.56X45,ball\n");

  auto lots = fmt::output_file(path("lots.csv"));
  lots.print("issuer,ref,maker,lot,product,made_on,act,rounds,first_recipient,licence,headstamp,on\n");
  for (std::int64_t lot = 0; lot < grown.lots; ++lot) {
    const auto m = lot / kLotsPerMaker;
    lots.print("SIM,lot-{0},{1},{2},{3},{4},manufacture,10000,W{5:05},LIC-{1},{6} {7:02},{4}-01-05\n", lot,
               maker_code(m), lot_number(lot), calibre_of(lot), year_of(lot), m, stamp_of(m), year_of(lot) % 100);
  }
  grown.movements = path("movements.csv");
  auto file = fmt::output_file(grown.movements);
  file.print("issuer,ref,act,from,to,maker,lot,rounds,dispatch,on\n");
  for (int step = 0; step < per_lot; ++step) {
    for (std::int64_t lot = 0; lot < grown.lots; ++lot) {
      const Step s = step_of(lot, step);
      const bool receipt = step == 1;
      file.print("SIM,m-{0}-{1},{2},{3},{4},{5},{6},{7},{8},{9}\n", lot, step, s.act, s.from, s.to,
                 maker_code(lot / kLotsPerMaker), lot_number(lot), s.rounds, receipt ? fmt::format("m-{}-0", lot) : "",
                 day(2020, step));
    }
  }
  grown.setup = {path("parties.csv"), path("licences.csv"), path("products.csv"), path("lots.csv")};
  return grown;
}

}  // namespace lotline::bench
