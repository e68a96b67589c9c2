import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import initProphet, { initLogging, Prophet } from '@bsull/augurs/prophet';
import { optimizer } from '@bsull/augurs-prophet-wasmstan';

const wasm = new URL('prophet_bg.wasm', `file://${createRequire(import.meta.url).resolve('@bsull/augurs/prophet')}`);

/** The peer: augurs' Prophet with Stan's own optimizer, both compiled to WebAssembly. */
export async function loadAugurs() {
  await initProphet({ module_or_path: readFileSync(wasm) });
  initLogging({ maxLevel: 'error' });
  return {
    fit({ seconds, y }, intervalWidth) {
      const prophet = new Prophet({ optimizer, intervalWidth });
      prophet.fit({ ds: seconds, y });
      return prophet;
    },
    predict: (fitted, seconds) => fitted.predict({ ds: seconds }),
  };
}
