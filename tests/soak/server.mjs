// A kevai server of its own on a database of its own, for programs that try it hard.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";

export const binary = process.env.KEVAI_BINARY ?? "build/release/kevai";

/** A port nobody listens on at this moment. */
export async function freePort() {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

export class Server {
  /** Starts `kevai serve` and waits until it answers. */
  static async start(database, port) {
    const server = new Server();
    server.url = `http://127.0.0.1:${port}/api/v1`;
    server.child = spawn(binary, ["serve", "--listen", `127.0.0.1:${port}`, "--database", database, "--no-samples"], { stdio: "ignore" });
    for (let tries = 0; tries < 300; ++tries) {
      if (server.child.exitCode !== null) throw new Error(`kevai serve ended with ${server.child.exitCode}`);
      try {
        await fetch(`${server.url}/openapi.json`);
        return server;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error("kevai serve did not answer within 30 seconds");
  }

  async end(signal = "SIGTERM") {
    const ended = once(this.child, "exit");
    this.child.kill(signal);
    await ended;
  }

  /** {status, etag, body}; `body` is parsed JSON. */
  async ask(verb, path, body, headers = {}) {
    const response = await fetch(this.url + path, {
      method: verb,
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get("etag"), body: text ? JSON.parse(text) : undefined };
  }
}

/** Throws with what was expected, unless it holds. */
export function must(holds, what) {
  if (!holds) throw new Error(what);
}
