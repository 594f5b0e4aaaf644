// Many clients write and read at once: no lost update, no answer of 500 and above, the journal complete.
//   node tests/soak/together.mjs [--minutes 5] [--clients 64] [--database FILE|postgresql://…]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort, must, Server } from "./server.mjs";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "5" }, clients: { type: "string", default: "64" }, database: { type: "string" } },
});
const folder = mkdtempSync(join(tmpdir(), "kevai-soak-"));
const server = await Server.start(values.database ?? join(folder, "kevai.db"), await freePort());
const until = Date.now() + Number(values.minutes) * 60_000;

const counts = { created: 0, changed: 0, stale: 0, read: 0, listed: 0, statuses: new Map() };
async function ask(...request) {
  const answer = await server.ask(...request);
  counts.statuses.set(answer.status, (counts.statuses.get(answer.status) ?? 0) + 1);
  must(answer.status < 500, `${request[0]} ${request[1]} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

const counters = [];
for (let i = 0; i < 8; ++i) {
  const made = await ask("POST", "/commitments", { content: "0" });
  must(made.status === 201, `the first commitment was answered ${made.status}: ${JSON.stringify(made.body)}`);
  counters.push({ id: made.body.id, changes: 0 });
}
const created = [];

/** Adds one to the number a shared record holds, as often as it takes to be the first. */
async function countUp(counter) {
  for (;;) {
    const seen = await ask("GET", `/commitments/${counter.id}`);
    const next = String(Number(seen.body.content) + 1);
    const done = await ask("PATCH", `/commitments/${counter.id}`, { content: next }, { "If-Match": seen.etag });
    if (done.status === 200) {
      ++counter.changes;
      ++counts.changed;
      return;
    }
    must(done.status === 412 && done.body.current, `a change was answered ${done.status}`);
    ++counts.stale;
  }
}

async function client(number) {
  for (let turn = 0; Date.now() < until; ++turn) {
    const what = (turn + number) % 4;
    if (what === 0) {
      const made = await ask("POST", "/activities", { kind: "visit", date: "2026-05-04", place: `Vinh ${number}-${turn}`, parties: ["vn.nghe-an", "la.xiangkhouang"] });
      must(made.status === 201, `a create was answered ${made.status}: ${JSON.stringify(made.body)}`);
      created.push(made.body.id);
      ++counts.created;
    } else if (what === 1) {
      await countUp(counters[(turn + number) % counters.length]);
    } else if (what === 2 && created.length > 0) {
      const id = created[Math.floor(Math.random() * created.length)];
      must((await ask("GET", `/activities/${id}`)).status === 200, `what was created is not there: ${id}`);
      ++counts.read;
    } else {
      must((await ask("GET", "/activities?limit=20&sort=-date&partnership.parties=la.attapeu")).status === 200, "a list failed");
      ++counts.listed;
    }
  }
}

await Promise.all(Array.from({ length: Number(values.clients) }, (_, number) => client(number)));

let kept = 0;
for (const { id, changes } of counters) {
  const now = await ask("GET", `/commitments/${id}`);
  must(Number(now.body.content) === changes, `an update was lost: ${now.body.content} of ${changes} are left`);
  let journal = 0;
  for (let path = `/commitments/${id}/history?limit=200`; path; ) {
    const page = await ask("GET", path);
    journal += page.body.items.length;
    path = page.body.next ? `/commitments/${id}/history?limit=200&cursor=${page.body.next}` : undefined;
  }
  must(journal === changes + 1, `the journal has ${journal} lines for ${changes} changes and the making`);
  kept += journal;
}
const total = (await ask("GET", "/activities?limit=1&total=true")).body.total;
must(total === created.length, `${created.length} were created and ${total} are there`);
for (const id of created.filter((_, i) => i % Math.max(1, Math.floor(created.length / 200)) === 0))
  must((await ask("GET", `/activities/${id}/history`)).body.items.length === 1, `no line in the journal of ${id}`);

await server.end();
rmSync(folder, { recursive: true });
console.log(
  `${values.clients} clients, ${values.minutes} minutes: ${counts.created} created, ${counts.changed} changed (${counts.stale} told to read again), ` +
    `${counts.read} read, ${counts.listed} lists; no update lost, ${kept} lines of journal as they must be, statuses ${JSON.stringify([...counts.statuses])}`,
);
