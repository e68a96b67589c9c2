import { fileName } from './downloadFile';

describe('fileName', () => {
  it('joins words and leaves out what file systems refuse', () => {
    expect(fileName('web-1:9100', 'Hour by weekday')).toBe('web-1-9100-Hour-by-weekday');
    expect(fileName('../../etc', '{a="b"}')).toBe('etc-a-b');
  });

  it('is never empty', () => {
    expect(fileName('///')).toBe('foreband');
  });
});
