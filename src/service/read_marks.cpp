#include "service/read_marks.h"

namespace lotline::service {

Result<MarksReadings> read_marks(const Reference& reference, const MarksAsked& asked) {
  return MarksReadings{TRY(read_headstamp(reference, asked)), TRY(read_lot_mark(reference, asked.text)),
                       read_package_code(reference, asked.text)};
}

Result<std::vector<marking::Reading>> read_headstamp(const Reference& reference, const MarksAsked& asked) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  marking::MarksRead read;
  read.headstamp = asked.text;
  read.clock = asked.clock;
  read.calibre = asked.calibre;
  read.year = asked.year;
  return reference.readers.headstamps.read(marking::headstamp_marks(read));
}

Result<std::vector<marking::LotMarkReading>> read_lot_mark(const Reference& reference, const std::string& text) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  marking::LotMarkContext context;
  context.today = reference.today;
  return marking::read_lot_mark(text, context);
}

Result<marking::PackageCode> read_package_code(const Reference& reference, const std::string& text) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  return marking::read_package_code(text, reference.today);
}

Result<std::vector<marking::CalibreReading>> read_calibre(const Reference& reference, const std::string& text,
                                                          const std::string& weapon_class) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  if (weapon_class.empty()) return reference.readers.calibres.read(text);
  return reference.readers.calibres.read(text, weapon_class);
}

}  // namespace lotline::service
