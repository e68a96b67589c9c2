import type { ModelOrigin } from '../../../src/fit/fittedModel.js';
import type { SavedModel } from '../../../src/models/format/savedModel.js';

import { modelFor } from '../../../src/models/policy/modelFor.js';

const HOUR = 3_600_000;
const NOW = 1000 * HOUR;

const stored = (origin: ModelOrigin, hoursAgo: number) => ({ origin, created: NOW - hoursAgo * HOUR }) as SavedModel;

describe('modelFor()', () => {
  it.each([
    // policy, pinned (hours ago), cached (hours ago), what is used
    ['auto', undefined, 1, undefined],
    ['auto', 900, 1, 'pinned'],
    ['never', undefined, undefined, undefined],
    ['never', undefined, 900, 'cached'],
    ['never', 900, 1, 'pinned'],
    ['onLoad', 1, 1, undefined],
    ['whenStale', 900, undefined, 'pinned'],
    ['whenStale', 900, 1, 'cached'],
    ['whenStale', 1, 900, 'pinned'],
    ['daily', 23, undefined, 'pinned'],
    ['daily', 25, undefined, undefined],
    ['daily', 25, 3, 'cached'],
    ['daily', 25, 24, undefined],
  ] as const)('under %s, with one pinned %s h and one cached %s h ago, uses %s', (policy, pinned, cached, used) => {
    const known = {
      pinned: pinned === undefined ? undefined : stored('pinned', pinned),
      cached: cached === undefined ? undefined : stored('cached', cached),
    };
    expect(modelFor(policy, known, NOW)?.origin).toBe(used);
  });
});
