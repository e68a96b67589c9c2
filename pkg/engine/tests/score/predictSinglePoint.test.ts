import { rescore } from '../../src/detect/detect.js';
import { saveModel } from '../../src/models/format/saveModel.js';
import { predictSinglePoint } from '../../src/score/predictSinglePoint.js';
import { fittedSeries, HISTORY_END } from '../fittedSeries.js';

describe('predictSinglePoint(engine, saved, time, value)', () => {
  it('says of a sample what a detection with the saved settings says, but for its neighbors', async () => {
    const { engine, detected } = await fittedSeries();
    const settings = { ...detected.settings, thresholdMultiplier: 3, n: 2, m: 2 };
    const scored = rescore(detected, settings);
    if (scored.kind !== 'detected') {
      throw new Error(scored.message);
    }
    const saved = saveModel(engine, scored, { unit: null, now: HISTORY_END });
    const row = 70;
    const { time, y } = scored.series;
    const recent = { time: time.subarray(0, row), y: y.subarray(0, row) };
    const point = predictSinglePoint(engine, saved, time[row], y[row], { recent });
    expect(point).toMatchObject({
      yhat: scored.forecast.yhat[row],
      bandUpper: scored.detection.bandUpper[row],
      score: scored.detection.score[row],
      isAnomaly: false,
    });
    const above = predictSinglePoint(engine, saved, time[row], point.bandUpper + 0.01, { recent });
    expect(above).toMatchObject({ isAnomaly: true, direction: 'above' });
  });
});
