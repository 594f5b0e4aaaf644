import type { Described } from './description';

export const root = '/api/v1/';
export const nobody = '01900000-0000-7000-8000-000000000000';
export const nowhere = 'vn.nowhere';
export const any = { 'If-Match': '*' };
export const old = { 'If-Match': '"of-another-day"' };

export const read = <T>(reply: { body: string }) => JSON.parse(reply.body) as T;

/** Asks below the API; every answer is held against the description. */
export class Client {
  constructor(private readonly api: Described) {}

  get = (path: string, headers = {}) => this.api.ask('GET', root + path, { headers });
  post = (path: string, json: unknown, headers = {}) => this.api.ask('POST', root + path, { json, headers });
  patch = (path: string, json: unknown, headers = {}) => this.api.ask('PATCH', root + path, { json, headers });
  remove = (path: string, json: unknown, headers = {}) => this.api.ask('DELETE', root + path, { json, headers });
}
