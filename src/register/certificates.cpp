#include "register/certificates.hpp"

#include "model/personal.hpp"
#include "model/sharing.hpp"
#include "register/all_of.hpp"

namespace kevai::reg {
namespace {

bool is_draft(store::Reader& reader, const Id& record) {
  const auto sharing = reader.sharing(record);
  return sharing && sharing->state == model::SharingState::draft;
}

std::optional<model::Trainee> holder(store::Reader& reader, const std::string& number) {
  for (auto& trainee : all_of<model::Trainee>(reader, {.where = {{{"certificate"}, store::Comparison::is, number}}}))
    if (!is_draft(reader, trainee.id) && !is_draft(reader, trainee.course)) return std::move(trainee);
  return std::nullopt;
}

/// As printed, in capitals and without spaces around it.
std::string usual_form(const std::string& number) {
  std::string form;
  for (const char c : number)
    if (c != ' ') form += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return form;
}

}  // namespace

std::optional<Certificate> certificate(store::Reader& reader, const std::string& number) {
  if (number.empty()) return std::nullopt;
  auto trainee = holder(reader, number);
  if (!trainee) trainee = holder(reader, usual_form(number));
  if (!trainee) return std::nullopt;
  const auto course = reader.record(trainee->course);
  if (!course) return std::nullopt;
  const std::string name = trainee->name == model::erased_value ? std::string() : trainee->name;
  return Certificate{trainee->certificate, name, trainee->certified_on, std::get<model::Course>(*course)};
}

}  // namespace kevai::reg
