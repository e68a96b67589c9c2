import { loadProphet } from 'prophet-wasm';

describe('fit({ time, y }, { timeZone })', () => {
  it('does not ask the clock for every day of a history that is as long as dates reach', async () => {
    const time = [-8e15, 0, 8e15];
    const model = (await loadProphet()).fit({ time, y: [1, 2, 4] }, { timeZone: 'Europe/Berlin', growth: 'flat' });
    expect(model.history).toEqual({ start: -8e15, end: 8e15, count: 3 });
  });
});
