import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const prefix = 'virtual:words/';
type Entries = Record<string, Record<string, string>>;

/** `virtual:words/LANGUAGE`: the texts of the given files in that one language, key → text. */
export function words(files: string[]): Plugin {
  return {
    name: 'kevai-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1);
      const texts: Record<string, string> = {};
      for (const file of files) {
        this.addWatchFile(file);
        for (const [key, entry] of Object.entries(JSON.parse(readFileSync(file, 'utf-8')) as Entries)) {
          const text = entry[language];
          if (text === undefined) throw new Error(`${file}: ${key} has no text in ${language}`);
          texts[key] = text;
        }
      }
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
