#include "search/gallery.h"

#include <string_view>

#include "search/refusals.h"

namespace lotline::search {

namespace {

/// FNV-1a, and then stirred so that sums of such numbers are no pattern.
class Fingerprint {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) add_byte(static_cast<unsigned char>(byte));
    add_byte(0);
  }
  void add(std::int64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8)
      add_byte(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift & 0xFF));
  }
  [[nodiscard]] std::uint64_t value() const {
    std::uint64_t stirred = value_;
    stirred = (stirred ^ stirred >> 30) * 0xBF58476D1CE4E5B9;
    stirred = (stirred ^ stirred >> 27) * 0x94D049BB133111EB;
    return stirred ^ stirred >> 31;
  }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3; }
  std::uint64_t value_ = 0xCBF29CE484222325;
};

std::uint64_t fingerprint(const Item& item, const Signature& signature) {
  Fingerprint all;
  all.add(item.number);
  all.add(item.source);
  all.add(word(item.kind));
  const ClassFields& fields = item.fields;
  for (const std::string* text : {&fields.calibre, &fields.firing_pin_shape, &fields.breech_face_class,
                                  &fields.headstamp, &fields.instrument, &fields.make})
    all.add(*text);
  all.add(fields.extractor_clock.value_or(0));
  all.add(fields.ejector_clock.value_or(0));
  all.add(encode(signature));
  return all.value();
}

}  // namespace

Result<void> Gallery::add(Item item, const Signature& signature) {
  if (signature.mark != mark_)
    return refuse(no_signature, "item {} shows a {}, not a {}", item.number, word(signature.mark), word(mark_));
  TRY(check(item.fields));
  if (numbers_.contains(item.number)) return refuse(item_twice, "item {}", item.number);
  numbers_.insert(item.number);
  // A sum does not depend on the order.
  snapshot_ += fingerprint(item, signature);
  enrolled_.add(signature);
  items_.push_back(std::move(item));
  return {};
}

}  // namespace lotline::search
