#include "exchange/epcis_import.h"

#include <fstream>

#include "base/json_writer.h"
#include "exchange/called.h"
#include "exchange/epcis_context.h"
#include "exchange/epcis_document_reader.h"
#include "exchange/epcis_master_data.h"
#include "exchange/epcis_reader.h"
#include "exchange/epcis_record.h"
#include "exchange/epcis_refused.h"
#include "exchange/epcis_scanner.h"

namespace lotline::exchange {

namespace {

constexpr std::int64_t kEventsBetweenReports = 2'000;

/// What a document says before its first event.
struct DocumentHead {
  std::string context;      ///< JSON of its @context; empty when it stands behind the events or there is none
  std::string master_data;  ///< canonical JSON of its vocabularyList; empty likewise
};

/// Reads as far as the first event. What is wrong with the document is found when it is read whole.
DocumentHead head_of(const std::string& path) {
  DocumentHead head;
  auto scanner = EpcisScanner::open(path);
  if (!scanner) return head;
  const auto first = scanner->next();
  if (!first || !*first || scanner->list_path() == "$") return head;
  if (const auto context = scanner->context()) head.context = *context;
  // What was met so far, closed again: the list of events, and each object it stands in.
  std::string rest = scanner->rest() + "]";
  rest.append(static_cast<std::size_t>(std::ranges::count(scanner->list_path(), '.')), '}');
  head.master_data = read_epcis_document(rest, scanner->list_path()).master_data;
  return head;
}

/// The context of a document that gives its own too late: the prefixes that it declares.
std::string context_of(const EpcisDocument& document) {
  const EpcisContext standard;
  JsonWriter json;
  json.begin_array().value("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld").begin_object();
  for (const auto& [prefix, space] : document.namespaces)
    if (!standard.spaces().contains(prefix)) json.member(prefix, space);
  json.end_object().end_array();
  return json.take();
}

class DocumentImporter {
 public:
  DocumentImporter(service::Desk& desk, const ImportOptions& options, ImportReport& report, std::int64_t& rows)
      : desk_(desk), options_(options), report_(report), rows_(rows), names_(desk) {}

  Result<void> take(const NamedDocument& document) {
    const std::string& path = document.path;
    EpcisReader reader = TRY(EpcisReader::open(path));
    ImportedFile& file = report_.files.emplace_back();
    file.path = document.name;
    file.kind = "events";
    const DocumentHead head = head_of(path);
    if (!head.master_data.empty()) take_master_data(file, head.master_data);
    RefusedEvents refused(path + ".refused.json", to_text(desk_.clock.now()));
    EpcisEvent event;
    bool begun = false;
    for (;;) {
      const auto more = reader.next(event);
      if (!more) {
        note(file, {}, file.path, calling(more.error(), path, file.path));
        break;
      }
      if (!*more) break;
      if (!begun)
        refused.begin(reader.document().form, head.context.empty() ? context_of(reader.document()) : head.context);
      begun = true;
      TRY(take_one(file, event, reader.document().namespaces, refused));
      if (++rows_ % kEventsBetweenReports == 0) report_progress(reader);
    }
    report_progress(reader);
    for (const EpcisFinding& finding : reader.document().findings) note(file, {}, finding.path, finding.refusal);
    if (head.master_data.empty() && !reader.document().master_data.empty())
      take_master_data(file, reader.document().master_data);
    TRY(refused.finish());
    file.refused_path = refused.path();
    return {};
  }

 private:
  void undo() {
    desk_.store.undo_to_mark();
    desk_.lookup.forget();
    names_.forget();
  }

  Result<void> take_one(ImportedFile& file, const EpcisEvent& event, const EpcisContext::Spaces& spaces,
                        RefusedEvents& refused) {
    desk_.store.mark();
    const auto taken = take_event(event, spaces, names_);
    if (taken) {
      ++(*taken == EventTaken::recorded ? file.recorded : file.skipped);
      return {};
    }
    undo();
    note(file, {event.index, event.event_id}, taken.error().path, taken.error().refusal);
    if (options_.on_error == OnError::proceed) TRY(refused.write(event, taken.error().refusal));
    return {};
  }

  /// Elements before the events, so that these find them.
  void take_master_data(ImportedFile& file, const std::string& json) {
    const auto elements = read_master_data(json, file.passed_over);
    if (!elements) {
      note(file, {}, kMasterDataPath, elements.error());
      return;
    }
    for (const MasterElement& element : *elements) {
      desk_.store.mark();
      const auto taken = take_master_element(desk_, element);
      if (taken) {
        if (*taken == ElementTaken::registered) ++file.registered;
        continue;
      }
      undo();
      note(file, {-1, element.id}, kMasterDataPath, taken.error());
    }
  }

  struct Which {
    std::int64_t index = -1;
    std::string id{};
  };
  void note(ImportedFile& file, const Which& which, std::string_view path, const Refusal& refusal) {
    ++file.refused;
    ++report_.refused;
    if (report_.errors.size() >= kMostErrors) return;
    RowError& error = report_.errors.emplace_back();
    error.file = file.path;
    error.refusal = refusal;
    error.event = which.index;
    error.event_id = which.id;
    error.path = path;
  }
  void report_progress(const EpcisReader& reader) {
    if (options_.progress) options_.progress({reader.name(), reader.bytes_read(), reader.bytes_total(), rows_});
  }

  static constexpr std::string_view kMasterDataPath = "$.epcisHeader.epcisMasterData.vocabularyList";

  service::Desk& desk_;
  const ImportOptions& options_;
  ImportReport& report_;
  std::int64_t& rows_;
  EpcisNames names_;
};

}  // namespace

bool looks_like_json(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string begin(256, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(file.gcount()));
  std::string_view text = begin;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto at = text.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && (text[at] == '{' || text[at] == '[');
}

Result<void> import_epcis(service::Desk& desk, const NamedDocument& document, const ImportOptions& options,
                          ImportReport& report, std::int64_t& rows) {
  return DocumentImporter(desk, options, report, rows).take(document);
}

}  // namespace lotline::exchange
