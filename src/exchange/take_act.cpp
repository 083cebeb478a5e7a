#include "exchange/take_act.h"

#include "exchange/refusals.h"
#include "service/refusals.h"
#include "service/row_content.h"

namespace lotline::exchange {

Result<PreparedAct> prepare_act(const service::ActKind& act, std::string_view issuer, std::string_view ref,
                                const Filled& filled) {
  service::ImportSource source{service::content_of(filled), TRY(of_field("issuer", clean_text(issuer, "issuer"))),
                               TRY(of_field("ref", clean_text(ref, "ref")))};
  if (source.issuer.empty() || source.ref.empty()) return refuse(row_without_ref);
  return PreparedAct{std::move(source), service::Values::of(act.form, filled)};
}

Result<Taken> take_act(service::Desk& desk, const service::ActKind& act, const PreparedAct& prepared) {
  const service::ImportSource& source = prepared.source;
  if (const auto known = desk.store.state().import_refs.find(make_key(source.issuer, source.ref))) {
    if (known->content != source.content)
      return refuse(service::ref_reused, "{} {}, record {}", source.issuer, source.ref, known->number);
    return Taken{known->number, true};
  }
  if (!prepared.values) return std::unexpected(prepared.values.error());
  return Taken{TRY(act.record(desk, *prepared.values, source)), false};
}

}  // namespace lotline::exchange
