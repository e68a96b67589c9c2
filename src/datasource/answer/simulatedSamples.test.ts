import { simulatedSamples } from './simulatedSamples';
import type { QuerySpans } from './spans';

const HOUR = 3_600_000;

const spans: QuerySpans = {
  training: { start: 0, end: 48 * HOUR },
  asked: { start: 50 * HOUR, end: 60 * HOUR },
  visible: { start: 54 * HOUR, end: 60 * HOUR },
  forecast: { start: 54 * HOUR, end: 60 * HOUR },
};
const options = { stepMs: HOUR, legendFormat: '', isStandIn: false };

describe('simulatedSamples(scenario, spans, options)', () => {
  it('makes as many machines as asked for, the same from the same seed', () => {
    const { series, isSimulated } = simulatedSamples({ seed: 7, nInstances: 2 }, spans, options);
    expect([series.length, isSimulated]).toEqual([2, true]);
    expect(simulatedSamples({ seed: 7, nInstances: 2 }, spans, options).series).toEqual(series);
    expect(simulatedSamples({ seed: 8, nInstances: 2 }, spans, options).series).not.toEqual(series);
  });

  it('gives history, the hours before and what is shown on the step, one after the other', () => {
    const [{ training, lead, visible }] = simulatedSamples({ seed: 1, nInstances: 1 }, spans, options).series;
    const bounds = [training, lead, visible].map(({ time }) => [time[0] / HOUR, (time.at(-1) ?? NaN) / HOUR]);
    expect(bounds).toEqual([[0, 48], [50, 53], [54, 60]]); // prettier-ignore
  });

  it('names its series by the legend, and by themselves where there is none', () => {
    const scenario = { seed: 1, nInstances: 1 };
    const nameWith = (legendFormat: string) =>
      simulatedSamples(scenario, spans, { ...options, legendFormat }).series[0].visible.name;
    const [{ visible }] = simulatedSamples(scenario, spans, options).series;
    expect(nameWith('on {{instance}}')).toBe(`on ${visible.labels.instance}`);
    expect(nameWith(' ')).toBe(visible.name);
  });

  it('says that nothing of it is measured, and where it stands in that live data will replace it', () => {
    const textOf = (isStandIn: boolean) =>
      simulatedSamples({ seed: 1, nInstances: 1 }, spans, { ...options, isStandIn }).notices.map(({ text }) => text);
    expect(textOf(false)).toEqual(['Simulated data: generated, not measured.']);
    expect(textOf(true)).toEqual([expect.stringContaining('Live data replaces it as soon as Prometheus answers')]);
  });
});
