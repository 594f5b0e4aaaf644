#pragma once

#include <functional>
#include <optional>

#include "extract/document.hpp"

/// Bodies that are no unions: women's and youth unions, fronts, friendship associations, authorities,
/// committees of a party, ministries, schools. Each is a body of its own kind, known as written, and never
/// the union federation of the province it is of.
namespace kevai::extract {

/// The place that begins at a token, with the id of its province's federation.
using PlaceAt = std::function<std::optional<PlaceMention>(std::size_t)>;

/// "Hội Liên hiệp Phụ nữ tỉnh Nghệ An", "Houaphanh Women's Union", "ສະຫະພັນແມ່ຍິງແຂວງຫົວພັນ" beginning at a
/// token: one that says of which place it is. Wants doc.cues.
std::optional<OrgMention> other_body(const Document& doc, std::size_t i, const PlaceAt& place);

/// One past a Lao name without capitals that begins at a token: `known` tokens where it is known, else up to
/// the next space or word of the trade; the token itself where no name stands there.
std::size_t lao_name_end(const Document& doc, std::size_t i, std::size_t known);

/// Makes them parties where the article is theirs: in Lao, and where it names no union. Wants doc.orgs.
void settle_others(Document& doc);

}  // namespace kevai::extract
