// Attacks by hand on a server of its own: node tests/attacks/run.mjs [name …]. Exit status 1 where one comes through.
import * as attempts from "./attempts.mjs";
import * as sessions from "./sessions.mjs";
import * as wire from "./wire.mjs";
import { TwoSides } from "./two_sides.mjs";

const all = {
  "strings that mean something, in every parameter": attempts.injectionInParameters,
  "the same in every body": attempts.injectionInBodies,
  "paths out of the folder": attempts.traversal,
  "forged requests of another site": attempts.forgery,
  "malformed requests": attempts.malformed,
  "requests hidden in requests": wire.smuggling,
  "many requests at once on a connection": wire.pipelining,
  "upgrades to other protocols": wire.upgrades,
  "slow clients": attempts.slowClients,
  "slow readers": wire.slowReaders,
  "files and texts that unpack or nest without end": attempts.bombs,
  "sessions chosen by somebody else": sessions.fixation,
  "guessed sessions and tokens": sessions.guessing,
  "records of the other side": sessions.otherSide,
  "guessed passwords": sessions.passwords,
};
const wanted = process.argv.slice(2);
const sides = await TwoSides.start();
let found = 0;
try {
  for (const [name, attempt] of Object.entries(all)) {
    if (wanted.length && !wanted.some((word) => name.includes(word))) continue;
    const began = performance.now();
    try {
      const { tried, told } = await attempt(sides);
      console.log(`${name}: ${tried} tried in ${((performance.now() - began) / 1000).toFixed(1)} s. ${told}`);
    } catch (finding) {
      ++found;
      console.log(`${name}: CAME THROUGH: ${finding.message}`);
    }
  }
  await sides.whole();
  console.log("Afterwards the server answers, the journal verifies, and nobody's name is in the log.");
} catch (finding) {
  ++found;
  console.log(`AFTERWARDS: ${finding.stack}`);
} finally {
  await sides.end();
}
process.exitCode = found ? 1 : 0;
