#pragma once

#include <boost/json/object.hpp>

#include "http/names.hpp"
#include "register/names.hpp"

namespace kevai::http {

/// A reason as its reader understands it: "Both hold a post at Nghệ An".
std::string reason_text(const text::NameReason& reason, const Organisations& organisations,
                        text::Language language);

/// {"one": P, "other": P, "score", "reasons": [{"code", "text"}]} with P = {"id", "names", "posts": [{"role",
/// "organisation"}]}
boost::json::object to_json(const reg::NameCandidate& candidate, const Organisations& organisations,
                            text::Language language);

}  // namespace kevai::http
