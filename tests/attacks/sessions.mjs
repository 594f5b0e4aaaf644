// Attempts at other people's sessions, tokens and records.
import { check } from "./attempts.mjs";
import { cookieOf, password } from "./two_sides.mjs";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
const random = (length) => Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
const valueOf = (cookie) => cookie.slice(cookie.indexOf("=") + 1);
const nameOf = (cookie) => cookie.slice(0, cookie.indexOf("="));

function must(holds, what) {
  if (!holds) throw new Error(what);
}

/** Is a session somebody else chose ever taken? Is a left one dead? */
export async function fixation(sides) {
  const chosen = `${nameOf(sides.vn)}=${random(43)}`;
  const inWithChosen = await sides.signIn("anh", chosen);
  const given = cookieOf(inWithChosen);
  must(inWithChosen.status === 200 && given !== chosen, "a session the attacker chose was taken");
  must((await sides.ask("GET", "/persons", { cookie: chosen })).status === 401, "the chosen session is signed in");

  const again = cookieOf(await sides.signIn("anh", given));
  must(again !== given, "signing in again keeps the session");
  must((await sides.ask("GET", "/persons", { cookie: given })).status === 401, "the session before is still alive");
  const flags = (await sides.signIn("anh")).headers.get("set-cookie");
  for (const flag of ["HttpOnly", "SameSite=Strict", "Path=/"]) must(flags.includes(flag), `the cookie lacks ${flag}`);

  const proxied = await sides.signIn("anh", undefined, { "X-Forwarded-Proto": "https" });
  must(/^__Host-.*; Secure/.test(proxied.headers.get("set-cookie")), "behind TLS the cookie is not Secure");

  await sides.ask("DELETE", "/session", { cookie: again });
  must((await sides.ask("GET", "/persons", { cookie: again })).status === 401, "a session lives on after signing out");
  return { tried: 8, told: "a chosen session is never taken, signing in makes a new one and ends the old, signing out ends it" };
}

/** Cookies and tokens that are nearly right, or random. */
export async function guessing(sides) {
  const secret = valueOf(sides.vn), name = nameOf(sides.vn);
  const me = JSON.parse((await sides.ask("GET", "/sessions", { cookie: sides.vn })).text);
  const flip = (at) => secret.slice(0, at) + (secret[at] === "a" ? "b" : "a") + secret.slice(at + 1);
  const near = [secret.slice(0, -1), secret + "A", secret.toLowerCase(), flip(0), flip(20), "", "null", "undefined", "0", "' or '1'='1", `${secret};`.repeat(2),
    ...me.sessions.map((one) => one.id), "../" + secret, "%00" + secret].filter((one) => one !== secret && !one.startsWith(`${secret};`));
  const guesses = [...near, ...Array.from({ length: 1500 }, () => random(43))];
  let tried = 0;
  for (const guess of guesses) {
    const headers = tried % 2 ? { Authorization: `Bearer ${guess}` } : { Cookie: `${name}=${guess}` };
    const answer = check(await sides.ask("GET", "/persons", { headers }), "a guessed secret");
    must(answer.status === 401, `${JSON.stringify(headers)} was let in`);
    ++tried;
  }
  for (const scheme of ["Basic YWRtaW46YWRtaW4=", "Bearer", "Bearer  ", "bearer null", "Digest x", `Bearer ${secret}`]) {
    must((await sides.ask("GET", "/persons", { headers: { Authorization: scheme } })).status === 401, `${scheme} was let in`);
    ++tried;
  }
  return { tried, told: `all ${tried} answered 401` };
}

/** Passwords tried in a row, of an account that is there and of one that is not. */
export async function passwords(sides) {
  const answers = { anh: [], nobody: [] };
  for (const login of Object.keys(answers))
    for (let i = 0; i < 15; ++i) answers[login].push(await sides.post("/session", { login, password: `wrong ${i}` }, { headers: { "X-Forwarded-For": `198.51.100.${i}` } }));
  const told = {};
  for (const [login, list] of Object.entries(answers)) {
    const statuses = list.map((answer) => answer.status);
    must(statuses.every((status) => status === 401 || status === 429), `${login}: ${statuses}`);
    must(statuses.includes(429), `${login}: guesses are never slowed`);
    told[login] = statuses.indexOf(429);
  }
  must(told.anh === told.nobody, `an unknown account is slowed after ${told.nobody} tries, a known one after ${told.anh}`);
  const plain = (answer) => answer.text.replace(/nobody|\banh\b/g, "x");
  must(plain(answers.anh[0]) === plain(answers.nobody[0]), "unknown and wrong are told apart");
  const strange = [{ login: "anh" }, { login: {}, password: [] }, { login: "anh", password: null }, { login: "a".repeat(1e5), password: "b" }, { login: "anh", password: "b".repeat(1e6) }, [], "x", { login: "an'--", password: "x" }];
  for (const body of strange) {
    const answer = check(await sides.post("/session", body, { headers: { "X-Forwarded-For": "203.0.113.7" } }), "a strange sign-in");
    must(answer.status >= 400, `${JSON.stringify(body).slice(0, 80)} signed in`);
  }
  return { tried: 30 + strange.length, told: `slowed (429) after ${told.anh} wrong passwords, known and unknown accounts alike` };
}

/** What the other side keeps to itself, by its ids. */
export async function otherSide(sides) {
  const kinds = ["persons", "activities", "agreements", "courses", "supports", "awards", "commitments", "proposals", "observations"];
  const bodies = {
    persons: { name: "Bí mật" }, activities: { kind: "visit", place: "Bí mật", parties: [{ id: "la.xiangkhouang" }, { id: "vn.nghe-an" }] },
    agreements: { kind: "mou", title: "Bí mật", parties: [{ id: "la.xiangkhouang" }, { id: "vn.nghe-an" }] }, courses: { programme: "Bí mật" },
    supports: { item: "Bí mật", giver: { id: "la.xiangkhouang" }, receiver: { id: "vn.nghe-an" } },
    awards: { name: "Bí mật", giver: { id: "la.xiangkhouang" }, receiver: { id: "vn.nghe-an" } },
    commitments: { content: "Bí mật" }, proposals: { content: "Bí mật", proposer: { id: "la.xiangkhouang" }, addressee: { id: "vn.nghe-an" } },
    observations: { measure: "members", parties: [{ id: "la.xiangkhouang" }], value: { low: 7, high: 7 } },
  };
  const statuses = {};
  let tried = 0, made = 0;
  for (const kind of kinds) {
    const created = await sides.post(`/${kind}`, bodies[kind], { cookie: sides.la });
    if (created.status !== 201) throw new Error(`${kind}: ${created.status} ${created.text.slice(0, 200)}`);
    const { id } = JSON.parse(created.text);
    ++made;
    const tries = [["GET", ""], ["GET", "/history"], ["GET", "?as_of=2030-01-01"], ["PATCH", "", { place: "x" }], ["DELETE", "", { reason: "x" }], ["POST", "/restore", {}], ["POST", "/revert", { change: id }],
      ["POST", "/erase", { reason: "x" }], ["GET", "/personal"], ["POST", "/attachments", { file_name: "a.txt", base64: "YQ==" }], ["GET", "/totals"], ["GET", "/cascade"], ["POST", "/route", { step: "submit" }], ["POST", "/confirm", {}], ["POST", "/release", {}]];
    for (const [verb, behind, body] of tries) {
      const answer = check(await sides.ask(verb, `/${kind}/${id}${behind}`, { body, cookie: sides.vn, headers: { "If-Match": "*" } }), `${verb} /${kind}/ID${behind}`);
      must([403, 404, 405].includes(answer.status), `${verb} /${kind}/${id}${behind}: ${answer.status} ${answer.text.slice(0, 200)}`);
      must(!answer.text.includes("Bí mật"), `${verb} /${kind}/ID${behind} tells it`);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      ++tried;
    }
    for (const path of [`/records/${id}`, `/records/${id}/notes`, `/attachments?record=${id}`, `/journal?record=${id}`, `/${kind}?limit=200&total=true`, `/search?q=${encodeURIComponent("Bí mật")}`, "/overview", "/due"]) {
      const answer = check(await sides.ask("GET", path, { cookie: sides.vn }), path);
      must(!answer.text.includes(id) || answer.status >= 400, `${path} tells of ${id}`);
      must(!answer.text.includes("Bí mật"), `${path} tells it`);
      ++tried;
    }
  }
  return { tried, told: `${made} drafts of the other side: ${Object.entries(statuses).map(([status, count]) => `${status} × ${count}`).join(", ")}` };
}

export { password };
