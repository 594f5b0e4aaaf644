#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/document.hpp"

/// Bodies no id fits: the unions of districts, companies and Lao sectors. While an article is read such a
/// body goes by its country and its name ("la.=Công đoàn Giáo dục Lào"), so that the rules can tell whose
/// side it is on; facts hold the name alone.
namespace kevai::extract {

/// What a body of a country ('V', 'L', 0: not known) goes by.
std::string written_id(char country, std::string_view name);
/// What a fact holds: the name alone, or the id where there is one.
std::string_view name_or_id(std::string_view id);

/// "Công đoàn Ngân hàng Nhà nước Lào", "CĐ ngành Y tế Việt Nam" beginning at a token: a branch with its
/// country. One of Viet Nam's with an id gets it.
std::optional<OrgMention> sector_body(const Document& doc, std::size_t i);

/// English: "Trade Union of Samtay district", "Que Phong district's Labour Federation", "Lao Health Trade Union",
/// "Trade Union of the Ministry of Public Works and Transport of Laos" beginning at a token.
std::optional<OrgMention> english_body(const Document& doc, std::size_t i);

/// Gives all mentions of one such body one name and its country. Wants doc.orgs.
void settle_written(Document& doc);

}  // namespace kevai::extract
