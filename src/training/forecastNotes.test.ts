import { loadEngine, parseSettings, type DetectedSeries } from 'foreband-engine';
import { fittedSeries } from '../../pkg/engine/tests/fittedSeries';

import { forecastNotes } from './forecastNotes';

const DAY_MS = 86_400_000;

/** A series whose training window was asked to be longer than its samples, or on a shorter step. */
async function detectedWith(name: string, settings: Partial<DetectedSeries['settings']>): Promise<DetectedSeries> {
  const { detected } = await fittedSeries(name);
  return { ...detected, settings: { ...detected.settings, ...settings } };
}

describe('forecastNotes', () => {
  it('says once what is true of several series, in the words of the first', async () => {
    const young = { trainingWindowMs: 60 * DAY_MS };
    const outcomes = new Map([
      ['a', await detectedWith('web', young)],
      ['b', await detectedWith('db', young)],
    ]);
    expect(forecastNotes(outcomes, true)).toEqual([
      { severity: 'info', text: expect.stringMatching(/^web and 1 more: Samples begin/) as string },
    ]);
  });

  it('offers another step only where the panel decides on it', async () => {
    const outcomes = async () => new Map([['a', await detectedWith('web', { stepMs: 60_000 })]]);
    expect(forecastNotes(await outcomes(), true)[0].mend).toEqual({
      label: 'Step of 10 min',
      settings: { stepMs: 600_000 },
    });
    const [note] = forecastNotes(await outcomes(), false);
    expect(note.text).toMatch(/^Only one in 10 steps of 1 min holds a sample/);
    expect(note.mend).toBeUndefined();
  });

  it('tells of a cycle that the model lacks before the band that it makes wide', async () => {
    const engine = await loadEngine();
    const rows = (start: number, nDays: number) => {
      const time = Float64Array.from({ length: nDays * 144 }, (_, row) => start + row * 600_000);
      const y = time.map((at) => Math.max(0, Math.cos((2 * Math.PI * at) / 6_000_000)));
      return { name: 'batch', labels: {}, time, y };
    };
    const settings = parseSettings({ stepMs: 600_000, trainingWindowMs: 14 * DAY_MS, method: 'classic' });
    const job = { training: rows(0, 14), visible: rows(14 * DAY_MS, 1), forecastEnd: 15 * DAY_MS, settings };
    const outcome = engine.detect({ ...job, settings: { ...settings, thresholdMultiplier: 4 } });
    expect(forecastNotes(new Map([['a', outcome]]), true).map(({ severity, mend }) => [severity, mend?.label])).toEqual(
      [
        ['warning', 'Add 1 h 40 min'],
        ['warning', 'Use adaptive'],
      ],
    );
  });

  it('has nothing to say of an ordinary series', async () => {
    expect(forecastNotes(new Map([['a', (await fittedSeries()).detected]]), true)).toEqual([]);
  });
});
