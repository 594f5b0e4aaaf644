#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/operation.hpp"
#include "http/service.hpp"
#include "model/record.hpp"

namespace kevai::http {

struct Route;

/// A request on its way to its handler. `id` is what stands for `{id}` in the path.
struct Call {
  const Context& context;
  const Request& request;
  const Target& target;
  text::Language language;
  std::string id{};
  const Route* route = nullptr;

  /// Of a route that is the same for all kinds of records.
  model::RecordKind kind() const;
};

using Handler = Result<Response> (*)(const Call&);

struct Route {
  std::string verb;
  std::string path;  ///< segments; `{id}` takes any one
  Handler handler;
  Operation operation;
  std::optional<model::RecordKind> kind{};
  bool open = false;       ///< answers whoever asks; every other route wants a caller
  bool in_person = false;  ///< answers somebody who signed in, never a token
  bool hashes = false;     ///< a password: answered in a lane of its own (server.hpp)
  bool goes_out = false;   ///< asks the provider of OpenID Connect: likewise
};

using Routes = std::vector<Route>;

/// Every route of the API, each with what its description says (openapi.hpp). The files in routes/ list them.
const Routes& routes();

/// The route that this request names; null where there is none.
const Route* find_route(std::string_view verb, const Target& target);

/// Calls the handler the path names. Failures: `path_unknown`, `sign_in_needed`, `session_needed`, `token_reads_only`,
/// `parameter_unknown`, `parameter_twice`; a verb the path does not take is answered 405.
Result<Response> route(Call call);

// One a file of routes/.
Routes overview_routes();
Routes document_routes();
Routes review_routes();
Routes report_routes();
Routes record_routes();
Routes confirming_routes();
Routes work_routes();
Routes search_routes();
Routes tree_routes();
Routes table_routes();
Routes description_routes();
Routes session_routes();
Routes account_routes();
Routes privacy_routes();
Routes provider_routes();

Result<Response> get_overview(const Call& call);
Result<Response> list_documents(const Call& call);
Result<Response> get_document(const Call& call);
Result<Response> add_document(const Call& call);
Result<Response> release_document(const Call& call);
Result<Response> withdraw_document(const Call& call);
Result<Response> remove_document(const Call& call);
Result<Response> get_any_record(const Call& call);
Result<Response> get_report(const Call& call);
Result<Response> get_explanation(const Call& call);
Result<Response> decide_findings(const Call& call);
Result<Response> choose_statement(const Call& call);
Result<Response> list_disagreements(const Call& call);
Result<Response> list_candidates(const Call& call);
Result<Response> decide_candidates(const Call& call);
Result<Response> search_register(const Call& call);
Result<Response> add_attachment(const Call& call);
Result<Response> get_attachment_content(const Call& call);
Result<Response> get_tree(const Call& call);
Result<Response> get_totals(const Call& call);
Result<Response> get_measures(const Call& call);
Result<Response> merge_organisation(const Call& call);
Result<Response> split_organisation(const Call& call);
Result<Response> rename_organisation(const Call& call);
Result<Response> undo_restructuring(const Call& call);
Result<Response> get_description(const Call& call);
Result<Response> list_due(const Call& call);
Result<Response> get_cascade(const Call& call);
Result<Response> carry_over(const Call& call);
Result<Response> route_proposal(const Call& call);
Result<Response> list_proposal_steps(const Call& call);
Result<Response> list_desk(const Call& call);
Result<Response> get_inbox(const Call& call);
Result<Response> confirm_many(const Call& call);
Result<Response> release_many(const Call& call);
Result<Response> list_public_records(const Call& call);
Result<Response> get_public_page(const Call& call);
Result<Response> get_certificate(const Call& call);
Result<Response> get_certificate_page(const Call& call);
Result<Response> list_calendars(const Call& call);
Result<Response> make_calendar(const Call& call);
Result<Response> revoke_calendar(const Call& call);
Result<Response> get_calendar(const Call& call);

Result<Response> sign_in(const Call& call);
Result<Response> get_session(const Call& call);
Result<Response> change_session(const Call& call);
Result<Response> sign_out(const Call& call);
Result<Response> list_sessions(const Call& call);
Result<Response> revoke_session(const Call& call);
Result<Response> change_password(const Call& call);
Result<Response> begin_second_factor(const Call& call);
Result<Response> confirm_second_factor(const Call& call);
Result<Response> drop_second_factor(const Call& call);
Result<Response> renew_recovery_codes(const Call& call);
Result<Response> get_provider(const Call& call);
Result<Response> leave_for_provider(const Call& call);
Result<Response> return_from_provider(const Call& call);
Result<Response> list_identities(const Call& call);
Result<Response> link_identity(const Call& call);
Result<Response> unlink_identity(const Call& call);
Result<Response> list_tokens(const Call& call);
Result<Response> make_token(const Call& call);
Result<Response> revoke_token(const Call& call);
Result<Response> open_invitation(const Call& call);
Result<Response> take_invitation(const Call& call);
Result<Response> list_accounts(const Call& call);
Result<Response> invite_account(const Call& call);
Result<Response> get_account(const Call& call);
Result<Response> set_grants(const Call& call);
Result<Response> disable_account(const Call& call);
Result<Response> enable_account(const Call& call);
Result<Response> reset_account(const Call& call);
Result<Response> unlink_account(const Call& call);
Result<Response> get_personal_data(const Call& call);
Result<Response> erase_personal_data(const Call& call);
Result<Response> list_journal(const Call& call);

// The same for every kind of record.
Result<Response> list_records(const Call& call);
Result<Response> create_record(const Call& call);
Result<Response> get_record(const Call& call);
Result<Response> change_record(const Call& call);
Result<Response> remove_record(const Call& call);
Result<Response> list_changes(const Call& call);
Result<Response> revert_record(const Call& call);
Result<Response> restore_record(const Call& call);
Result<Response> release_record(const Call& call);
Result<Response> withdraw_record(const Call& call);
Result<Response> confirm_record(const Call& call);
Result<Response> dispute_record(const Call& call);
Result<Response> settle_record(const Call& call);
Result<Response> publish_record(const Call& call);
Result<Response> import_records(const Call& call);
Result<Response> export_records(const Call& call);

}  // namespace kevai::http
