// `npm run build:compose`: bundles the invented hosts of docker-compose.yaml into one file that plain Node runs.
import { fileURLToPath } from 'node:url';

import { swcRule } from '../../tooling/swcRule.mjs';

export default {
  mode: 'production',
  target: 'node20',
  entry: { composeHosts: fileURLToPath(new URL('composeHosts.ts', import.meta.url)) },
  output: { path: fileURLToPath(new URL('../../build/compose', import.meta.url)), filename: '[name].cjs' },
  resolve: {
    extensions: ['.ts', '.js'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    conditionNames: ['foreband-source', 'import', 'node', 'default'],
  },
  module: { rules: [swcRule] },
  performance: { hints: false },
};
