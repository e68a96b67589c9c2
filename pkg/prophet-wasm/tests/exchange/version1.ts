/**
 * A model as this package wrote it in version 1 of its format, before there was more than additive seasonalities: 30 rows
 * from 2024-01-01, six hours apart. Its forecast of 2024-01-11 was that of `forecastOfVersion1`.
 */
export function version1(): Record<string, unknown> {
  return {
    version: 1,
    options: {
      growth: 'linear',
      changepoints: null,
      nChangepoints: 3,
      changepointRange: 0.8,
      changepointPriorScale: 0.05,
      yearlySeasonality: 'auto',
      weeklySeasonality: 'auto',
      dailySeasonality: 1,
      seasonalities: [{ name: 'two days', periodMs: 172800000, fourierOrder: 1, priorScale: 10 }],
      seasonalityPriorScale: 10,
      scaling: 'minmax',
      intervalWidth: 0.8,
    },
    scaling: { yScale: 12.399999999999999, yMin: 46.1, timeStart: 1704067200000, timeScaleMs: 626400000 },
    params: {
      k: 0.23999813006959703,
      m: 0.3521189817329883,
      delta: [0, 0, 0],
      beta: [-0.0008686465246733868, 0.001382934279364384, 0.4097534221491749, -0.003183776183550719],
      sigmaObs: 0.02505476228838559,
      tChange: [0.27586206896551724, 0.5172413793103449, 0.7931034482758621],
    },
    seasonalities: [
      { name: 'two days', periodMs: 172800000, fourierOrder: 1, priorScale: 10 },
      { name: 'daily', periodMs: 86400000, fourierOrder: 1, priorScale: 10 },
    ],
    inactiveSeasonalities: [
      { name: 'yearly', reason: 'the history spans 7 d 6 h, less than 730 d' },
      { name: 'weekly', reason: 'the history spans 7 d 6 h, less than 14 d' },
    ],
    history: { start: 1704067200000, end: 1704693600000, count: 30 },
    fit: { status: 'certified', logPosterior: 95.59375849082048, kkt: 1.5631940186722204e-12 },
  };
}

export const forecastOfVersion1 = {
  time: Date.UTC(2024, 0, 11),
  trend: 54.571070977438026,
  yhat: 54.51444376769788,
  yhatLower: 54.11629254174352,
  yhatUpper: 54.912594993652235,
};
