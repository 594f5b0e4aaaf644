#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "http/caller.hpp"
#include "model/account.hpp"
#include "store/store.hpp"
#include "text/words.hpp"

/// Accounts and sessions as the API tells of them (account_schema.hpp).
namespace kevai::http {

boost::json::object to_json(const model::Account& account, const std::vector<model::Grant>& grants);
boost::json::object to_json(const model::Session& session, const std::string& current);
boost::json::object to_json(const model::Token& token);
boost::json::object to_json(const model::Identity& identity);
boost::json::object to_json(const model::AccountDeed& deed);

/// Who asks, as the database has them now.
boost::json::object me_json(store::Reader& reader, const Caller& caller, text::Language language);

}  // namespace kevai::http
