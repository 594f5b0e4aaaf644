#pragma once

#include <boost/json/object.hpp>

#include "model/document.hpp"
#include "model/organisation.hpp"
#include "model/record.hpp"

/// Records as the JSON the API, the journal and exports share. Empty fields are left out. A Quantity
/// is {"low","high","stated","qualifier","figure"}, a Party {"id","stated"}, everything else a string.
namespace kevai::model {

/// {"id", "record_kind", then the record's fields}
boost::json::object to_json(const Record& record);
/// {"id", then the organisation's fields}
boost::json::object to_json(const Organisation& organisation);

/// One field's value as text, the way citations hold it: `2017-08-09`, `vn.nghe-an la.xiangkhouang`, `44000000 nearly`.
std::string to_text(const Quantity& quantity);
std::string to_text(const std::vector<Party>& parties);

}  // namespace kevai::model
