import { FieldType, toDataFrame } from '@grafana/data';
import type { Series } from 'foreband-detector';

import { type CalendarRows, defaultSettings, type DetectorSettings } from 'foreband-engine';

import { firstReleaseFrame } from '../grafana/testing/firstReleaseFrame';

import { detectionJobs, type VisibleRange } from './detectionJobs';
import { pairingKey, seriesInputs } from './seriesInput';
import type { Training } from './trainingAnswer';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 5 * MINUTE;

/** Ten o'clock on the 41st day of 1970. */
const visible: VisibleRange = { from: 40 * DAY + 4 * HOUR, to: 40 * DAY + 10 * HOUR, now: 40 * DAY + 10 * HOUR };

function panelFrame(host: string, refId = 'A') {
  return toDataFrame({
    refId,
    fields: [
      { name: 'time', type: FieldType.time, values: [visible.from, visible.from + HOUR, visible.from + 2 * HOUR] },
      { name: 'value', type: FieldType.number, labels: { host }, values: [1, 2, 3] },
    ],
  });
}

function asked(labels: Record<string, string>, stepMs = STEP): Series {
  const start = 12 * DAY;
  const length = (visible.to + HOUR - start) / stepMs;
  const time = Float64Array.from({ length }, (_, row) => start + row * stepMs);
  return { name: 'Value', labels, time, y: time.map(() => 1) };
}

function ready(...answers: Series[]): Training {
  return {
    kind: 'ready',
    answer: {
      series: new Map(answers.map((series) => [pairingKey({ refId: 'A', series }), series])),
      askedFor: { dataSources: [], refIds: ['A'], span: { start: 0, end: 1 }, stepMs: STEP, nRequests: 1 },
    },
  };
}

function jobs(frames: Array<ReturnType<typeof panelFrame>>, training: Training) {
  const inputs = seriesInputs(frames);
  const settingsOf = new Map(inputs.map(({ key }) => [key, { settings: defaultSettings }]));
  return detectionJobs(inputs, { known: new Map(), settingsOf, training, visible });
}

describe('detectionJobs', () => {
  it('waits for the answer to the training query', () => {
    expect(jobs([panelFrame('web')], { kind: 'asking' })).toEqual([]);
  });

  it('fits up to the last midnight and scores the visible range, both from the answer', () => {
    const [{ job, history }] = jobs([panelFrame('web')], ready(asked({ host: 'web' }), asked({ host: 'db' })));
    expect(history).toBe('asked');
    expect([job.training.time[0], job.training.time.at(-1)]).toEqual([12 * DAY, 40 * DAY]);
    expect([job.visible.time[0], job.visible.time.at(-1)]).toEqual([visible.from, visible.to]);
  });

  it('scores the same rows the same way whatever step the panel draws', () => {
    const coarse = jobs([panelFrame('web')], ready(asked({ host: 'web' })));
    const fine = jobs([toDataFrame({ ...panelFrame('web'), length: 2 })], ready(asked({ host: 'web' })));
    expect(coarse[0].job).toEqual(fine[0].job);
  });

  it('does not score the step that is still running', () => {
    const inputs = seriesInputs([panelFrame('web')]);
    const now = visible.to - 2 * MINUTE;
    const settingsOf = new Map(inputs.map(({ key }) => [key, { settings: defaultSettings }]));
    const [{ job }] = detectionJobs(inputs, {
      known: new Map(),
      settingsOf,
      training: ready(asked({ host: 'web' })),
      visible: { ...visible, now },
    });
    expect(job.visible.time.at(-1)).toBe(visible.to - STEP);
  });

  it('reads the step from the answer, where a server rounds it up', () => {
    const [{ job }] = jobs([panelFrame('web')], ready(asked({ host: 'web' }, 15 * MINUTE)));
    expect(job.settings.stepMs).toBe(15 * MINUTE);
  });

  it('pairs the only series of a query even where a transformation changed its labels', () => {
    const [{ history }] = jobs([panelFrame('renamed')], ready(asked({ host: 'web' })));
    expect(history).toBe('asked');
  });

  it('fits what is visible where several series do not pair', () => {
    const planned = jobs([panelFrame('one'), panelFrame('two')], ready(asked({ host: 'web' }), asked({ host: 'db' })));
    expect(planned.map(({ history }) => history)).toEqual(['unpaired', 'unpaired']);
  });

  it('fits what is visible where nothing can be asked, on the step of the frame', () => {
    const [{ job, history }] = jobs([panelFrame('web')], { kind: 'visibleOnly', reason: 'a snapshot' });
    expect([history, job.settings.stepMs, job.training.time.length]).toEqual(['visible', HOUR, 3]);
  });

  describe('of a frame that carries its model', () => {
    const [input] = seriesInputs([firstReleaseFrame()]);
    const { carried } = input;
    const fittedWith = (change: Partial<DetectorSettings>, calendar?: CalendarRows) => {
      const settings = { ...(carried?.settings ?? defaultSettings), ...change };
      const settingsOf = new Map([[input.key, { settings, calendar }]]);
      const training: Training = { kind: 'notNeeded' };
      return detectionJobs([input], { known: new Map(), settingsOf, training, visible })[0].job.fitted;
    };

    it.each<Partial<DetectorSettings>>([
      { intervalWidth: 0.8 },
      { horizonMs: HOUR },
      { thresholdMultiplier: 4 },
      { stepMs: STEP },
      { trainingWindowMs: 90 * DAY },
    ])('fits nothing with %j: the model is there, and its rows cannot be others', (change) => {
      expect(fittedWith(change)).toBe(carried?.fitted);
    });

    it.each<Partial<DetectorSettings>>([{ dailyOrder: 8 }, { trainingWindowMs: 7 * DAY }, { calibrationShare: 0.9 }])(
      'fits another one with %j',
      (change) => {
        expect(fittedWith(change)).toBeUndefined();
      },
    );

    it('fits another one with holidays that it does not know', () => {
      expect(fittedWith({ events: '2026-12-06 Sale' }, [{ name: 'Sale', day: '2026-12-06' }])).toBeUndefined();
    });
  });
});
