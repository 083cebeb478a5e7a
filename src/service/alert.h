#pragma once
// What is worth a word to those on duty (paras 57, 70): rounds lost or stolen, a stock that differs, a find, a
// diversion or an incident. It asks somebody to look, and says nothing against anybody.

#include "service/record.h"

namespace lotline::service {

[[nodiscard]] bool is_alert(const What& what);

}  // namespace lotline::service
