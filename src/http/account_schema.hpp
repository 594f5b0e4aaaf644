#pragma once

#include "http/record_schema.hpp"

/// Accounts and sessions as the API tells of them.
namespace kevai::http {

schema::Schema grant_schema();
schema::Schema account_schema();
schema::Schema token_schema();

namespace schema {

/// Me, Account, AccountDeed, Identity, Session, Token.
Components account_components();

}  // namespace schema
}  // namespace kevai::http
