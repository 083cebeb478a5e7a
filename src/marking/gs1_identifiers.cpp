#include "marking/gs1_identifiers.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lotline::marking {

namespace {

using enum Gs1Check;
constexpr std::string_view kTrade = "01,02,03,8006,8026";

/// Which sets each byte belongs to.
constexpr std::uint8_t kDigit = 1;
constexpr std::uint8_t kSet82 = 2;
constexpr std::uint8_t kSet39 = 4;
constexpr std::array<std::uint8_t, 256> kSets = [] {
  std::array<std::uint8_t, 256> sets{};
  const auto add = [&](std::string_view characters, std::uint8_t bits) {
    for (const char c : characters) sets[static_cast<unsigned char>(c)] |= bits;
  };
  add("0123456789", kDigit | kSet82 | kSet39);
  add("ABCDEFGHIJKLMNOPQRSTUVWXYZ", kSet82 | kSet39);
  add("abcdefghijklmnopqrstuvwxyz!\"%&'()*+,-./:;<=>?_", kSet82);
  add("#-/", kSet39);
  return sets;
}();

constexpr auto kIdentifiers = std::to_array<Gs1Identifier>({
    {"00", "00", "N18", check_digit, true, "", "", true, "", "serial shipping container code"},
    {"01", "01", "N14", check_digit, true, "", "02,255,37", true, "22,10,21|235", "trade item number"},
    {"02", "02", "N14", check_digit, true, "37", "", false, "", "trade item number of the content"},
    {"03", "03", "N14", check_digit, true, "", "01,02,37", false, "", "made-to-order trade item number"},
    {"10", "10", "X..20", none, false, kTrade, "", false, "", "batch or lot number"},
    {"11", "11", "N6", date, true, kTrade, "", false, "", "production date"},
    {"12", "12", "N6", date, true, "8020", "", false, "", "due date"},
    {"13", "13", "N6", date, true, kTrade, "", false, "", "packaging date"},
    {"15", "15", "N6", date, true, kTrade, "", false, "", "best before date"},
    {"16", "16", "N6", date, true, kTrade, "", false, "", "sell by date"},
    {"17", "17", "N6", date, true, "01,02,03,255,8006,8026", "", false, "", "expiry date"},
    {"20", "20", "N2", none, true, kTrade, "", false, "", "internal product variant"},
    {"21", "21", "X..20", none, false, "01,03,8006", "235", false, "", "serial number"},
    {"22", "22", "X..20", none, false, "01", "", false, "", "consumer product variant"},
    {"235", "235", "X..28", none, false, "01", "", false, "", "third-party serial extension"},
    {"240", "240", "X..30", none, false, kTrade, "", false, "", "additional product identification"},
    {"241", "241", "X..30", none, false, kTrade, "", false, "", "customer part number"},
    {"242", "242", "N..6", none, false, "01,02,8006,8026", "", false, "", "made-to-order variation"},
    {"243", "243", "X..20", none, false, "01,03", "", false, "", "packaging component number"},
    {"250", "250", "X..30", none, false, "01+21,03+21,8006+21", "", false, "", "secondary serial number"},
    {"251", "251", "X..30", none, false, "01,03,8006", "", false, "", "reference to source entity"},
    {"253", "253", "N13 X..17", check_digit, false, "", "", true, "", "document type identifier"},
    {"254", "254", "X..20", none, false, "414", "", false, "", "location extension"},
    {"30", "30", "N..8", none, false, "01,02", "", false, "", "variable count of items"},
    {"3100", "3105", "N6", none, true, "01,02", "310n", false, "", "net weight in kilograms"},
    {"3110", "3115", "N6", none, true, "01,02", "311n", false, "", "length in metres"},
    {"3120", "3125", "N6", none, true, "01,02", "312n", false, "", "width in metres"},
    {"3130", "3135", "N6", none, true, "01,02", "313n", false, "", "height in metres"},
    {"3160", "3165", "N6", none, true, "01,02", "316n", false, "", "net volume in cubic metres"},
    {"3200", "3205", "N6", none, true, "01,02", "320n", false, "", "net weight in pounds"},
    {"3300", "3305", "N6", none, true, "00,01", "330n", false, "", "gross weight in kilograms"},
    {"3310", "3315", "N6", none, true, "00,01", "331n", false, "", "logistic length in metres"},
    {"3320", "3325", "N6", none, true, "00,01", "332n", false, "", "logistic width in metres"},
    {"3330", "3335", "N6", none, true, "00,01", "333n", false, "", "logistic height in metres"},
    {"3360", "3365", "N6", none, true, "00,01", "336n", false, "", "logistic volume in cubic metres"},
    {"3400", "3405", "N6", none, true, "00,01", "340n", false, "", "gross weight in pounds"},
    {"37", "37", "N..8", none, false, "00+02,00+8026", "", false, "", "count of items contained"},
    {"400", "400", "X..30", none, false, "", "", false, "", "purchase order number"},
    {"401", "401", "X..30", none, false, "", "", true, "", "consignment number"},
    {"402", "402", "N17", check_digit, false, "", "", true, "", "shipment number"},
    {"403", "403", "X..30", none, false, "00", "", false, "", "routing code"},
    {"410", "413", "N13", check_digit, true, "", "", false, "", "location of the other party"},
    {"414", "414", "N13", check_digit, true, "", "", true, "254|7040", "physical location"},
    {"415", "415", "N13", check_digit, true, "8020", "", true, "8020", "invoicing party"},
    {"416", "416", "N13", check_digit, true, "", "", false, "", "production or service location"},
    {"417", "417", "N13", check_digit, true, "", "", true, "7040", "party"},
    {"420", "420", "X..20", none, false, "", "421", false, "", "postal code of delivery"},
    {"421", "421", "N3 X..9", none, false, "", "4307", false, "", "postal code of delivery with country"},
    {"422", "422", "N3", none, false, kTrade, "426", false, "", "country of origin"},
    {"423", "423", "N..15", none, false, "01,02,03", "426", false, "", "countries of initial processing"},
    {"424", "424", "N3", none, false, "01,02,03", "426", false, "", "country of processing"},
    {"426", "426", "N3", none, false, "01,02,03", "", false, "", "country of the full process"},
    {"427", "427", "X..3", none, false, "01+422,02+422,03+422", "", false, "", "subdivision of origin"},
    {"4300", "4301", "X..35", none, false, "00", "", false, "", "name at the place of delivery"},
    {"4302", "4302", "X..70", none, false, "00", "", false, "", "address of delivery"},
    {"4303", "4303", "X..70", none, false, "4302", "", false, "", "address of delivery, second line"},
    {"4304", "4306", "X..70", none, false, "00", "", false, "", "place of delivery"},
    {"4307", "4307", "X2", none, false, "00", "", false, "", "country of delivery"},
    {"4321", "4323", "N1", none, false, "00", "", false, "", "delivery flag"},
    {"7001", "7001", "N13", none, false, "01,02,8006,8026", "", false, "", "NATO stock number"},
    {"7003", "7003", "N10", date, false, "01,02,03", "", false, "", "expiry date and time"},
    {"7020", "7020", "X..20", none, false, "01+416,03+416,8006+416", "", false, "", "refurbishment lot"},
    {"7021", "7021", "X..20", none, false, "01,03,8006", "", false, "", "functional status"},
    {"7022", "7022", "X..20", none, false, "01+7021,03+7021,8006+7021", "", false, "", "revision status"},
    {"7040", "7040", "X4", none, false, "", "", false, "", "unique identification code with extensions"},
    {"8002", "8002", "X..20", none, false, "", "", false, "", "mobile telephone identifier"},
    {"8003", "8003", "N14 X..16", check_digit, false, "", "", true, "", "returnable asset"},
    {"8004", "8004", "X..30", none, false, "", "", true, "7040", "individual asset"},
    {"8005", "8005", "N6", none, false, "01,02", "", false, "", "price per unit"},
    {"8006", "8006", "N14 N4", check_digit, false, "", "01,03,37", true, "22,10,21", "piece of a trade item"},
    {"8008", "8008", "N8 N..4", date, false, "01,02,03", "", false, "", "production date and time"},
    {"8010", "8010", "Y..30", none, false, "", "", true, "8011", "component or part"},
    {"8011", "8011", "N..12", none, false, "8010", "", false, "", "component serial number"},
    {"8012", "8012", "X..20", none, false, "01,03,8006", "", false, "", "software version"},
    {"8020", "8020", "X..25", none, false, "415", "", false, "", "payment reference"},
    {"8026", "8026", "N14 N4", check_digit, false, "37", "02,03,8006", false, "", "pieces of a trade item contained"},
    {"8200", "8200", "X..70", none, false, "01", "", false, "", "product address on the web"},
    {"90", "90", "X..30", none, false, "", "", false, "", "agreed between partners"},
    {"91", "99", "X..90", none, false, "", "", false, "", "company internal"},
});

}  // namespace

const Gs1Identifier* find_identifier(std::string_view ai) {
  const auto found = std::ranges::find_if(kIdentifiers, [&](const Gs1Identifier& known) {
    return known.first.size() == ai.size() && known.first <= ai && ai <= known.last;
  });
  return found == kIdentifiers.end() || !in_character_set(ai, 'N') ? nullptr : &*found;
}

char gs1_check_digit(std::string_view digits) {
  int sum = 0;
  int weight = 3;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    sum += (*digit - '0') * weight;
    weight = 4 - weight;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool check_digit_holds(std::string_view digits) {
  return !digits.empty() && gs1_check_digit(digits.substr(0, digits.size() - 1)) == digits.back();
}

bool in_character_set(std::string_view text, char set) {
  const std::uint8_t bit = set == 'N' ? kDigit : set == 'Y' ? kSet39 : kSet82;
  return std::ranges::all_of(text, [bit](char c) { return (kSets[static_cast<unsigned char>(c)] & bit) != 0; });
}

}  // namespace lotline::marking
