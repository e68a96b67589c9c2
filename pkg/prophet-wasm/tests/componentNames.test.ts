import { loadProphet } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from './synthetic.js';

describe('predict(model, rows).components', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', '2024'])(
    'takes any name for one of its own: %s',
    async (name) => {
      const prophet = await loadProphet();
      const as = (own: string) =>
        prophet.predict(
          prophet.fit(syntheticHistory(), { seasonalities: [{ name: own, periodMs: 6e7, fourierOrder: 1 }] }),
          [hourAfterStart(5), hourAfterStart(400)],
        ).components;
      expect(Object.keys(as(name)).sort()).toEqual(['daily', 'weekly', name].sort());
      expect(as(name)[name]).toEqual(as('shift').shift);
    },
  );
});

describe('model.holidays', () => {
  it('stand in Prophet’s order, that of the code points of their names', async () => {
    const names = ['\u{1f384}', '\uff98', 'a', 'a b', '\u00e4'];
    const model = (await loadProphet()).fit(syntheticHistory(), {
      holidays: names.map((name) => ({ name, day: '2024-01-05' })),
    });
    expect(model.holidays.map(({ name }) => name)).toEqual(['a b', 'a', '\u00e4', '\uff98', '\u{1f384}']);
  });
});
