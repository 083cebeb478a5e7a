#pragma once
// A route as data: its method and path, the right it needs, what it takes and gives, and the handler. The router, the
// OpenAPI document and the table of rights are all made from the same list.
//
// A handler decodes, calls the use case and encodes; it holds no rule. The right is asked for again by the use case.

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "access/visitor.h"
#include "http/reply.h"
#include "http/request.h"
#include "service/access_ports.h"
#include "service/cards.h"

namespace lotline::http {

class House;  // house.h: what the handlers of one service share

/// What an answer told of, for the access log.
struct Looked {
  std::string object;  ///< what it was asked of; the words of the path where the handler says nothing
  std::int64_t lots = 0;
  std::int64_t holders = 0;
};

/// One request being answered: by whom it is asked, and with what it is answered.
struct Call {
  const Request& request;
  const access::Visitor& visitor;
  service::Register& store;             ///< this thread's own, read-only
  const service::Reference& reference;  ///< with the visitor in it
  House& house;
  Looked looked{};                       ///< filled by the handler of a route that needs a case
  service::AccessDesk* keyed = nullptr;  ///< keeps the request's Idempotency-Key with what is done at it

  /// Where accounts are looked up and changed.
  [[nodiscard]] service::AccessDesk& access() const;
};

using Handle = Result<Reply> (*)(Call&);

/// Who may come so far as the handler.
enum class Door {
  open,      ///< anybody: signing in, health
  local,     ///< anybody on this machine, straight and not through a proxy
  signed_in  ///< an account, whatever its rights, or with `right` when one is named
};

/// Something a route takes in its query or its path.
struct Parameter {
  std::string_view name;
  std::string_view help;
  std::string_view example{};
  bool required = false;
};

struct Route {
  std::string_view method;
  std::string_view path;     ///< "/api/v1/lots/{maker}/{number}"
  std::string_view summary;  ///< one sentence
  Handle handle;
  Door door = Door::signed_in;
  std::optional<access::Right> right{};
  access::Rights one_of{};     ///< where several rights open the same door; the use case asks for its own
  bool before_change = false;  ///< open to one who still has to change a password given by another
  bool needs_case = false;     ///< a look across organisations: recorded in the access log
  bool keyed = false;  ///< keeps an Idempotency-Key itself, with what it records; of other writes their answer is kept
  bool reads = false;  ///< though it is no GET: what is asked for stands in the body, and nothing is changed
  bool waits = false;  ///< takes so long that a worker answers, though it only reads
  std::vector<Parameter> parameters{};  ///< of the query
  std::vector<Parameter> members{};     ///< of the body, a flat JSON object
  std::string_view upload{};            ///< media types of the file it takes, separated by ", "; empty for none
  std::string_view answer{};            ///< the heading of docs/formats/answers.md that tells its members
  std::string_view example{};           ///< an answer, as JSON
  std::string_view gives{};             ///< media types of an answer that is no JSON, with ; between them
};

// One group a file.
std::vector<Route> session_routes();
std::vector<Route> account_routes();
std::vector<Route> marks_routes();
std::vector<Route> card_routes();
std::vector<Route> list_routes();
std::vector<Route> report_routes();
std::vector<Route> trace_routes();
std::vector<Route> act_routes();
std::vector<Route> import_routes();
std::vector<Route> scan_routes();
std::vector<Route> calibrator_routes();
std::vector<Route> epcis_routes();
std::vector<Route> label_routes();
std::vector<Route> house_routes();  ///< health, metrics, the OpenAPI document, events

/// All of them.
const std::vector<Route>& routes();

}  // namespace lotline::http
