import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const binary = process.env['KEVAI_BINARY'] ?? here('../../build/release/kevai');
export const samples = here('../../data/samples');

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function answers(url: string, process: ChildProcess, log: () => string) {
  for (let attempt = 0; attempt < 300; ++attempt) {
    if (process.exitCode !== null) throw new Error(`kevai serve ended with ${process.exitCode}:\n${log()}`);
    const response = await fetch(`${url}/api/v1/overview`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`kevai serve does not answer:\n${log()}`);
}

/** Somebody who may sign in, and how. */
export interface Account {
  login: string;
  organisation: string;
  role: 'viewer' | 'officer' | 'approver' | 'administrator';
  language: string;
  password: string;
}

interface Options {
  samples: boolean;
  articles?: string[];
  accounts?: Account[];
  /** More options of `kevai serve`, once the address and a folder of its own are known. */
  more?: (url: string, folder: string) => Promise<string[]>;
}

/** The real program with a register of its own in a temporary folder. */
export class Kevai {
  private process: ChildProcess | undefined;
  private log = '';

  private constructor(
    private readonly folder: string,
    readonly url: string,
  ) {}

  private get database() {
    return join(this.folder, 'kevai.db');
  }

  /** What the server wrote. */
  get told() {
    return this.log;
  }

  /** Starts a server: with the sample articles, or with an empty register into which `articles` are ingested first. */
  static async start(options: Options): Promise<Kevai> {
    if (!existsSync(binary)) throw new Error(`There is no ${binary}: run script/build, or set KEVAI_BINARY.`);
    const folder = await mkdtemp(join(tmpdir(), 'kevai-web-'));
    const port = await freePort();
    const kevai = new Kevai(folder, `http://127.0.0.1:${port}`);
    if (options.articles) await promisify(execFile)(binary, ['ingest', '--database', kevai.database, ...options.articles]);
    const mode = [...(options.samples ? [] : ['--no-samples']), ...((await options.more?.(kevai.url, folder)) ?? [])];
    kevai.process = spawn(binary, ['serve', '--database', kevai.database, '--listen', `127.0.0.1:${port}`, ...mode]);
    kevai.process.stdout?.on('data', (data: Buffer) => (kevai.log += data.toString()));
    kevai.process.stderr?.on('data', (data: Buffer) => (kevai.log += data.toString()));
    await answers(kevai.url, kevai.process, () => kevai.log);
    for (const account of options.accounts ?? []) await kevai.invite(account);
    return kevai;
  }

  /** Makes an account, whose password its owner sets by the link that is told. */
  async invite({ login, organisation, role, language, password }: Account) {
    const wish = ['--name', login, '--organisation', organisation, '--role', role, '--lang', language, '--url', this.url];
    const secret = /\/invitation#(\S+)/.exec(await this.user('add', login, ...wish))?.[1];
    const taken = await fetch(`${this.url}/api/v1/invitations/take`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret, password }),
    });
    if (!taken.ok) throw new Error(`${login} is not let in: ${await taken.text()}`);
  }

  /** `kevai user …` beside the server; what it prints. */
  async user(...words: string[]): Promise<string> {
    return (await promisify(execFile)(binary, ['user', ...words, '--database', this.database])).stdout;
  }

  /** A token that reads and writes, of a new account of that name with that role over an organisation of its own. */
  async token(of: { name: string; role: string; over: string }): Promise<string> {
    await this.user('add', of.name, '--name', of.name, '--organisation', of.over, '--role', of.role);
    return (await this.user('token', of.name, '--label', 'test', '--scope', 'write')).trim();
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return (await response.json()) as T;
  }

  async stop() {
    const process = this.process;
    if (process && process.exitCode === null) {
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill();
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
