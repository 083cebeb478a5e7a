#pragma once
// From the words people use to what is registered: codes of parties, makers and numbers of lots, codes of packages.
// Remembers what it found, so that a million rows do not ask the store a million times for the same dealer.

#include <string>
#include <unordered_map>

#include "service/form.h"
#include "service/ports.h"

namespace lotline::service {

class Lookup {
 public:
  Lookup(Register& store, Day today) : store_(store), today_(today) {}

  /// By code, or by a person's own number.
  Result<PartyId> party(std::string_view code);
  /// The party a field names.
  Result<PartyId> party(const Values& values, std::string_view field) {
    return of_field(field, party(values.text(field)));
  }
  /// The same; none when the field is empty.
  Result<PartyId> party_or_none(const Values& values, std::string_view field);
  /// By its GS1 number.
  Result<parties::PartyRow> party_of_pgln(std::string_view pgln);
  /// The place of a GLN; of one with an extension that is not registered, the place of the GLN alone.
  Result<parties::PlaceRow> place_of_gln(std::string_view gln, std::string_view extension);
  Result<ProductId> product(std::string_view code);
  /// What a GTIN numbers, and how many rounds one of it holds.
  Result<custody::TradeItemRow> trade_item(std::string_view gtin);
  Result<LicenceId> licence(std::string_view number);
  /// By the GS1 number of the document.
  Result<licensing::LicenceRow> licence_of_gdti(std::string_view gdti);
  Result<licensing::LicenceRow> licence_row(LicenceId id);
  Result<PackageId> package(std::string_view code);
  /// The lot of the fields maker, lot and product; refused when several products share the number and none is named.
  Result<LotId> lot(const Values& values);
  Result<LotId> lot(std::string_view maker, std::string_view number, std::string_view product);
  Result<custody::LotRow> lot_row(std::string_view maker, std::string_view number, std::string_view product);
  Result<FirearmId> firearm(std::string_view serial);
  /// A record by the ref it was imported under (by the same issuer) or by its number.
  Result<RecordNumber> recorded(std::string_view text, std::string_view issuer);
  /// A dispatch by the ref it was imported under (by the same issuer) or by its record number.
  Result<ShipmentId> dispatch(std::string_view text, std::string_view issuer);
  /// A record's number as text, "12" or "#12".
  static Result<RecordNumber> number(std::string_view text);

  /// Forgets which lot a number without its product meant, now that there is one more of this number.
  void lot_registered(std::string_view maker, std::string_view number_key);
  /// Forgets everything, after work was undone.
  void forget();

 private:
  /// What was found under these words, or 0; they stand in `words_` then.
  RecordNumber known(std::initializer_list<std::string_view> words);
  void remember(RecordNumber number);  ///< under the words that were looked for last

  Register& store_;
  Day today_;
  std::unordered_map<std::string, RecordNumber> found_;
  std::string words_;
};

/// How a package's code is looked up: the same key whatever the spelling.
Result<std::string> package_key(std::string_view code, Day today);

}  // namespace lotline::service
