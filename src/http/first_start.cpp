#include "http/first_start.h"

#include "service/accounts.h"
#include "storage/secret_file.h"

namespace lotline::http {

Result<std::optional<FirstStart>> make_first_administrator(House& house) {
  if (service::has_administrator(house.access())) return std::nullopt;
  FirstStart first;
  first.file = house.ground().register_path.string() + "-first-password";
  access::Visitor keeper = access::keeper_of_the_file();
  keeper.name = "first start";
  const auto keep = [&](const service::GivenPassword& given) {
    first.name = given.name;
    first.until = given.until;
    return storage::write_secret_file(first.file, given.password + "\n");
  };
  TRY(service::first_administrator(house.access(), keeper, keep));
  return first;
}

}  // namespace lotline::http
