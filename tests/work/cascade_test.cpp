#include "register/cascade.hpp"

#include "work_case.hpp"

namespace kevai::reg {
namespace {

class CascadeOfCourses : public Work {
 protected:
  Id course(int cohort, std::optional<double> trainees = {}, const Id& onward_from = {}, std::vector<Id> instructors = {}) {
    model::Course course{.programme = "Giảng viên kiêm chức", .cohort = cohort, .date = day("2019-05"), .onward_from = onward_from};
    if (trainees) course.trainees = Quantity::of(*trainees);
    course.instructors = std::move(instructors);
    return enter(course);
  }
  Id trainee(const Id& course, const char* name, model::Sex sex, const char* certificate = "", const Id& person = {}) {
    return enter(model::Trainee{.course = course, .person = person, .name = name, .sex = sex, .certificate = certificate});
  }
  Cascade read(const Id& course) {
    std::optional<Cascade> found;
    store_->read([&](store::Reader& reader) { found = cascade(reader, course); });
    return found.value();
  }
};
KEVAI_ON_BOTH_DATABASES(CascadeOfCourses);

TEST_P(CascadeOfCourses, CountsTraineesEnteredByNameWithWomenAndCertificates) {
  const Id first = course(1);
  trainee(first, "Khamla", model::Sex::female, "KV-1");
  trainee(first, "Bounmy", model::Sex::male, "KV-2");
  trainee(first, "Somphone", model::Sex::female);
  const Cascade found = read(first);
  EXPECT_EQ(found.trained.trainees.figure(), 3);
  EXPECT_EQ(found.trained.women.figure(), 2);
  EXPECT_EQ(found.trained.certificates.figure(), 2);
  EXPECT_EQ(found.distinct_persons, 3);
}

TEST_P(CascadeOfCourses, GoesOnToClassesOfAnyDepth) {
  const Id first = course(1, 30);
  const Id second = course(0, 100, first);
  course(0, 400, second);
  course(0, 50, second);
  const Cascade found = read(first);
  ASSERT_EQ(found.generations.size(), 3u);
  EXPECT_EQ(found.generations[1].trained.trainees.figure(), 100);
  EXPECT_EQ(found.generations[2].trained.trainees.figure(), 450);
  EXPECT_EQ(found.trained.trainees.figure(), 580);
}

TEST_P(CascadeOfCourses, CountsAClassOnceHoweverItIsReached) {
  const Id first = course(1);
  const Id khamla = trainee(first, "Khamla", model::Sex::female, "KV-1");
  const Id bounmy = trainee(first, "Bounmy", model::Sex::male, "KV-2");
  const Id second = course(0, 40, first, {khamla, bounmy});
  const Cascade found = read(first);
  ASSERT_EQ(found.generations.size(), 2u);
  EXPECT_EQ(found.generations[1].courses, std::vector{second});
  EXPECT_EQ(found.generations[1].trained.trainees.figure(), 40);
}

TEST_P(CascadeOfCourses, CountsAPersonOnceThoughTrainedTwice) {
  const Id khamla = enter(model::Person{.name = "Khamla Sengsouvanh"});
  const Id first = course(1);
  trainee(first, "Khamla Sengsouvanh", model::Sex::female, "", khamla);
  const Id advanced = course(2, {}, first);
  trainee(advanced, "Khăm La Xẻng Xụ Văn", model::Sex::female, "", khamla);
  const Cascade found = read(first);
  EXPECT_EQ(found.trained.trainees.figure(), 2);
  EXPECT_EQ(found.distinct_persons, 1);
}

TEST_P(CascadeOfCourses, KeepsTheStatedNumberWhileItsListIsIncomplete) {
  const Id first = course(1, 25);
  trainee(first, "Khamla", model::Sex::female);
  const Cascade found = read(first);
  EXPECT_EQ(found.trained.trainees.figure(), 25);
  EXPECT_TRUE(found.trained.list_incomplete);
}

}  // namespace
}  // namespace kevai::reg
