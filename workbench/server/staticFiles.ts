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
const ICON = /^\/public\/(?:build\/)?img\/icons\/(unicons|mono|solid|custom)\/([\w-]+)\.svg$/;
const PLUGIN = /^\/public\/plugins\/([^/]+)\/(.+)$/;
const OWN = /^\/public\/(?:build\/(?!fonts\/)|(?=(?:fonts|img)\/))(.+)$/;

/**
 * Stands in for Grafana's static routes: `/public/plugins/:id/*` from the folder of that plugin (a nested one has its
 * own), `/public/build/*`, `/public/fonts/*` and `/public/img/*` from the page's bundle, and 404 for anything else under `/public`.
 */
export function createStaticFiles(plugins: PluginCatalog, build: string): Handler {
  return (call) => {
    if (!call.path.startsWith('/public/')) {
      return undefined;
    }
    const plugin = PLUGIN.exec(call.path);
    const folder = plugin === null ? build : plugins.list().find(({ id }) => id === plugin[1])?.folder;
    const rest = plugin?.[2] ?? OWN.exec(call.path)?.[1];
    const reply = folder === undefined || rest === undefined ? undefined : fileReply(folder, decodeURIComponent(rest));
    return reply ?? missingIcon(call.path, build) ?? refuse(404, 'Not found');
  };
}

/**
 * Grafana serves icons that the npm package of @grafana/ui leaves out. Here an arrow is the mirror image of its opposite,
 * and any other a ring.
 */
function missingIcon(path: string, build: string): Reply | undefined {
  const icon = ICON.exec(path);
  if (icon === null) {
    return undefined;
  }
  const opposite = fileReply(build, `img/icons/${icon[1]}/${icon[2].replace('left', 'right')}.svg`);
  const body =
    opposite === undefined
      ? '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="6" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
      : opposite.body.toString().replace('<path', '<path transform="matrix(-1 0 0 1 24 0)"');
  return { status: 200, headers: { 'content-type': TYPES['.svg'] }, body };
}

function fileReply(folder: string, path: string): Reply | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
    return undefined;
  }
  const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: readFileSync(file) };
}
