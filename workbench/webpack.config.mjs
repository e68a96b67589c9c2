import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';

import { swcRule } from '../tooling/swcRule.mjs';
import { packageSetFolder, pageFolder } from './packageSet.mjs';

const workbench = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @grafana/ui brings react-router 5 and its bridge to version 6; Grafana hands the bridge to everybody else, so that
 * all share one router.
 */
function routersOf(packages) {
  const fromUi = createRequire(createRequire(join(packages, 'package.json')).resolve('@grafana/ui/package.json'));
  const folderOf = (name) => dirname(fromUi.resolve(`${name}/package.json`));
  return { v5: folderOf('react-router-dom'), bridge: folderOf('react-router-dom-v5-compat') };
}

/** Setters that @grafana/runtime keeps from its index; false where a release has no such file. */
function runtimeInternals(packages) {
  const runtime = join(packages, 'node_modules/@grafana/runtime/dist/esm/components');
  const fileOf = (name) =>
    ['mjs', 'js'].map((end) => join(runtime, `${name}.${end}`)).find((path) => existsSync(path)) ?? false;
  return {
    '@workbench/plugin-page': fileOf('PluginPage'),
    '@workbench/panel-data-error-view': fileOf('PanelDataErrorView'),
  };
}

/** Inter under the names by which @grafana/ui's global styles ask for it, below /public/fonts. */
const fontFiles = (folder) =>
  Object.entries({ Regular: '400-normal', Medium: '500-normal', Italic: '400-italic', MediumItalic: '500-italic' }).map(
    ([style, file]) => ({
      from: join(folder, `files/inter-latin-${file}.woff2`),
      to: `fonts/inter/Inter-${style}.woff2`,
      info: { minimized: true },
    }),
  );

const useBridge = (routers) =>
  new webpack.NormalModuleReplacementPlugin(/^(react-router|react-router-dom)$/, (resource) => {
    const inUi = /[\\/]@grafana[\\/]ui[\\/]|[\\/]node_modules[\\/]react-router/.test(resource.context);
    if (!inUi) {
      resource.request = routers.bridge;
    }
  });

/**
 * The page, built from the Grafana packages in `packages`, a folder with a node_modules. `page` is the folder of its
 * sources: for another set of packages a copy beside that node_modules, because modules resolve upwards.
 */
const pageCompiler = ({ packages, page, output }) => {
  const routers = routersOf(packages);
  const resolveFrom = createRequire(join(packages, 'package.json')).resolve;
  const uiImages = join(dirname(resolveFrom('@grafana/ui/package.json')), 'dist/public/img');
  const systemjs = dirname(resolveFrom('systemjs/dist/system.js'));
  return {
    name: 'workbench',
    mode: 'production',
    target: 'web',
    context: page,
    entry: { page: ['@fontsource/roboto-mono/400.css', './index.ts'] },
    output: {
      path: output,
      filename: '[name].js',
      chunkFilename: '[name].[contenthash].js',
      assetModuleFilename: 'assets/[hash][ext]',
      publicPath: 'public/build/',
      uniqueName: 'workbench',
      clean: true,
    },
    optimization: { minimize: false, splitChunks: false },
    performance: { hints: false },
    devtool: false,
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      alias: {
        '@workbench/router-v5': routers.v5,
        '@workbench/router-bridge': routers.bridge,
        ...runtimeInternals(packages),
      },
      fallback: { fs: false, path: false },
    },
    module: {
      rules: [
        swcRule,
        // UMD libraries must not take SystemJS's AMD `define` for their own.
        { test: /\.[cm]?js$/, parser: { amd: false }, resolve: { fullySpecified: false } },
        // Bundlers for the web read a CommonJS default export as such; strict ES modules would get the whole module.
        { test: /\.mjs$/, include: /@grafana/, type: 'javascript/auto' },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
        { test: /\.(woff2?|ttf|svg|png|gif)$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      useBridge(routers),
      new webpack.DefinePlugin({ define: 'undefined' }),
      new CopyPlugin({
        patterns: [
          ...fontFiles(dirname(resolveFrom('@fontsource/inter/package.json'))),
          { from: uiImages, to: 'img', info: { minimized: true } },
          { from: join(systemjs, 'system.js'), to: 'system.js', info: { minimized: true } },
          { from: join(systemjs, 'extras/amd.js'), to: 'amd.js', info: { minimized: true } },
        ],
      }),
    ],
    ignoreWarnings: [/./],
  };
};

/** `--env set=oldest` builds with a set of packages other than the checkout's own, which must be prepared. */
export default ({ set } = {}) => {
  const packages = set === undefined ? root : packageSetFolder(root, set);
  const page = join(set === undefined ? workbench : packages, 'page');
  return pageCompiler({ packages, page, output: pageFolder(root, set) });
};
