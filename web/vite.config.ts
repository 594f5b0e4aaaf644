import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: here('src/lib'), $words: here('../data/words') } },
  // Nothing is inlined: the server allows only files of its own (default-src 'self').
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    fs: { allow: ['.', '../data/words'] },
    proxy: { '/api': process.env['KEVAI_SERVER'] ?? 'http://127.0.0.1:8080' },
  },
});
