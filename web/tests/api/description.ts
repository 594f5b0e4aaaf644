import { createConfig, lintFromString } from '@redocly/openapi-core';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { ask, type Reply } from './wire';

interface Media {
  schema?: unknown;
}
interface Response {
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
}
interface Operation {
  operationId: string;
  parameters: { name?: string; in?: string; required?: boolean }[];
  responses: Record<string, Response & { $ref?: string }>;
}
export interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Response> };
}

/** What a third party's linter finds to say of it, a line each. */
export async function complaints(source: string): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended'],
    // Whom the register belongs to is not settled here; who may ask is told by docs/http-api.md.
    rules: { 'info-license': 'off', 'security-defined': 'off' },
  });
  const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
  return problems.map(({ severity, ruleId, message, location }) => `${severity} ${ruleId} ${location[0]?.pointer}: ${message}`);
}

const pointer = (...parts: string[]) => parts.map((part) => '/' + part.replaceAll('~', '~0').replaceAll('/', '~1')).join('');

/** Asks a server, and holds every answer against its description. */
export class Described {
  /** `listPerson 200`: which answers of which operation came. */
  readonly seen = new Set<string>();
  private readonly ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));

  constructor(
    private readonly url: string,
    readonly document: Document,
  ) {
    this.ajv.addSchema(document, 'api', false, false);
  }

  operations(): { verb: string; path: string; operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, operation]) =>
        verb === 'parameters' ? [] : [{ verb: verb.toUpperCase(), path, operation }],
      ),
    );
  }

  /** Every answer the description tells of, save what any request may meet. */
  told(): string[] {
    return this.operations().flatMap(({ operation }) =>
      Object.keys(operation.responses)
        .filter((status) => !status.endsWith('XX'))
        .map((status) => `${operation.operationId} ${status}`),
    );
  }

  /** The route of a path, by its segments. */
  private match(path: string): string {
    const wanted = path.split('?')[0]!.split('/');
    const fits = (template: string) => {
      const parts = template.split('/');
      return parts.length === wanted.length && parts.every((part, i) => part === wanted[i] || part.startsWith('{'));
    };
    const found = Object.keys(this.document.paths).filter(fits).sort((a, b) => a.split('{').length - b.split('{').length);
    if (!found[0]) throw new Error(`the description tells nothing of ${path}`);
    return found[0];
  }

  async ask(verb: string, path: string, options: { headers?: Record<string, string>; json?: unknown; body?: string } = {}): Promise<Reply> {
    const body = options.body ?? (options.json === undefined ? '' : JSON.stringify(options.json));
    const type: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
    const reply = await ask(this.url, verb, path, { ...type, ...options.headers }, body);
    this.hold(verb, this.match(path), reply);
    return reply;
  }

  private hold(verb: string, path: string, reply: Reply) {
    const operation = this.document.paths[path]?.[verb.toLowerCase()];
    const what = `${verb} ${path} ${reply.status}`;
    if (!operation) {
      if (reply.status !== 405) throw new Error(`${what}: the description has no such operation`);
      return;
    }
    const status = String(reply.status);
    const named = operation.responses[status] ? status : `${status[0]}XX`;
    let response: (Response & { $ref?: string }) | undefined = operation.responses[named];
    let at = `api#${pointer('paths', path, verb.toLowerCase(), 'responses', named)}`;
    if (response?.$ref) {
      const name = response.$ref.split('/').at(-1)!;
      response = this.document.components.responses[name];
      at = `api#${pointer('components', 'responses', name)}`;
    }
    if (!response) throw new Error(`${what}: not told of\n${reply.body}`);
    this.seen.add(`${operation.operationId} ${status}`);
    const type = (reply.headers['content-type'] ?? '').split(';')[0]!;
    if (!response.content) {
      if (reply.body) throw new Error(`${what}: a body where none is told of\n${reply.body}`);
      return;
    }
    if (!response.content[type] && !response.content['*/*']) throw new Error(`${what}: ${type} is not told of`);
    if (!type.endsWith('json') || !response.content[type]) return;
    const valid = this.ajv.getSchema(`${at}${pointer('content', type, 'schema')}`);
    if (!valid) throw new Error(`${what}: no schema at ${at}`);
    if (!valid(JSON.parse(reply.body)))
      throw new Error(`${what}: ${JSON.stringify(valid.errors?.slice(0, 5), null, 1)}\n${reply.body.slice(0, 2000)}`);
  }
}
