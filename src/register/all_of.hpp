#pragma once

#include <utility>
#include <vector>

#include "store/store.hpp"

namespace kevai::reg {

/// All records of type T that fit the query, page by page.
template <class T>
std::vector<T> all_of(store::Reader& reader, store::RecordQuery query) {
  std::vector<T> all;
  query.kind = model::kind_of(model::Record(std::in_place_type<T>));
  query.limit = 200;
  for (bool more = true; more;) {
    auto page = reader.list(query);
    for (store::Stored& row : page.rows) all.push_back(std::get<T>(std::move(row.record)));
    more = page.next.has_value();
    query.after = std::move(page.next);
  }
  return all;
}

}  // namespace kevai::reg
