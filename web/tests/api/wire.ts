import { request } from 'node:http';

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One request exactly as it is given: fetch would not send the headers of one that must be refused. */
export function ask(url: string, method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { method, headers: { 'Content-Length': String(Buffer.byteLength(body)), ...headers } });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const named = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(named), body: Buffer.concat(parts).toString() });
      });
    });
    asked.end(body);
  });
}
