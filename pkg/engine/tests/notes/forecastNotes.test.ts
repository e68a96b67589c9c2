import type { DetectedSeries } from '../../src/detect/detectedSeries.js';
import { loadEngine, type Engine } from '../../src/engine.js';
import { bandNotes, historyNotes } from '../../src/notes/forecastNotes.js';
import { parseSettings, type PartialSettings } from '../../src/settings/parseSettings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 10 * MINUTE;

/** A Monday's midnight. */
const END = Date.UTC(2026, 2, 2);
const DAYS = 28;

// The bits of the row's number, mixed: as good as random, and the same in every run.
function noise(time: number): number {
  const first = Math.imul(time / STEP, 0x9e3779b1);
  const second = Math.imul(first ^ (first >>> 15), 0x85ebca77);
  return (0.04 * ((second ^ (second >>> 13)) >>> 0)) / 2 ** 32;
}
const daily = (time: number) => 0.4 + 0.2 * Math.sin((2 * Math.PI * time) / DAY) + noise(time);

describe('notes on a forecast', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine();
  });

  /** The day after four weeks of samples, scored. */
  function detectedOf(sampleAt: (time: number) => number, set: PartialSettings = {}): DetectedSeries {
    const rows = (start: number, nDays: number) => {
      const time = Float64Array.from({ length: (nDays * DAY) / STEP }, (_, row) => start + row * STEP);
      return { name: 'web', labels: {}, time, y: time.map(sampleAt) };
    };
    const outcome = engine.detect({
      training: rows(END - DAYS * DAY, DAYS),
      visible: rows(END, 1),
      forecastEnd: END + DAY,
      settings: parseSettings({ stepMs: STEP, trainingWindowMs: DAYS * DAY, ...set }),
    });
    if (outcome.kind !== 'detected') {
      throw new Error(outcome.message);
    }
    return outcome;
  }
  const kindsOf = (detected: DetectedSeries) =>
    [...historyNotes(detected, true), ...bandNotes(detected)].map(({ kind }) => kind);

  it.each(['adaptive', 'classic'] as const)('say nothing of an ordinary series: %s', (method) => {
    expect(kindsOf(detectedOf(daily, { method }))).toEqual([]);
  });

  it('name the step that samples come on where most steps hold none', () => {
    const sparse = (time: number) => (time % (30 * MINUTE) === 0 ? daily(time) : NaN);
    const [note] = historyNotes(detectedOf(sparse), true);
    expect(note).toMatchObject({ kind: 'step', severity: 'warning', mend: { settings: { stepMs: 30 * MINUTE } } });
    expect(note.text).toMatch(/^Only one in 3 steps of 10 min holds a sample: they come every 30 min\./);
  });

  it('say how much of the training window holds samples where its beginning is missing', () => {
    const young = (time: number) => (time >= END - 9 * DAY ? daily(time) : NaN);
    const [note] = historyNotes(detectedOf(young), true);
    expect(note.text).toMatch(/^Samples begin 8 d 24 h before|^Samples begin 9 d before/);
    expect(note.text).toContain('The weekly shape needs two weeks.');
    expect(kindsOf(detectedOf((time) => (time >= END - 27 * DAY ? daily(time) : NaN)))).toEqual([]);
  });

  it('name the hours of a series that is 0 at all others, and how to leave those out', () => {
    const open = (time: number) => {
      const hour = (time % DAY) / HOUR;
      const isWorkday = Math.floor((time - END) / DAY + 700) % 7 < 5;
      return isWorkday && hour >= 8 && hour < 18 ? daily(time) : 0;
    };
    const note = historyNotes(detectedOf(open), false).find(({ kind }) => kind === 'closedHours');
    expect(note?.text).toMatch(/^The samples are 0 but on Mon to Fri 08:00 to 18:00 \(UTC\)\./);
    expect(note?.text).toContain('hour() >= 8 < 18');
  });

  it('take no rare events for opening hours', () => {
    expect(kindsOf(detectedOf((time) => ((time / STEP) % 211 === 0 ? 1 : 0)))).not.toContain('closedHours');
  });

  it('offer a period that a classic model lacks, and no more once it is set', () => {
    const batch = (time: number) => daily(time) + (time % (100 * MINUTE) < 20 * MINUTE ? 0.3 : 0);
    const detected = detectedOf(batch, { method: 'classic' });
    const note = historyNotes(detected, true).find(({ kind }) => kind === 'period');
    expect(note?.mend).toEqual({ label: 'Add 1 h 40 min', settings: { cycleMs: 100 * MINUTE, cycleOrder: 4 } });
    expect(historyNotes(detected, false)).toEqual([]);
    expect(kindsOf(detectedOf(batch, { method: 'classic', ...note?.mend?.settings }))).not.toContain('period');
    // The adaptive fit has added it by itself.
    expect(kindsOf(detectedOf(batch))).not.toContain('period');
  });

  it('offer a longer period than the adaptive fit looks for', () => {
    const shifts = (time: number) => daily(time) + 0.1 * Math.sin((2 * Math.PI * time) / (30 * HOUR));
    const note = historyNotes(detectedOf(shifts), true).find(({ kind }) => kind === 'period');
    expect(Math.abs((note?.mend?.settings.cycleMs ?? NaN) - 30 * HOUR)).toBeLessThanOrEqual(STEP);
  });

  it('warn of a band that nothing can leave, and offer the method that leaves past incidents out', () => {
    const start = END - 6 * DAY;
    const incident = (time: number) => (time >= start && time < start + 17 * HOUR ? 5 : daily(time));
    const exclusions = [{ start, end: start + 17 * HOUR }];
    const classic = detectedOf(incident, { method: 'classic', robustDeviations: null, thresholdMultiplier: 6 });
    // Without the exclusion the incident is a part of what the samples have done.
    const [note] = bandNotes({ ...classic, settings: { ...classic.settings, exclusions } });
    expect(note).toMatchObject({ severity: 'warning', mend: { settings: { method: 'adaptive' } } });
    expect(note.text).toMatch(/^The band is \d+(\.\d+)? times as wide/);
    expect(bandNotes(detectedOf(incident))).toEqual([]);
  });
});
