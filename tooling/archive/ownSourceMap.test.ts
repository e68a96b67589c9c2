import { decode, encode } from '@jridgewell/sourcemap-codec';

import { ownSourceMap } from './ownSourceMap';

const map = (sources: string[]) =>
  JSON.stringify({
    version: 3,
    sources,
    sourcesContent: sources.map((source) => `// ${source}`),
    names: ['theirs', 'ours'],
    mappings: encode([
      [
        [0, 0, 0, 0, 0],
        [5, 0, 1, 0],
        [10, 1, 2, 4, 1],
        [20, 0, 3, 0],
      ],
    ]),
  });

describe('ownSourceMap(text)', () => {
  it("keeps the plugin's own sources, with their contents, names and places, and points nowhere for the rest", () => {
    const text = ownSourceMap(map(['webpack://app/../node_modules/x/index.js', 'webpack://app/./panels/Panel.tsx']));
    const { mappings, ...rest } = JSON.parse(text ?? '{}') as { mappings: string };
    expect(rest).toEqual({
      version: 3,
      sources: ['webpack://app/./panels/Panel.tsx'],
      sourcesContent: ['// webpack://app/./panels/Panel.tsx'],
      names: ['ours'],
    });
    expect(decode(mappings)).toEqual([[[0], [10, 0, 2, 4, 0], [20]]]);
  });

  it.each(['webpack://app/../pkg/x/src/a.ts', 'webpack://app/webpack/bootstrap', 'webpack://app/external amd "react"'])(
    'has none where all there is, is %s',
    (source) => {
      expect(ownSourceMap(map([source, source]))).toBeUndefined();
    },
  );
});
