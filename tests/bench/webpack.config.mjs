import { join } from 'node:path';

import workbench from '../../workbench/webpack.config.mjs';

const folder = import.meta.dirname;
const root = join(folder, '../..');

/** The workbench's own build of Grafana's packages, around the benchmark's page and the panel's sources. */
export default () => {
  const page = workbench();
  return {
    ...page,
    name: 'bench',
    context: folder,
    entry: { bench: './page/index.tsx' },
    output: { ...page.output, path: join(root, 'build/bench'), uniqueName: 'bench' },
    resolve: {
      ...page.resolve,
      extensionAlias: { '.js': ['.ts', '.js'] },
      conditionNames: ['foreband-source', 'import', 'module', 'browser', 'require', 'default'],
    },
    plugins: page.plugins.filter((plugin) => plugin.constructor.name !== 'CopyPlugin'),
  };
};
