import { FieldType, toDataFrame } from '@grafana/data';

import { withAnsweredUntil } from '../grafana/answeredUntil';

import { pairingKey, seriesInputs } from './seriesInput';

const columns = ['yhat', 'yhat_lower', 'yhat_upper', 'band_lower', 'band_upper', 'score', 'anomaly'];

function frame(names: readonly string[], labels = {}) {
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      ...names.map((name) => ({ name, type: FieldType.number, labels, values: [1, 2] })),
    ],
  });
}

describe('seriesInputs', () => {
  it('asks for the training of a frame that is not a detection', () => {
    expect(seriesInputs([frame(['cpu'])]).map(({ source }) => source)).toEqual(['query']);
  });

  it('takes a detection frame that carries nothing as drawn, its helper columns not being series', () => {
    const inputs = seriesInputs([frame(['value', ...columns])]);
    expect(inputs.map(({ source, queried }) => [source, queried.valueField.name])).toEqual([['drawn', 'value']]);
  });

  it('asks for nothing where the Foreband data source has already said that it cannot score', () => {
    const answered = withAnsweredUntil(frame(['value']), 2);
    const state = { forebandRefIds: new Set(['A']) };
    expect(seriesInputs([answered], { ...state, isArriving: true }).map(({ source }) => source)).toEqual(['unscored']);
    expect(seriesInputs([frame(['value'])], state).map(({ source }) => source)).toEqual(['unscored']);
  });

  it('asks for nothing where the history is still on its way from the Foreband data source', () => {
    const state = { forebandRefIds: new Set(['A']), isArriving: true };
    expect(seriesInputs([frame(['value'])], state).map(({ source }) => source)).toEqual(['arriving']);
  });

  it('gives series of the same query and labels different keys', () => {
    const keys = seriesInputs([frame(['cpu'], { job: 'a' }), frame(['cpu'], { job: 'a' })]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('does not mind the order of labels', () => {
    const [left] = seriesInputs([frame(['cpu'], { a: '1', b: '2' })]);
    const [right] = seriesInputs([frame(['cpu'], { b: '2', a: '1' })]);
    expect(left.key).toBe(right.key);
  });
});

describe('pairingKey', () => {
  it('tells the columns of one frame apart, which have no labels', () => {
    const keys = seriesInputs([frame(['cpu', 'memory'])]).map(({ queried }) => pairingKey(queried));
    expect(keys[0]).not.toBe(keys[1]);
    expect(seriesInputs([frame(['memory', 'cpu'])]).map(({ queried }) => pairingKey(queried))).toEqual(
      keys.toReversed(),
    );
  });

  it('goes by the labels alone where a frame holds one series, whatever its field is called', () => {
    const [left] = seriesInputs([frame(['cpu'], { host: 'web' })]);
    const [right] = seriesInputs([frame(['Value'], { host: 'web' })]);
    expect(pairingKey(left.queried)).toBe(pairingKey(right.queried));
  });
});
