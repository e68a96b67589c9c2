import { readCsv } from 'foreband-detector';
import { defaultSettings, loadEngine, runEvaluation } from 'foreband-engine';

import type { ExplorePlan } from '../address/planCodecs';
import { csvSamples } from '../samples/csvSamples';
import { exampleCsv } from '../samples/exampleCsv';

import { boundsOf, completePlan, markedOf } from './explorePlan';

async function evaluated(plan: Partial<ExplorePlan>) {
  const read = readCsv(exampleCsv());
  if (read.kind === 'question') {
    throw new Error(read.text);
  }
  const view = { fileName: 'sample', series: null, stepMs: undefined, usualStepMs: 300_000 };
  const { series, stepMs, truth, unit } = csvSamples(read, view);
  const settings = { ...defaultSettings, stepMs };
  const subject = { name: 'sample', series, settings, bounds: boundsOf(unit), marked: markedOf(truth) };
  const outcome = await runEvaluation(await loadEngine(), subject, completePlan(plan, truth));
  if (outcome.kind !== 'evaluated') {
    throw new Error(outcome.message);
  }
  return outcome;
}

const foundIn = ({ evaluation: { events } }: Awaited<ReturnType<typeof evaluated>>) => ({
  found: events.outcomes.filter(({ isFound }) => isFound).map(({ event }) => event.kind),
  nMissed: events.nMissed,
  nFalse: events.nFalse,
});

describe('runEvaluation of the sample', () => {
  it('finds every labeled event of the held-out samples by default, and nothing else', async () => {
    expect(foundIn(await evaluated({}))).toEqual({
      found: ['spike', 'missing backup', 'dip'],
      nMissed: 0,
      nFalse: 0,
    });
  });

  it('finds the deploy, too, where a rolling evaluation holds it out', async () => {
    expect(foundIn(await evaluated({ rows: 'rolling' }))).toEqual({
      found: ['deploy', 'spike', 'missing backup', 'dip'],
      nMissed: 0,
      nFalse: 0,
    });
  });

  it('asks about its real events where anomalies are planted, and calls none of them false', async () => {
    const { unplanted, evaluation } = await evaluated({ truth: 'planted' });
    expect(unplanted.map(({ start }) => new Date(start).toISOString().slice(0, 10))).toEqual([
      '2026-02-11',
      '2026-02-13',
      '2026-02-15',
    ]);
    expect(evaluation.events.nFalse).toBe(0);
  });
});
