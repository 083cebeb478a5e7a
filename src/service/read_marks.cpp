#include "service/read_marks.h"

namespace lotline::service {

Result<MarksReadings> read_marks(const Reference& reference, const MarksAsked& asked) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  marking::HeadstampMarks marks;
  marks.text = asked.text;
  marks.calibre = asked.calibre;
  marks.year = asked.year;
  marking::LotMarkContext context;
  context.today = reference.today;
  return MarksReadings{reference.readers.headstamps.read(marks), marking::read_lot_mark(asked.text, context),
                       marking::read_package_code(asked.text, reference.today)};
}

Result<std::vector<marking::CalibreReading>> read_calibre(const Reference& reference, const std::string& text,
                                                          const std::string& weapon_class) {
  TRY(access::require(reference.visitor, access::Right::read_marks));
  if (weapon_class.empty()) return reference.readers.calibres.read(text);
  return reference.readers.calibres.read(text, weapon_class);
}

}  // namespace lotline::service
