import { defaultSettings } from 'foreband-engine';

import { defaultQuery } from '../query';

import type { PreparedQuery } from './answerQuery';
import { lookUpCalendar } from './lookUpCalendar';

const DAY = 86_400_000;
const midnight = Date.UTC(2026, 11, 7);

function preparedFor(events: string): PreparedQuery {
  const visible = { start: midnight, end: midnight + DAY / 2 };
  return {
    query: { ...defaultQuery, refId: 'A' },
    settings: { ...defaultSettings, events },
    spans: {
      training: { start: midnight - 28 * DAY, end: midnight },
      asked: visible,
      visible,
      forecast: { start: midnight, end: midnight + 3 * DAY },
    },
    legendFormat: '',
    findLive: () => Promise.reject(new Error('asks nobody')),
    knownLive: () => Promise.resolve(undefined),
  };
}

describe('lookUpCalendar(prepared)', () => {
  it('adds the events of history, range and forecast beside the settings, which stay as they are', async () => {
    const lines = ['2026-10-01 Sale', '2026-11-20 Sale', '2026-12-07 Sale', '2026-12-09 Sale', '2026-12-20 Sale'];
    const asked = preparedFor(lines.join('\n'));
    const prepared = await lookUpCalendar(asked);
    expect(prepared.calendar).toEqual([
      { name: 'Sale', day: '2026-11-20' },
      { name: 'Sale', day: '2026-12-07' },
      { name: 'Sale', day: '2026-12-09' },
    ]);
    expect(prepared.settings).toBe(asked.settings);
  });

  it('adds none where none are asked for', async () => {
    expect((await lookUpCalendar(preparedFor(''))).calendar).toEqual([]);
  });

  it('names the line of an event that cannot be read', async () => {
    await expect(lookUpCalendar(preparedFor('someday Sale'))).rejects.toThrow('invalid events, line 1');
  });
});
