#include "register/search_index.hpp"

#include "register/search_text.hpp"
#include "text/search_words.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;

constexpr int at_a_time = 500;

bool others_name(RecordKind kind) {
  return kind == RecordKind::organisation || kind == RecordKind::person || kind == RecordKind::partnership || kind == RecordKind::agreement;
}

/// Whether what others say of it is the same.
bool same_words(const SearchText& one, const SearchText& other) {
  return one.title == other.title && one.names == other.names && one.people == other.people && one.refers == other.refers;
}

void index_again(store::Writer& writer, Named& named, const store::SearchHit& hit) {
  if (hit.kind == "document") {
    if (const auto document = writer.document(hit.id))
      writer.put(search_entry_of(search_text_of(named, *document, writer.findings({.document = document->id}))));
  } else if (const auto record = writer.record(hit.id)) {
    writer.put(search_entry_of(search_text_of(named, *record)));
  }
}

void each_batch(store::Store& store, const std::function<bool(store::Writer&)>& work) {
  for (bool more = true; more;) {
    const auto done = store.write([&](store::Writer& writer) -> Result<> {
      more = work(writer);
      return {};
    });
    if (!done) throw Broken(done.error());
  }
}

}  // namespace

void index_record(store::Writer& writer, const model::Record* before, const model::Record& after) {
  Named named(writer);
  const SearchText text = search_text_of(named, after);
  writer.put(search_entry_of(text));
  if (!before || !others_name(model::kind_of(after)) || same_words(search_text_of(named, *before), text)) return;
  for (const store::SearchHit& hit : writer.entries_naming(text.id)) index_again(writer, named, hit);
}

void index_document(store::Writer& writer, const model::Document& document, const std::vector<model::Finding>& findings) {
  Named named(writer);
  writer.put(search_entry_of(search_text_of(named, document, findings)));
}

bool is_indexed(store::Store& store) {
  int version = 0;
  store.read([&](store::Reader& reader) { version = reader.search_version(); });
  return version == text::search_words_version;
}

void reindex(store::Store& store, const std::function<void(std::size_t, std::size_t)>& at) {
  std::vector<Id> documents;
  std::size_t total = 0, done = 0;
  store.read([&](store::Reader& reader) {
    for (const auto& document : reader.documents()) documents.push_back(document.id);
    total = documents.size();
    for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i)
      total += static_cast<std::size_t>(*reader.list({.kind = static_cast<RecordKind>(i), .limit = 1, .total = true}).total);
  });
  const auto tell = [&](std::size_t more) {
    done += more;
    if (at) at(done, total);
  };
  for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i) {
    store::RecordQuery query{.kind = static_cast<RecordKind>(i), .limit = at_a_time};
    each_batch(store, [&](store::Writer& writer) {
      Named named(writer);
      const store::RecordPage page = writer.list(query);
      for (const store::Stored& row : page.rows) writer.put(search_entry_of(search_text_of(named, row.record)));
      query.after = page.next;
      tell(page.rows.size());
      return page.next.has_value();
    });
  }
  for (std::size_t next = 0; next < documents.size();) {
    each_batch(store, [&](store::Writer& writer) {
      Named named(writer);
      for (int i = 0; i < at_a_time / 10 && next < documents.size(); ++i, ++next) index_again(writer, named, {documents[next], "document"});
      return false;
    });
    tell(std::min<std::size_t>(at_a_time / 10, documents.size()));
  }
  each_batch(store, [](store::Writer& writer) {
    writer.set_search_version(text::search_words_version);
    return false;
  });
}

}  // namespace kevai::reg
