#include "model/record.hpp"

#include <utility>

namespace kevai::model {
namespace {

template <std::size_t... I>
Record made(RecordKind kind, std::index_sequence<I...>) {
  static constexpr Record (*makers[])() = {[] { return Record(std::in_place_index<I>); }...};
  return makers[static_cast<std::size_t>(kind)]();
}

}  // namespace

Record empty_record(RecordKind kind) {
  return made(kind, std::make_index_sequence<std::variant_size_v<Record>>{});
}

}  // namespace kevai::model
