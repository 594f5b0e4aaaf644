// What an attacker would try by hand. Each attempt gives how many requests it made and what is worth noting; it throws with what it found
// where an attack comes through.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { docx, laughs, pdfBomb, reader, speak, statusOf, xlsx } from "./raw.mjs";

const strings = [
  "' or '1'='1", "'; drop table record; --", '" or 1=1 --', "%' and 1=0 union select name from sqlite_master --", "1; select pg_sleep(9)",
  "$1", "\\", "{{7*7}}${7*7}", "<script>alert(1)</script>", "../../etc/passwd", "%00", "\u202e\u0000"[0], "-1", "1e309", "9".repeat(40),
  "a".repeat(9000), "%ff%fe", "*", "[]", "null",
];
const few = strings.slice(0, 4);
const leaks = /SQLSTATE|sqlite|syntax error|pg_catalog|libpq|near "|\bat \/|root:x:0|terminate called/i;

export function check(answer, what) {
  if (answer.status >= 500) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
  // What is found may be called so; what is refused never tells of the inside.
  const found = answer.status >= 400 && leaks.exec(answer.text);
  if (found && !what.includes(found[0])) throw new Error(`${what}: the answer tells “${found[0]}”`);
  if (/text\/html/.test(answer.headers.get("content-type") ?? "") && answer.text.includes("<script>alert(1)"))
    throw new Error(`${what}: a script comes back in a page`);
  if (answer.took > 8000) throw new Error(`${what}: took ${Math.round(answer.took)} ms`);
  return answer;
}

async function each(list, work, atOnce = 6) {
  const rest = [...list];
  let worst = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = rest.pop(); one !== undefined; one = rest.pop()) worst = Math.max(worst, (await work(one))?.took ?? 0);
    }),
  );
  return { tried: list.length, worst };
}

function counted(statuses, { tried, worst }) {
  const told = Object.entries(statuses).map(([status, count]) => `${status} × ${count}`).join(", ");
  return { tried, told: `${told}; slowest ${Math.round(worst)} ms` };
}

/** Every parameter and every path id of the description, with strings that mean something to SQL, HTML, files, numbers. */
export async function injectionInParameters(sides) {
  const description = JSON.parse((await sides.ask("GET", "/openapi.json", { cookie: sides.vn })).text);
  const requests = [], shapes = new Set();
  for (const [path, verbs] of Object.entries(description.paths)) {
    if (!verbs.get) continue;
    const shape = path.replace(/\/api\/v1\/[a-z-]+/, "");
    const some = shapes.has(shape) ? few : strings;
    shapes.add(shape);
    const parameters = (verbs.get.parameters ?? []).flatMap((p) => (p.in === "query" ? (p.schema?.properties ? Object.keys(p.schema.properties) : [p.name]) : []));
    for (const text of some) {
      const said = text.startsWith("%") && text.length <= 6 ? text : encodeURIComponent(text);
      if (path.includes("{id}")) requests.push(path.replace("{id}", said));
      const filled = path.replace("{id}", "01900000-0000-7000-8000-000000000000");
      for (const name of parameters) requests.push(`${filled}?${encodeURIComponent(name)}=${said}`);
    }
  }
  const statuses = {};
  const done = await each(requests, async (path) => {
    const answer = check(await sides.ask("GET", path, { cookie: sides.vn, raw: true }), `GET ${path}`);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    return answer;
  });
  return counted(statuses, done);
}

/** Every property of every body that may be sent, with the same strings and with values of another type. */
export async function injectionInBodies(sides) {
  const description = JSON.parse((await sides.ask("GET", "/openapi.json", { cookie: sides.vn })).text);
  const resolve = (schema) => (schema?.$ref ? description.components.schemas[schema.$ref.split("/").pop()] : schema);
  const requests = [];
  for (const [path, verbs] of Object.entries(description.paths)) {
    const schema = resolve(verbs.post?.requestBody?.content?.["application/json"]?.schema);
    // Sessions have attempts of their own, which slow further tries.
    if (!schema || /session|invitation|password|second-factor|tokens/.test(path)) continue;
    const filled = path.replace("{id}", "01900000-0000-7000-8000-000000000000");
    for (const name of Object.keys(schema.properties ?? {}))
      for (const value of [...few, strings[8], "\u0001", {}, [], 1e308, true, { low: "x" }, [{ id: few[1] }]]) requests.push([filled, { [name]: value }]);
  }
  const statuses = {};
  const done = await each(requests, async ([path, body]) => {
    const answer = check(await sides.post(path, body, { cookie: sides.vn, raw: true }), `POST ${path} ${JSON.stringify(body)}`);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    return answer;
  });
  return counted(statuses, done);
}

/** Paths out of the folder, in every writing. */
export async function traversal(sides) {
  const up = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "....//", "%252e%252e%252f", "..;/", "%c0%ae%c0%ae/", "..%00/"];
  const paths = up.flatMap((one) => ["/", "/assets/", "/api/v1/documents/", "/api/v1/attachments/", "/certificates/"].map((at) => at + one.repeat(8) + "etc/passwd"));
  paths.push("//etc/passwd", "/etc/passwd", "/%00", "/.git/config", "/kevai.db", "/api/v1/../../kevai.db", "file:///etc/passwd", "http://evil.example/", "*", "");
  const statuses = {};
  for (const path of paths) {
    const answer = await speak(sides.port, `GET ${path} HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn ?? ""}\r\nConnection: close\r\n\r\n`);
    if (/root:[^:]*:0:0|SQLite format/.test(answer.text)) throw new Error(`${path}: a file of the machine came back`);
    const status = statusOf(answer);
    if (status >= 500) throw new Error(`${path}: ${status}`);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return counted(statuses, { tried: paths.length, worst: 0 });
}

/** What a page of another site can send with the visitor's cookie. */
export async function forgery(sides) {
  const before = await sides.entries();
  const body = JSON.stringify({ name: "Forged" });
  const tries = [
    { Origin: "https://evil.example" }, { Origin: "null" }, { Origin: `http://127.0.0.1:1` }, { Origin: `http://${sides.host}.evil.example` },
    { "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" },
    { "Content-Type": "text/plain" }, { "Content-Type": "application/x-www-form-urlencoded" }, { "Content-Type": "multipart/form-data; boundary=x" },
    { "Content-Type": "text/plain; application/json" }, { "Content-Type": "application/jsonp" }, { "Content-Type": "" },
    { Origin: "https://evil.example", "Content-Type": "text/plain" },
  ];
  const statuses = {};
  const routes = [["POST", "/persons"], ["PATCH", `/persons/${sides.person}`], ["DELETE", `/persons/${sides.person}`], ["POST", `/persons/${sides.person}/erase`], ["POST", "/calendars"], ["POST", "/tokens"], ["DELETE", "/session"], ["POST", "/password"]];
  let tried = 0;
  for (const [verb, path] of routes)
    for (const headers of tries) {
      const lines = Object.entries({ "Content-Type": "application/json", "If-Match": "*", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join("");
      const answer = await speak(sides.port, `${verb} /api/v1${path} HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\n${lines}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
      const status = statusOf(answer);
      if (![403, 415].includes(status)) throw new Error(`${verb} ${path} with ${JSON.stringify(headers)}: ${status}`);
      statuses[status] = (statuses[status] ?? 0) + 1;
      ++tried;
    }
  for (const host of ["evil.example", "127.0.0.1.evil.example", ""]) {
    const answer = await speak(sides.port, `GET /api/v1/persons HTTP/1.1\r\nHost: ${host}\r\nCookie: ${sides.vn}\r\nConnection: close\r\n\r\n`);
    if (![400, 421].includes(statusOf(answer))) throw new Error(`Host: ${host}: ${statusOf(answer)}`);
    ++tried;
  }
  const preflight = await sides.ask("OPTIONS", "/persons", { headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" } });
  if (preflight.headers.get("access-control-allow-origin")) throw new Error("another site is let in by CORS");
  if ((await sides.entries()) !== before) throw new Error("something was written");
  return counted(statuses, { tried, worst: 0 });
}

/** Requests no server should have to think about. */
export async function malformed(sides) {
  const head = `GET /api/v1/overview HTTP/1.1\r\nHost: ${sides.host}\r\n`;
  const tries = {
    "a header of 64 kB": head + `X: ${"a".repeat(65536)}\r\n\r\n`,
    "5,000 headers": head + Array.from({ length: 5000 }, (_, i) => `X-${i}: 1\r\n`).join("") + "\r\n",
    "a path of 64 kB": `GET /${"a".repeat(65536)} HTTP/1.1\r\nHost: ${sides.host}\r\n\r\n`,
    "a cookie of 15 kB": head + `Cookie: ${"kevai=a; ".repeat(1600)}\r\nConnection: close\r\n\r\n`,
    "a length of 100 GB": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nContent-Type: application/json\r\nContent-Length: 100000000000\r\n\r\n{`,
    "a negative length": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nContent-Length: -1\r\n\r\n`,
    "two lengths": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} `,
    "length and chunks": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/overview HTTP/1.1\r\nHost: x\r\n\r\n`,
    "a bad chunk": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    "a chunk of 2^63": `POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n`,
    "a NUL in a header": head + "X: a\0b\r\n\r\n",
    "a header folded over two lines": head.replace("overview", "nothing") + "X: a\r\n b\r\n\r\n",
    "HTTP/0.9": "GET /\r\n\r\n",
    "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": Buffer.from("16030100a5010000a10303", "hex"),
    "a verb nobody knows": `HACK /api/v1/overview HTTP/1.1\r\nHost: ${sides.host}\r\nConnection: close\r\n\r\n`,
    "TRACE": `TRACE /api/v1/overview HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: secret=1\r\nConnection: close\r\n\r\n`,
    "bytes": Buffer.alloc(3000, 0xff),
  };
  const told = [];
  for (const [name, bytes] of Object.entries(tries)) {
    const answer = await speak(sides.port, bytes, { patience: 1500 });
    const status = statusOf(answer);
    if (status >= 500 || (status >= 200 && status < 300 && !name.includes("cookie"))) throw new Error(`${name}: ${status}`);
    if (name === "TRACE" && answer.text.includes("secret=1")) throw new Error("TRACE echoes a cookie");
    told.push(`${name} ${status || answer.why}`);
  }
  await sides.alive();
  return { tried: told.length, told: told.join(", ") };
}

/** Hundreds of connections that say a byte now and then, while others are answered. */
export async function slowClients(sides) {
  const slow = Array.from({ length: 200 }, (_, i) =>
    speak(sides.port, Array.from({ length: 12 }, () => (i % 2 ? "X-a: b\r\n" : "P")), { pause: 250, patience: 3500 }),
  );
  let worst = 0, asked = 0;
  for (const until = performance.now() + 2500; performance.now() < until; ++asked) {
    const answer = check(await sides.ask("GET", "/session", { cookie: sides.vn }), "meanwhile");
    worst = Math.max(worst, answer.took);
  }
  await Promise.all(slow);
  return { tried: 200, told: `${asked} requests meanwhile, the slowest ${Math.round(worst)} ms` };
}

/** Files that unpack to far more than they are, or that ask the reader to open others. */
export async function bombs(sides) {
  const word = (inside) => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:body></w:document>`;
  const sheet = (inside) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${inside}</t></is></c></row></sheetData></worksheet>`;
  const big = Buffer.alloc(300 * 1024 * 1024, " ");
  const files = {
    "DOCX that unpacks to 300 MB": ["a.docx", docx(big)],
    "DOCX that lies about it": ["a.docx", docx(big, { "word/document.xml": 100 })],
    "XLSX that unpacks to 300 MB": ["a.xlsx", xlsx(big)],
    "XLSX that lies about it": ["a.xlsx", xlsx(big, { "xl/worksheets/sheet1.xml": 100 })],
    "DOCX of entities of entities": ["a.docx", docx(laughs(word))],
    "XLSX of entities of entities": ["a.xlsx", xlsx(laughs(sheet))],
    "DOCX that names a file": ["a.docx", docx(reader(word))],
    "XLSX that names a file": ["a.xlsx", xlsx(reader(sheet))],
    "XLSX with a cell in row 1,048,576, column XFD": ["a.xlsx", xlsx(sheet("a").replace('r="1"', 'r="1048576"').replace("A1", "XFD1048576"))],
    "DOCX 30,000 elements deep": ["a.docx", docx(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${"<w:p>".repeat(30000)}${"</w:p>".repeat(30000)}</w:document>`)],
    "PDF that unpacks to 200 MB": ["a.pdf", pdfBomb(200 * 1024 * 1024)],
    "HTML 100,000 elements deep": ["a.html", Buffer.from("<html><body>" + "<div>".repeat(100000) + "a")],
  };
  const told = [];
  for (const [path, file, bytes] of [["/documents", "a.docx", docx(word("Nghệ An và Xiêng Khoảng ký biên bản ghi nhớ."))], ["/imports", "a.xlsx", xlsx(sheet("name"))]]) {
    // Were such files not read at all, those below would show nothing.
    const answer = await sides.post(path, { file_name: file, base64: bytes.toString("base64"), ...(path === "/imports" ? { kind: "person", preview: true } : {}) }, { cookie: sides.vn });
    if (answer.status >= 300) throw new Error(`an ordinary ${file}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  for (const [name, [file, bytes]] of Object.entries(files))
    for (const path of file.endsWith("xlsx") ? ["/imports"] : ["/documents"]) {
      const body = { file_name: file, base64: bytes.toString("base64"), ...(path === "/imports" ? { kind: "person", preview: true } : {}) };
      const began = performance.now();
      const answer = await sides.post(path, body, { cookie: sides.vn });
      const took = Math.round(performance.now() - began);
      if (answer.status >= 500 && answer.status !== 503) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
      if (/root:[^:]*:0:0/.test(answer.text)) throw new Error(`${name}: the file came back`);
      if (took > 65000) throw new Error(`${name}: ${took} ms`);
      told.push(`${name}: ${answer.status} in ${took} ms`);
    }
  const packed = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  const gzip = await speak(sides.port, [`POST /api/v1/persons HTTP/1.1\r\nHost: ${sides.host}\r\nCookie: ${sides.vn}\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: ${packed.length}\r\n\r\n`, packed]);
  if (statusOf(gzip) >= 500 || statusOf(gzip) < 400) throw new Error(`a gzip body: ${statusOf(gzip)}`);
  told.push(`gzip body of 50 MB: ${statusOf(gzip)}`);
  for (const [name, text] of Object.entries({
    "JSON 100,000 levels deep": "[".repeat(100000), "JSON 100,000 objects deep": '{"a":'.repeat(100000), "13 MB of JSON text": JSON.stringify({ name: "a".repeat(13e6) }),
    "a million numbers": `{"name":[${"1,".repeat(1e6)}1]}`, "200,000 fields": `{${Array.from({ length: 200000 }, (_, i) => `"f${i}":1`).join(",")}}`,
  })) {
    const answer = await sides.post("/persons", text, { cookie: sides.vn });
    if (answer.status >= 500 || answer.status < 400) throw new Error(`${name}: ${answer.status}`);
    told.push(`${name}: ${answer.status}`);
  }
  const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${sides.child.pid}/status`, "utf8"))[1] / 1024;
  if (memory > 1500) throw new Error(`the server took ${Math.round(memory)} MB`);
  await sides.alive();
  return { tried: told.length, told: `${told.join("; ")}; most memory ${Math.round(memory)} MB` };
}
