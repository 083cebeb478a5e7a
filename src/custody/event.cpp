#include "custody/event.h"

namespace lotline::custody {

void apply(const EventRecorded& record, RecordNumber number, const When& happened, Events& events) {
  events.events.put({number, record.first, happened.first, happened.last, record.words});
  for (const std::string& subject : record.subjects) events.subjects.put({subject, number});
}

}  // namespace lotline::custody
