// What sqlmap is set on: every route of the API's description that takes parameters, an id or a body, filled with values that are there, so that
// what differs in an answer is the injection's doing. A line each: name, verb, address, body, and whether the officer may or only the administrator.
// node tests/attacks/targets.mjs BASE OFFICER'S-COOKIE
import { readFileSync } from "node:fs";

const [base, cookie] = process.argv.slice(2);
const kinds = JSON.parse(readFileSync(new URL("../http/one_of_each.json", import.meta.url), "utf8"));

async function ask(path, body) {
  const response = await fetch(base + path, {
    method: body ? "POST" : "GET",
    headers: { Cookie: cookie, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  return response.ok ? response.json() : {};
}

const description = (await ask("/api/v1/openapi.json")).paths;
const plural = (kind) => (kind === "activity" ? "activities" : kind === "agenda_item" ? "agenda-items" : `${kind}s`);
const ids = {}, records = {};
const filled = (text) => JSON.parse(JSON.stringify(text).replace(/\$([a-z_]+)/g, (_, kind) => ids[kind] ?? ids.person));
const bodies = {};
for (const { kind, fields, change } of kinds) {
  const made = await ask(`/api/v1/${plural(kind)}`, filled(fields));
  ids[kind] = made.record?.id ?? made.id ?? ids.person;
  records[`/api/v1/${plural(kind)}`] = made.record ?? made;
  bodies[`post /api/v1/${plural(kind)}`] = filled(fields);
  if (change) bodies[`patch /api/v1/${plural(kind)}/{id}`] = filled(change);
}

/** A value as a condition states it. */
function plain(value) {
  if (Array.isArray(value)) return value.length ? plain(value[0]) : undefined;
  if (value && typeof value === "object") return value.id ?? value.low ?? value.figure ?? value.text;
  return value === "" || value === null ? undefined : value;
}

const usual = { limit: "5", total: "true", sort: "id", removed: "false", from: "2020-01-01", to: "2026-12-31", as_of: "2025-01-01", days: "90", q: "hop", kind: "activity",
  lang: "vi", country: "VN", action: "create", until: "2027", side: "VN", asked: "confirm", format: "json", below: "true", reason: "x", download: "false" };

const document = (await ask("/api/v1/documents")).documents?.[0]?.id ?? ids.activity;

function queryOf(path, parameters) {
  const record = records[path] ?? {};
  const query = {};
  for (const { name, schema } of parameters) {
    if (name !== "where") query[name] = name === "partnership" ? ids.partnership : name === "record" ? ids.activity : (usual[name] ?? "a");
    if (path.endsWith("exports")) query.format = "csv";
    for (const field of Object.keys((name === "where" && schema.properties) || {})) {
      const value = plain(record[field.replace(/\.(from|to)$/, "")]);
      if (value !== undefined) query[field] = String(value);
    }
  }
  delete query.cursor; // of a page that is there, below
  return new URLSearchParams(query).toString();
}

const told = new Set();
async function tell(name, verb, address, body) {
  const sent = body ? JSON.stringify(body) : "-";
  if (told.has(name + address)) return;
  told.add(name + address);
  const answer = await fetch(base + address.replace("*", ""), {
    method: verb,
    headers: { Cookie: cookie, "If-Match": "*", ...(body && { "Content-Type": "application/json" }) },
    body: body && sent,
  });
  await answer.arrayBuffer();
  console.log([name, verb, base + address, sent, answer.status === 403 ? "administrator" : "officer"].join("\t"));
}

for (const [path, verbs] of Object.entries(description))
  for (const [verb, route] of Object.entries(verbs)) {
    // Sessions and accounts end what signs the tool in, or slow it; script/attack has targets of its own for signing in.
    if (/session|password|second-factor|tokens|invitations|accounts/.test(path) || !["get", "post", "patch"].includes(verb)) continue;
    const name = `${verb}${path.replace(/\/api\/v1|[{}]/g, "").replaceAll("/", "-")}`;
    const kind = kinds.find((one) => path.startsWith(`/api/v1/${plural(one.kind)}/`))?.kind ?? "activity";
    const id = /organisations/.test(path) ? "vn.nghe-an" : /documents/.test(path) ? document : /certificates/.test(path) ? (records["/api/v1/trainees"].certificate ?? "NA-7") : ids[kind];
    const parameters = (route.parameters ?? []).filter((one) => one.in === "query");
    const query = queryOf(path, parameters);
    if (path.includes("{id}")) await tell(`${name}-id`, verb.toUpperCase(), path.replace("{id}", `${id}*`), verb === "get" ? undefined : (bodies[`${verb} ${path}`] ?? {}));
    if (verb === "get" && query) tell(name, "GET", `${path.replace("{id}", id)}?${query}`);
    const schema = route.requestBody?.content?.["application/json"]?.schema;
    if (verb !== "get" && (bodies[`${verb} ${path}`] || schema)) {
      const properties = schema?.properties ?? {};
      const body = bodies[`${verb} ${path}`] ?? Object.fromEntries(Object.keys(properties).map((one) => [one, usual[one] ?? ids[one] ?? id]));
      if (Object.keys(body).length) await tell(`${name}-body`, verb.toUpperCase(), path.replace("{id}", id), body);
    }
  }
const page = await ask("/api/v1/organisations?limit=1");
await tell("cursor", "GET", `/api/v1/organisations?limit=1&cursor=${encodeURIComponent(page.next ?? "a")}`);
