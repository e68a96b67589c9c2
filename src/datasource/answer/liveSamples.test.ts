import { PrometheusError } from 'foreband-prometheus';

import { DAY_MS, HOUR_MS, lastHours, steadyPrometheus, STEP_MS, upQuery } from '../testing/steadyPrometheus';

import { explainNothing, isUnreachable, readLive, readTail, recallLive } from './liveSamples';
import type { QuerySamples } from './querySamples';

const away = new PrometheusError('unreachable', 'Prometheus cannot be reached');
const tooLong = new PrometheusError('limit', 'the query is too long', 422);

const textsOf = ({ notices }: Pick<QuerySamples, 'notices'>) => notices.map(({ text }) => text);

describe('readLive(host, query, spans, waiting)', () => {
  it('reads the visible samples, the hours before and the history', async () => {
    const { host } = steadyPrometheus();
    const samples = await readLive(host, upQuery, lastHours, {});
    const [{ visible, lead, training }] = samples.series;
    expect(samples).toMatchObject({ isSimulated: false, isStandIn: false, notices: [] });
    expect([visible.name, visible.time[0], visible.y[0]]).toEqual(['web', 40 * DAY_MS + 4 * HOUR_MS, 40 * 288 + 48]);
    expect([lead.time[0], lead.time.at(-1)]).toEqual([lastHours.asked.start, lastHours.visible.start - STEP_MS]);
    expect([training.time[0], training.time.at(-1)]).toEqual([37 * DAY_MS, 40 * DAY_MS]);
  });

  it('gives the visible samples as soon as they are there, unless the history is known already', async () => {
    const { host } = steadyPrometheus();
    const onVisible = jest.fn();
    await readLive(host, upQuery, lastHours, { onVisible });
    expect(onVisible).toHaveBeenCalledTimes(1);
    expect(onVisible).toHaveBeenCalledWith([expect.objectContaining({ name: 'web' })]);
    await readLive(host, upQuery, lastHours, { onVisible });
    expect(onVisible).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing twice that is settled', async () => {
    const { host, asked } = steadyPrometheus();
    await readLive(host, upQuery, lastHours, {});
    const before = asked.length;
    await readLive(host, upQuery, lastHours, {});
    expect(asked.slice(before).every(({ start }) => start > 40 * DAY_MS + 9 * HOUR_MS)).toBe(true);
  });

  it('fits to what is there while the history cannot be had, says so, and is worth asking again', async () => {
    const { host, refuse } = steadyPrometheus();
    refuse(({ start }) => (start < 40 * DAY_MS ? away : undefined));
    const samples = await readLive(host, upQuery, lastHours, {});
    expect(samples.isStandIn).toBe(true);
    expect(samples.series[0].visible.y[0]).toBe(40 * 288 + 48);
    expect(textsOf(samples)).toEqual([
      'The history of 1970-02-07 00:00 to 1970-02-09 23:55 is missing: Prometheus cannot be reached. Fitted to the samples from 1970-02-10 00:00 on.',
    ]);
  });

  it('fits to the part of the history that a server with a limit gives, and says how to get more', async () => {
    const { host, refuse } = steadyPrometheus();
    refuse(({ start }) => (start < 39 * DAY_MS ? tooLong : undefined));
    const samples = await readLive(host, upQuery, lastHours, {});
    expect(samples.isStandIn).toBe(false);
    expect(textsOf(samples)).toEqual([
      expect.stringMatching(/^Prometheus refused the whole training window; fitted to 1970-02-\d\d .*Lengthen "Step"/),
    ]);
  });

  it('fails where the visible samples cannot be had', async () => {
    const { host, refuse } = steadyPrometheus();
    refuse(() => away);
    await expect(readLive(host, upQuery, lastHours, {})).rejects.toThrow('cannot be reached');
  });
});

describe('readTail(host, query, span)', () => {
  it('reads the new steps of a query', async () => {
    const { host } = steadyPrometheus();
    const { visible } = lastHours;
    const { time, columns, notices } = await readTail(host, upQuery, {
      start: visible.end - STEP_MS,
      end: visible.end,
    });
    expect([[...time], [...columns.values()].map(({ y }) => [...y])]).toEqual([
      [visible.end - STEP_MS, visible.end],
      [[40 * 288 + 119, 40 * 288 + 120]],
    ]);
    expect(notices).toEqual([]);
  });
});

describe('recallLive(host, query, spans)', () => {
  it('gives the last answer, says since when there is no newer one, and how far it goes', async () => {
    const { host } = steadyPrometheus();
    await readLive(host, upQuery, lastHours, {});
    const recalled = await recallLive(host, upQuery, lastHours);
    expect(recalled).toMatchObject({ isStandIn: true, answeredUntil: lastHours.visible.end });
    expect(recalled && textsOf(recalled)).toEqual(['No data since 10:00, retrying: Prometheus cannot be reached.']);
  });

  it('gives nothing of a query that was never answered', async () => {
    expect(await recallLive(steadyPrometheus().host, upQuery, lastHours)).toBeUndefined();
  });
});

describe('explainNothing(host, query, spans)', () => {
  it('says when the newest sample of the training window was', async () => {
    const { host } = steadyPrometheus();
    await readLive(host, upQuery, lastHours, {});
    expect(await explainNothing(host, upQuery, lastHours)).toMatchObject({
      text: 'No data in this range; the newest sample of the training window is from 1970-02-10 00:00.',
    });
  });

  it('says that the query has no series at all', async () => {
    const { host, setHosts } = steadyPrometheus();
    setHosts();
    await readLive(host, upQuery, lastHours, {});
    expect((await explainNothing(host, upQuery, lastHours)).text).toMatch(/^No data: Prometheus has no series/);
  });
});

describe('isUnreachable(error)', () => {
  it('is true of a server that does not answer, and of nothing else', () => {
    expect([away, tooLong, new Error('boom')].map(isUnreachable)).toEqual([true, false, false]);
  });
});
