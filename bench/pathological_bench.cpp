// How the cost grows with inputs made to be costly: time a byte should be the same at each length.
#include <benchmark/benchmark.h>

#include <string>

#include "extract/extract.hpp"
#include "text/decode.hpp"

namespace kevai {
namespace {

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

std::string deep_html(std::size_t size) {
  return "<html><body>" + repeated("<div>Ba tỉnh<p>", size) + "</body></html>";
}

std::string linked_html(std::size_t size) {
  return "<html><body>" + repeated("<div><h3><a href=#>Tỉnh Gia Lai hỗ trợ 2 tỷ đồng</a></h3><p>Tin.</p></div>", size);
}

struct Input {
  const char* name;
  std::string (*make)(std::size_t size);
};

const Input inputs[] = {
    {"OneLine", [](std::size_t n) { return repeated("Hai bên đã trao đổi 12 đoàn và ký biên bản, ", n); }},
    {"OnlyNumbers", [](std::size_t n) { return repeated("36.699 ", n); }},
    {"OnlyDates", [](std::size_t n) { return repeated("ngày 18/7/1977 - 18/7/2022, ", n); }},
    {"OnlyNames", [](std::size_t n) { return repeated("Nguyễn Đình Khang, Chủ tịch Tổng LĐLĐ Việt Nam; ", n); }},
    {"OnlyBodies", [](std::size_t n) { return repeated("Liên hiệp Công đoàn tỉnh Xiêng Khoảng và ", n); }},
    {"OnlyCapitals", [](std::size_t n) { return repeated("An ", n); }},
    {"OnlyBrackets", [](std::size_t n) { return repeated("(", n); }},
    {"OnlyMarks", [](std::size_t n) { return repeated("|", n); }},
    {"OnlyStops", [](std::size_t n) { return repeated("A. ", n); }},
    {"OneWord", [](std::size_t n) { return repeated("a", n); }},
    {"ShortLines", [](std::size_t n) { return repeated("Hai bên.\n", n); }},
    {"Headings", [](std::size_t n) { return repeated("Tin liên quan\nHội đàm giữa hai tỉnh (12/6/2024)\n", n); }},
    {"Bullets", [](std::size_t n) { return repeated("- trao đổi đoàn cán bộ công đoàn hai tỉnh;\n", n); }},
    {"OneSentence", [](std::size_t n) { return repeated("Hai bên thống nhất mỗi năm trao đổi một đoàn cán bộ công đoàn.\n", n); }},
    {"LaoLetters", [](std::size_t n) { return repeated("ກຳມະບານລາວ", n); }},
    {"LaoParagraphs", [](std::size_t n) { return repeated("ສອງຝ່າຍ ໄດ້ແລກປ່ຽນບົດຮຽນ 12 ຄັ້ງ ໃນປີ 2022 ແລະ ", n); }},
    {"EnglishParagraphs", [](std::size_t n) { return repeated("The two sides exchanged 12 delegations with 96 members in 2022. ", n); }},
    {"DeepHtml", deep_html},
    {"LinkedHtml", linked_html},
};

void read(benchmark::State& state, const Input& input) {
  const std::string bytes = input.make(static_cast<std::size_t>(state.range(0)) * 1024);
  for (auto _ : state) {
    const auto decoded = text::decode(bytes);
    if (decoded) benchmark::DoNotOptimize(extract::read(decoded->text));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(static_cast<std::size_t>(state.iterations()) * bytes.size()));
}

const bool registered = [] {
  for (const Input& input : inputs) {
    benchmark::RegisterBenchmark((std::string("ReadPathological/") + input.name).c_str(),
                                 [&input](benchmark::State& state) { read(state, input); })
        ->Arg(64)
        ->Arg(512)
        ->Unit(benchmark::kMillisecond)
        ->MinTime(0.05);
  }
  return true;
}();

}  // namespace
}  // namespace kevai
