#include "service/marks_fields.h"

namespace lotline::service {

marking::MarksRead marks_of(const Values& values) {
  return {values.text("calibre"),   values.text("clock"),         values.text("colours"),
          values.text("headstamp"), values.text("lot_mark"),      values.text("microstamp"),
          values.text("package"),   values.text("retailer_code"), values.text("year")};
}

}  // namespace lotline::service
