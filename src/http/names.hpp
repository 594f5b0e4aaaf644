#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>

#include "model/organisation.hpp"
#include "model/record.hpp"
#include "store/store.hpp"
#include "text/words.hpp"

/// Organisations' names in the caller's language.
namespace kevai::http {

using Organisations = std::map<std::string, model::Organisation>;  ///< by id

Organisations organisations_of(store::Reader& reader);

/// In that language, else in Vietnamese.
std::string full_name(const model::Organisation& organisation, text::Language language);
std::string place_of(const model::Organisation& organisation, text::Language language);

/// The shortest name that tells: the place, else the name, else as the document wrote it.
std::string short_name(const model::Party& party, const Organisations& organisations, text::Language language);
/// "Nghệ An – Xiêng Khoảng"
std::string partnership_name(const model::Partnership& partnership, const Organisations& organisations, text::Language language);

/// {"name", "place" where it is of one, "country"}
boost::json::object to_json(const model::Organisation& organisation, text::Language language);

/// The organisations named by their ids anywhere in this JSON, by id.
boost::json::object organisations_in(const boost::json::value& shown, const Organisations& organisations, text::Language language);

}  // namespace kevai::http
