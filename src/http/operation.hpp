#pragma once

#include <string>
#include <vector>

#include "http/schema.hpp"

/// What the description of the API says of one route, beside its path and verb.
namespace kevai::http {

struct Parameter {
  enum class In { query, header };
  std::string name;
  std::string what;
  schema::Schema schema = schema::text();
  bool required = false;
  In in = In::query;
  /// Stands for any number of parameters, which the properties of its schema name.
  bool many = false;
};

struct AnswerForm {
  int status = 200;
  std::string what;
  schema::Schema schema{};  ///< empty: no body
  std::vector<std::string> types{"application/json"};
  std::vector<std::string> headers{};  ///< of those in description.cpp: ETag, Location, Link
};

struct Operation {
  std::string id;  ///< `listPersons`
  std::string tag;
  std::string summary;
  std::string details{};
  std::vector<Parameter> parameters{};
  schema::Schema body{};  ///< of the request; empty: none
  bool body_required = true;
  std::vector<std::string> body_types{"application/json"};
  std::vector<AnswerForm> answers{};
  std::vector<int> problems{};  ///< statuses of problem details that are its own; what any request may meet is said once
};

}  // namespace kevai::http
