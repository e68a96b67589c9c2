/** @type {import('@swc/jest').Options} */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: false },
    transform: { react: { runtime: 'automatic' } },
  },
};

// Packages that ship ES modules only; Jest runs CommonJS, so they are translated like our own files.
const esModules = [
  '@grafana', 'ol', 'd3-.*', 'd3', 'uuid', 'react-colorful', 'rxjs', 'internmap', 'delaunator', 'robust-predicates',
  'marked', 'react-calendar', 'get-user-locale', 'memoize', 'mimic-function', '@wojtekmaj', 'rbush', 'quickselect',
  'earcut', 'geotiff', 'pbf', '@kusto', 'color-.*', 'lerc', 'quick-lru', '@prometheus-io', 'idb', '@openfeature',
  '@react-hookz', '@ver0', 'immutable', 'react-data-grid', '@react-awesome-query-builder', 'map-or-similar', 'assemblyscript', 'binaryen', 'long',
];

const project = (displayName, root, environment) => ({
  displayName,
  rootDir: '.',
  roots: [`<rootDir>/${root}`],
  testEnvironment: environment,
  testEnvironmentOptions: { customExportConditions: ['foreband-source', 'node', 'require', 'default'] },
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: [],
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
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
  projects: [
    numeric('prophet-wasm', 'pkg/prophet-wasm', 'node'),
    numeric('detector', 'pkg/detector', 'node'),
    numeric('engine', 'pkg/engine', 'node'),
    project('prometheus', 'pkg/prometheus', 'node'),
    project('plugin', 'src', 'jsdom'),
    project('workbench', 'workbench', 'jsdom'),
    project('tooling', 'tooling', 'node'),
    numeric('bench', 'tests/bench', 'node'),
  ],
};
