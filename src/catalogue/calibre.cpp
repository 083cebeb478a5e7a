#include "catalogue/calibre.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::catalogue {

namespace {

std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  for (const std::string_view word : split(cell, ';')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace

std::string_view Calibre::name() const {
  if (!metric.empty()) return metric;
  return cip_name.empty() ? std::string_view{id} : std::string_view{cip_name};
}

bool Calibre::fires_from(std::string_view weapon_class) const {
  return std::ranges::find(weapon_classes, weapon_class) != weapon_classes.end();
}

Calibre calibre_of(const TableRow& row) {
  Calibre calibre;
  calibre.id = row["id"];
  calibre.cip_name = row["cip_name"];
  calibre.saami_name = row["saami_name"];
  calibre.metric = row["metric"];
  calibre.aliases = words_of(row["aliases"]);
  calibre.confusable = words_of(row["near_confusable"]);
  calibre.kind = row["class"];
  calibre.weapon_classes = words_of(row["weapon_classes"]);
  calibre.source = row.source;
  return calibre;
}

RegistryCalibre registry_calibre_of(const TableRow& row) {
  return RegistryCalibre{std::string(row["name"]), std::string(row["standard"]), words_of(row["weapon_classes"]),
                         row.source};
}

}  // namespace lotline::catalogue
