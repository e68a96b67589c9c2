import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { refuse, type Handler, type Reply } from './http';
import type { PluginCatalog } from './pluginCatalog';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const PLUGIN = /^\/public\/plugins\/([^/]+)\/(.+)$/;
const BUILD = '/public/build/';

/**
 * Stands in for Grafana's static routes: `/public/plugins/:id/*` from the folder of that plugin (a nested one has its
 * own), `/public/build/*` from the page's bundle, and 404 for anything else under `/public`. Only GET and HEAD.
 */
export function createStaticFiles(plugins: PluginCatalog, build: string): Handler {
  return (call) => {
    if (!call.path.startsWith('/public/')) {
      return undefined;
    }
    const plugin = PLUGIN.exec(call.path);
    const folder = plugin === null ? build : plugins.list().find(({ id }) => id === plugin[1])?.folder;
    const rest = plugin?.[2] ?? (call.path.startsWith(BUILD) ? call.path.slice(BUILD.length) : undefined);
    const reply = folder === undefined || rest === undefined ? undefined : fileReply(folder, decodeURIComponent(rest));
    return reply ?? refuse(404, 'Not found');
  };
}

function fileReply(folder: string, path: string): Reply | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
    return undefined;
  }
  const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: readFileSync(file) };
}
