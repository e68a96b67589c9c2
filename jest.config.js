// Packages that ship ES modules only; Jest runs CommonJS, so they are translated like our own files.
const esModules = [
  '@grafana',
  'ol',
  'd3-.*',
  'd3',
  'uuid',
  'react-colorful',
  'rxjs',
  'internmap',
  'delaunator',
  'robust-predicates',
  'marked',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  '@wojtekmaj',
  'rbush',
  'quickselect',
  'earcut',
  'geotiff',
  'pbf',
  '@kusto',
  'color-.*',
  'lerc',
  'quick-lru',
  '@prometheus-io',
  'idb',
  '@openfeature',
  '@react-hookz',
  '@ver0',
  'immutable',
  'react-data-grid',
  '@react-awesome-query-builder',
  'map-or-similar',
  'assemblyscript',
  'binaryen',
  'long',
];

// What compares with Stan or fuzzes runs in a short form by default, and at length by `npm run test:long`.
const slow = ['**/stan.test.ts', '**/backends.test.ts', '**/*fuzz.test.ts'];
const allButSlow = ['**/*.test.ts', '**/*.test.tsx', ...slow.map((pattern) => `!${pattern}`)];

/** Tests below a folder, of one or several kinds of file. They run in plain Node, or in jsdom where they draw. */
const project = (displayName, root, { environment = 'node', tests = allButSlow } = {}) => ({
  displayName,
  rootDir: '.',
  roots: [`<rootDir>/${root}`],
  testEnvironment: environment,
  testEnvironmentOptions: { customExportConditions: ['foreband-source', 'node', 'require', 'default'] },
  testMatch: tests,
  extensionsToTreatAsEsm: [],
  transform: { '\\.[cm]?[jt]sx?$': '@swc/jest' },
  transformIgnorePatterns: [`node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '\\.(css|svg|png)$': 'identity-obj-proxy', '^(\\.{1,2}/.*)\\.js$': '$1' },
});

// Jest's sandbox makes every look-up of a global slow, which numeric loops feel; these are handed to each file instead.
const numeric = (...place) => ({
  ...project(...place),
  sandboxInjectedGlobals: ['Math', 'Number', 'Array', 'Float64Array', 'Object'],
});

module.exports = {
  // A busy machine is no failure.
  testTimeout: 60_000,
  maxWorkers: '100%',
  projects: [
    numeric('prophet-wasm', 'pkg/prophet-wasm'),
    numeric('detector', 'pkg/detector'),
    numeric('engine', 'pkg/engine'),
    project('prometheus', 'pkg/prometheus'),
    numeric('rules', 'pkg/rules'),
    numeric('slow', 'pkg', { tests: slow }),
    project('plugin', 'src', { tests: ['**/*.test.ts'] }),
    project('components', 'src', { tests: ['**/*.test.tsx'], environment: 'jsdom' }),
    numeric('workbench', 'workbench'),
    project('tooling', 'tooling'),
    numeric('bench', 'tests/bench'),
    numeric('prometheus-server', 'tests/prometheus'),
  ],
};
