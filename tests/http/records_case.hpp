#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <map>
#include <set>
#include <optional>
#include <sstream>

#include "http/plural.hpp"
#include "http/running_server.hpp"
#include "register/ingest.hpp"
#include "store/store_case.hpp"

namespace kevai::http {

namespace json = boost::json;

inline std::string text(const json::value& value) {
  return std::string(value.as_string());
}

/// A register with the reference organisations, of either database, behind a running server.
class RecordsApi : public store::Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store_ = opened();
    ASSERT_TRUE(reg::load_reference(*store_));
    service_.emplace(*store_);
  }

  store::Store& store() { return *store_; }
  const RunningService& service() const { return *service_; }

  Reply get(const std::string& path, const std::string& headers = {}) const { return service_->get("/api/v1/" + path, headers); }
  Reply send(const std::string& verb, const std::string& path, const json::value& body, const std::string& headers = {}) const {
    return service_->ask(verb, "/api/v1/" + path, "Content-Type: application/json\r\n" + headers, json::serialize(body));
  }
  Reply post(const std::string& path, const json::value& body, const std::string& headers = {}) const {
    return send("POST", path, body, headers);
  }
  static std::string if_match(const std::string& etag) { return "If-Match: " + etag + "\r\n"; }
  std::string etag_of(const std::string& path) const { return get(path).headers.at("etag"); }

  /// Makes a person of that name; its path.
  std::string person(const std::string& name) const {
    const auto made = post("persons", {{"name", name}});
    EXPECT_EQ(made.status, 201) << made.body;
    return "persons/" + text(made.json().at("id"));
  }

  /// A record of each kind that a request can make, with a change to make of it; `$agreement` stands for the id of the one made.
  static json::array one_of_each() {
    std::ifstream file(KEVAI_SOURCE_DIR "/tests/http/one_of_each.json");
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return boost::json::parse(bytes.str()).as_array();
  }

 private:
  std::unique_ptr<store::Store> store_;
  std::optional<RunningService> service_;
};

/// Puts the ids that are known in the place of `$agreement`.
inline void fill_in(json::value& value, const std::map<std::string, std::string>& ids) {
  if (auto* object = value.if_object())
    for (auto& [name, part] : *object) fill_in(part, ids);
  else if (auto* array = value.if_array())
    for (auto& part : *array) fill_in(part, ids);
  else if (const auto* string = value.if_string(); string && string->starts_with('$'))
    value = json::string(ids.at(std::string(*string).substr(1)));
}

}  // namespace kevai::http
