#include "answers/answer.h"

namespace lotline::answers {

JsonWriter begin_answer(bool simulated) {
  JsonWriter json;
  json.begin_object().member("simulated", simulated);
  return json;
}

}  // namespace lotline::answers
