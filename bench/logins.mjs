// 250 people sign in at once: how long each waits, what the server takes of memory, and what others feel meanwhile.
// usage: node bench/logins.mjs KEVAI [PEOPLE]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [binary, people = '250'] = process.argv.slice(2);
const count = Number(people);
const port = 20000 + (process.pid % 20000);
const folder = mkdtempSync(join(tmpdir(), 'kevai-logins-'));
const server = spawn(binary, ['serve', '--database', join(folder, 'kevai.db'), '--listen', `127.0.0.1:${port}`], { stdio: 'ignore' });
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
const root = '/api/v1/';

function ask(method, path, body, cookie) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'Content-Length': Buffer.byteLength(text), ...(text && { 'Content-Type': 'application/json' }), ...(cookie && { Cookie: cookie }) };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path: root + path, headers, agent }, (response) => {
      let got = '';
      response.on('data', (part) => (got += part));
      response.on('end', () =>
        resolve({ status: response.statusCode, body: got, cookie: response.headers['set-cookie']?.[0]?.split(';')[0], ms: performance.now() - started }),
      );
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

const password = 'ba con voi di qua';
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const part = (all, share) => all.sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const told = (all) => `median ${part(all, 0.5).toFixed(0)} ms, 95 % ${part(all, 0.95).toFixed(0)} ms, most ${part(all, 1).toFixed(0)} ms`;
const memory = (name) => Number(readFileSync(`/proc/${server.pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;

async function invite(login, cookie) {
  const grants = [{ role: login === 'admin' ? 'administrator' : 'officer', organisation: 'vn.vgcl' }];
  const made = await ask('POST', 'accounts', { login, name: login, organisation: 'vn.vgcl', grants }, cookie);
  if (made.status !== 201) throw new Error(made.body);
  const secret = JSON.parse(made.body).path.split('#')[1];
  return (await ask('POST', 'invitations/take', { secret, password })).cookie;
}

/** What somebody feels who looks at the overview again and again, until `done` is. */
async function felt(cookie, done) {
  const waits = [];
  let over = false;
  done.then(() => (over = true));
  while (!over) {
    const reply = await ask('GET', 'overview', undefined, cookie);
    if (reply.status !== 200) throw new Error(`overview: ${reply.status}`);
    waits.push(reply.ms);
    await sleep(20);
  }
  return waits;
}

try {
  for (let i = 0; i < 200; ++i) {
    if (await ask('GET', 'session').then(() => true, () => false)) break;
    await sleep(100);
  }
  const admin = await invite('admin');
  for (let i = 0; i < count; ++i) await invite(`user${i}`, admin);
  const before = await felt(admin, sleep(5000));
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5');
  const resident = memory('VmRSS');
  const started = performance.now();
  const all = Promise.all(Array.from({ length: count }, (_, i) => ask('POST', 'session', { login: `user${i}`, password })));
  const meanwhile = felt(admin, all);
  const replies = await all;
  const whole = performance.now() - started;
  const statuses = {};
  for (const { status } of replies) statuses[status] = (statuses[status] ?? 0) + 1;
  console.log(`${count} sign in at once: all answered after ${(whole / 1000).toFixed(1)} s, ${JSON.stringify(statuses)}`);
  console.log(`each waited: ${told(replies.map(({ ms }) => ms))}`);
  console.log(`memory: ${resident.toFixed(0)} MiB before, ${memory('VmHWM').toFixed(0)} MiB at most`);
  console.log(`the overview before: ${told(before)}`);
  console.log(`the overview meanwhile: ${told(await meanwhile)}`);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
