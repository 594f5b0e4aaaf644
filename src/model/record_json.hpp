#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

#include "base/result.hpp"
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

boost::json::object to_json(const Quantity& quantity);
/// A whole number without a fraction or an exponent.
boost::json::value number_json(double number);

/// What could not be read: `field_unknown` or `value_malformed` (with `expected`), each with `field`.
using Unread = std::vector<Error>;

/// Sets the fields this JSON names, in the form to_json writes (of a Quantity also a bare number, of a Party also its id as a
/// string); null empties a field. What nobody sets (`id`, `record_kind`, derived fields) is passed over, so that what was read
/// can be sent back. Where anything cannot be read the record is not changed.
Unread take_json(Record& record, const boost::json::object& json);

/// The record that to_json wrote, derived fields and all; nothing where no version of this program wrote it.
std::optional<Record> record_of(const boost::json::object& json);

/// One field's value as text, the way citations hold it: `2017-08-09`, `vn.nghe-an la.xiangkhouang`, `44000000 nearly`.
std::string to_text(const Quantity& quantity);
std::string to_text(const std::vector<Party>& parties);

/// Gives a field the value such a text holds; false where the record has no such field, or it holds something else. Of a
/// number the wording is lost; a list is not read back.
bool set_field(Record& record, std::string_view field, const std::string& text);
/// A record of the same kind as `like` in which only this field has a value; nothing where set_field would be false.
std::optional<Record> with_field(const Record& like, std::string_view field, const std::string& text);
/// What such a text is in the record's JSON; the text itself where it is not read.
boost::json::value field_json(const Record& like, std::string_view field, const std::string& text);
/// The same field of a record of the same kind, as it is there.
void copy_field(Record& into, const Record& from, std::string_view field);

}  // namespace kevai::model
