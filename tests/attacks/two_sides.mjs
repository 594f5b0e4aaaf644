// A server of its own with accounts of both sides and the program's samples in it, for programs that attack it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../soak/server.mjs";

export const binary = process.env.KEVAI_BINARY ?? "build/release/kevai";
export const password = "đường lên biên giới 7";
const marked = "Zxqvmark Thị Dấu";  // a name that must not stand in the log

// $KEVAI_ATTACK_DATABASE: an empty database to use instead of a SQLite file.

/** login → role, organisation */
const accounts = {
  chi: ["administrator", "vn.vgcl"],
  anh: ["officer", "vn.nghe-an"],
  noy: ["officer", "la.xiangkhouang"],
};

export class TwoSides {
  static async start() {
    const sides = new TwoSides();
    sides.folder = mkdtempSync(join(tmpdir(), "kevai-attacks."));
    sides.database = process.env.KEVAI_ATTACK_DATABASE ?? join(sides.folder, "kevai.db");
    sides.port = await freePort();
    sides.host = `127.0.0.1:${sides.port}`;
    sides.base = `http://${sides.host}`;
    sides.kevai("ingest", ...samples());
    sides.kevai("review", "--accept-all");
    const links = Object.entries(accounts).map(([login, [role, organisation]]) => [
      login,
      /#(\S+)/.exec(sides.kevai("user", "add", login, "--name", login, "--organisation", organisation, "--role", role, "--over", organisation, "--lang", "en", "--url", sides.base))[1],
    ]);
    // Behind a proxy, so that each attempt can come from an address of its own.
    sides.child = spawn(binary, ["serve", "--listen", sides.host, "--database", sides.database, "--behind-proxy", "--no-samples"], { stdio: ["ignore", "ignore", "pipe"] });
    sides.child.stderr.pipe(createWriteStream(join(sides.folder, "log")));
    await sides.alive();
    for (const [login, secret] of links) {
      const taken = await sides.post("/invitations/take", { secret, password });
      if (taken.status !== 200) throw new Error(`${login}: ${taken.status} ${taken.text}`);
    }
    sides.admin = cookieOf(await sides.signIn("chi"));
    sides.vn = cookieOf(await sides.signIn("anh"));
    sides.la = cookieOf(await sides.signIn("noy"));
    sides.person = JSON.parse((await sides.post("/persons", { name: marked }, { cookie: sides.vn })).text).id;
    return sides;
  }

  async end() {
    if (this.child.exitCode === null) {
      const ended = once(this.child, "exit");
      this.child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  kevai(...args) {
    const ran = spawnSync(binary, [...args, "--database", this.database, "--language", "en"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    if (ran.status !== 0) throw new Error(`kevai ${args.join(" ")}: ${ran.stderr}`);
    return ran.stdout;
  }

  /** {status, text, headers, took}. A body that is no text is sent as JSON. `raw`: the path is whole. */
  async ask(verb, path, { body, cookie, headers = {}, raw } = {}) {
    const sent = { ...headers };
    if (cookie) sent.Cookie = cookie;
    if (body !== undefined) sent["Content-Type"] ??= "application/json";
    const began = performance.now();
    const response = await fetch(this.base + (raw ? path : "/api/v1" + path), {
      method: verb,
      headers: sent,
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
      redirect: "manual",
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, took: performance.now() - began };
  }
  post(path, body, more = {}) {
    return this.ask("POST", path, { body, ...more });
  }
  signIn(login, cookie, headers = {}) {
    return this.post("/session", { login, password }, { cookie, headers });
  }

  /** How many entries the journal has. */
  async entries() {
    return JSON.parse((await this.ask("GET", "/journal?limit=1", { cookie: this.admin })).text).items[0]?.number ?? 0;
  }

  /** Throws unless the server answers. */
  async alive() {
    for (let tries = 0; tries < 300; ++tries) {
      if (this.child.exitCode !== null || this.child.signalCode) throw new Error(`the server ended: ${this.child.exitCode ?? this.child.signalCode}\n${readFileSync(join(this.folder, "log"), "utf8").slice(-1000)}`);
      try {
        return await this.ask("GET", "/openapi.json");
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error("the server did not answer within 30 seconds");
  }

  /** Is everything as it should be after all that? */
  async whole() {
    await this.alive();
    const verified = this.kevai("journal", "verify");
    if (!/is whole/.test(verified)) throw new Error(verified);
    const log = readFileSync(join(this.folder, "log"), "utf8");
    for (const secret of ["Zxqvmark", encodeURIComponent(marked), password, this.vn.split("=")[1]])
      if (log.includes(secret)) throw new Error(`“${secret}” stands in the log`);
    if (/ error /.test(log)) throw new Error(`the log tells errors: ${log.split("\n").filter((line) => / error /.test(line)).slice(0, 5).join("; ")}`);
  }
}

/** Five of the program's own articles. */
function samples() {
  return ["vi-son-la-houaphanh-2024", "vi-thanh-hoa-houaphanh-2025", "vi-hue-salavan-2026", "lo-lftu-vgcl-2025", "en-vgcl-lftu-2025"].map(
    (name) => new URL(`../../data/samples/${name}.txt`, import.meta.url).pathname,
  );
}

export function cookieOf(answer) {
  return answer.headers.get("set-cookie")?.split(";")[0];
}
