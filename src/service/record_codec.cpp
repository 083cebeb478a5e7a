#include "service/record_codec.h"

#include "proof/canonical_json.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

using proof::CanonicalArray;
using proof::CanonicalObject;
using proof::JsonValue;

struct Encoder;

template <class T>
concept HasFields = requires(const T& value, Encoder& encoder) { T::fields(value, encoder); };

/// Objects lent by depth, so that a million records are encoded in the memory of the first.
class Lent {
 public:
  Lent() {
    if (depth() == pool().size()) pool().push_back(std::make_unique<CanonicalObject>());
    object_ = pool()[depth()++].get();
    object_->clear();
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  ~Lent() { --depth(); }
  CanonicalObject& operator*() const { return *object_; }

 private:
  static std::vector<std::unique_ptr<CanonicalObject>>& pool() {
    thread_local std::vector<std::unique_ptr<CanonicalObject>> objects;
    return objects;
  }
  static std::size_t& depth() {
    thread_local std::size_t lent = 0;
    return lent;
  }
  CanonicalObject* object_;
};

/// Writes the fields of one object.
struct Encoder {
  CanonicalObject& out;

  void operator()(std::string_view name, const std::string& text) {
    if (!text.empty()) out.add(name, text);
  }
  void operator()(std::string_view name, std::int64_t number) {
    if (number != 0) out.add(name, number);
  }
  void operator()(std::string_view name, bool truth) {
    if (truth) out.add(name, true);
  }
  void operator()(std::string_view name, Rounds rounds) { (*this)(name, rounds.count()); }
  void operator()(std::string_view name, Day day) { out.add(name, to_text(day)); }
  void operator()(std::string_view name, const When& when) { out.add(name, to_text(when)); }
  void operator()(std::string_view name, Instant instant) { out.add(name, to_text(instant)); }
  template <class Tag>
  void operator()(std::string_view name, Id<Tag> id) {
    (*this)(name, id.number);
  }
  template <Vocabulary E>
  void operator()(std::string_view name, E value) {
    out.add(name, word(value));
  }
  template <class T>
  void operator()(std::string_view name, const std::vector<T>& list) {
    if (list.empty()) return;
    CanonicalArray array;
    for (const T& item : list) add(array, item);
    out.add(name, array);
  }
  template <HasFields T>
  void operator()(std::string_view name, const T& object) {
    const Lent inner;
    Encoder encoder{*inner};
    T::fields(object, encoder);
    if (!(*inner).empty()) out.add(name, *inner);
  }

  static void add(CanonicalArray& array, const std::string& text) { array.add(text); }
  template <class Tag>
  static void add(CanonicalArray& array, Id<Tag> id) {
    array.add(id.number);
  }
  template <HasFields T>
  static void add(CanonicalArray& array, const T& object) {
    const Lent inner;
    Encoder encoder{*inner};
    T::fields(object, encoder);
    array.add(*inner);
  }
};

/// Reads the fields of one object; the first refusal is kept and the rest passed over.
struct Decoder {
  const JsonValue& in;
  Result<void> outcome{};

  template <class T>
  void operator()(std::string_view name, T& field) {
    if (!outcome) return;
    const auto found = in.find(name);
    if (!found) {
      outcome = std::unexpected(found.error());
    } else if (*found) {
      outcome = read(**found, field, name);
    }
  }

  static Result<void> read(const JsonValue& value, std::string& field, std::string_view) {
    field = TRY(value.text());
    return {};
  }
  static Result<void> read(const JsonValue& value, std::int64_t& field, std::string_view name) {
    field = TRY(value.integer());
    // Left out when it is written, it would be read back as the field's default.
    if (field == 0) return refuse(zero_written, "{}", name);
    return {};
  }
  static Result<void> read(const JsonValue& value, bool& field, std::string_view) {
    field = TRY(value.truth());
    return {};
  }
  static Result<void> read(const JsonValue& value, Rounds& field, std::string_view) {
    field = Rounds(TRY(value.integer()));
    return {};
  }
  static Result<void> read(const JsonValue& value, Day& field, std::string_view) {
    field = TRY(parse_day(TRY(value.text())));
    return {};
  }
  static Result<void> read(const JsonValue& value, When& field, std::string_view) {
    field = TRY(parse_when(TRY(value.text())));
    return {};
  }
  static Result<void> read(const JsonValue& value, Instant& field, std::string_view) {
    field = TRY(parse_instant(TRY(value.text())));
    return {};
  }
  template <class Tag>
  static Result<void> read(const JsonValue& value, Id<Tag>& field, std::string_view) {
    field.number = TRY(value.integer());
    return {};
  }
  template <Vocabulary E>
  static Result<void> read(const JsonValue& value, E& field, std::string_view name) {
    field = TRY(parse_word<E>(TRY(value.text()), name));
    return {};
  }
  template <class T>
  static Result<void> read(const JsonValue& value, std::vector<T>& field, std::string_view name) {
    for (const JsonValue& item : TRY(value.items())) TRY(read(item, field.emplace_back(), name));
    return {};
  }
  template <HasFields T>
  static Result<void> read(const JsonValue& value, T& field, std::string_view) {
    Decoder decoder{value};
    T::fields(field, decoder);
    return decoder.outcome;
  }
};

/// The envelope's own fields, in the order of their names; the body "what" is read by its kind.
template <class Self, class Visit>
void envelope(Self& record, Visit& visit) {
  visit("actor", record.actor);
  visit("at", record.recorded_at);
  visit("basis", record.basis);
  visit("for", record.acting_for);
}
template <class Self, class Visit>
void rest_of_envelope(Self& record, Visit& visit) {
  visit("on", record.happened);
  visit("source", record.source);
  visit("tables", record.tables);
}

template <std::size_t I = 0>
Result<What> decode_what(std::string_view kind, const JsonValue& value) {
  if constexpr (I == std::variant_size_v<What>) {
    return refuse(unknown_record_kind, "\"{}\"", kind);
  } else {
    using T = std::variant_alternative_t<I, What>;
    if (kind != T::kind_name) return decode_what<I + 1>(kind, value);
    T what;
    Decoder decoder{value};
    T::fields(what, decoder);
    if (!decoder.outcome) return std::unexpected(decoder.outcome.error());
    return What(std::move(what));
  }
}

}  // namespace

std::string_view kind_of(const What& what) {
  return std::visit([](const auto& act) { return std::decay_t<decltype(act)>::kind_name; }, what);
}

std::string encode(const Record& record) {
  const Lent body;
  Encoder encoder{*body};
  envelope(record, encoder);
  (*body).add("kind", kind_of(record.what));
  rest_of_envelope(record, encoder);
  encoder("v", std::int64_t{record.version});
  const Lent what;
  Encoder inner{*what};
  std::visit([&](const auto& act) { std::decay_t<decltype(act)>::fields(act, inner); }, record.what);
  (*body).add("what", *what);
  return (*body).text();
}

Result<Record> RecordReader::decode(std::string_view body) {
  const JsonValue value = TRY(parser_.parse(body));
  Record record;
  Decoder decoder{value};
  envelope(record, decoder);
  rest_of_envelope(record, decoder);
  if (!decoder.outcome) return std::unexpected(decoder.outcome.error());
  const auto version = TRY(value.integer_at("v"));
  if (version > kRecordVersion) return refuse(newer_record, "version {}", version);
  if (version < 1) return refuse(unknown_record_kind, "version {}", version);
  record.version = static_cast<int>(version);
  const auto what = TRY(value.member("what"));
  record.what = TRY(decode_what(TRY(value.text_at("kind")), what));
  return record;
}

}  // namespace lotline::service
