#pragma once

#include "http/message.hpp"
#include "store/record_query.hpp"

namespace kevai::http {

/// The list a request asks for: `field=value`, `field.from=`, `field.to=`, along references `agreement.partnership=`,
/// and limit, cursor, sort, total and removed. Failures: `parameter_unknown`, `parameter_wrong`, `cursor_malformed`.
Result<store::RecordQuery> record_query(model::RecordKind kind, const Target& target);

/// `agreement.partnership=ID`, `date.from=2024` as a condition on records of that kind. Failures as above.
Result<store::Condition> condition_of(model::RecordKind kind, const std::string& name, const std::string& value);

/// `date`, `-date`: how to sort. Failure: `parameter_wrong`.
Result<> set_sort(store::RecordQuery& query, std::string_view text);
/// What records of that kind can be sorted by, id among them.
std::vector<std::string> sortable(model::RecordKind kind);

/// The cursor of a page's end, for the same query.
std::string cursor_text(const store::RecordQuery& query, const store::Cursor& cursor);

}  // namespace kevai::http
