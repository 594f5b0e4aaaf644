#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// JSON Schemas (2020-12), as the description of the API is made of.
namespace kevai::http::schema {

using Schema = boost::json::object;

Schema text(std::string_view what = {});
Schema integer(std::string_view what = {});
Schema number(std::string_view what = {});
Schema boolean(std::string_view what = {});
Schema one_of(std::span<const std::string_view> names);
Schema one_of(std::initializer_list<std::string_view> names);
Schema list_of(Schema items);
/// A schema of the description's own: `schema::ref("Party")`.
Schema ref(std::string_view name);
/// Any of these fits.
Schema any_of(std::initializer_list<Schema> schemas);
/// That, or null.
Schema or_null(Schema schema);
/// Every value of the object, whatever its name.
Schema map_of(Schema values);

/// An object of these properties and no other; those whose name ends with `?` may be left out.
Schema object(std::initializer_list<std::pair<std::string_view, Schema>> properties);
/// The properties of the first and those of the second, and no other.
Schema both(Schema one, Schema other);

/// The same with a description.
Schema described(Schema schema, std::string_view what);

}  // namespace kevai::http::schema
