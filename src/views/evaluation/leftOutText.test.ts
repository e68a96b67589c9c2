import { leftOutText } from './leftOutText';

describe('leftOutText', () => {
  it('names the kinds of each reason once', () => {
    const reason = 'the series has no recurring job';
    expect(
      leftOutText([
        { kind: 'skippedJob', reason },
        { kind: 'doubledJob', reason },
        { kind: 'slowDrift', reason: 'the held-out samples have no room for it' },
      ]),
    ).toBe(
      'Not planted: skipped job and doubled job, for the series has no recurring job. Not planted: slow drift, for the held-out samples have no room for it.',
    );
  });

  it('is empty where every kind was planted', () => {
    expect(leftOutText([])).toBe('');
  });
});
