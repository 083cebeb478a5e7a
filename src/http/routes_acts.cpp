// Acts: every form of the register, and recording one act by it.

#include "answers/act_json.h"
#include "answers/refusals.h"
#include "exchange/take_act.h"
#include "http/house.h"
#include "http/route.h"
#include "service/refusals.h"

namespace lotline::http {

namespace {

Result<Reply> forms(Call&) { return json(answers::forms_as_json()); }

/// An Idempotency-Key, with the kind of act, is the act's ref and the account its issuer: it is recorded with the act,
/// in its own transaction, so that the same request again finds what it recorded.
Result<Reply> record(Call& call) {
  const auto* act = TRY(service::find_act(call.request.word("kind")));
  const auto filled = TRY(members_of(call.request.body));
  const std::string key = TRY(idempotency_key(call.request));
  const auto held = TRY(call.house.keys().hold(call.visitor.name, call.request.path, key));
  exchange::Filled fields;
  for (const auto& [name, text] : filled)
    if (!text.empty()) fields.emplace_back(name, text);

  bool before = false;
  const auto record_once = [&](service::Desk& desk) -> Result<RecordNumber> {
    if (key.empty()) {
      const auto values = TRY(service::Values::of(act->form, fields));
      return act->record(desk, values, {});
    }
    const auto prepared = TRY(
        exchange::prepare_act(*act, "account " + call.visitor.name, fmt::format("{} {}", act->form.name, key), fields));
    const auto taken = TRY(exchange::take_act(desk, *act, prepared));
    before = taken.before;
    return taken.number;
  };
  const auto recorded = call.house.write(call.visitor, record_once);
  const bool other_body = !recorded && recorded.error().number == service::ref_reused.number && !key.empty();
  if (other_body) return refuse(answers::key_reused);
  const RecordNumber number = TRY(recorded);
  const auto head = service::read_one_state(call.store, [&] { return call.store.head(); });
  Reply reply = created(answers::recorded_as_json(number, head), fmt::format("/api/v1/records/{}", number));
  if (before) reply.status = 200;
  return reply;
}

}  // namespace

std::vector<Route> act_routes() {
  return {{.method = "GET",
           .path = "/api/v1/forms",
           .summary = "Every act that can be recorded, with its fields.",
           .handle = forms,
           .answer = "forms"},
          {.method = "POST",
           .path = "/api/v1/records/{kind}",
           .summary = "Records one act; the members of the body are the fields of its form.",
           .handle = record,
           .keyed = true,
           .answer = "record"}};
}

}  // namespace lotline::http
