import '../grafana/testing/browser';

import { createDataFrame, FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { renderHook, waitFor } from '@testing-library/react';
import { defaultSettings, type PartialSettings } from 'foreband-engine';

import { seriesInputs } from './seriesInput';
import { settingsOfSeries } from './settingsOfSeries';
import { useCalendars } from './useCalendars';

const DAY = 86_400_000;
const midnight = Date.UTC(2026, 11, 7);
const visible = { from: midnight - DAY, to: midnight, now: midnight };

/** Samples of any data source. */
const samples = toDataFrame({
  refId: 'A',
  fields: [
    { name: 'time', type: FieldType.time, values: [midnight - DAY, midnight] },
    { name: 'value', type: FieldType.number, values: [1, 2] },
  ],
});

/** A frame of Foreband's own data source, with the calendar that its query looked up. */
function carrying(events: string): DataFrame {
  const calendar = [{ name: 'Known', day: '2026-12-05' }];
  const training = { name: 'web', labels: {}, time: [], y: [] };
  const foreband = { version: 4, settings: { events }, calendar, training, fitted: null };
  return createDataFrame({ ...samples, meta: { custom: { foreband } } });
}

function render(frame: DataFrame, ofPanel: PartialSettings) {
  const inputs = seriesInputs([frame]);
  const settings = settingsOfSeries(inputs, ofPanel, 'utc');
  const { result } = renderHook(() => useCalendars(inputs, settings, visible));
  return { current: () => result.current, rows: () => result.current.calendarOf.get(inputs[0].key) };
}

describe('useCalendars(inputs, settings, visible)', () => {
  it('has no rows of a series while its calendar is being loaded: it waits', async () => {
    const { rows } = render(samples, { events: '2026-12-06 Sale\n2026-01-01 Past' });
    expect(rows()).toBeUndefined();
    await waitFor(() => expect(rows()).toEqual([{ name: 'Sale', day: '2026-12-06' }]));
  });

  it('has none for a series that asks for none, at once', () => {
    expect(render(samples, {}).rows()).toEqual([]);
  });

  it('takes the rows that a frame brings along, unless the panel asks for others', async () => {
    expect(render(carrying('2026-12-05 Known'), {}).rows()).toEqual([{ name: 'Known', day: '2026-12-05' }]);
    const others = render(carrying('2026-12-05 Known'), { events: '2026-12-04 Fair' });
    await waitFor(() => expect(others.rows()).toEqual([{ name: 'Fair', day: '2026-12-04' }]));
  });

  it('leaves settings as users set them', () => {
    const { current } = render(carrying('2026-12-05 Known'), { thresholdMultiplier: 3 });
    expect([...current().settings.byKey.values()]).toEqual([
      { ...defaultSettings, events: '2026-12-05 Known', thresholdMultiplier: 3 },
    ]);
  });

  it('goes on with the settings of the query where events cannot be read, and says what is wrong', async () => {
    const { current, rows } = render(samples, { events: 'someday Sale' });
    await waitFor(() => expect(current().settings.problem).toContain('invalid events, line 1'));
    expect([current().settings.own, rows()]).toEqual([defaultSettings, []]);
  });
});
