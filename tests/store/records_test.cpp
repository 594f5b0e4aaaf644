#include <algorithm>
#include <boost/json/serialize.hpp>

#include "filled.hpp"
#include "model/record_json.hpp"
#include "store_case.hpp"

namespace kevai::store {
namespace {

using model::Record;
using model::RecordKind;

std::string written(const Record& record) {
  return boost::json::serialize(model::to_json(record));
}

class Records : public Contract {
 protected:
  void SetUp() override {
    Contract::SetUp();
    store = opened();
    write(*store, [](Writer& writer) {
      writer.put(organisation("vn.nghe-an"));
      writer.put(organisation("la.xiangkhouang", "LA"));
    });
  }

  void put(const Record& record) {
    write(*store, [&](Writer& writer) { writer.put(record); });
  }
  std::optional<Record> found(const Id& id) {
    std::optional<Record> record;
    store->read([&](Reader& reader) { record = reader.record(id); });
    return record;
  }
  std::vector<std::string> ids(RecordKind kind, const Id& partnership = {}) {
    std::vector<std::string> ids;
    store->read([&](Reader& reader) {
      for (const Record& record : reader.records(kind, {.partnership = partnership})) {
        ids.push_back(model::id_of(record).value);
      }
    });
    return ids;
  }

  std::unique_ptr<Store> store;
};
KEVAI_ON_BOTH_DATABASES(Records);

TEST_P(Records, OfEveryKindComeBackWithEveryField) {
  const std::vector<Record> records = one_of_every_kind();
  ASSERT_EQ(records.size(), std::variant_size_v<Record>);
  write(*store, [&](Writer& writer) {
    for (const Record& record : records) writer.put(record);
  });
  const auto again = opened();
  again->read([&](Reader& reader) {
    for (const Record& record : records) {
      const std::optional<Record> one = reader.record(model::id_of(record));
      ASSERT_TRUE(one);
      EXPECT_EQ(written(*one), written(record));
      const std::vector<Record> all = reader.records(model::kind_of(record));
      const auto listed = std::ranges::find(all, model::id_of(record), [](const Record& one) { return model::id_of(one); });
      ASSERT_NE(listed, all.end()) << name_of(model::kind_of(record));
      EXPECT_EQ(written(*listed), written(record));
    }
  });
}

TEST_P(Records, OfEveryKindComeBackEmptyWhereNothingIsStated) {
  for (const RecordKind kind : every_kind()) {
    const Record record = nothing_stated(kind);
    put(record);
    const std::optional<Record> one = found(model::id_of(record));
    ASSERT_TRUE(one);
    EXPECT_EQ(written(*one), written(record));
  }
}

TEST_P(Records, KeepEveryQualifierAndItsOpenBounds) {
  for (std::size_t i = 0; i < enum_names<Qualifier>.size(); ++i) {
    model::Support support;
    support.id = new_id();
    support.value = Quantity::of(44'000'000, static_cast<Qualifier>(i), "44 triệu đồng");
    put(support);
    EXPECT_EQ(std::get<model::Support>(*found(support.id)).value, support.value);
  }
}

TEST_P(Records, PutAgainAreReplacedWithTheirParties) {
  model::Activity visit;
  visit.id = new_id();
  visit.parties = {{{"vn.nghe-an"}, "Nghệ An"}, {{"la.xiangkhouang"}, "Xiêng Khoảng"}};
  put(visit);
  visit.place = "Vinh";
  visit.parties = {{{"la.xiangkhouang"}, ""}};
  put(visit);
  EXPECT_EQ(written(*found(visit.id)), written(visit));
  EXPECT_EQ(ids(RecordKind::activity).size(), 1u);
}

TEST_P(Records, AreListedInTheOrderOfTheirIds) {
  std::vector<std::string> made;
  for (int i = 0; i < 20; ++i) made.push_back(new_id().value);
  for (auto id = made.rbegin(); id != made.rend(); ++id) {
    model::Person someone = person("Nguyễn Văn A");
    someone.id.value = *id;
    put(someone);
  }
  EXPECT_EQ(ids(RecordKind::person), made);
}

TEST_P(Records, AreNarrowedToAPartnership) {
  const std::vector<Record> here = one_of_every_kind();
  const std::vector<Record> elsewhere = one_of_every_kind();
  write(*store, [&](Writer& writer) {
    for (const Record& record : here) writer.put(record);
    for (const Record& record : elsewhere) writer.put(record);
  });
  const Id partnership = model::id_of(here.front());
  for (const Record& record : here) {
    const RecordKind kind = model::kind_of(record);
    const bool belongs = kind == RecordKind::partnership || model::field_of(kind, "partnership");
    const std::vector<std::string> expected = belongs ? std::vector{model::id_of(record).value} : std::vector<std::string>{};
    EXPECT_EQ(ids(kind, partnership), expected) << name_of(kind);
    const std::size_t beside = kind == RecordKind::organisation ? 2 : 0;
    EXPECT_EQ(ids(kind).size(), 2 + beside) << name_of(kind);
  }
}

TEST_P(Records, KeepTheirPartiesWhenNarrowedToAPartnership) {
  const std::vector<Record> records = one_of_every_kind();
  write(*store, [&](Writer& writer) {
    for (const Record& record : records) writer.put(record);
  });
  store->read([&](Reader& reader) {
    for (const Record& record : records) {
      for (const Record& one : reader.records(model::kind_of(record), {.partnership = model::id_of(records.front())})) {
        EXPECT_EQ(written(one), written(record));
      }
    }
  });
}

TEST_P(Records, ThatAreNotThereAreNothing) {
  EXPECT_FALSE(found(new_id()));
  EXPECT_TRUE(ids(RecordKind::award).empty());
}

TEST_P(Records, OfAnUnknownOrganisationAreRefused) {
  model::Activity visit;
  visit.id = new_id();
  visit.parties = {{{"vn.nowhere"}, "Nơi nào đó"}};
  EXPECT_EQ(broken_code([&] { put(visit); }), "database_refused");
  model::Post post;
  post.id = new_id();
  post.organisation.id.value = "vn.nowhere";
  EXPECT_EQ(broken_code([&] { put(post); }), "database_refused");
  EXPECT_FALSE(found(visit.id));
  EXPECT_FALSE(found(post.id));
}

TEST_P(Records, OfAnUnknownPartnershipAreRefused) {
  model::Agreement agreement;
  agreement.id = new_id();
  agreement.partnership = new_id();
  EXPECT_EQ(broken_code([&] { put(agreement); }), "database_refused");
}

TEST_P(Records, WithoutAnIdAreRefused) {
  model::Agreement agreement;
  EXPECT_EQ(broken_code([&] { put(agreement); }), "database_refused");
}

TEST_P(Records, NeverChangeTheirKind) {
  const model::Person someone = person("Nguyễn Văn A");
  put(someone);
  model::Award award;
  award.id = someone.id;
  EXPECT_EQ(broken_code([&] { put(award); }), "database_refused");
  EXPECT_EQ(model::kind_of(*found(someone.id)), RecordKind::person);
}

TEST_P(Records, WithTextThatPostgresCannotHoldAreRefusedOnEither) {
  for (const std::string& text : {std::string("a\0b", 3), std::string("na\xC3\x28"), std::string("cut \xE1\xBB")}) {
    EXPECT_EQ(broken_code([&] { put(person(text)); }), "database_refused");
  }
  EXPECT_TRUE(ids(RecordKind::person).empty());
}

TEST_P(Records, KeepTextInAnyScript) {
  const std::string text = "Đặng Thị Ngọc Ánh 'x'; -- \"$1\" ສະຫະພັນກຳມະບານລາວ 𝄞\n\t";
  const model::Person someone = person(text);
  put(someone);
  EXPECT_EQ(std::get<model::Person>(*found(someone.id)).name, text);
}

class Organisations : public Contract {};
KEVAI_ON_BOTH_DATABASES(Organisations);

TEST_P(Organisations, ComeBackWithEveryFieldAndAreReplacedWhenPutAgain) {
  const auto store = opened();
  int count = 0;
  FilledIds ids;
  model::Organisation full = organisation("vn.nghe-an");
  describe(full, Fill{RecordKind::organisation, ids, count});
  write(*store, [&](Writer& writer) { writer.put(organisation("vn.nghe-an")); });
  write(*store, [&](Writer& writer) { writer.put(full); });
  store->read([&](Reader& reader) {
    const std::vector<model::Organisation> all = reader.organisations();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(boost::json::serialize(model::to_json(all.front())), boost::json::serialize(model::to_json(full)));
  });
}

TEST_P(Organisations, MayNameOnesThatFollowInTheSameTransaction) {
  const auto store = opened();
  write(*store, [](Writer& writer) {
    model::Organisation province = organisation("vn.nghe-an");
    province.parent.value = "vn.vgcl";
    province.successor.value = "vn.z";
    writer.put(province);
    writer.put(organisation("vn.vgcl"));
    writer.put(organisation("vn.z"));
  });
  EXPECT_EQ(number("select count(*) from organisation"), 3);
}

TEST_P(Organisations, UnderAParentThatNeverComesAreRefused) {
  const auto store = opened();
  model::Organisation province = organisation("vn.nghe-an");
  province.parent.value = "vn.vgcl";
  EXPECT_EQ(broken_code([&] { write(*store, [&](Writer& writer) { writer.put(province); }); }), "database_refused");
  EXPECT_EQ(number("select count(*) from organisation"), 0);
}

TEST_P(Organisations, AreListedAlongTheBorderAndThenByTheBytesOfTheirIds) {
  const auto store = opened();
  const std::vector<std::pair<std::string, int>> expected = {{"vn.a-b", 0},       {"vn.aa", 0},      {"vn.b", 0},
                                                             {"vn.dien-bien", 1}, {"vn.nghe-an", 4}, {"vn.an-giang", 10}};
  write(*store, [&](Writer& writer) {
    for (auto one = expected.rbegin(); one != expected.rend(); ++one) {
      model::Organisation added = organisation(one->first);
      added.border_order = one->second;
      writer.put(added);
    }
  });
  std::vector<std::pair<std::string, int>> listed;
  store->read([&](Reader& reader) {
    for (const model::Organisation& one : reader.organisations()) listed.emplace_back(one.id.value, one.border_order);
  });
  EXPECT_EQ(listed, expected);
}

}  // namespace
}  // namespace kevai::store
