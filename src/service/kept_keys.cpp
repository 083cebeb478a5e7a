#include "service/kept_keys.h"

#include <vector>

#include "access/sealed_answer.h"
#include "access/secret.h"

namespace lotline::service {

namespace {

std::string name_of(const KeyedRequest& request) {
  return access::hash_of_secret(request.account + '\n' + request.route + '\n' + request.key);
}

access::KeptKeyRow row_of(const KeyedRequest& request, Instant now) {
  return {name_of(request), access::hash_of_secret(request.asked), now, {}};
}

}  // namespace

KeptAnswer kept_answer(AccessDesk& desk, const KeyedRequest& request) {
  KeptAnswer found;
  desk.store.read([&](const access::Accounts& accounts) {
    const auto row = accounts.keys.find(make_key(name_of(request)));
    if (!row || !access::lives(*row, desk.clock.now())) return;
    if (row->body != access::hash_of_secret(request.asked)) {
      found.came = KeptAnswer::Came::with_another_body;
      return;
    }
    const auto answer = access::opened_answer(row->answer, request.secret);
    found = {answer ? KeptAnswer::Came::answered : KeptAnswer::Came::unanswered, answer.value_or("")};
  });
  return found;
}

Result<void> keep_answer(AccessDesk& desk, const KeyedRequest& request, const std::string& answer) {
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    auto row = row_of(request, desk.clock.now());
    row.answer = access::sealed_answer(answer, request.secret);
    work.accounts().keys.put(row);
    return {};
  });
}

Result<void> forget_key(AccessDesk& desk, const KeyedRequest& request) {
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    work.accounts().keys.erase(make_key(name_of(request)));
    return {};
  });
}

void sweep_keys(access::Accounts& accounts, Instant now) {
  std::vector<Key> ended;
  accounts.keys.scan({}, [&](const access::KeptKeyRow& row) {
    if (!access::lives(row, now)) ended.push_back(key_of(row));
    return true;
  });
  for (const Key& key : ended) accounts.keys.erase(key);
}

Result<void> KeyedAccess::write(const Act& act) {
  const auto row = row_of(request_, clock_.now());
  auto written = inner_.write([&](AccessWork& work) -> Result<void> {
    TRY(act(work));
    work.accounts().keys.put(row);
    return {};
  });
  wrote_ = wrote_ || written.has_value();
  return written;
}

}  // namespace lotline::service
