import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// A file of its own because svelte-check does not read vite.config.ts.
export default { preprocess: vitePreprocess() };
