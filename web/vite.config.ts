// Builds the page into dist/, which the service serves as it is: no inline script or style, no other host.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `virtual:countries`: ISO 3166 alpha-2 to the numeric code that boundary files name a country by. */
function countries(): Plugin {
  return {
    name: 'countries',
    resolveId: (id) => (id === 'virtual:countries' ? '\0countries' : undefined),
    load(id) {
      if (id !== '\0countries') return undefined;
      const rows = readFileSync(here('../data/countries.csv'), 'utf8').trim().split('\n').slice(1);
      const pairs = rows.map((row) => row.split(',')).map(([alpha2, , numeric]) => [alpha2, numeric]);
      return `export default ${JSON.stringify(Object.fromEntries(pairs))}`;
    }
  };
}

/** `virtual:languages`: what there is in messages/, each with its name and direction, without loading any of it. */
function languages(): Plugin {
  return {
    name: 'languages',
    resolveId: (id) => (id === 'virtual:languages' ? '\0languages' : undefined),
    load(id) {
      if (id !== '\0languages') return undefined;
      const found = readdirSync(here('src/messages')).map((file) => {
        const { language } = JSON.parse(readFileSync(here(`src/messages/${file}`), 'utf8')) as { language: object };
        return { tag: file.replace('.json', ''), ...language };
      });
      return `export default ${JSON.stringify(found)}`;
    }
  };
}

/** The boundary file stands beside the page under a fixed name, so that a State can put its own in its place. */
function boundaries(): Plugin {
  return {
    name: 'boundaries',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'map/countries.json',
        source: readFileSync(here('node_modules/world-atlas/countries-110m.json'))
      });
    }
  };
}

/** `licences.txt`: the licence of each package that is part of the page, as the package tells it. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const packages = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace('\0', ''))?.[0] ?? []);
      const folders = new Set([...packages, ...NOT_SEEN.map((name) => here(`node_modules/${name}`))]);
      const texts = [...folders].sort().map((folder) => {
        const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
        if (!file) throw new Error(`${folder} tells no licence`);
        const name = folder.replace(/^.*\/node_modules\//, '');
        return `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') });
    }
  };
}

/** Parts of the page that are no modules of the bundle: the map, and what only a worker loads. */
const NOT_SEEN = ['world-atlas', 'zxing-wasm'];

export default defineConfig({
  plugins: [svelte(), countries(), languages(), boundaries(), licences()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 600
  },
  // Workers stand apart: the service gives them a policy of their own (src/http/page_files.h).
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
  server: { proxy: { '/api': process.env.LOTLINE ?? 'http://127.0.0.1:8080' } }
});
