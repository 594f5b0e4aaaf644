#include "model/rules.hpp"

namespace kevai::model {

std::vector<Error> breaches(const Record&, const Lookup&) {
  return {};
}

}  // namespace kevai::model
