#pragma once

#include "http/record_schema.hpp"
#include "model/document.hpp"

namespace kevai::http::schema {

/// What several answers are made of: Passage, Disagreement, Candidate, Change, OrganisationNames, Fact, Problem.
Components shared_components();

/// Problem details (RFC 9457), for those that say more than others.
Schema problem();

}  // namespace kevai::http::schema
