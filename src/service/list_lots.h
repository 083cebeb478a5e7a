#pragma once
// The use case of a list of lots.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct LotsAsked {
  std::string maker{};    ///< code
  std::string number{};   ///< how it begins, in any spelling
  std::string calibre{};  ///< any of its names
  std::string holder{};   ///< code of a party that has or had rounds of it
  PageAsked page{};
};

struct ListedLot {
  tracing::LotRef lot;
  std::string product;
  std::string calibre;
  std::string made_on;
  std::string channel;
  std::string kind;
  std::optional<Rounds> entered;  ///< made, imported and re-lotted in; told to one who sees the whole lot
  Rounds held;                    ///< held and on the way: of all, of the holder asked for, or of one's own
};

/// With a number in the order of the numbers, else in the order in which the lots were registered. One who does not see
/// everything gets the lots of which its organisation has or had rounds.
Result<Page<ListedLot>> list_lots(Register& store, const Reference& reference, const LotsAsked& asked);

}  // namespace lotline::service
