import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

import { words } from './vite/words';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const topics = ['confirm', 'domain', 'explain', 'numbers', 'oidc', 'pages', 'report', 'web', 'web_account'].map((topic) => here(`../data/words/${topic}.json`));

export default defineConfig({
  plugins: [svelte(), words(topics)],
  resolve: { alias: { $lib: here('src/lib') } },
  // Nothing is inlined: the server allows only files of its own (script-src 'self').
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env['KEVAI_SERVER'] ?? 'http://127.0.0.1:8080' } },
});
