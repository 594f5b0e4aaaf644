#include "report/html/style.hpp"

namespace kevai::report::html {

std::string_view style() {
  return R"css(
:root { color-scheme: light; --ink: #1c1a17; --faint: #5d574e; --line: #cfc8bb; --link: #8a1c1c; --lit: #fff3c9; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 17px/1.5 Tinos, "Times New Roman", "Noto Serif Lao", "Phetsarath OT", serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
header { text-align: center; margin-bottom: 2rem; }
h1 { font-size: 1.55rem; line-height: 1.3; margin: 0 0 .4rem; text-wrap: balance; }
.period { font-size: 1.15rem; font-weight: bold; margin: 0; }
.note { color: var(--faint); font-size: .92rem; font-style: italic; }
:lang(lo) .note { font-style: normal; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.1rem 0 .3rem; }
ul, ol { margin: .3rem 0; padding-left: 1.4rem; }
li { margin: .25rem 0; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.ref { font-size: .8em; white-space: nowrap; }
.mark { font-size: .78em; color: var(--faint); border: 1px solid var(--line); border-radius: .6em; padding: 0 .45em; white-space: nowrap; }
.mark.doubt { white-space: normal; color: #7a4b00; border-color: #d9a441; background: #fff8e6; }
.unconfirmed { color: #7a4b00; }
small.doubt, p.doubt { color: #7a4b00; }
p.doubt { margin: .3rem 0; }
.nothing { color: var(--faint); }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { font-weight: bold; }
th:nth-child(1) { width: 22%; } th:nth-child(3) { width: 21%; } th:nth-child(4) { width: 11%; }
thead th { background: #f6f2ea; }
.number { text-align: right; white-space: nowrap; }
td ul { list-style: none; padding: 0; margin: 0; }
td small { display: block; overflow-wrap: anywhere; color: var(--faint); white-space: normal; }
details { text-align: left; white-space: normal; }
details ul { font-size: .88em; line-height: 1.35; }
details summary { cursor: pointer; color: var(--link); text-align: right; }
#sources > ol { list-style: none; padding: 0; }
#sources > ol > li { padding: .5rem .6rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
#sources > ol > li:target { background: var(--lit); }
.kind { color: var(--faint); font-size: .85em; }
blockquote { margin: .35rem 0 .1rem; padding: .1rem .8rem; border-left: 3px solid var(--line); white-space: pre-line; }
.from { margin: 0 0 .4rem .95rem; color: var(--faint); font-size: .9rem; }
@page { size: A4; margin: 20mm 18mm 20mm 25mm; }
@media print {
  body { font-size: 12pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, #sources > ol > li { break-inside: avoid; }
  a { color: inherit; }
  thead th { background: none; }
}
)css";
}

}  // namespace kevai::report::html
