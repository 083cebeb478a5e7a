#include "exchange/take_act.h"

#include "exchange/refusals.h"
#include "service/refusals.h"
#include "service/row_content.h"

namespace lotline::exchange {

Result<Taken> take_act(service::Desk& desk, const service::ActKind& act, std::string_view issuer, std::string_view ref,
                       const Filled& filled) {
  service::ImportSource source{service::content_of(filled), TRY(of_field("issuer", clean_text(issuer, "issuer"))),
                               TRY(of_field("ref", clean_text(ref, "ref")))};
  if (source.issuer.empty() || source.ref.empty()) return refuse(row_without_ref);
  if (const auto known = desk.store.state().import_refs.find(make_key(source.issuer, source.ref))) {
    if (known->content != source.content)
      return refuse(service::ref_reused, "{} {}, record {}", source.issuer, source.ref, known->number);
    return Taken{known->number, true};
  }
  const auto values = TRY(service::Values::of(act.form, filled));
  return Taken{TRY(act.record(desk, values, source)), false};
}

}  // namespace lotline::exchange
