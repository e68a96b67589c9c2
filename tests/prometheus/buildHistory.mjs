// `npm run build:history`: writes the history of the browser tests once, as blocks of Prometheus' database.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import '../../tooling/typescript.mjs';

const { writeHistory } = await import('./historyBlocks.ts');
const { RECORDED_NOW, RECORDED_UNTIL } = await import('./recordedNow.ts');
const { createHosts } = await import('./simulatedHosts.ts');

const folder = join(import.meta.dirname, '../../build/history');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await writeHistory(createHosts(RECORDED_NOW), RECORDED_UNTIL, folder);
