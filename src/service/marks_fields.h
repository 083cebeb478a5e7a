#pragma once
// The marks of a form: the same nine fields wherever what was read is told.

#include "marking/marks_read.h"
#include "service/form.h"

namespace lotline::service {

marking::MarksRead marks_of(const Values& values);

}  // namespace lotline::service
