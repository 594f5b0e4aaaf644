// Attempts on the connection itself: requests hidden in requests, other protocols, readers that never read.
import { connect } from "node:net";
import { speak, statusOf } from "./raw.mjs";

const statuses = (answer) => [...answer.text.matchAll(/HTTP\/1\.[01] (\d+) [A-Z]/g)].map((match) => Number(match[1]));

/** Bodies whose end two servers would see at different places: what is hidden behind must never be answered as a request of its own. */
export async function smuggling(sides) {
  const hidden = `GET /api/v1/accounts HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.admin}\r\n\r\n`;
  const post = (lines, body) => `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\nContent-Type: application/json\r\n${lines}\r\n${body}`;
  const tries = {
    "length, then chunked": post(`Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${hidden}`),
    "chunked, then length": post(`Transfer-Encoding: chunked\r\nContent-Length: 5\r\n`, `0\r\n\r\n${hidden}`),
    "a space before the colon": post(`Transfer-Encoding : chunked\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "chunked twice": post(`Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "chunked, identity": post(`Transfer-Encoding: chunked, identity\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "xchunked": post(`Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "a vertical tab": post(`Transfer-Encoding:\x0bchunked\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "folded over two lines": post(`Transfer-Encoding:\r\n chunked\r\nContent-Length: 4\r\n`, `0\r\n\r\n${hidden}`),
    "two lengths": post(`Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n`, hidden),
    "a length with a sign": post(`Content-Length: +0\r\n`, hidden),
    "a length in two parts": post(`Content-Length: 0, ${hidden.length}\r\n`, hidden),
    "a length with a space in it": post(`Content-Length: 0 ${hidden.length}\r\n`, hidden),
    "a chunk with an extension": post(`Transfer-Encoding: chunked\r\n`, `2;x="\r\n${hidden}"\r\n{}\r\n0\r\n\r\n`),
    "a chunk that ends with LF alone": post(`Transfer-Encoding: chunked\r\n`, `2\n{}\n0\n\n${hidden}`),
    "a trailer": post(`Transfer-Encoding: chunked\r\n`, `2\r\n{}\r\n0\r\nContent-Length: 0\r\nCookie: ${sides.admin}\r\n\r\n`),
    "lines that end with LF alone": post("Content-Length: 2\n", `{}${hidden}`).replaceAll("\r\n", "\n"),
    "a header without a name": post(`: x\r\nContent-Length: 2\r\n`, "{}"),
    "two Hosts": post(`Host: evil.example\r\nContent-Length: 2\r\n`, "{}"),
    "an absolute address and another Host": `GET http://evil.example/api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\n\r\n`,
  };
  const told = [];
  // Were a second request in one write never answered, those below would show nothing.
  const plain = await speak(sides.port, post("Content-Length: 2\r\n", `{}${hidden}`), { patience: 1200 });
  if (!plain.text.includes('"login"')) throw new Error(`two ordinary requests: ${statuses(plain)}`);
  for (const [name, bytes] of Object.entries(tries)) {
    const answer = await speak(sides.port, bytes, { patience: 1200 });
    const seen = statuses(answer);
    if (seen.some((status) => status >= 500)) throw new Error(`${name}: ${seen}`);
    if (/"login"/.test(answer.text)) throw new Error(`${name}: the hidden request was answered`);
    told.push(`${name} ${seen.join(" then ") || answer.why}`);
  }
  await sides.alive();
  return { tried: told.length, told: told.join(", ") };
}

/** Many requests in one write: answered in order, each for itself. */
export async function pipelining(sides) {
  const one = (i, cookie) => `GET /api/v1/${i % 2 ? "session" : "persons"}?n=${i} HTTP/1.1\r\nHost: ${sides.host}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ""}\r\n`;
  const count = 60;
  const answer = await speak(sides.port, Array.from({ length: count }, (_, i) => one(i, i % 3 === 0 ? undefined : sides.vn)).join(""), { patience: 4000 });
  const seen = statuses(answer);
  if (seen.some((status) => status >= 500)) throw new Error(`pipelined: ${seen}`);
  for (let i = 0; i < seen.length; i += 6) // without a cookie, of what needs one: never with the rights of the one before
    if (seen[i] !== 401) throw new Error(`pipelined request ${i} without a cookie: ${seen[i]}`);
  const bad = statuses(await speak(sides.port, "BAD\r\n\r\n" + one(1, sides.vn), { patience: 1500 }));
  if (bad.length > 1) throw new Error(`after a broken request the next is answered: ${bad}`);
  await sides.alive();
  return { tried: count + 2, told: `${seen.length} of ${count} answered, in order; after a broken one ${bad}` };
}

/** Upgrades to what the server does not speak. */
export async function upgrades(sides) {
  const ask = (lines, path = "/api/v1/session") => `GET ${path} HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\n${lines}\r\n`;
  const tries = {
    WebSocket: ask("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
    "WebSocket of another site": ask("Connection: Upgrade\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"),
    h2c: ask("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"),
    TLS: ask("Connection: Upgrade\r\nUpgrade: TLS/1.2\r\n"),
    CONNECT: `CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n`,
    "Expect: anything": ask("Expect: 200-ok\r\n"),
  };
  const told = [];
  for (const [name, bytes] of Object.entries(tries)) {
    const answer = await speak(sides.port, bytes, { patience: 800 });
    const status = statusOf(answer);
    if (status === 101 || status >= 500) throw new Error(`${name}: ${status}`);
    told.push(`${name} ${status || answer.why}`);
  }
  return { tried: told.length, told: told.join(", ") };
}

/** Readers that ask for much and take it a byte at a time, or not at all, and senders of bodies that never come; others meanwhile. */
export async function slowReaders(sides) {
  const sockets = [];
  let refused = 0;
  for (let i = 0; i < 150; ++i) {
    const socket = connect({ port: sides.port, host: "127.0.0.1", highWaterMark: 1 });
    socket.on("error", () => ++refused);
    socket.pause();
    const path = i % 3 === 0 ? "/api/v1/openapi.json" : i % 3 === 1 ? "/api/v1/organisations?limit=200" : "/api/v1/tree";
    if (i % 5) socket.write(`GET ${path} HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\n\r\n`.repeat(4));
    else socket.write(`POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`);
    sockets.push(socket);
  }
  const trickle = setInterval(() => sockets.forEach((socket) => socket.read(1)), 200);
  let worst = 0, asked = 0, total = 0;
  for (const until = performance.now() + 4000; performance.now() < until; ++asked) {
    const answer = await sides.ask("GET", "/session", { cookie: sides.vn });
    if (answer.status !== 200) throw new Error(`meanwhile: ${answer.status}`);
    worst = Math.max(worst, answer.took);
    total += answer.took;
  }
  clearInterval(trickle);
  sockets.forEach((socket) => socket.destroy());
  await sides.alive();
  return { tried: sockets.length, told: `${asked} requests meanwhile, ${(total / asked).toFixed(1)} ms on average, the slowest ${Math.round(worst)} ms${refused ? `; ${refused} cut off` : ""}` };
}
