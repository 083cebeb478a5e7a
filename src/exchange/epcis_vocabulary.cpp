#include "exchange/epcis_vocabulary.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/check.h"
#include "base/text.h"
#include "exchange/epcis_formats.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

using Words = std::span<const std::string_view>;

// Each list in the order of its bytes, so that it can be searched by halves.
constexpr auto kBizSteps = std::to_array<std::string_view>({"accepting",
                                                            "arriving",
                                                            "assembling",
                                                            "collecting",
                                                            "commissioning",
                                                            "consigning",
                                                            "creating_class_instance",
                                                            "cycle_counting",
                                                            "decommissioning",
                                                            "departing",
                                                            "destroying",
                                                            "disassembling",
                                                            "dispensing",
                                                            "encoding",
                                                            "entering_exiting",
                                                            "holding",
                                                            "inspecting",
                                                            "installing",
                                                            "killing",
                                                            "loading",
                                                            "other",
                                                            "packing",
                                                            "picking",
                                                            "receiving",
                                                            "removing",
                                                            "repackaging",
                                                            "repairing",
                                                            "replacing",
                                                            "reserving",
                                                            "retail_selling",
                                                            "sampling",
                                                            "sensor_reporting",
                                                            "shipping",
                                                            "staging_outbound",
                                                            "stock_taking",
                                                            "stocking",
                                                            "storing",
                                                            "transporting",
                                                            "unloading",
                                                            "unpacking",
                                                            "void_shipping"});
constexpr auto kDispositions = std::to_array<std::string_view>({"active",
                                                                "available",
                                                                "completeness_inferred",
                                                                "completeness_verified",
                                                                "conformant",
                                                                "container_closed",
                                                                "container_open",
                                                                "damaged",
                                                                "destroyed",
                                                                "dispensed",
                                                                "disposed",
                                                                "encoded",
                                                                "expired",
                                                                "in_progress",
                                                                "in_transit",
                                                                "inactive",
                                                                "mismatch_class",
                                                                "mismatch_instance",
                                                                "mismatch_quantity",
                                                                "needs_replacement",
                                                                "no_pedigree_match",
                                                                "non_conformant",
                                                                "non_sellable_other",
                                                                "partially_dispensed",
                                                                "recalled",
                                                                "reserved",
                                                                "retail_sold",
                                                                "returned",
                                                                "sellable_accessible",
                                                                "sellable_not_accessible",
                                                                "stolen",
                                                                "unavailable",
                                                                "unknown"});
constexpr auto kTransactionTypes =
    std::to_array<std::string_view>({"bol", "cert", "desadv", "inv", "pedigree", "po", "poc", "prodorder", "recadv",
                                     "rma", "testprd", "testres", "upevt"});
constexpr auto kEndpointTypes = std::to_array<std::string_view>({"location", "owning_party", "possessing_party"});
constexpr auto kErrorReasons = std::to_array<std::string_view>({"did_not_occur", "incorrect_data"});
constexpr auto kComponents = std::to_array<std::string_view>(
    {"altitude", "axial_distance", "azimuth", "easting", "elevation_angle", "height", "latitude", "longitude",
     "northing", "polar_angle", "spherical_radius", "x", "y", "z"});
constexpr auto kMeasurements = std::to_array<std::string_view>({"AbsoluteHumidity",
                                                                "AbsorbedDose",
                                                                "AbsorbedDoseRate",
                                                                "Acceleration",
                                                                "Altitude",
                                                                "AmountOfSubstance",
                                                                "AmountOfSubstancePerUnitVolume",
                                                                "Angle",
                                                                "AngularAcceleration",
                                                                "AngularMomentum",
                                                                "AngularVelocity",
                                                                "Area",
                                                                "Capacitance",
                                                                "Conductance",
                                                                "Conductivity",
                                                                "Count",
                                                                "Density",
                                                                "Dimensionless",
                                                                "DoseEquivalent",
                                                                "DoseEquivalentRate",
                                                                "DynamicViscosity",
                                                                "ElectricCharge",
                                                                "ElectricCurrent",
                                                                "ElectricCurrentDensity",
                                                                "ElectricFieldStrength",
                                                                "Energy",
                                                                "Exposure",
                                                                "Force",
                                                                "Frequency",
                                                                "Illuminance",
                                                                "Inductance",
                                                                "Irradiance",
                                                                "KinematicViscosity",
                                                                "Length",
                                                                "LinearMomentum",
                                                                "Luminance",
                                                                "LuminousFlux",
                                                                "LuminousIntensity",
                                                                "MagneticFlux",
                                                                "MagneticFluxDensity",
                                                                "MagneticVectorPotential",
                                                                "Mass",
                                                                "MassConcentration",
                                                                "MassFlowRate",
                                                                "MassPerAreaTime",
                                                                "MemoryCapacity",
                                                                "MolalityOfSolute",
                                                                "MolarEnergy",
                                                                "MolarMass",
                                                                "MolarVolume",
                                                                "Power",
                                                                "Pressure",
                                                                "RadiantFlux",
                                                                "RadiantIntensity",
                                                                "Radioactivity",
                                                                "RelativeHumidity",
                                                                "Resistance",
                                                                "Resistivity",
                                                                "SolidAngle",
                                                                "SpecificVolume",
                                                                "Speed",
                                                                "SurfaceDensity",
                                                                "SurfaceTension",
                                                                "Temperature",
                                                                "Time",
                                                                "Torque",
                                                                "Voltage",
                                                                "Volume",
                                                                "VolumeFlowRate",
                                                                "VolumeFraction",
                                                                "VolumetricFlux",
                                                                "Wavenumber"});
constexpr auto kAlerts = std::to_array<std::string_view>({"ALARM_CONDITION", "ERROR_CONDITION"});

static_assert(std::ranges::is_sorted(kBizSteps) && std::ranges::is_sorted(kDispositions) &&
              std::ranges::is_sorted(kTransactionTypes) && std::ranges::is_sorted(kComponents) &&
              std::ranges::is_sorted(kMeasurements));

/// One vocabulary: what it is called, its words, and what stands before a word in each spelling.
struct Entry {
  std::string_view name;
  Words words;
  std::string_view address;  ///< the canonical spelling
  std::string_view urn;      ///< of CBV 1; empty where it had none
  std::string_view longer;   ///< what may also stand between namespace and word
};

constexpr std::string_view kCbv = "https://ref.gs1.org/cbv/";
constexpr std::string_view kCbv1 = "urn:epcglobal:cbv:";
constexpr auto kWeb =
    std::to_array<std::string_view>({"https://gs1.org/voc/", "http://gs1.org/voc/", "https://www.gs1.org/voc/",
                                     "http://www.gs1.org/voc/", "https://ref.gs1.org/voc/"});
constexpr auto kDrafts = std::to_array<std::string_view>({"https://ns.gs1.org/cbv/", "http://ns.gs1.org/cbv/"});

/// In the order of EpcisVocabulary.
const std::array<Entry, 8> kEntries{
    {{"business step", kBizSteps, "https://ref.gs1.org/cbv/BizStep-", "urn:epcglobal:cbv:bizstep:", ""},
     {"disposition", kDispositions, "https://ref.gs1.org/cbv/Disp-", "urn:epcglobal:cbv:disp:", ""},
     {"type of business transaction", kTransactionTypes, "https://ref.gs1.org/cbv/BTT-", "urn:epcglobal:cbv:btt:", ""},
     {"type of source or destination", kEndpointTypes, "https://ref.gs1.org/cbv/SDT-", "urn:epcglobal:cbv:sdt:", ""},
     {"reason of an error", kErrorReasons, "https://ref.gs1.org/cbv/ER-", "urn:epcglobal:cbv:er:", ""},
     {"component", kComponents, "https://ref.gs1.org/cbv/Comp-", "", ""},
     {"type of measurement", kMeasurements, "https://gs1.org/voc/", "", "MeasurementType-"},
     {"sensor alert", kAlerts, "https://gs1.org/voc/", "", "SensorAlertType-"}}};

bool of_sensors(EpcisVocabulary vocabulary) {
  return vocabulary == EpcisVocabulary::measurement || vocabulary == EpcisVocabulary::alert;
}

/// Takes a beginning off; false when the text does not begin so.
bool take(std::string_view& text, std::string_view beginning) {
  if (beginning.empty() || !text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  return true;
}

bool take_any(std::string_view& text, Words beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return take(text, beginning); });
}

/// What follows the namespace of the vocabulary; nothing when the address is not in it.
std::string_view word_in(const Entry& entry, EpcisVocabulary vocabulary, std::string_view address) {
  const bool inside =
      of_sensors(vocabulary) ? take_any(address, kWeb) : take(address, entry.address) || take(address, entry.urn);
  if (!inside) return {};
  take(address, entry.longer);
  return address;
}

bool known(const Entry& entry, std::string_view word) { return std::ranges::binary_search(entry.words, word); }

EpcisWord word_of(const Entry& entry, std::string_view word) {
  return {std::string{word}, std::string{entry.address}.append(word)};
}

/// A place where words of nobody else stand, so that a word not known there is a mistake.
bool reserved(EpcisVocabulary vocabulary, std::string_view text) {
  if (of_sensors(vocabulary)) return take_any(text, kWeb);
  return take(text, kCbv1) || take_any(text, kDrafts);
}

std::string said_of(const Entry& entry, std::string_view word) {
  const auto nearest = nearest_word(word, entry.words);
  return nearest.empty() ? std::string{} : fmt::format("; {} is one", nearest);
}

}  // namespace

Result<EpcisWord> read_epcis_word(EpcisVocabulary vocabulary, std::string_view text, const EpcisContext& context) {
  const Entry& entry = kEntries[static_cast<std::size_t>(vocabulary)];
  if (!text.contains(':')) {
    if (!known(entry, text)) return refuse(epcis_unknown_word, "{} \"{}\"{}", entry.name, text, said_of(entry, text));
    return word_of(entry, text);
  }
  std::string address = context.expanded(text);
  const auto word = word_in(entry, vocabulary, address);
  if (known(entry, word)) return word_of(entry, word);
  if (reserved(vocabulary, text))
    return refuse(epcis_unknown_word, "{} \"{}\"{}", entry.name, text, said_of(entry, word));
  if (!is_uri(text)) return refuse(epcis_unknown_word, "{} \"{}\"", entry.name, text);
  return EpcisWord{{}, std::move(address)};
}

Result<void> known_to_cbv(const EpcisWord& word) {
  if (word.word.empty() && word.uri.starts_with(kCbv)) return refuse(epcis_unknown_word, "\"{}\"", word.uri);
  return {};
}

std::string epcis_word_uri(EpcisVocabulary vocabulary, std::string_view word) {
  const Entry& entry = kEntries[static_cast<std::size_t>(vocabulary)];
  CHECK(known(entry, word));
  return std::string{entry.address}.append(word);
}

}  // namespace lotline::exchange
