#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::optional<model::Document> document(sql::Connection& connection, const Id& id);
std::optional<model::Document> document_by_sha256(sql::Connection& connection, const std::string& sha256);
std::vector<model::Document> documents(sql::Connection& connection);
void add(sql::Connection& connection, const model::Document& document);

/// With its findings.
void remove_document(sql::Connection& connection, const Id& id);

void set_sharing(sql::Connection& connection, const Id& document, model::SharingState state);

}  // namespace kevai::store
