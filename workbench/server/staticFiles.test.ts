import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPluginCatalog } from './pluginCatalog';
import { createStaticFiles } from './staticFiles';
import { aCall } from './testing/aCall';

describe('createStaticFiles()', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'static-files-'));
    const write = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    const includes = [{ type: 'panel', path: 'panels/x/plugin.json' }];
    write('dist/plugin.json', JSON.stringify({ id: 'an-app', type: 'app', includes }));
    write('dist/module.js', 'app');
    write('dist/panels/x/plugin.json', JSON.stringify({ id: 'a-panel', type: 'panel' }));
    write('dist/panels/x/module.js', 'panel');
    write('page/page.js', 'page');
    write('page/fonts/f.woff2', 'font');
    write('secret.txt', 'secret');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const answer = (path: string) =>
    createStaticFiles(createPluginCatalog(join(root, 'dist')), join(root, 'page'))(aCall(path));

  it.each([
    ['/public/plugins/an-app/module.js', 'app'],
    ['/public/plugins/a-panel/module.js', 'panel'],
    ['/public/build/page.js', 'page'],
    ['/public/fonts/f.woff2', 'font'],
  ])('serves %s', async (path, text) => {
    expect(await answer(path)).toMatchObject({ status: 200, body: Buffer.from(text) });
  });

  it.each([
    '/public/plugins/a-panel/other.js',
    '/public/plugins/unknown/module.js',
    '/public/build/none.js',
    '/public/anything',
    '/public/build/../secret.txt',
    '/public/plugins/an-app/%2e%2e/%2e%2e/secret.txt',
  ])('answers 404 for %s', async (path) => {
    expect(await answer(path)).toMatchObject({ status: 404 });
  });

  it('leaves what is not below /public to others', async () => {
    expect(await answer('/d/cpu')).toBeUndefined();
  });
});
