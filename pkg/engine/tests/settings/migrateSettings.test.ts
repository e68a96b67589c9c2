import { migrateSettings, migrationRemark } from '../../src/settings/migrateSettings.js';
import { parseSettings } from '../../src/settings/parseSettings.js';

const recommended = { weeklyOrder: 20, robustDeviations: 4, calibrationShare: 0.975 };
const classic = { weeklyOrder: 3, robustDeviations: null, calibrationShare: null };

describe('migrateSettings(stored)', () => {
  it('keeps the preset "classic" of before there were two methods', () => {
    expect(migrateSettings(classic).method).toBe('classic');
    expect(parseSettings(classic).method).toBe('classic');
  });

  it.each([{}, recommended, { thresholdMultiplier: 3 }, { ...classic, weeklyOrder: 5 }])(
    'makes %j adaptive',
    (stored) => {
      expect(parseSettings(stored).method).toBe('adaptive');
    },
  );

  it('leaves a method that was chosen', () => {
    expect(migrateSettings({ ...classic, method: 'adaptive' }).method).toBe('adaptive');
  });
});

describe('migrationRemark(stored)', () => {
  it('says what has become of the preset "recommended", where its values were stored', () => {
    expect(migrationRemark(recommended)).toContain('has become "Adaptive"');
    expect([{}, classic, { ...recommended, method: 'adaptive' as const }].map(migrationRemark)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
