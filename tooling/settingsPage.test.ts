import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { settingsPage } from './settingsPage';

describe('docs/settings.md', () => {
  it('is what the settings table says now (npm run docs writes it)', () => {
    expect(readFileSync(join(process.cwd(), 'docs/settings.md'), 'utf8')).toBe(settingsPage());
  });
});
