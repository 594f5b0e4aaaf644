#include "http/journal_answer.hpp"

#include <boost/json/parse.hpp>

namespace kevai::http {

boost::json::object to_json(const store::JournalEntry& entry) {
  const model::Change& change = entry.change;
  boost::json::object shown{{"number", entry.sequence},
                            {"id", change.id.value},
                            {"at", change.at},
                            {"by", change.by},
                            {"action", name_of(change.action)},
                            {"record", change.record.value},
                            {"record_kind", name_of(change.record_kind)},
                            {"hash", entry.hash}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) shown[name] = value;
  };
  add("account", change.account.value);
  add("session", change.session);
  add("address", change.address);
  add("side", change.side);
  const bool tells_more = change.action == model::Action::erase || change.action == model::Action::read;
  if (!tells_more || change.after.empty()) return shown;
  const auto after = boost::json::parse(change.after);
  for (const char* name : {"reason", "records"})
    if (const auto* value = after.as_object().if_contains(name)) shown[name] = *value;
  return shown;
}

}  // namespace kevai::http
