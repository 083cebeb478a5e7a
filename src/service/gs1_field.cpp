#include "service/gs1_field.h"

#include "marking/gs1_identifiers.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

constexpr std::size_t kGln = 13;
constexpr std::size_t kDocumentSerial = 17;

Result<void> check_gln(std::string_view digits, std::string_view field) {
  const bool holds =
      digits.size() == kGln && marking::in_character_set(digits, 'N') && marking::check_digit_holds(digits);
  if (!holds) return refuse(bad_gs1_number, "{} \"{}\"", field, digits);
  return {};
}

Result<void> check_serial(std::string_view serial, std::string_view field) {
  const bool holds = serial.size() <= kDocumentSerial && marking::in_character_set(serial, 'X');
  if (!holds) return refuse(bad_gs1_number, "{} ends in \"{}\"", field, serial);
  return {};
}

}  // namespace

Result<std::string> gln_field(const Values& values, std::string_view field) {
  const std::string& text = values.text(field);
  if (!text.empty()) TRY(of_field(field, check_gln(text, field)));
  return text;
}

Result<std::string> gdti_field(const Values& values, std::string_view field) {
  const std::string& text = values.text(field);
  if (text.empty()) return text;
  TRY(of_field(field, check_gln(text.substr(0, kGln), field)));
  TRY(of_field(field, check_serial(text.substr(kGln), field)));
  return text;
}

std::string place_key(std::string_view gln, std::string_view extension) {
  std::string key{gln};
  if (!extension.empty()) key.append("/").append(extension);
  return key;
}

}  // namespace lotline::service
