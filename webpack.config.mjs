import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import { portableDashboard } from './tooling/portableDashboard.mjs';
import { swcRule } from './tooling/swcRule.mjs';
import './tooling/typescript.mjs';

const { catalogReadme, releasedChangelog } = await import('./tooling/archive/catalogDocuments.ts');
const { NoticesPlugin } = await import('./tooling/archive/NoticesPlugin.ts');

const root = fileURLToPath(new URL('.', import.meta.url));
const appId = 'foreband-anomaly-app';

/**
 * One row per plugin: its id, its entry under src/, the folder of its plugin.json, and its place in dist/. Each gets its
 * own compiler, because Grafana serves a nested plugin from its own folder: a chunk emitted elsewhere would be a 404.
 */
const plugins = [
  { id: appId, entry: './module.tsx', manifest: '.', folder: '' },
  {
    id: 'foreband-prometheus-datasource',
    entry: './datasource/module.ts',
    manifest: 'src/datasource',
    folder: 'datasource',
  },
  {
    id: 'foreband-anomaly-panel',
    entry: './panels/anomaly/module.tsx',
    manifest: 'src/panels/anomaly',
    folder: 'panels/anomaly',
  },
  {
    id: 'foreband-evaluation-panel',
    entry: './panels/evaluation/module.tsx',
    manifest: 'src/panels/evaluation',
    folder: 'panels/evaluation',
  },
  {
    id: 'foreband-history-panel',
    entry: './panels/history/module.tsx',
    manifest: 'src/panels/history',
    folder: 'panels/history',
  },
];

/** Modules that Grafana hands to every plugin at run time, from 11.6.11, 12.0.10, 12.1.7 and 12.2.5 on. */
const providedByGrafana = [
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'd3',
  'i18next',
  'jquery',
  'lodash',
  'moment',
  'prismjs',
  'react',
  'react-dom',
  'react-inlinesvg',
  'react-redux',
  'react-router',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'redux',
  'rxjs',
  'rxjs/operators',
  'slate',
  'slate-plain-serializer',
  'slate-react',
];

const { version, homepage } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const date = new Date().toISOString().slice(0, 10);

// Grafana fills in none of these: the addresses of an app's pages must hold its id when they are built.
const fillPlaceholders = (id) => (content) =>
  content.toString().replaceAll('%PLUGIN_ID%', id).replaceAll('%VERSION%', version).replaceAll('%TODAY%', date);

const dashboards = {
  from: `${root}provisioning/dashboards/*.json`,
  to: 'dashboards/[name][ext]',
  transform: (content) => portableDashboard(content.toString()),
};

const documents = [
  { from: `${root}README.md`, to: 'README.md', transform: (content) => catalogReadme(content.toString(), homepage) },
  {
    from: `${root}CHANGELOG.md`,
    to: 'CHANGELOG.md',
    transform: (content) => releasedChangelog(content.toString(), { version, date }),
  },
  { from: `${root}LICENSE`, to: '[name][ext]' },
];

// The catalog shows the app's screenshots alone.
const copiedFiles = ({ id, manifest, folder }) => [
  { from: `${root}${manifest}/plugin.json`, to: 'plugin.json', transform: fillPlaceholders(id) },
  { from: `${root}img`, to: 'img' },
  ...(folder === '' ? [{ from: `${root}docs/img/*.png`, to: 'img/[name][ext]' }, dashboards, ...documents] : []),
];

const nestedFolders = plugins.map(({ folder }) => folder).filter((folder) => folder !== '');
const belongsToNested = (path) =>
  nestedFolders.some((folder) => `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`));

const compiler = (plugin, mode) => ({
  name: plugin.id,
  mode,
  target: 'web',
  context: `${root}src`,
  entry: { module: { import: ['./publicPath.ts', plugin.entry], library: { type: 'amd' } } },
  output: {
    path: `${root}dist/${plugin.folder}`,
    filename: '[name].js',
    chunkFilename: '[name].js?_cache=[contenthash]',
    publicPath: `public/plugins/${plugin.id}/`,
    uniqueName: plugin.id,
    // One namespace for all: Grafana's validator looks for the sources of every map under the app's id.
    devtoolNamespace: appId,
    clean: { keep: plugin.folder === '' ? belongsToNested : undefined },
  },
  devtool: 'source-map',
  externalsType: 'amd',
  // Grafana's moment has the time zones built in; a second copy would take them over.
  externals: [{ 'amd-module': 'module', 'moment-timezone': 'moment' }, ...providedByGrafana],
  resolve: {
    extensions: ['.ts', '.tsx', '.js', '.mjs'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    conditionNames: ['foreband-source', 'import', 'module', 'browser', 'require', 'default'],
    symlinks: true,
  },
  module: {
    rules: [
      swcRule,
      { test: /\.svg$/, type: 'asset/inline' },
      { test: /date-holidays\/src\/data\.js$/, use: `${root}tooling/englishHolidays.mjs` },
    ],
  },
  plugins: [
    new CopyPlugin({ patterns: copiedFiles(plugin) }),
    new NoticesPlugin([`${root}node_modules/assemblyscript`]),
  ],
  performance: { hints: false },
});

export default (env, { mode = 'development' }) => plugins.map((plugin) => compiler(plugin, mode));
