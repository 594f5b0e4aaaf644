import { expect } from '@playwright/test';

import { any, nobody, nowhere, old, read, root, type Client } from './client';

export interface Step {
  kind: string;
  fields: Record<string, unknown>;
  change: Record<string, unknown>;
}
export type Ids = Record<string, string>;

function filled(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? ids[value.slice(1)] : value;
  if (Array.isArray(value)) return value.map((part) => filled(part, ids));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, ids)]));
  return value;
}

/** Makes, reads and changes a record of the kind, and asks for it in every way that is refused. */
export async function live(client: Client, plural: string, step: Step, ids: Ids) {
  const { get, patch, post, remove } = client;
  const fields = filled(step.fields, ids);
  const key = { 'Idempotency-Key': `one ${step.kind}`.replace(' ', '-') };
  const made = await post(plural, fields, key);
  expect(made.status, made.body).toBe(201);
  ids[step.kind] = read<{ id: string }>(made).id;
  const path = made.headers['location']!.slice(root.length);
  expect(path).toBe(`${plural}/${ids[step.kind]}`);
  const etag = made.headers['etag']!;
  expect((await post(plural, { ...(fields as object), id: null }, key)).status).toBe(409);
  expect((await post(plural, { nonsense: 1 })).status).toBe(400);

  expect((await get(path, { 'If-None-Match': etag })).status).toBe(304);
  expect((await get(`${path}?as_of=2999-01-01`)).status).toBe(200);
  expect((await get(`${path}?as_of=soon`)).status).toBe(400);
  expect((await get(`${path}/history?limit=1`)).status).toBe(200);
  expect((await get(`${path}/history?limit=no`)).status).toBe(400);
  expect((await get(`${plural}?total=true&limit=1&sort=-id`)).status).toBe(200);
  expect((await get(`${plural}?nonsense=1`)).status).toBe(400);

  const changed = await patch(path, filled(step.change, ids), { 'If-Match': etag });
  expect(changed.status, changed.body).toBe(200);
  expect((await patch(path, { nonsense: 1 }, any)).status).toBe(400);
  const changes = read<{ items: { id: string }[] }>(await get(`${path}/history`)).items;
  const change = changes.at(-1)!.id;
  for (const ask of [
    (headers: object) => patch(path, step.change, headers),
    (headers: object) => remove(path, { reason: 'Nhập nhầm' }, headers),
    (headers: object) => post(`${path}/revert`, { change }, headers),
  ]) {
    expect((await ask({})).status).toBe(428);
    expect((await ask(old)).status).toBe(412);
  }
  expect((await post(`${path}/revert`, {}, any)).status).toBe(404);
  expect((await post(`${path}/revert`, { nonsense: change }, any)).status).toBe(400);
  expect((await post(`${path}/revert`, { change }, any)).status).toBe(200);

  const none = `${plural}/${plural === 'organisations' ? nowhere : nobody}`;
  for (const reply of [get(none), get(`${none}/history`), patch(none, {}, any), remove(none, { reason: 'x' }, any), post(`${none}/restore`, {}), post(`${none}/revert`, { change }, any)])
    expect((await reply).status).toBe(404);
}

/** Removes it, asks for what cannot be done to a removed record, and restores it. */
export async function buried({ get, patch, post, remove }: Client, path: string) {
  expect((await remove(path, {}, any)).status).toBe(400);
  expect((await remove(path, { reason: 'Nhập nhầm' }, any)).status).toBe(200);
  expect((await remove(path, { reason: 'Nhập nhầm' }, any)).status).toBe(409);
  expect((await patch(path, {}, any)).status).toBe(409);
  const change = read<{ items: { id: string }[] }>(await get(`${path}/history`)).items.at(-1)!.id;
  expect((await post(`${path}/revert`, { change }, any)).status).toBe(409);
  expect((await get(`${path.split('/')[0]}?removed=true`)).body).toContain('Nhập nhầm');
}

export async function risen({ post }: Client, path: string) {
  expect((await post(`${path}/restore`, { nonsense: 1 })).status).toBe(400);
  expect((await post(`${path}/restore`, {}, old)).status).toBe(412);
  expect((await post(`${path}/restore`, {})).status).toBe(200);
  expect((await post(`${path}/restore`, {})).status).toBe(409);
}

/** What cannot be said of a record of that kind, with this act. */
export async function unsaid({ post }: Client, plural: string, id: string, act: string, body: object) {
  expect((await post(`${plural}/${id}/${act}`, { nonsense: 1 })).status).toBe(400);
  expect((await post(`${plural}/${nobody}/${act}`, body)).status).toBe(404);
  expect((await post(`${plural}/${id}/${act}`, body, old)).status).toBe(412);
}
