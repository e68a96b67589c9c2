// `npm run docs`: writes docs/settings.md from the settings table, which it is generated from.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import './typescript.mjs';

const { settingsPage } = await import('./settingsPage.ts');

writeFileSync(join(import.meta.dirname, '../docs/settings.md'), settingsPage());
