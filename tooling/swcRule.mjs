import { fileURLToPath } from 'node:url';

/** Lets webpack translate our own sources as `.swcrc` says. */
export const swcRule = {
  test: /\.[cm]?[jt]sx?$/,
  exclude: /node_modules/,
  use: { loader: 'swc-loader', options: { configFile: fileURLToPath(new URL('../.swcrc', import.meta.url)) } },
};
