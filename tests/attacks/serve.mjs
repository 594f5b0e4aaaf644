// The server of the attacks by itself: says where it is and whose cookies there are, a line of shell variables, and ends with its input.
// `through` is the same server for tools that cannot say `If-Match: *` (to sqlmap a star is where to inject): what comes that way gets it.
import { once } from "node:events";
import { createServer, request } from "node:http";
import { TwoSides } from "./two_sides.mjs";

const sides = await TwoSides.start();
const between = createServer((asked, answer) => {
  const headers = { ...asked.headers, host: sides.host, "if-match": "*" };
  const on = request({ host: "127.0.0.1", port: sides.port, method: asked.method, path: asked.url, headers }, (back) => {
    answer.writeHead(back.statusCode, back.headers);
    back.pipe(answer);
  });
  on.on("error", () => answer.destroy());
  asked.pipe(on);
}).listen(0, "127.0.0.1");
await once(between, "listening");
console.log(
  `base='${sides.base}' through='http://127.0.0.1:${between.address().port}' vn='${sides.vn}' la='${sides.la}' admin='${sides.admin}' ` +
    `person='${sides.person}' pid='${sides.child.pid}' log='${sides.folder}/log'`,
);
process.stdin.resume();
await once(process.stdin, "end");
between.close();
between.closeAllConnections();
try {
  await sides.whole();
  console.log("whole");
} finally {
  await sides.end();
}
