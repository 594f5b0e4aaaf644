// Killed in the middle of writes and imports, again and again: what was acknowledged is there, and the database is sound.
//   node tests/soak/kill.mjs [--times 50] [--database postgresql://…]
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { binary, freePort, must, Server } from "./server.mjs";

const { values } = parseArgs({ options: { times: { type: "string", default: "50" }, database: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "kevai-kill-"));
const database = values.database ?? join(folder, "kevai.db");
const samples = execFileSync("sh", ["-c", "ls data/samples/*.txt"], { encoding: "utf8" }).trim().split("\n");
const acknowledged = new Map(); // id → content last acknowledged
let changes = 0;

async function writer(server, number) {
  for (let turn = 0; ; ++turn) {
    const content = `${number}.${turn}.${Date.now()}`;
    const made = await server.ask("POST", "/commitments", { content });
    must(made.status === 201, `a create was answered ${made.status}`);
    acknowledged.set(made.body.id, [content]);
    const again = `${content} lần hai`;
    acknowledged.get(made.body.id).push(again); // sent, perhaps kept
    const changed = await server.ask("PATCH", `/commitments/${made.body.id}`, { content: again }, { "If-Match": made.etag });
    must(changed.status === 200, `a change was answered ${changed.status}`);
    acknowledged.set(made.body.id, [again]);
    ++changes;
  }
}

/** Takes the samples in from outside, so that an import too is cut short. */
function importing() {
  return spawn(binary, ["ingest", ...samples, "--database", database], { stdio: "ignore" });
}

for (let round = 1; round <= Number(values.times); ++round) {
  const server = await Server.start(database, await freePort());
  for (const [id, contents] of [...acknowledged].slice(-300)) {
    const there = await server.ask("GET", `/commitments/${id}`);
    must(there.status === 200 && contents.includes(there.body.content), `round ${round}: ${id} holds ${there.body.content}, not ${contents}`);
    const journal = await server.ask("GET", `/commitments/${id}/history`);
    must(journal.body.items.length >= contents.length - 1 && journal.body.items.length >= 1, `round ${round}: the journal of ${id} lacks a line`);
  }
  const child = importing();
  const gone = once(child, "exit");
  const writers = Promise.allSettled(Array.from({ length: 8 }, (_, number) => writer(server, number)));
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
  child.kill("SIGKILL");
  await server.end("SIGKILL");
  const faults = (await writers).map((outcome) => outcome.reason).filter((reason) => reason && !(reason instanceof TypeError));
  must(faults.length === 0, `round ${round}: ${faults[0]}`); // a TypeError is fetch's word for a connection that broke
  await gone;
  if (!values.database) {
    const sound = execFileSync("sqlite3", [database, "pragma integrity_check; pragma foreign_key_check;"], { encoding: "utf8" }).trim();
    must(sound === "ok", `round ${round}: the database says ${sound}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`Killed ${values.times} times: all of ${acknowledged.size} acknowledged records and ${changes} acknowledged changes were there${values.database ? "" : ", the database sound each time"}`);
