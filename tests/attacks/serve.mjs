// The server of the attacks by itself: says where it is and whose cookies there are, a line of shell variables, and ends with its input.
import { once } from "node:events";
import { TwoSides } from "./two_sides.mjs";

const sides = await TwoSides.start();
console.log(`base='${sides.base}' vn='${sides.vn}' la='${sides.la}' person='${sides.person}' pid='${sides.child.pid}'`);
process.stdin.resume();
await once(process.stdin, "end");
try {
  await sides.whole();
  console.log("whole");
} finally {
  await sides.end();
}
