#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace kevai::text {

/// A group of cues by its name: `measure` holds `measure.trainees`; `measure.` and `measure.delegations_` any
/// that go on so. Rules ask for groups of nearly every token, nearly always in vain: the compiler hashes the
/// names they ask for, so that the answer is mostly one bit.
class Group {
 public:
  template <std::size_t N>
  consteval Group(const char (&name)[N]) : Group(std::string_view(name, N - 1)) {}  // NOLINT: names are groups
  template <class Name>
    requires(std::convertible_to<const Name&, std::string_view> && !std::is_array_v<Name>)
  constexpr Group(const Name& name) : name_(name), hash_(start) {  // NOLINT
    for (const char c : name_) hash_ = more(hash_, c);
  }

  constexpr std::string_view name() const { return name_; }
  /// Is a cue of that tag in the group?
  constexpr bool holds(std::string_view tag) const {
    return tag.starts_with(name_) &&
           (tag.size() == name_.size() || name_.ends_with('.') || name_.ends_with('_') || tag[name_.size()] == '.');
  }

 private:
  friend class GroupSet;
  static constexpr std::uint32_t start = 2166136261;
  static constexpr std::uint32_t more(std::uint32_t hash, char c) {  // FNV-1a
    return (hash ^ static_cast<unsigned char>(c)) * 16777619;
  }

  std::string_view name_;
  std::uint32_t hash_;
};

/// Groups by a bit of their hash: one that is in the set is told to be, one that is not seldom.
class GroupSet {
 public:
  GroupSet() = default;
  /// All groups a tag is in.
  explicit GroupSet(std::string_view tag) {
    std::uint32_t hash = Group::start;
    for (std::size_t i = 0; i < tag.size(); ++i) {
      if (tag[i] == '.') add(hash);
      hash = Group::more(hash, tag[i]);
      if (tag[i] == '.' || tag[i] == '_' || i + 1 == tag.size()) add(hash);
    }
  }

  GroupSet& operator|=(const GroupSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  bool may_hold(Group group) const { return (words_[word(group.hash_)] & bit(group.hash_)) != 0; }

  /// The same in one word, for sets of few groups.
  std::uint64_t brief() const {
    std::uint64_t all = 0;
    for (const auto word : words_) all |= word;
    return all;
  }
  static bool may_hold(std::uint64_t brief, Group group) { return (brief & bit(group.hash_)) != 0; }

 private:
  static constexpr std::uint64_t bit(std::uint32_t hash) { return std::uint64_t{1} << (hash >> 26); }
  static constexpr std::size_t word(std::uint32_t hash) { return (hash >> 20) % 8; }
  void add(std::uint32_t hash) { words_[word(hash)] |= bit(hash); }

  std::array<std::uint64_t, 8> words_{};
};

}  // namespace kevai::text
