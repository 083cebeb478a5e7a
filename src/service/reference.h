#pragma once
// What answering a question needs besides the register: the reference data, the day it is asked on, and who asks.

#include "access/visitor.h"
#include "tracing/sources.h"

namespace lotline::service {

struct Reference {
  const catalogue::Catalogue& catalogue;
  const tracing::Readers& readers;
  Day today;
  const access::Visitor& visitor = access::keeper_of_the_file();  ///< who asks
};

}  // namespace lotline::service
